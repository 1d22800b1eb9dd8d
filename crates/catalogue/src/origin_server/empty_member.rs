//! Empty list members, which a recipient must ignore (RFC 9110 §5.6.1.2).

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{GRM_006, GRM_022, GRM_023, SRV_001};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/empty-member/skips-an-empty-member-at-the-start",
        purpose: "Begins the list with an empty member, which must be ignored.",
        exercises: &[&GRM_006, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: ,100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_006,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/empty-member/skips-an-empty-member-at-the-end",
        purpose: "Ends the list with an empty member; the value as a whole is no longer the token.",
        exercises: &[&GRM_006, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue,\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_006,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/empty-member/skips-empty-members-all-around",
        purpose: "Puts empty members with whitespace on both sides.",
        exercises: &[&GRM_006, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: , ,100-continue , ,\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &GRM_006,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/empty-member/ignores-a-lone-comma",
        purpose: "Sends a list of empty members only; it holds no expectation, so silence is \
                  right.",
        exercises: &[&GRM_022],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: ,\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/empty-member/ignores-commas-and-whitespace",
        purpose: "Sends three empty members with whitespace between; each alone must be trimmed \
                  before it is counted.",
        exercises: &[&GRM_022],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: , \t, ,\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/empty-member/survives-10000-empty-members",
        purpose: "Sends 10,000 commas before the expectation, far more than a reasonable number: \
                  refused or read, in bounded time.",
        exercises: &[&GRM_023],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: ",
            ),
            Step::Repeat { octets: b",", times: 10000 },
            Step::Send(b"100-continue\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
];
