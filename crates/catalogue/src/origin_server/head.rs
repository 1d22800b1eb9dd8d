//! Well-formed heads: the case of the name, and the place of the field.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{GRM_004, GRM_008, SRV_001, SRV_002};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/head/reads-the-name-in-upper-case",
        purpose: "Writes the field name in upper case.",
        exercises: &[&GRM_004, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  EXPECT: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_004,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head/reads-the-name-in-lower-case",
        purpose: "Writes the field name in lower case, as clients of later HTTP versions do.",
        exercises: &[&GRM_004, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_004,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head/reads-the-name-in-mixed-case",
        purpose: "Writes the field name in mixed case; a table of the usual spellings misses it.",
        exercises: &[&GRM_004, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  eXpEcT: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_004,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head/finds-expect-before-all-other-fields",
        purpose: "Sends Expect first; a decision made while reading would not know yet whether \
                  content is announced.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Expect: 100-continue\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n",
            ),
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
        id: "origin-server/head/finds-expect-between-other-fields",
        purpose: "Sends Expect between Host and Content-Length; the order of different fields \
                  has no meaning.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  Content-Length: {length}\r\n\
                  \r\n",
            ),
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
        id: "origin-server/head/finds-expect-before-ninety-fields",
        purpose: "Sends 90 other fields behind Expect; the place in a long section is of no \
                  influence.",
        exercises: &[&SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n",
            ),
            Step::Repeat { octets: b"X-Filler: of no interest\r\n", times: 90 },
            Step::Send(b"\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/head/finds-expect-behind-ninety-fields",
        purpose: "Sends 90 other fields before Expect; a table with fewer places loses it \
                  without a word.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Send(b"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n"),
            Step::Repeat { octets: b"X-Filler: of no interest\r\n", times: 90 },
            Step::Send(b"Expect: 100-continue\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/head/finds-expect-before-ninety-fields",
            requirement: &GRM_008,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
];
