//! A final response into the middle of the content (RFC 9112 §9.5).

use expectspec_requirements::{
    CLI_008, CLI_013, CLI_014, CLI_015, CLI_016, CLI_020, CLI_033, CLI_035, CON_009, O16_008,
};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/mid-content/keeps-count-after-201-within-content",
        purpose: "Asks for the content and is satisfied when it has only begun; the rest is owed \
                  all the same, or the connection is over.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_020, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/mid-content/keeps-count-after-413-within-content",
        purpose: "Asks for the content and finds it too much when it has only begun.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_020, &CLI_035, &O16_008],
        task: Task::TWICE,
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
        id: "client/mid-content/keeps-count-after-500-within-content",
        purpose: "Fails in the middle of the content.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_020, &CLI_035, &O16_008],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
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
        id: "client/mid-content/keeps-count-after-204-within-content",
        purpose: "Has nothing to say about content that has only begun.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_020, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(b"HTTP/1.1 204 No Content\r\n\r\n"),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/mid-content/keeps-count-after-401-within-content",
        purpose: "Asks for credentials when the content has only begun.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_020, &CLI_035, &O16_008],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
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
        id: "client/mid-content/stops-after-a-closing-413-within-content",
        purpose: "Refuses in the middle of the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_016, &CLI_033, &O16_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
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
        id: "client/mid-content/stops-after-a-closing-503-within-content",
        purpose: "Gives up in the middle of the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_016, &CLI_033, &O16_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
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
        id: "client/mid-content/stops-after-a-closing-201-within-content",
        purpose: "Is satisfied in the middle of the content, and closes.",
        exercises: &[&CLI_013, &CLI_015, &CLI_016, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
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
        id: "client/mid-content/closes-its-side-after-413-within-content",
        purpose: "Refuses in the middle of the content, says `close`, and leaves the end to the \
                  client.",
        exercises: &[&CLI_013, &CLI_015, &CLI_016, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 413 Content Too Large\r\n\
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
        id: "client/mid-content/uses-another-connection-after-413-within-content",
        purpose: "Refuses in the middle of the content, closes, and awaits a second request.",
        exercises: &[&CLI_013, &CLI_015, &CLI_016, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
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
        id: "client/mid-content/reads-a-final-with-content-within-content",
        purpose: "Refuses in the middle of the content and explains at length.",
        exercises: &[&CLI_013, &CLI_014, &CLI_016, &CLI_035, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 413 Content Too Large\r\n\
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
        id: "client/mid-content/reads-a-final-behind-103-within-content",
        purpose: "Sends 103 (Early Hints) and the final response into the middle of the content.",
        exercises: &[&CLI_008, &CLI_013, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n\
                  HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/mid-content/keeps-the-final-when-the-connection-is-reset",
        purpose: "Refuses in the middle of the content, closes, and resets a moment later: who \
                  watches while sending has the refusal by then.",
        exercises: &[&CLI_016],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 413 Content Too Large\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Pause(50),
            Step::Reset,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Resets],
        ..Case::PLAIN
    },
];
