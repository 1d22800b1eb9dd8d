//! Connections that wait, or that end in the middle of a handshake, and others beside them.

use expectspec_requirements::{SRV_001, SRV_010, SRV_022};

use crate::{Case, Danger, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/connections/answers-others-while-content-is-withheld",
        purpose: "Leaves three connections waiting for their content, asks on a fourth, and \
                  completes them out of order.",
        exercises: &[&SRV_001, &SRV_010],
        needs: &[Need::ServesInParallel],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Use(2),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Use(0),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Use(1),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/connections/survives-a-reset-behind-the-head",
        purpose: "Resets the connection right after the head and asks again on a fresh one.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Reset,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/connections/survives-a-reset-within-a-chunk",
        purpose: "Resets the connection in the middle of a chunk.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhe"),
            Step::Reset,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/connections/survives-a-broken-promise-of-a-terabyte",
        purpose: "Announces a million million octets, sends a few, and resets the connection.",
        exercises: &[&SRV_001, &SRV_022],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1000000000000\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Reset,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
