//! Forms that an interim response of the origin server may have, and some that it must not.

use expectspec_requirements::{GRM_011, PRX_004, PRX_009, PRX_020, PRX_025, PRX_026, SRV_010};

use super::{CONTINUE, EXPECTING, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/interim-form/relays-a-100-in-pieces",
        purpose: "Sends the 100 (Continue) octet by octet: it is whole only with its last line \
                  feed, and then it is to be relayed.",
        exercises: &[&PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Dribble { octets: CONTINUE, octets_each: 1, gap_ms: 2 },
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/relays-a-100-without-a-reason",
        purpose: "Sends a 100 with an empty reason phrase and a field that means nothing here.",
        exercises: &[&PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 100 \r\n\
                      Server: origin\r\n\
                      \r\n",
                ),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/tells-the-final-from-the-100-in-front",
        purpose: "Sends the 100 (Continue) and the final response in one write while the content \
                  is held back: both are in the octets that are read at once.",
        exercises: &[&PRX_004, &PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUED_AND_OK)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(CONTINUED_AND_OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/expects-no-content-behind-a-100-with-a-length",
        purpose: "Sends a 100 (Continue) with a Content-Length that it can't have: it ends with \
                  its header section, and the field is not for the client.",
        exercises: &[&PRX_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 100 Continue\r\n\
                      Content-Length: 5\r\n\
                      \r\n",
                ),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/expects-no-chunks-behind-a-100-with-a-coding",
        purpose: "Sends a 100 (Continue) with a Transfer-Encoding that it can't have: no chunk \
                  comes behind it, and the field is not for the client.",
        exercises: &[&PRX_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 100 Continue\r\n\
                      Transfer-Encoding: chunked\r\n\
                      \r\n",
                ),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/keeps-a-nominated-field-of-a-103",
        purpose: "Sends 103 (Early Hints) with a field that its Connection field nominates, so \
                  that it goes no further, and a link that does.",
        exercises: &[&PRX_009, &SRV_010],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Connection: x-hop\r\n\
                      X-Hop: 1\r\n\
                      Link: </s.css>; rel=preload\r\n\
                      \r\n",
                ),
                Step::Send(CONTINUE),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/removes-whitespace-before-a-colon",
        purpose: "Sends whitespace between field name and colon, in 103 (Early Hints) and in the \
                  final response: it must not get to the client.",
        exercises: &[&GRM_011],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link : </s.css>; rel=preload\r\n\
                      \r\n",
                ),
                Step::Send(CONTINUE),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(
                    b"HTTP/1.1 200 OK\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      X-Field : value\r\n\
                      Content-Length: 2\r\n\
                      \r\n\
                      ok",
                ),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/unfolds-a-line-of-a-103",
        purpose: "Sends 103 (Early Hints) with a folded line: it is unfolded, dropped or answered \
                  with 502, but never relayed as it is.",
        exercises: &[&PRX_026],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>;\r\n \
                      rel=preload\r\n\
                      \r\n",
                ),
                Step::Send(CONTINUE),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim-form/unfolds-a-line-of-the-final",
        purpose: "Sends a folded line in the final response behind a 100 (Continue): it is \
                  unfolded, or the response is replaced with 502.",
        exercises: &[&PRX_026],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(
                    b"HTTP/1.1 200 OK\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      X-Field: one\r\n \
                      two\r\n\
                      Content-Length: 2\r\n\
                      \r\n\
                      ok",
                ),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const CONTINUED_AND_OK: &[u8] = b"HTTP/1.1 100 Continue\r\n\
    \r\n\
    HTTP/1.1 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 2\r\n\
    \r\n\
    ok";
