//! Fields in the 100 (Continue), which change nothing (RFC 9110 §15.2, RFC 9112 §6.3).

use expectspec_requirements::{CLI_008, CLI_009, CLI_010, CLI_013, CLI_023, CLI_033, GRM_014};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/continue-fields/reads-a-100-with-fields",
        purpose: "Sends the usual fields with the 100 (Continue), as many servers do.",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Server: expectspec\r\n\
                  Date: Sat, 21 Nov 2026 12:00:00 GMT\r\n\
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
        id: "client/continue-fields/reads-a-100-with-fields-of-every-case",
        purpose: "Writes field names in the 100 (Continue) in odd letters, without space, and \
                  with much.",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  sErVeR:expectspec\r\n\
                  X-A: \t a \t\r\n\
                  X-B:\r\n\
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
        id: "client/continue-fields/takes-nothing-from-a-length-of-five",
        purpose: "Announces five octets of content in the 100 (Continue): an interim response has \
                  none, whatever it says.",
        exercises: &[&CLI_008, &CLI_023],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Content-Length: 5\r\n\
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
        id: "client/continue-fields/takes-nothing-from-a-length-of-zero",
        purpose: "Announces no content in the 100 (Continue), as careless servers do.",
        exercises: &[&CLI_008, &CLI_023],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Content-Length: 0\r\n\
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
        id: "client/continue-fields/takes-nothing-from-chunks-announced",
        purpose: "Announces chunks in the 100 (Continue), and sends none.",
        exercises: &[&CLI_008, &CLI_023],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Transfer-Encoding: chunked\r\n\
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
        id: "client/continue-fields/takes-nothing-from-a-length-with-the-final-behind",
        purpose: "Announces a length in the 100 (Continue) and sends the final response in the \
                  same segment; a client that skips so many octets cuts into its head.",
        exercises: &[&CLI_008, &CLI_013, &CLI_023],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Content-Length: 20\r\n\
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
        id: "client/continue-fields/goes-on-after-a-close-option-in-a-100",
        purpose: "Says `close` in the 100 (Continue): the connection ends with the final \
                  response, not before it.",
        exercises: &[&CLI_008, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Connection: close\r\n\
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
        id: "client/continue-fields/unfolds-a-100",
        purpose: "Folds a field line in the 100 (Continue), which a user agent has to read as a \
                  space.",
        exercises: &[&CLI_008, &GRM_014],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\nX-A: a\r\n b\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-fields/unfolds-a-100-with-a-status-line-in-it",
        purpose: "Folds a field line so that what follows looks like a status line.",
        exercises: &[&CLI_008, &GRM_014],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  X-A: a\r\n\
                  \x20HTTP/1.1 200 OK\r\n\
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
        id: "client/continue-fields/unfolds-a-final",
        purpose: "Folds a field line in the final response.",
        exercises: &[&CLI_008, &GRM_014],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  X-A: a\r\n\
                  \tb\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-fields/sees-no-switch-in-a-100",
        purpose: "Names a protocol in the 100 (Continue), which switches nothing.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Connection: upgrade\r\n\
                  Upgrade: h2c\r\n\
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
        id: "client/continue-fields/follows-nowhere-from-a-100",
        purpose: "Names another place in the 100 (Continue), which redirects nobody.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  Location: /elsewhere\r\n\
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
        id: "client/continue-fields/reads-a-100-with-many-fields",
        purpose: "Sends 60 fields with the 100 (Continue), some 1 KiB in all, no more than a \
                  final response may have.",
        exercises: &[&CLI_008, &CLI_009, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\r\n"),
            Step::Repeat { octets: b"X-Field: a value\r\n", times: 60 },
            Step::Send(b"\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
