//! The handshake as it should be, and the client's side of it (RFC 9110 §10.1.1).

use expectspec_requirements::{
    CLI_001, CLI_002, CLI_003, CLI_008, CLI_010, CLI_027, CLI_028, CLI_032, CLI_034, CLI_035,
    CLI_036, CON_008, GRM_001, GRM_005, GRM_012, IR_007, IR_008, PIP_004,
};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/handshake/sends-content-after-the-100",
        purpose: "Sends 100 (Continue) at once and the final response when the content has come.",
        exercises: &[&CLI_008, &CLI_010, &CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(OK),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/handshake/expects-nothing-with-get",
        purpose: "Answers a GET, which has no content that a 100 (Continue) could ask for.",
        exercises: &[&CLI_001],
        task: Task::GET,
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/handshake/writes-a-sound-head",
        purpose: "Serves an upload as an origin server should, so that the request can be read \
                  for its form: fields, framing, version.",
        exercises: &[
            &CLI_027, &CLI_028, &CLI_032, &CLI_034, &CLI_036, &GRM_001, &GRM_005, &GRM_012,
            &IR_007, &IR_008,
        ],
        script: &[Step::Serve(Service::Proper(CREATED))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/handshake/waits-for-the-100-that-it-asked-for",
        purpose: "Sends the 100 (Continue) after some time; content that comes before it is \
                  allowed, content that only then comes must have been announced by an \
                  expectation.",
        exercises: &[&CLI_002, &CLI_003, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Pause(300),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/handshake/needs-no-100-that-it-did-not-ask-for",
        purpose: "Watches for content and then sends a 100 (Continue), to clients that state no \
                  expectation too: none of them may have waited for it.",
        exercises: &[&CLI_002, &CLI_003, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Quiet,
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/handshake/completes-two-handshakes",
        purpose: "Answers two handshakes, one after another, in the order of the RFC; the second \
                  must not be thrown off by what the first left behind.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035, &PIP_004],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/handshake/hands-over-the-content-of-the-final",
        purpose: "Sends 100 (Continue), and a final response with content.",
        exercises: &[&CLI_008, &CLI_010, &CON_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
