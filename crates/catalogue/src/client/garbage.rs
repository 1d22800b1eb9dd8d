//! Octets that are no response, where one is awaited.

use expectspec_requirements::{CLI_008, CLI_027, CLI_030, CLI_035, GRM_015, GRM_016};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/garbage/survives-words-before-the-100",
        purpose: "Sends a line of words before the 100 (Continue); whoever reads on, and who does \
                  not, owes the same content.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"hello there\r\nHTTP/1.1 100 Continue\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-words-instead-of-the-100",
        purpose: "Sends a line of words and closes.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"hello there\r\n"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-words-behind-the-100",
        purpose: "Sends a line of words behind the 100 (Continue), as something older than \
                  HTTP/1.0 would, and closes.",
        exercises: &[&CLI_008, &CLI_030, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\n\r\nhello there\r\n"),
            Step::Await(Until::Content),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-an-empty-line-before-the-final",
        purpose: "Sends an empty line between the 100 (Continue) and the final response.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"\r\n\
                  HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-a-status-code-of-two-digits",
        purpose: "Sends a status code of two digits, and closes: it is neither interim nor final.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 10 Continue\r\n\r\n"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-a-status-code-beyond-its-range",
        purpose: "Sends status code 000, and closes.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 000 Nothing\r\n\r\n"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-a-status-code-of-four-digits",
        purpose: "Sends status code 1000, which begins as 100 does, and closes.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 1000 Continue\r\n\r\n"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-a-100-with-a-line-that-is-no-field",
        purpose: "Sends a 100 (Continue) with a line that has no colon.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\nhello there\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-a-100-with-a-null-octet",
        purpose: "Sends a 100 (Continue) with a NUL in a field value.",
        exercises: &[&CLI_035, &GRM_015, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\nX-A: a\x00b\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/garbage/survives-a-100-with-a-bare-return",
        purpose: "Sends a 100 (Continue) with a bare CR in a field value.",
        exercises: &[&CLI_035, &GRM_016, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\nX-A: a\rb\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
