//! Refusals that the head alone decides, and how the connection goes on after them.

use expectspec_requirements::{
    CON_001, CON_003, CON_004, FRM_001, RED_004, SRV_001, SRV_007, SRV_008, SRV_009, SRV_010,
    SRV_016,
};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/refusal/closes-after-a-final-response-that-says-so",
        purpose: "Asks with no Host, takes the refusal, and sends the content and another request \
                  only when the connection should be over.",
        exercises: &[&SRV_016, &CON_003, &CON_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Await(Until::Close),
            Step::Send(b"{content}GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/refusal/stays-aligned-after-refusing-a-length",
        purpose: "Sends the refused content in full and then another request: both must be read \
                  apart, or the connection closed.",
        exercises: &[&CON_001, &SRV_001, &SRV_007, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
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
        id: "origin-server/refusal/stays-aligned-after-refusing-chunked-content",
        purpose: "Sends the refused content as chunks and then another request; what remains of \
                  the chunks must not be taken for it.",
        exercises: &[&CON_001, &SRV_001, &SRV_007, &SRV_010],
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
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/refusal/stays-aligned-after-refusing-a-method",
        purpose: "Posts to a resource that is there to be read, so that 405 may be due from the \
                  head alone.",
        exercises: &[&CON_001, &SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
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
        id: "origin-server/refusal/stays-aligned-over-three-refusals",
        purpose: "Repeats a refused handshake three times on one connection; what one of them \
                  leaves behind shifts the next.",
        exercises: &[&CON_001, &SRV_001, &SRV_007, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
        id: "origin-server/refusal/serves-the-connection-after-417",
        purpose: "States an expectation that the server does not know; if it answers 417 and \
                  stays, the next request must be served.",
        exercises: &[&SRV_009, &SRV_008, &SRV_010],
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
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/refusal/answers-100-after-a-refusal",
        purpose: "Starts a handshake behind a refused one on the same connection; a flag left \
                  standing withholds its 100.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
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
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/refusal/sends-no-100-after-a-final-response",
        purpose: "Watches after the first answer to a GET with content, then sends the content: a \
                  server that drains late may invite it only now.",
        exercises: &[&SRV_001, &SRV_010, &FRM_001],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/refusal/answers-a-doubled-slash-before-content",
        purpose: "Asks for a path that many servers redirect to a tidier one, which the head alone \
                  decides.",
        exercises: &[&SRV_001, &RED_004],
        script: &[
            Step::Send(
                b"POST //expectspec//{nonce} HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
];
