//! An origin server that says nothing, or not what is waited for (RFC 9110 §10.1.1).

use expectspec_requirements::{
    CLI_003, CLI_004, CLI_008, CLI_009, CLI_010, CLI_012, CLI_035, CLI_037, O16_005, PIP_005,
};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/patience/sends-content-to-a-silent-server",
        purpose: "Says nothing until content comes: many servers know no 100 (Continue), and a \
                  client that waits for ever never gets through to them.",
        exercises: &[&CLI_003, &CLI_004, &CLI_037, &O16_005],
        script: &[
            Step::Await(Until::Request),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/sends-chunks-to-a-silent-server",
        purpose: "Says nothing until content comes whose length is unknown.",
        exercises: &[&CLI_003, &CLI_004, &O16_005],
        task: Task::CHUNKED,
        script: &[
            Step::Await(Until::Request),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/sends-content-to-a-server-that-is-processing",
        purpose: "Says only 102 (Processing), which is not what was waited for, but must not make \
                  the wait endless either.",
        exercises: &[&CLI_004, &CLI_008, &CLI_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/sends-content-after-early-hints",
        purpose: "Says only 103 (Early Hints) until content comes.",
        exercises: &[&CLI_004, &CLI_008, &CLI_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/sends-content-after-an-unknown-interim",
        purpose: "Sends 150, which a client may take for a 100 (Continue), or not, but never for \
                  the final response.",
        exercises: &[&CLI_004, &CLI_008, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 150 Nobody Knows\r\n\r\n"),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/drops-a-100-that-comes-too-late",
        purpose: "Sends the 100 (Continue) when the client has begun on its own: the content must \
                  neither begin again nor stop.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Await(Until::ContentBegun),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/drops-a-100-behind-the-content",
        purpose: "Sends the 100 (Continue) when the content has come in full, with the final \
                  response.",
        exercises: &[&CLI_008, &CLI_010, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 201 Created\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/patience/sends-content-to-two-silent-exchanges",
        purpose: "Says nothing to two requests until their content has come.",
        exercises: &[&CLI_004, &CLI_035, &PIP_005],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Await(Until::ContentBegun),
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
