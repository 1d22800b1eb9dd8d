//! A final response before the content, on a connection that stays open (RFC 9110 §7.5).

use expectspec_requirements::{CLI_013, CLI_014, CLI_020, O68_002, RED_005};

use super::{ACCEPTED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/early-final/takes-200-before-content",
        purpose: "Is satisfied before it has seen the content; the announced octets still have to \
                  come, or the connection has to end, before another request.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(OK),
            Step::Serve(Service::Proper(ACCEPTED)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-204-before-content",
        purpose: "Answers 204 before the content, and another request behind it.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 204 No Content\r\n\r\n"),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-301-before-content",
        purpose: "Moves the resource before the content has come; whoever does not follow has to \
                  keep the connection in order.",
        exercises: &[&CLI_013, &CLI_020, &RED_005],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 301 Moved Permanently\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-307-before-content",
        purpose: "Sends the client elsewhere before the content has come.",
        exercises: &[&CLI_013, &CLI_020, &RED_005],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 307 Temporary Redirect\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-401-before-content",
        purpose: "Asks for credentials before the content.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-403-before-content",
        purpose: "Refuses before the content: what is withheld is still owed on this connection.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020, &O68_002],
        task: Task::TWICE,
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
        id: "client/early-final/takes-404-before-content",
        purpose: "Knows no such resource.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
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
        id: "client/early-final/takes-405-before-content",
        purpose: "Knows no such method there.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 405 Method Not Allowed\r\n\
                  Allow: GET, HEAD\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-407-before-content",
        purpose: "Answers for a proxy that nobody asked for.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 407 Proxy Authentication Required\r\n\
                  Proxy-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-413-before-content",
        purpose: "Finds the length too great, and says so without wanting the content.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
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
        id: "client/early-final/takes-500-before-content",
        purpose: "Fails before the content has come.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 500 Internal Server Error\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/early-final/takes-503-before-content",
        purpose: "Has no time for content, and names none to come back.",
        exercises: &[&CLI_013, &CLI_014, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 503 Service Unavailable\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
