//! A 100 (Continue) of the origin server that no client asked for (RFC 9110 §15.2.1).

use expectspec_requirements::{FRM_001, PRX_004};

use super::{CONTINUE, EXPECTING, OK, UNASKED};
use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/unasked/survives-a-100-to-a-get",
        purpose: "Sends a 100 (Continue) before the final response to a GET, which has nothing to \
                  continue with.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(UNASKED),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/unasked/survives-a-100-to-a-plain-upload",
        purpose: "Sends a 100 (Continue) to a POST that states no expectation and is complete \
                  already: old servers do so to every POST.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(UNASKED), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/unasked/survives-a-100-behind-the-content",
        purpose: "Sends the 100 (Continue) that was expected, and one more when the content has \
                  come and nobody waits for it.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(UNASKED), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/unasked/relays-a-hint-to-a-get",
        purpose: "Sends 103 (Early Hints) with a link before the final response to a GET, which \
                  is what the status code was made for.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>; rel=preload\r\n\
                      \r\n",
                ),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
