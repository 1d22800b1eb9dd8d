//! Lengths that are no numbers, too many numbers, or very large ones, under an expectation.

use expectspec_requirements::{FRM_003, FRM_009, SRV_001, SRV_010};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/content-length/refuses-a-length-with-a-letter",
        purpose: "Sends a length with a letter behind it, which a lenient number reader cuts off.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5x\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-a-negative-length",
        purpose: "Sends a negative length, which becomes a huge one when read without its sign.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: -1\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-a-signed-length",
        purpose: "Sends a length with a plus sign, which general number readers accept.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: +5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-a-hexadecimal-length",
        purpose: "Sends a length in hexadecimal, which reads as zero or as five.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0x5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-a-split-length",
        purpose: "Sends a length of two numbers with a space between them.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5 5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-an-empty-length",
        purpose: "Sends an empty length, which must not be taken for zero or for none.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length:\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-a-list-of-different-lengths",
        purpose: "Sends a list of two different lengths on one line.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5, 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/refuses-two-different-lengths",
        purpose: "Sends two lengths that differ on two lines, where first and last readers part.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/answers-a-list-of-equal-lengths",
        purpose: "Sends the same length twice in a list: 400, or a handshake as with one.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}, {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/answers-two-equal-lengths",
        purpose: "Sends the same length on two lines: 400, or a handshake as with one.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/reads-leading-zeros",
        purpose: "Sends a length with leading zeros, which the grammar allows and which is not \
                  octal.",
        exercises: &[&SRV_001, &SRV_010],
        content: b"0123456789",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0000000010\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/discards-content-of-a-bad-length",
        purpose: "Sends a whole request behind a head whose length is bad; after the 400 nothing \
                  more may be answered.",
        exercises: &[&FRM_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5x\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/counts-beyond-32-bits",
        purpose: "Sends a length that becomes five in 32 bits; what follows those five octets must \
                  stay content.",
        exercises: &[&FRM_009, &SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4294967301\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"helloGET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/counts-beyond-63-bits",
        purpose: "Sends a length that is negative in 64 bits with a sign.",
        exercises: &[&FRM_009, &SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 9223372036854775813\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"helloGET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/content-length/counts-beyond-64-bits",
        purpose: "Sends a length that becomes five in 64 bits.",
        exercises: &[&FRM_009, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 18446744073709551621\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"helloGET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
