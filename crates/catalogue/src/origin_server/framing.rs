//! Messages whose end may be read in two ways, and messages without content, under an expectation.

use expectspec_requirements::{
    FRM_002, FRM_005, FRM_006, FRM_011, SRV_001, SRV_003, SRV_004, SRV_010, SRV_023,
};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/framing/closes-after-length-and-chunked",
        purpose: "Sends a length and chunked, then chunks: refused or read as chunks, and closed \
                  after the final response.",
        exercises: &[&FRM_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/closes-after-chunked-and-length",
        purpose: "Sends chunked before the length, for a reader that lets the last field win.",
        exercises: &[&FRM_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Content-Length: 5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/refuses-content-framed-by-length-alone",
        purpose: "Sends a length and chunked, then content that only the length delimits; success \
                  would mean that chunked was overruled.",
        exercises: &[&FRM_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"hello\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/answers-nothing-behind-length-and-chunked",
        purpose: "Sends a long length and chunked, an end of chunks and a request within that \
                  length; the connection must close first.",
        exercises: &[&FRM_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4096\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5\r\nhello\r\n0\r\n\r\n\
                  GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/closes-after-chunked-under-http-10",
        purpose: "Sends chunked over a kept HTTP/1.0 connection with the expectation: no interim \
                  response, and a close after the final one.",
        exercises: &[&FRM_006, &SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Connection: keep-alive\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/waits-for-no-content-of-put",
        purpose: "Sends PUT with the expectation and no framing, which has broken servers that \
                  were sure of content.",
        exercises: &[&FRM_002, &SRV_010],
        script: &[
            Step::Send(
                b"PUT {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/ignores-an-empty-line-behind-a-handshake",
        purpose: "Sends an empty line before the request that follows a handshake, as old clients \
                  did.",
        exercises: &[&FRM_011, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Send(b"\r\nGET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/framing/answers-411-or-asks-for-chunks",
        purpose: "Starts a handshake with chunked content; a server that wants a length says so at \
                  once.",
        exercises: &[&SRV_001, &SRV_023],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
