//! What a request says, by method and content (RFC 9110 §9, §10.1.1).

use expectspec_requirements::{
    CLI_001, CLI_010, CLI_027, CLI_035, CLI_036, FRM_001, MTH_001, MTH_004, MTH_007, MTH_008,
    O16_006,
};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/request/expects-nothing-with-head",
        purpose: "Answers a HEAD, which has no content to wait for.",
        exercises: &[&CLI_001, &O16_006],
        task: Task { method: Some("HEAD"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/expects-nothing-with-delete",
        purpose: "Answers a DELETE without content; a client that expects by method and not by \
                  content shows it here.",
        exercises: &[&CLI_001, &O16_006],
        task: Task { method: Some("DELETE"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/expects-nothing-with-options",
        purpose: "Answers an OPTIONS without content.",
        exercises: &[&CLI_001, &O16_006],
        task: Task { method: Some("OPTIONS"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/expects-nothing-with-an-empty-post",
        purpose: "Answers a POST without content, where a client that always expects with POST is \
                  caught.",
        exercises: &[&CLI_001, &O16_006],
        task: Task { method: Some("POST"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/expects-nothing-with-an-empty-put",
        purpose: "Answers a PUT without content: an empty object is stored by a request with \
                  nothing to withhold.",
        exercises: &[&CLI_001, &O16_006],
        task: Task { method: Some("PUT"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/expects-nothing-with-an-empty-patch",
        purpose: "Answers a PATCH without content.",
        exercises: &[&CLI_001, &O16_006],
        task: Task { method: Some("PATCH"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(OK))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/expects-nothing-with-connect",
        purpose: "Refuses a CONNECT, which has no content of its own.",
        exercises: &[&CLI_001, &MTH_001],
        task: Task { method: Some("CONNECT"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(
            b"HTTP/1.1 405 Method Not Allowed\r\n\
              Allow: GET, HEAD, POST, PUT\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/sends-nothing-with-trace",
        purpose: "Refuses a TRACE, which must not have content, and so no expectation either.",
        exercises: &[&CLI_001, &MTH_004],
        task: Task { method: Some("TRACE"), ..Task::GET },
        script: &[Step::Serve(Service::Proper(
            b"HTTP/1.1 405 Method Not Allowed\r\n\
              Allow: GET, HEAD, POST, PUT\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/withholds-the-content-of-post",
        purpose: "Completes a handshake with POST.",
        exercises: &[&CLI_010, &CLI_027, &CLI_035, &CLI_036],
        task: Task { method: Some("POST"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/withholds-the-content-of-put",
        purpose: "Completes a handshake with PUT.",
        exercises: &[&CLI_010, &CLI_027, &CLI_035, &CLI_036],
        task: Task { method: Some("PUT"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/withholds-the-content-of-patch",
        purpose: "Completes a handshake with PATCH.",
        exercises: &[&CLI_010, &CLI_027, &CLI_035, &CLI_036],
        task: Task { method: Some("PATCH"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/request/withholds-the-content-of-delete",
        purpose: "Completes a handshake with DELETE, whose content has no meaning but a length \
                  all the same.",
        exercises: &[&CLI_010, &CLI_027, &CLI_035, &MTH_007],
        task: Task { method: Some("DELETE"), ..Task::UPLOAD },
        script: &[
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
        id: "client/request/types-the-content-of-options",
        purpose: "Completes a handshake with OPTIONS, which says what its content is.",
        exercises: &[&CLI_010, &CLI_027, &MTH_008],
        task: Task { method: Some("OPTIONS"), ..Task::UPLOAD },
        script: &[
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
        id: "client/request/withholds-the-content-of-get",
        purpose: "Completes a handshake with GET and content: framing does not depend on the \
                  method.",
        exercises: &[&CLI_027, &FRM_001, &MTH_007],
        task: Task { method: Some("GET"), ..Task::UPLOAD },
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
