//! The 100 (Continue) in other words, and other writing (RFC 9112 §4).

use expectspec_requirements::{CLI_008, CLI_010, CLI_024, CLI_027, CLI_035, GRM_024};

use super::{CREATED, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/continue-form/reads-a-100-without-a-reason",
        purpose: "Leaves the reason phrase out, as HTTP/1.1 allows: the space before it stays.",
        exercises: &[&CLI_008, &CLI_010, &CLI_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 \r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/reads-a-100-with-another-reason",
        purpose: "Gives another reason phrase, which means nothing.",
        exercises: &[&CLI_008, &CLI_010, &CLI_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Go on\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/reads-a-100-whose-reason-is-a-status",
        purpose: "Gives a reason phrase that looks like another status.",
        exercises: &[&CLI_008, &CLI_010, &CLI_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 200 OK\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/reads-a-100-whose-reason-is-a-status-line",
        purpose: "Gives a reason phrase that looks like a final status line; only an empty line \
                  ends the response.",
        exercises: &[&CLI_008, &CLI_010, &CLI_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 HTTP/1.1 200 OK\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/reads-a-100-with-a-long-reason",
        purpose: "Gives a reason phrase of 300 octets.",
        exercises: &[&CLI_008, &CLI_010, &CLI_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 "),
            Step::Repeat { octets: b"Continue! ", times: 30 },
            Step::Send(b"\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/reads-a-100-with-octets-beyond-ascii",
        purpose: "Gives a reason phrase in the octets of another time.",
        exercises: &[&CLI_008, &CLI_010, &CLI_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Weiter, w\xe4r\xb4 gut\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/survives-a-100-without-the-last-space",
        purpose: "Leaves out the space that must precede even no reason phrase: the server is at \
                  fault, yet many do so.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/survives-a-100-of-http-10",
        purpose: "Sends the 100 (Continue) as HTTP/1.0, which knows none: the server is at fault, \
                  and the content no less owed.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.0 100 Continue\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/survives-a-100-with-bare-line-feeds",
        purpose: "Ends the lines of the 100 (Continue) with LF alone, which a recipient may \
                  accept.",
        exercises: &[&CLI_035, &GRM_024],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.1 100 Continue\n\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/continue-form/survives-an-empty-line-before-the-100",
        purpose: "Sends an empty line first, which servers have to bear with, and clients may.",
        exercises: &[&CLI_027, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"\r\nHTTP/1.1 100 Continue\r\n\r\n"),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
