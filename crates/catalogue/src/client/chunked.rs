//! Content whose length the client does not know (RFC 9112 §7.1).

use expectspec_requirements::{
    CLI_008, CLI_010, CLI_013, CLI_014, CLI_015, CLI_016, CLI_020, CLI_021, CLI_026, CLI_027,
    CLI_028, CLI_033, CLI_034, CLI_035, PIP_004, TRL_001,
};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/chunked/sends-chunks-after-the-100",
        purpose: "Asks for content of unknown length.",
        exercises: &[&CLI_010, &CLI_026, &CLI_027, &CLI_028, &CLI_035, &TRL_001],
        task: Task::CHUNKED,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/chunked/completes-two-chunked-handshakes",
        purpose: "Asks for content of unknown length twice.",
        exercises: &[&CLI_010, &CLI_028, &CLI_034, &CLI_035, &PIP_004],
        task: Task { requests: 2, ..Task::CHUNKED },
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
        id: "client/chunked/ends-its-chunks-after-an-early-201",
        purpose: "Is satisfied before the first chunk; the chunks must be ended, or the \
                  connection.",
        exercises: &[&CLI_013, &CLI_020, &CLI_021],
        task: Task { requests: 2, ..Task::CHUNKED },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/chunked/ends-its-chunks-after-an-early-403",
        purpose: "Refuses before the first chunk; a request behind unended chunks would be a \
                  chunk.",
        exercises: &[&CLI_013, &CLI_020, &CLI_021],
        task: Task { requests: 2, ..Task::CHUNKED },
        script: &[
            Step::Await(Until::Request),
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
        id: "client/chunked/ends-its-chunks-after-an-early-413",
        purpose: "Finds content too great that has not begun, and whose length nobody knows.",
        exercises: &[&CLI_013, &CLI_020, &CLI_021],
        task: Task { requests: 2, ..Task::CHUNKED },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 413 Content Too Large\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/chunked/leaves-its-chunks-after-a-closing-403",
        purpose: "Refuses before the first chunk, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task { requests: 2, ..Task::CHUNKED },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/chunked/keeps-its-chunks-in-order-after-413-within-them",
        purpose: "Refuses when chunks have begun to come.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_020, &CLI_035, &CLI_027],
        task: Task { requests: 2, ..Task::CHUNKED },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 413 Content Too Large\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/chunked/sends-chunks-once-for-two-100s",
        purpose: "Sends two 100 (Continue), the second one among the chunks.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        task: Task::CHUNKED,
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
        id: "client/chunked/sends-no-chunks-to-http-10-again",
        purpose: "Answers as HTTP/1.0, which knows no chunks, and awaits a second request.",
        exercises: &[&CLI_013, &CLI_026, &CLI_027],
        task: Task { requests: 2, ..Task::CHUNKED },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.0 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
