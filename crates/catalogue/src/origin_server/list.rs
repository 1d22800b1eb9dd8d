//! Expect as a list: empty members, several members, several field lines.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{GRM_008, GRM_023, SRV_001, SRV_002};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/list/reads-the-same-member-twice",
        purpose: "Names the expectation twice in one line; two 100s are legal, silence is not.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, 100-continue\r\n\
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
        id: "origin-server/list/finds-100-continue-before-another-member",
        purpose: "Puts an unknown member behind 100-continue: 417, 100 or a final response, but \
                  not silence.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, foo\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/finds-100-continue-behind-another-member",
        purpose: "Puts an unknown member before 100-continue; reading the first member alone \
                  leaves the client waiting.",
        exercises: &[&GRM_008, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo, 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/finds-100-continue-without-whitespace",
        purpose: "Leaves out the whitespace behind the comma; splitting at comma and space finds \
                  one member.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo,100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/finds-100-continue-between-whitespace",
        purpose: "Writes tabs around the comma, all of it optional whitespace.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo \t,\t 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/finds-100-continue-before-a-member-with-value",
        purpose: "Gives the other member a value; the grammar allows it, and it changes nothing.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, foo=bar\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/finds-100-continue-behind-a-quoted-comma",
        purpose: "Quotes a comma in the member before; the member behind it must still be found.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"a, b\", 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/finds-100-continue-behind-a-quoted-backslash",
        purpose: "Ends a quoted-string with an escaped backslash; who takes it for an escaped \
                  quote never leaves the string.",
        exercises: &[&GRM_008, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"\\\\\", 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/list/survives-10000-members",
        purpose: "Sends the expectation 10,000 times; a 100 for each, or time that grows with \
                  the square, would show.",
        exercises: &[&GRM_023],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: ",
            ),
            Step::Repeat { octets: b"100-continue, ", times: 9999 },
            Step::Send(b"100-continue\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
];
