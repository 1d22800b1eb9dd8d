//! Redirections before, within and behind the content (RFC 9110 §15.4).

use expectspec_requirements::{
    CLI_001, CLI_008, CLI_010, CLI_020, CLI_028, CLI_033, CLI_035, RED_001, RED_002, RED_003,
    RED_005,
};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/redirection/repeats-the-upload-after-an-early-307",
        purpose: "Redirects before the content: the new request has all of it, the old connection \
                  none that is left over.",
        exercises: &[&CLI_020, &RED_001, &RED_002, &RED_005],
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
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/repeats-the-upload-after-an-early-308",
        purpose: "Redirects for good before the content.",
        exercises: &[&CLI_020, &RED_002, &RED_005],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 308 Permanent Redirect\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/repeats-the-upload-after-a-closing-307",
        purpose: "Redirects before the content, and closes.",
        exercises: &[&CLI_033, &RED_001, &RED_002],
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
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/repeats-the-upload-after-307-behind-the-content",
        purpose: "Asks for the content and then redirects it: it has to be sent once more, from \
                  the beginning.",
        exercises: &[&CLI_010, &RED_001, &RED_002],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 307 Temporary Redirect\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/repeats-the-upload-after-307-within-the-content",
        purpose: "Asks for the content and redirects when it has only begun.",
        exercises: &[&CLI_020, &CLI_035, &RED_001, &RED_002, &RED_005],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 307 Temporary Redirect\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/repeats-chunks-after-an-early-307",
        purpose: "Redirects content of unknown length.",
        exercises: &[&CLI_020, &CLI_028, &RED_001, &RED_005],
        task: Task::CHUNKED,
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
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/repeats-the-upload-after-307-behind-103",
        purpose: "Sends 103 (Early Hints) and redirects before the content.",
        exercises: &[&CLI_008, &CLI_020, &RED_001, &RED_002, &RED_005],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n\
                  HTTP/1.1 307 Temporary Redirect\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/expects-nothing-after-an-early-301",
        purpose: "Redirects a POST for good before its content; who makes a GET of it leaves the \
                  expectation behind.",
        exercises: &[&CLI_001, &RED_003, &RED_005],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
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
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/expects-nothing-after-an-early-302",
        purpose: "Redirects a POST before its content.",
        exercises: &[&CLI_001, &RED_003, &RED_005],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 302 Found\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/expects-nothing-after-an-early-303",
        purpose: "Points a POST to its result before its content has come.",
        exercises: &[&CLI_001, &RED_003, &RED_005],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 303 See Other\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/expects-nothing-after-303-behind-the-content",
        purpose: "Takes the content of a POST and points to its result, which is to be fetched \
                  without content or expectation.",
        exercises: &[&CLI_001, &RED_003],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 303 See Other\r\n\
                  Location: /moved\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/expects-nothing-after-a-closing-303",
        purpose: "Points a POST to its result before its content has come, and closes.",
        exercises: &[&CLI_001, &CLI_033, &RED_003],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 303 See Other\r\n\
                  Location: /moved\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
    Case {
        id: "client/redirection/gives-up-a-redirection-in-circles",
        purpose: "Redirects every request to the same place again, before its content.",
        exercises: &[&CLI_020, &RED_001],
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 307 Temporary Redirect\r\n\
              Location: /moved\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects, Need::Redirects],
        ..Case::PLAIN
    },
];
