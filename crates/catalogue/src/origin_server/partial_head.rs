//! Heads held back before their end: the last line may change everything.

use expectspec_requirements::{GRM_007, GRM_010, GRM_025, SRV_001};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/partial-head/waits-for-the-end-of-the-head",
        purpose: "Holds back the empty line; the handshake is not due, and the request not to be \
                  applied, before the head is complete.",
        exercises: &[&GRM_025, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n",
            ),
            Step::Quiet,
            Step::Send(b"\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/partial-head/waits-for-the-last-octet-of-the-head",
        purpose: "Holds back the very last LF of the head.",
        exercises: &[&GRM_025, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r",
            ),
            Step::Quiet,
            Step::Send(b"\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/partial-head/waits-for-a-late-member",
        purpose: "Sends a second Expect line after a silence; a 100 before it would have been \
                  too early.",
        exercises: &[&GRM_007, &GRM_025, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n",
            ),
            Step::Quiet,
            Step::Send(b"Expect: foo\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/partial-head/waits-for-a-late-length",
        purpose: "Sends Content-Length only after a silence; until then nothing says that there \
                  is content.",
        exercises: &[&GRM_025, &SRV_001],
        script: &[
            Step::Send(b"POST {path} HTTP/1.1\r\nHost: {host}\r\nExpect: 100-continue\r\n"),
            Step::Quiet,
            Step::Send(b"Content-Length: {length}\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/partial-head/waits-for-a-late-mistake",
        purpose: "Sends a line with whitespace before the colon after a silence; who invited the \
                  content before that must take it back.",
        exercises: &[&GRM_010, &GRM_025],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n",
            ),
            Step::Quiet,
            Step::Send(b"Late : mistake\r\n\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
