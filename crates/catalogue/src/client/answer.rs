//! The final response behind 100 and content, whatever it says (RFC 9110 §15).

use expectspec_requirements::{CLI_008, CLI_010, CLI_033, CLI_035, PIP_004};

use super::{ACCEPTED, CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/answer/takes-204-behind-the-100",
        purpose: "Asks for the content and has nothing to say about it.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(b"HTTP/1.1 204 No Content\r\n\r\n"),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/answer/takes-301-behind-the-100",
        purpose: "Asks for the content and then says where it should have gone.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-401-behind-the-100",
        purpose: "Asks for the content and then for credentials, and awaits a second request.",
        exercises: &[&CLI_008, &CLI_010],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-403-behind-the-100",
        purpose: "Asks for the content and refuses it when it has come: the refusal is the \
                  answer, whatever the 100 (Continue) promised.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-404-behind-the-100",
        purpose: "Asks for the content before it has looked for the resource.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-413-behind-the-100",
        purpose: "Asks for the content and finds it too much.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-500-behind-the-100",
        purpose: "Asks for the content and fails over it.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-a-closing-503-behind-the-100",
        purpose: "Asks for the content, fails over it, and closes.",
        exercises: &[&CLI_008, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        id: "client/answer/takes-a-closing-403-with-content-behind-the-100",
        purpose: "Asks for the content, refuses it with an explanation, says `close`, and leaves \
                  the end of the connection to the client.",
        exercises: &[&CLI_008, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Connection: close\r\n\
                  Content-Length: 7\r\n\
                  \r\n\
                  no, no!",
            ),
            Step::Await(Until::Close),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/answer/tells-two-answers-apart",
        purpose: "Refuses the first content and takes the second; the answers must not be mixed \
                  up.",
        exercises: &[&CLI_008, &CLI_035, &PIP_004],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
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
        needs: &[Need::Expects, Need::Tells],
        ..Case::PLAIN
    },
];
