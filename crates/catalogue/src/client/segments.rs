//! The same octets, cut and joined by the transport in other places (RFC 9112 §9).

use expectspec_requirements::{CLI_008, CLI_010, CLI_013, CLI_025};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/segments/reads-the-100-octet-by-octet",
        purpose: "Sends the 100 (Continue) one octet at a time; nothing is released before its \
                  last one, and nothing is lost.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Dribble { octets: CONTINUE, octets_each: 1, gap_ms: 2 },
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-the-final-octet-by-octet",
        purpose: "Sends the final response one octet at a time.",
        exercises: &[&CLI_008, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Dribble {
                octets: b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
                octets_each: 1,
                gap_ms: 2,
            },
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-100-cut-within-the-version",
        purpose: "Cuts the 100 (Continue) within the version.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1"),
            Step::Pause(20),
            Step::Send(b".1 100 Continue\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-100-cut-within-the-status-code",
        purpose: "Cuts the 100 (Continue) within the status code, where `10` could still become \
                  anything.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 10"),
            Step::Pause(20),
            Step::Send(b"0 Continue\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-100-cut-behind-the-status-line",
        purpose: "Cuts the 100 (Continue) behind the status line: its fields may still follow.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\n"),
            Step::Pause(20),
            Step::Send(b"\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-100-cut-within-the-empty-line",
        purpose: "Cuts the 100 (Continue) before its very last octet.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\n\r"),
            Step::Pause(20),
            Step::Send(b"\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-100-and-the-final-in-one-segment",
        purpose: "Sends 100 (Continue) and the final response at once, before any content; the \
                  final one must not be lost in the buffer of the 100.",
        exercises: &[&CLI_008, &CLI_013, &CLI_025],
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
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-100-and-half-a-final-in-one-segment",
        purpose: "Sends 100 (Continue) with the first half of the final response.",
        exercises: &[&CLI_008, &CLI_013, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 201 Cre",
            ),
            Step::Pause(20),
            Step::Send(b"ated\r\nContent-Length: 0\r\n\r\n"),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-a-103-and-a-100-in-one-segment",
        purpose: "Sends 103 (Early Hints) and 100 (Continue) at once: the second one releases the \
                  content, not the first.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 103 Early Hints\r\n\
                  Link: </s.css>; rel=preload\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-two-interims-cut-across",
        purpose: "Cuts between two interim responses in the middle of the second.",
        exercises: &[&CLI_008, &CLI_010, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 102 Processing\r\n\
                  \r\n\
                  HTTP/1.1 100 Con",
            ),
            Step::Pause(20),
            Step::Send(b"tinue\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-the-content-of-a-final-in-pieces",
        purpose: "Sends the content of the final response some time after its head.",
        exercises: &[&CLI_008, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 4\r\n\
                  \r\n",
            ),
            Step::Pause(20),
            Step::Send(b"do"),
            Step::Pause(20),
            Step::Send(b"ne"),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-an-early-final-octet-by-octet",
        purpose: "Refuses at once, one octet at a time; a head half read is not a 100 (Continue).",
        exercises: &[&CLI_013, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Dribble {
                octets: b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
                octets_each: 1,
                gap_ms: 2,
            },
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/segments/reads-an-early-final-cut-within-the-status-code",
        purpose: "Refuses at once, and cuts behind the first digit of the status code.",
        exercises: &[&CLI_013, &CLI_025],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 4"),
            Step::Pause(20),
            Step::Send(b"03 Forbidden\r\nContent-Length: 0\r\n\r\n"),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
