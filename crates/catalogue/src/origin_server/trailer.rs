//! Trailer sections: Expect is not among the fields that they may hold.

use expectspec_requirements::{SRV_001, SRV_010, TRL_002, TRL_003};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/trailer/ignores-an-expectation-in-trailers",
        purpose: "Sends the expectation as a trailer field, when all the content is there.",
        exercises: &[&TRL_002, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Trailer: Expect\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  5\r\n\
                  hello\r\n\
                  0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/trailer/ignores-an-unknown-expectation-in-trailers",
        purpose: "Sends an unknown expectation as a trailer field; 417 would mean that it was \
                  merged into the header section.",
        exercises: &[&TRL_002, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  5\r\n\
                  hello\r\n\
                  0\r\n\
                  Expect: expectspec-unknown\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/trailer/ignores-trailers-of-a-handshake",
        purpose: "Sends an unknown expectation in the trailers of a handshake that was answered.",
        exercises: &[&TRL_002, &SRV_001],
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
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  Expect: expectspec-unknown\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/trailer/ignores-framing-in-trailers",
        purpose: "Sends a length as a trailer field of a handshake; it must not delimit anything.",
        exercises: &[&TRL_002, &SRV_001],
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
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  Content-Length: 99\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/trailer/ends-at-the-empty-line-behind-trailers",
        purpose: "Stops after the last chunk, and sends trailers and another request later; the \
                  request must be answered once.",
        exercises: &[&TRL_003, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n"),
            Step::Quiet,
            Step::Send(
                b"X-Checksum: 1\r\n\
                  \r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/trailer/ends-at-the-empty-line-without-trailers",
        purpose: "Stops after the last chunk and sends the empty line with the next request.",
        exercises: &[&TRL_003, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n"),
            Step::Quiet,
            Step::Send(b"\r\nGET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
