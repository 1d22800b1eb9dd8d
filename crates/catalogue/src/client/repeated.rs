//! More interim responses than anybody asked for (RFC 9110 §15.2).

use expectspec_requirements::{CLI_008, CLI_009, CLI_010, CLI_027, CLI_035};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/repeated/sends-content-once-for-two-100s",
        purpose: "Sends the 100 (Continue) twice; content that is sent twice would be read as \
                  another request.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/sends-content-once-for-a-100-within-it",
        purpose: "Sends another 100 (Continue) when the content has begun.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/reads-the-final-behind-a-second-100",
        purpose: "Sends another 100 (Continue) when the content has come in full.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CONTINUE),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/reads-the-final-behind-five-100s",
        purpose: "Sends the 100 (Continue) five times.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Repeat { octets: CONTINUE, times: 5 },
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/reads-the-final-behind-30-hints",
        purpose: "Sends 103 (Early Hints) thirty times: a limit may exist, but this is within \
                  what servers do.",
        exercises: &[&CLI_008, &CLI_009],
        script: &[
            Step::Await(Until::Request),
            Step::Repeat { octets: b"HTTP/1.1 103 Early Hints\r\n\r\n", times: 30 },
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/survives-3000-100s",
        purpose: "Sends the 100 (Continue) 3000 times; a client may give up, but content stays \
                  content.",
        exercises: &[&CLI_009, &CLI_035, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Repeat { octets: CONTINUE, times: 3000 },
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/survives-3000-hints",
        purpose: "Sends 103 (Early Hints) 3000 times and then refuses; a client may give up, or \
                  else must find the refusal.",
        exercises: &[&CLI_009, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Repeat { octets: b"HTTP/1.1 103 Early Hints\r\n\r\n", times: 3000 },
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/repeated/reads-second-exchange-behind-many-100s",
        purpose: "Sends five 100 (Continue) in each of two exchanges.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Repeat { octets: CONTINUE, times: 5 },
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Repeat { octets: CONTINUE, times: 5 },
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
