//! Other interim responses before, behind and instead of the 100 (RFC 9110 §15.2).

use expectspec_requirements::{CLI_008, CLI_009, CLI_010, CLI_012, CLI_013, CLI_035};

use super::{ACCEPTED, CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/interim/reads-the-100-behind-102",
        purpose: "Sends 102 (Processing) before the 100 (Continue): both are interim, and only \
                  the second asks for content.",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/interim/reads-the-100-behind-104",
        purpose: "Sends 104, of a draft, before the 100 (Continue).",
        exercises: &[&CLI_008, &CLI_010, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 104 Upload Resumption Supported\r\n\
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
        id: "client/interim/reads-the-100-behind-110",
        purpose: "Sends 110, which is no status code but a warning of old, before the 100 \
                  (Continue).",
        exercises: &[&CLI_008, &CLI_010, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 110 Response Is Stale\r\n\r\n"),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/interim/reads-the-100-behind-150",
        purpose: "Sends 150, which nobody has defined, before the 100 (Continue).",
        exercises: &[&CLI_008, &CLI_010, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 150 Nobody Knows\r\n\r\n"),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/interim/reads-the-100-behind-199",
        purpose: "Sends 199, the last code of its class, before the 100 (Continue).",
        exercises: &[&CLI_008, &CLI_010, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 199 Miscellaneous\r\n\r\n"),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/interim/reads-the-100-behind-103",
        purpose: "Sends 103 (Early Hints) with a link before the 100 (Continue).",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
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
        id: "client/interim/reads-the-final-behind-102",
        purpose: "Sends 102 (Processing) and then the final response, without ever asking for \
                  content.",
        exercises: &[&CLI_008, &CLI_009, &CLI_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 102 Processing\r\n\
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
        id: "client/interim/reads-the-final-behind-199",
        purpose: "Sends 199 and then the final response; an unknown code must be known by its \
                  first digit.",
        exercises: &[&CLI_008, &CLI_012, &CLI_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 199 Miscellaneous\r\n\
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
        id: "client/interim/reads-the-final-behind-103",
        purpose: "Sends 103 (Early Hints) and then the final response, as front servers do.",
        exercises: &[&CLI_008, &CLI_009, &CLI_013],
        script: &[
            Step::Await(Until::Request),
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
        id: "client/interim/reads-the-final-behind-hints-behind-the-100",
        purpose: "Sends 103 (Early Hints) when the content has come.",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/interim/reads-102-while-content-is-sent",
        purpose: "Sends 102 (Processing) into the middle of the content.",
        exercises: &[&CLI_008, &CLI_009, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/interim/reads-102-103-100-103-in-order",
        purpose: "Sends interim responses of three kinds around the 100 (Continue).",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 102 Processing\r\n\
                  \r\n\
                  HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 102 Processing\r\n\
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
        id: "client/interim/reads-two-exchanges-with-interims",
        purpose: "Sends interim responses in both of two exchanges on one connection.",
        exercises: &[&CLI_008, &CLI_009, &CLI_035],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n",
            ),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
