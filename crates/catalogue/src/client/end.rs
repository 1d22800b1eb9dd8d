//! A connection that ends before the final response does (RFC 9112 §8).

use expectspec_requirements::{CLI_008, CLI_027, CLI_029, CLI_030, CON_013, O16_007};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/end/reports-an-end-behind-the-head",
        purpose: "Closes behind the head of the request without a word; the content was never \
                  sent.",
        exercises: &[&CLI_029, &CLI_030, &CON_013],
        script: &[Step::Await(Until::Request), Step::Finish, Step::Serve(Service::Proper(OK))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-status-line-of-a-100",
        purpose: "Closes within the status line of the 100 (Continue).",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Con"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-head-of-a-100",
        purpose: "Closes before the empty line of the 100 (Continue): it has not been received.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Server: expectspec\r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-behind-the-100",
        purpose: "Sends 100 (Continue) and closes in the same breath: a 100 is no answer.",
        exercises: &[&CLI_008, &CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-behind-103",
        purpose: "Sends 103 (Early Hints) and closes.",
        exercises: &[&CLI_008, &CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-behind-two-100s",
        purpose: "Sends 100 (Continue) twice and closes; the second one is not the final response.",
        exercises: &[&CLI_008, &CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-content",
        purpose: "Asks for the content and closes when it has begun.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-behind-the-content",
        purpose: "Asks for the content of a POST, takes all of it, and closes: nobody knows \
                  whether it was acted on, so it is not to be sent again.",
        exercises: &[&CLI_029, &CLI_030, &CON_013],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-status-line-of-a-final",
        purpose: "Closes within the status line of the final response.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(b"HTTP/1.1 20"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-head-of-a-final",
        purpose: "Closes before the empty line of the final response.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-content-of-a-final",
        purpose: "Announces ten octets in the final response, sends four, and closes.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 10\r\n\
                  \r\n\
                  done",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-the-chunks-of-a-final",
        purpose: "Closes before the last chunk of the final response.",
        exercises: &[&CLI_030, &CON_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  4\r\n\
                  done\r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-within-an-endless-100",
        purpose: "Sends a 100 (Continue) with 20000 field lines and no end; a client may give up \
                  long before the connection closes.",
        exercises: &[&CLI_030, &CON_013, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\n"),
            Step::Repeat { octets: b"x: y\r\n", times: 20000 },
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/end/reports-an-end-of-a-get",
        purpose: "Closes behind the head of a GET: whoever asks again may do so.",
        exercises: &[&CLI_030, &O16_007],
        task: Task::GET,
        script: &[Step::Await(Until::Request), Step::Finish, Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
];
