//! Interim responses of the origin server around the 100 (Continue) (RFC 9110 §15.2).

use expectspec_requirements::{PRX_001, PRX_004, PRX_015, PRX_016, PRX_020};

use super::{CONTINUE, EXPECTING, FORBIDDEN, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/interim/relays-102-before-the-100",
        purpose: "Sends 102 (Processing) and then the 100 (Continue): both are meant for the \
                  client, and only the second asks for content.",
        exercises: &[&PRX_001, &PRX_004, &PRX_015, &PRX_016],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
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
        id: "intermediary/interim/relays-103-with-its-links",
        purpose: "Sends 103 (Early Hints) with two links before the 100 (Continue): without its \
                  fields a hint is nothing.",
        exercises: &[&PRX_004, &PRX_016],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>; rel=preload; as=style\r\n\
                      Link: </s.js>; rel=preload; as=script\r\n\
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
        id: "intermediary/interim/relays-199-before-the-100",
        purpose: "Sends 199, the last code of its class, before the 100 (Continue): what an \
                  intermediary does not know is not for it to drop.",
        exercises: &[&PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.1 199 Miscellaneous\r\n\r\n"),
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
        id: "intermediary/interim/takes-no-hint-for-the-100",
        purpose: "Sends 103 (Early Hints) and lets some time pass before the 100 (Continue): the \
                  hint must not pass for a 100, nor end the waiting for it.",
        exercises: &[&PRX_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>; rel=preload\r\n\
                      \r\n",
                ),
            ]),
            Step::Pause(100),
            Step::AtOrigin(&[Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim/relays-a-hint-before-an-early-final",
        purpose: "Sends 103 (Early Hints) and then 403 with no 100 (Continue) between them, while \
                  the content is held back.",
        exercises: &[&PRX_004, &PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>; rel=preload\r\n\
                      \r\n",
                ),
                Step::Send(FORBIDDEN),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim/keeps-the-order-of-several",
        purpose: "Sends 102, 103, the 100 (Continue) and 103 again in one write, and 102 behind \
                  the content: five interim responses of three kinds, in this order.",
        exercises: &[&PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 102 Processing\r\n\
                      \r\n\
                      HTTP/1.1 103 Early Hints\r\n\
                      Link: </1.css>; rel=preload\r\n\
                      \r\n\
                      HTTP/1.1 100 Continue\r\n\
                      \r\n\
                      HTTP/1.1 103 Early Hints\r\n\
                      Link: </2.css>; rel=preload\r\n\
                      \r\n",
                ),
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/interim/takes-three-100s-for-one",
        purpose: "Sends the 100 (Continue) three times over: the content goes forward once, and \
                  the final response is still to come.",
        exercises: &[&PRX_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(CONTINUE),
                Step::Send(CONTINUE),
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
        id: "intermediary/interim/relays-two-behind-the-content",
        purpose: "Sends 102 and 103 when all of the content has come, apart from one another and \
                  from the final response, as slow origin servers do.",
        exercises: &[&PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
            ]),
            Step::Pause(50),
            Step::AtOrigin(&[Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            )]),
            Step::Pause(50),
            Step::AtOrigin(&[Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
