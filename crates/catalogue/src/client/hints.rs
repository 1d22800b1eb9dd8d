//! Fields of 103 (Early Hints), which are no fields of any response yet (RFC 8297 §2).

use expectspec_requirements::{CLI_008, CLI_023, EHT_002, EHT_003};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/hints/keeps-the-length-of-hints-from-the-final",
        purpose: "Announces nine octets in 103 (Early Hints), and four in the final response.",
        exercises: &[&CLI_008, &CLI_023, &EHT_002, &EHT_003],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Content-Length: 9\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/hints/keeps-the-coding-of-hints-from-the-final",
        purpose: "Announces a content coding in 103 (Early Hints) that the final response does \
                  not have.",
        exercises: &[&CLI_008, &EHT_002, &EHT_003],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Content-Encoding: gzip\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/hints/keeps-the-chunks-of-hints-from-the-final",
        purpose: "Announces chunks in 103 (Early Hints), and a length in the final response.",
        exercises: &[&CLI_008, &CLI_023, &EHT_002, &EHT_003],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/hints/keeps-the-place-of-hints-from-the-final",
        purpose: "Names a place in 103 (Early Hints), which redirects nobody.",
        exercises: &[&CLI_008, &EHT_002, &EHT_003],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Location: /elsewhere\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/hints/keeps-a-challenge-of-hints-from-the-final",
        purpose: "Challenges in 103 (Early Hints), which asks for no credentials.",
        exercises: &[&CLI_008, &EHT_002, &EHT_003],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/hints/keeps-the-close-option-of-hints-from-the-final",
        purpose: "Says `close` in 103 (Early Hints) and not in the final response, and awaits a \
                  second request.",
        exercises: &[&CLI_008, &EHT_002],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Connection: close\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
