//! A connection that is reset before the final response (RFC 9112 §9.5).

use expectspec_requirements::{CLI_010, CLI_029, CLI_030, CON_013};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/reset/reports-a-reset-behind-the-head",
        purpose: "Resets the connection behind the head of the request.",
        exercises: &[&CLI_029, &CLI_030],
        script: &[Step::Await(Until::Request), Step::Reset, Step::Serve(Service::Proper(OK))],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "client/reset/reports-a-reset-within-the-head-of-a-100",
        purpose: "Resets the connection within the 100 (Continue).",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Con"),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "client/reset/reports-a-reset-behind-the-100",
        purpose: "Sends 100 (Continue) and resets the connection.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "client/reset/reports-a-reset-within-the-content",
        purpose: "Asks for the content and resets the connection when it has begun.",
        exercises: &[&CLI_029, &CLI_030],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "client/reset/reports-a-reset-behind-the-content",
        purpose: "Asks for the content of a POST and resets the connection when it has come.",
        exercises: &[&CLI_029, &CLI_030],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "client/reset/reports-a-reset-within-the-head-of-a-final",
        purpose: "Resets the connection within the head of the final response.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(b"HTTP/1.1 201 Created\r\n"),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "client/reset/completes-a-handshake-after-a-reset",
        purpose: "Resets the first connection, and completes a handshake on the next.",
        exercises: &[&CLI_010, &CLI_030],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
];
