//! Expect in several field lines, which are one list (RFC 9110 §5.3).

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{GRM_007, SRV_001, SRV_002};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/field-lines/reads-two-equal-lines",
        purpose: "Sends the field line twice; together they are a list of two equal members.",
        exercises: &[&GRM_007, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/list/reads-the-same-member-twice",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/field-lines/reads-two-lines-as-one-list",
        purpose: "Splits the list over two lines, the unknown member second: the answer must be \
                  that of one line.",
        exercises: &[&GRM_007, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/list/finds-100-continue-before-another-member",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/field-lines/reads-the-second-line-too",
        purpose: "Splits the list over two lines, 100-continue second; who reads the first line \
                  alone keeps silent.",
        exercises: &[&GRM_007, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/list/finds-100-continue-behind-another-member",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/field-lines/reads-a-line-behind-an-empty-one",
        purpose: "Sends an empty Expect line first; taking it for the whole field hides the \
                  expectation.",
        exercises: &[&GRM_007, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/empty-member/skips-an-empty-member-at-the-start",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/field-lines/reads-a-line-before-an-empty-one",
        purpose: "Sends an empty Expect line last; storing the last line alone erases the \
                  expectation.",
        exercises: &[&GRM_007, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  Expect:\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/empty-member/skips-an-empty-member-at-the-end",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/field-lines/reads-lines-that-are-apart",
        purpose: "Sends the two lines with other fields between; what makes them one field is \
                  the name.",
        exercises: &[&GRM_007, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Expect: foo\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/list/finds-100-continue-behind-another-member",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
];
