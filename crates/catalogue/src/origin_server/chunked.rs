//! Chunks after the 100: odd sizes, extensions and splits.

use expectspec_requirements::{FRM_008, SRV_001, SRV_010};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/chunked/reads-a-chunk-extension",
        purpose: "Sends a chunk with an extension after the 100.",
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
            Step::Send(b"5;expectspec=1\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/reads-a-quoted-chunk-extension",
        purpose: "Sends a quoted extension that holds a semicolon and what looks like a chunk \
                  size.",
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
            Step::Send(b"5;expectspec=\"a;0\"\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/reads-leading-zeros",
        purpose: "Sends chunk sizes with leading zeros, in the last chunk too.",
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
            Step::Send(b"0000000005\r\nhello\r\n000\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/reads-an-upper-case-size",
        purpose: "Sends a chunk size with an upper-case digit.",
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
            Step::Send(b"A\r\n0123456789\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/reads-a-thousand-chunks",
        purpose: "Sends a thousand chunks of one octet without waiting after the 100.",
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
            Step::Repeat { octets: b"1\r\na\r\n", times: 1000 },
            Step::Send(b"0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/refuses-a-size-beyond-all-counting",
        purpose: "Sends a chunk size of seventeen digits; a reader that wraps sees a small or a \
                  negative one.",
        exercises: &[&FRM_008, &SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"FFFFFFFFFFFFFFFFF\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n\
                  GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/counts-a-size-beyond-64-bits",
        purpose: "Sends a chunk size that becomes five in 64 bits, an end of chunks and a request, \
                  all of which are chunk data.",
        exercises: &[&FRM_008, &SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"1000000000000000\
                  5\r\nhello\r\n0\r\n\r\n\
                  GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/chunked/counts-a-size-beyond-32-bits",
        purpose: "Sends a chunk size that becomes five in 32 bits, an end of chunks and a request, \
                  all of which are chunk data.",
        exercises: &[&FRM_008, &SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"10000000\
                  5\r\nhello\r\n0\r\n\r\n\
                  GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
