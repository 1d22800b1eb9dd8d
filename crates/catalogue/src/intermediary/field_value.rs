//! Other ways to write the same expectation, which no intermediary may tell apart.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{GRM_003, GRM_004, GRM_009, GRM_010, GRM_013, PRX_001, PRX_004};

use super::{CONTINUE, OK};
use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/field-value/answers-capital-letters",
        purpose: "Writes the value in capital letters, which mean the same.",
        exercises: &[&GRM_003, &PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-CONTINUE\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/handshake/relays-100-and-content",
            requirement: &GRM_003,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/answers-mixed-letters",
        purpose: "Writes the value as some clients do, with one capital letter.",
        exercises: &[&GRM_003, &PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-Continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/handshake/relays-100-and-content",
            requirement: &GRM_003,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/answers-a-name-in-small-letters",
        purpose: "Writes the field name in small letters, as whatever comes from HTTP/2 \
                  has it.",
        exercises: &[&GRM_004, &PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/handshake/relays-100-and-content",
            requirement: &GRM_004,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/answers-a-name-in-capital-letters",
        purpose: "Writes the field name in capital letters.",
        exercises: &[&GRM_004, &PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  EXPECT: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/handshake/relays-100-and-content",
            requirement: &GRM_004,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/answers-a-value-without-space",
        purpose: "Leaves out the optional space behind the colon.",
        exercises: &[&GRM_009, &PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/handshake/relays-100-and-content",
            requirement: &GRM_009,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/answers-a-value-within-whitespace",
        purpose: "Surrounds the value with spaces and tabs, which are no part of it.",
        exercises: &[&GRM_009, &PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \t 100-continue \t \r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/handshake/relays-100-and-content",
            requirement: &GRM_009,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/unfolds-or-refuses-a-folded-value",
        purpose: "Folds the value onto a second line and withholds the content: 400, or \
                  both sides see the same expectation.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \x20100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/field-value/refuses-space-before-the-colon",
        purpose: "Puts a space before the colon and withholds the content; 400 is due, and \
                  nothing may be forwarded.",
        exercises: &[&GRM_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect : 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
