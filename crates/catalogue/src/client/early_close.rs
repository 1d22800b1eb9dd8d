//! A final response before the content that ends the connection (RFC 9112 §9.5, §9.6).

use expectspec_requirements::{CLI_013, CLI_015, CLI_033};

use super::OK;
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/early-close/ends-with-an-early-201",
        purpose: "Is satisfied before it has seen the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
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
        id: "client/early-close/ends-with-an-early-204",
        purpose: "Answers 204 before the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 204 No Content\r\n\
                  Connection: close\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-close/ends-with-an-early-301",
        purpose: "Moves the resource before the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 301 Moved Permanently\r\n\
                  Location: /moved\r\n\
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
        id: "client/early-close/ends-with-an-early-307",
        purpose: "Sends the client elsewhere before the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 307 Temporary Redirect\r\n\
                  Location: /moved\r\n\
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
        id: "client/early-close/ends-with-an-early-407",
        purpose: "Answers for a proxy that nobody asked for, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 407 Proxy Authentication Required\r\n\
                  Proxy-Authenticate: Basic realm=\"t\"\r\n\
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
        id: "client/early-close/ends-with-an-early-401",
        purpose: "Asks for credentials before the content, and closes: a second attempt takes \
                  another connection.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
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
        id: "client/early-close/ends-with-an-early-403",
        purpose: "Refuses before the content, and closes: what was withheld is never sent.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
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
        id: "client/early-close/ends-with-an-early-404",
        purpose: "Knows no such resource, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 404 Not Found\r\n\
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
        id: "client/early-close/ends-with-an-early-413",
        purpose: "Finds the length too great, and closes, which is the surest way to be spared \
                  the content.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 413 Content Too Large\r\n\
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
        id: "client/early-close/ends-with-an-early-500",
        purpose: "Fails before the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 500 Internal Server Error\r\n\
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
        id: "client/early-close/ends-with-an-early-503",
        purpose: "Has no time for content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 503 Service Unavailable\r\n\
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
        id: "client/early-close/closes-its-side-after-an-early-403",
        purpose: "Refuses and says `close` but leaves the end of the connection to the client.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Close),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-close/closes-its-side-after-an-early-201",
        purpose: "Is satisfied, says `close`, and leaves the end of the connection to the client.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Close),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-close/ends-with-an-early-403-in-capitals",
        purpose: "Writes `Close` in capitals, and among other options.",
        exercises: &[&CLI_013, &CLI_015, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Connection: Keep-Alive, CLOSE\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Close),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
