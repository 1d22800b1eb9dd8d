//! Two exchanges, one after another, with one client (RFC 9112 §9.3).

use expectspec_requirements::{
    CLI_001, CLI_005, CLI_006, CLI_007, CLI_013, CLI_020, CLI_030, CLI_033, CLI_034, CLI_035,
    CON_008, CON_009, CON_013, PIP_004, PIP_005,
};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/persistence/keeps-requests-apart",
        purpose: "Serves two uploads as an origin server should; on one connection or two, each \
                  is complete before the next.",
        exercises: &[&CLI_034, &CLI_035, &CON_008, &PIP_004, &PIP_005],
        task: Task::TWICE,
        script: &[Step::Serve(Service::Proper(CREATED))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/persistence/keeps-two-gets-apart",
        purpose: "Serves two GETs, the first with content that has to be read before the second.",
        exercises: &[&CLI_001, &CLI_034, &CON_009],
        task: Task { requests: 2, ..Task::GET },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 200 OK\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Await(Until::Request),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/persistence/awaits-a-late-final",
        purpose: "Takes its time over the final response to the first request; a second one must \
                  not be sent meanwhile.",
        exercises: &[&PIP_004, &PIP_005],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Pause(300),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/persistence/withholds-again-after-a-final-in-the-same-segment",
        purpose: "Sends 100 (Continue) and final response at once to the first of two requests, \
                  which leaves the content to be sent or the connection to be ended.",
        exercises: &[&CLI_013, &CLI_020, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
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
        id: "client/persistence/withholds-again-after-103",
        purpose: "Sends 103 (Early Hints) and final response at once to the first of two requests.",
        exercises: &[&CLI_013, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n\
                  HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
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
        id: "client/persistence/takes-a-second-early-final",
        purpose: "Completes the first handshake and refuses the second request before its \
                  content, which still has to be told apart from success.",
        exercises: &[&CLI_013, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Tells],
        ..Case::PLAIN
    },
    Case {
        id: "client/persistence/takes-417-to-the-second-request",
        purpose: "Completes the first handshake and meets no expectation of the second request.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/persistence/takes-an-end-behind-the-second-100",
        purpose: "Completes the first handshake, and closes behind the 100 (Continue) of the \
                  second.",
        exercises: &[&CLI_030, &CON_013],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/persistence/uses-another-connection-after-close",
        purpose: "Completes the first handshake and says `close`; the second request has to come \
                  elsewhere.",
        exercises: &[&CLI_033, &CON_008],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
