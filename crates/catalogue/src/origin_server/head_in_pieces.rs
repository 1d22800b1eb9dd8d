//! Heads that arrive in pieces: any segmentation is the same head.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{GRM_008, SRV_001, SRV_002};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/head-in-pieces/reads-a-head-octet-by-octet",
        purpose: "Sends the head one octet a write; what matters is the head when it is complete.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Dribble {
                octets: b"POST {path} HTTP/1.1\r\n\
                    Host: {host}\r\n\
                    Content-Length: {length}\r\n\
                    Expect: 100-continue\r\n\
                    \r\n",
                octets_each: 1,
                gap_ms: 2,
            },
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head-in-pieces/reads-a-value-in-two-pieces",
        purpose: "Splits the head within the value; a search in each read by itself finds it in \
                  neither.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-con",
            ),
            Step::Pause(50),
            Step::Send(b"tinue\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head-in-pieces/reads-a-name-in-two-pieces",
        purpose: "Splits the head within the field name.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Exp",
            ),
            Step::Pause(50),
            Step::Send(b"ect: 100-continue\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head-in-pieces/reads-name-and-value-in-two-pieces",
        purpose: "Splits the head between name and value, behind the colon.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:",
            ),
            Step::Pause(50),
            Step::Send(b" 100-continue\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head-in-pieces/reads-a-field-in-a-piece-of-its-own",
        purpose: "Sends request-line, fields and empty line in four writes; any of them may be a \
                  whole read.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(b"POST {path} HTTP/1.1\r\n"),
            Step::Pause(50),
            Step::Send(b"Host: {host}\r\nContent-Length: {length}\r\n"),
            Step::Pause(50),
            Step::Send(b"Expect: 100-continue\r\n"),
            Step::Pause(50),
            Step::Send(b"\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head-in-pieces/reads-a-line-end-in-two-pieces",
        purpose: "Splits the head between CR and LF of the last field line.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r",
            ),
            Step::Pause(50),
            Step::Send(b"\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
];
