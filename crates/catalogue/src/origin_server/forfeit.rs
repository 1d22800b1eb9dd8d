//! Content that a server may think forfeited, as it refuses or misses it: it stays content.

use expectspec_requirements::{CON_001, FRM_001, SRV_003, SRV_004, SRV_008, SRV_010, SRV_016};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/forfeit/discards-content-after-a-missing-host",
        purpose: "Sends a whole request as the content of one that lacks Host; most servers close, \
                  and those that do not must drain.",
        exercises: &[&CON_001, &SRV_016, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-sent-without-a-host",
        purpose: "Sends a whole request as the content in one write with a head that lacks Host.",
        exercises: &[&CON_001, &SRV_016, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-after-417",
        purpose: "Sends a whole request as the content behind an unknown expectation, whether or \
                  not 417 has come.",
        exercises: &[&CON_001, &SRV_008, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: expectspec-unknown\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-sent-with-an-unknown-expectation",
        purpose: "Sends a whole request as the content in one write with an unknown expectation; \
                  an early 417 must not free it.",
        exercises: &[&CON_001, &SRV_008, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: expectspec-unknown\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-after-an-unknown-method",
        purpose: "Sends a whole request as the content of a method that nobody knows.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"EXPECTSPEC {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-of-a-get",
        purpose: "Sends a whole request as the content of GET; a server that thinks GET has none \
                  takes it for the next request.",
        exercises: &[&FRM_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-sent-with-a-get",
        purpose: "Sends a whole request as the content of GET in one write with the head.",
        exercises: &[&FRM_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/forfeit/discards-content-under-http-10",
        purpose: "Sends a whole request as the content of a kept HTTP/1.0 connection, where the \
                  expectation must be ignored and the length must not.",
        exercises: &[&SRV_003, &SRV_004, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Connection: keep-alive\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
