//! Interim responses that nobody asked for, to requests without content (RFC 9110 §15.2).

use expectspec_requirements::{CLI_001, CLI_008, CLI_009, CLI_011, CLI_012, CLI_023, CLI_025};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/unexpected/discards-a-100-to-get",
        purpose: "Sends a 100 (Continue) to a GET, and the final response behind it.",
        exercises: &[&CLI_008, &CLI_009, &CLI_011],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-a-100-to-get-in-one-segment",
        purpose: "Sends a 100 (Continue) and the final response to a GET in one segment.",
        exercises: &[&CLI_008, &CLI_009, &CLI_011, &CLI_025],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-two-100s-to-get",
        purpose: "Sends two 100 (Continue) to a GET.",
        exercises: &[&CLI_008, &CLI_009, &CLI_011],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-a-100-with-fields-to-get",
        purpose: "Sends a 100 (Continue) with fields to a GET, even a length, which is not that \
                  of the final response.",
        exercises: &[&CLI_023],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Server: expectspec\r\n\
                  Content-Length: 5\r\n\
                  \r\n",
            ),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-102-to-get",
        purpose: "Sends 102 (Processing) to a GET.",
        exercises: &[&CLI_008, &CLI_009],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-103-to-get",
        purpose: "Sends 103 (Early Hints) to a GET, as is usual.",
        exercises: &[&CLI_008, &CLI_009],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-199-to-get",
        purpose: "Sends 199 to a GET; an unknown code of the class is interim.",
        exercises: &[&CLI_008, &CLI_012],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 199 Miscellaneous\r\n\r\n"),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-a-100-to-head",
        purpose: "Sends a 100 (Continue) to a HEAD, and a final response whose length is not that \
                  of content.",
        exercises: &[&CLI_008, &CLI_009, &CLI_011],
        task: Task { method: Some("HEAD"), ..Task::GET },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-a-100-to-an-empty-post",
        purpose: "Sends a 100 (Continue) to a POST without content: there is nothing to release.",
        exercises: &[&CLI_001, &CLI_008, &CLI_009, &CLI_011],
        task: Task { method: Some("POST"), ..Task::GET },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-100s-to-two-gets",
        purpose: "Sends a 100 (Continue) to each of two GETs; one that is taken for the answer \
                  shifts the next.",
        exercises: &[&CLI_008, &CLI_009, &CLI_011],
        task: Task { requests: 2, ..Task::GET },
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 202 Accepted\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/unexpected/discards-a-late-100-to-get",
        purpose: "Sends a 100 (Continue) to a GET some time before the final response.",
        exercises: &[&CLI_008, &CLI_009, &CLI_011],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Pause(100),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
];
