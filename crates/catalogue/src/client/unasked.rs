//! Responses on a connection on which nothing is outstanding (RFC 9112 §9.2).

use expectspec_requirements::{CLI_013, CLI_020, CLI_022, CLI_031, CLI_035};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/unasked/takes-no-100-for-the-next-answer",
        purpose: "Sends a 100 (Continue) behind the final response, before there is a second \
                  request that it could belong to.",
        exercises: &[&CLI_022, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/takes-no-103-for-the-next-answer",
        purpose: "Sends 103 (Early Hints) behind the final response.",
        exercises: &[&CLI_022],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/takes-no-final-for-the-next-answer",
        purpose: "Sends a second final response behind the first: whoever takes it for the answer \
                  to the next request shifts all that follow.",
        exercises: &[&CLI_022],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 202 Accepted\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Tells],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/takes-no-refusal-for-the-next-answer",
        purpose: "Sends 403 behind the final response, which refuses nothing.",
        exercises: &[&CLI_022],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Tells],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/takes-no-408-for-the-next-answer",
        purpose: "Sends 408 behind the final response and closes, as servers do with idle \
                  connections.",
        exercises: &[&CLI_022, &CLI_031, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 408 Request Timeout\r\n\
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
        id: "client/unasked/takes-no-garbage-for-the-next-answer",
        purpose: "Sends octets behind the final response that are no response at all.",
        exercises: &[&CLI_022, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  over and out\r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/takes-no-100-for-the-answer-to-the-next-get",
        purpose: "Sends a 100 (Continue) behind the final response to a GET.",
        exercises: &[&CLI_022],
        task: Task { requests: 2, ..Task::GET },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/takes-no-final-for-the-next-answer-after-an-early-one",
        purpose: "Refuses twice before the content: the second refusal belongs to nobody.",
        exercises: &[&CLI_013, &CLI_020, &CLI_022],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n\
                  HTTP/1.1 404 Not Found\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Tells],
        ..Case::PLAIN
    },
    Case {
        id: "client/unasked/drops-a-100-behind-a-refusal",
        purpose: "Refuses before the content, and sends a 100 (Continue) behind that: nothing is \
                  asked for any more.",
        exercises: &[&CLI_013, &CLI_020, &CLI_022],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
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
