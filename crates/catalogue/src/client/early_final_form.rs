//! An early final response that is long, chunked or unknown (RFC 9110 §7.5).

use expectspec_requirements::{
    CLI_010, CLI_012, CLI_013, CLI_020, CLI_023, CLI_031, CLI_033, CON_009,
};

use super::{ACCEPTED, CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/early-final-form/reads-an-early-final-with-content",
        purpose: "Refuses and explains why: content of the response while that of the request is \
                  withheld.",
        exercises: &[&CLI_013, &CLI_020, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Type: text/plain\r\n\
                  Content-Length: 21\r\n\
                  \r\n\
                  no such content here\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/reads-64-kib-of-an-early-final",
        purpose: "Refuses at length; only who has read all of it may go on with the connection.",
        exercises: &[&CLI_013, &CLI_020, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 65536\r\n\
                  \r\n",
            ),
            Step::Repeat {
                octets: b"not here, not now, not this way. and not from you, nor any other",
                times: 1024,
            },
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/reads-an-early-final-in-chunks",
        purpose: "Refuses in chunks.",
        exercises: &[&CLI_013, &CLI_020, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  3\r\n\
                  no,\r\n\
                  4\r\n\
                  \x20no!\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/reads-an-early-final-until-close",
        purpose: "Refuses with content that only the end of the connection ends.",
        exercises: &[&CLI_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 403 Forbidden\r\n\r\nno, no!"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/ends-an-early-204-at-its-head",
        purpose: "Answers 204 with a length, which means nothing, and awaits a second request.",
        exercises: &[&CLI_013, &CLI_020, &CLI_023],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 204 No Content\r\n\
                  Content-Length: 5\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/knows-an-unknown-early-4xx-by-its-class",
        purpose: "Refuses with 499, which is to be read as 400.",
        exercises: &[&CLI_012, &CLI_013, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 499 Nobody Knows\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/knows-an-unknown-early-2xx-by-its-class",
        purpose: "Answers 299 before the content, which is to be read as 200.",
        exercises: &[&CLI_012, &CLI_013, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 299 Nobody Knows\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/takes-an-early-408",
        purpose: "Says that it has waited too long, and closes; the request may be repeated.",
        exercises: &[&CLI_013, &CLI_031, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 408 Request Timeout\r\n\
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
        id: "client/early-final-form/takes-two-early-finals",
        purpose: "Refuses two requests in a row, each before its content.",
        exercises: &[&CLI_013, &CLI_020, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 404 Not Found\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final-form/completes-a-handshake-after-an-early-final",
        purpose: "Refuses the first request before its content and accepts the second one with a \
                  handshake: nothing of the first may linger in the client.",
        exercises: &[&CLI_010, &CLI_013, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
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
        id: "client/early-final-form/reads-early-content-that-looks-like-a-100",
        purpose: "Refuses with content that reads like a 100 (Continue) and must not release \
                  anything.",
        exercises: &[&CLI_013, &CLI_020, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 25\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
