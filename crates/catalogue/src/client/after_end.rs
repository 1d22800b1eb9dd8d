//! A second request, when the first one's connection is gone (RFC 9112 §9).

use expectspec_requirements::{CLI_010, CLI_020, CLI_030, CLI_035, CON_008, CON_013};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/after-end/completes-a-handshake-after-an-end-behind-the-head",
        purpose: "Closes behind the first head; a second request finds everything as it should be.",
        exercises: &[&CLI_020, &CLI_030, &CLI_010, &CLI_035],
        task: Task::TWICE,
        script: &[Step::Await(Until::Request), Step::Finish, Step::Serve(Service::Proper(OK))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/after-end/completes-a-handshake-after-an-end-behind-the-100",
        purpose: "Closes behind the 100 (Continue) to the first request; the second one has to \
                  wait for a 100 of its own.",
        exercises: &[&CLI_020, &CLI_030, &CLI_010, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/after-end/completes-a-handshake-after-an-end-within-a-100",
        purpose: "Closes within the 100 (Continue) to the first request: half a head must not be \
                  read on with the next connection.",
        exercises: &[&CLI_020, &CLI_030, &CLI_010, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Con"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/after-end/completes-a-handshake-after-an-end-within-a-final",
        purpose: "Closes within the content of the first final response.",
        exercises: &[&CLI_020, &CLI_030, &CLI_010, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 10\r\n\
                  \r\n\
                  done",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/after-end/completes-a-handshake-after-an-idle-end",
        purpose: "Closes the connection when the first exchange is over, without having said so.",
        exercises: &[&CON_008, &CON_013, &CLI_010, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
