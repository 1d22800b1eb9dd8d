//! Refused content that reads as a request: it must be discarded, or the connection closed.

use expectspec_requirements::{CON_001, CON_002, SRV_007, SRV_010};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/desync/discards-late-content-after-a-refusal",
        purpose: "Sends a whole request as the content, but only after the refusal; a server that \
                  counts on no content answers it.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
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
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/desync/discards-content-sent-with-a-refused-head",
        purpose: "Sends a whole request as the content in one write with the head, so that it lies \
                  in the buffer when the refusal is made.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
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
        id: "origin-server/desync/discards-content-sent-while-refusing",
        purpose: "Sends a whole request as the content shortly after the head, to meet the server \
                  in the middle of its refusal.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Pause(50),
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
        id: "origin-server/desync/discards-the-rest-of-refused-content",
        purpose: "Sends the beginning of the content with the head and a whole request as its end; \
                  draining only what is buffered is not enough.",
        exercises: &[&CON_001, &SRV_010],
        content: b"helloGET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  hello",
            ),
            Step::Quiet,
            Step::Send(b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/desync/counts-a-careless-request-as-content",
        purpose: "Leaves out the refused content and sends two requests at once; by the framing \
                  both are content, and no answer is due.",
        exercises: &[&CON_002, &SRV_007, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4096\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/desync/counts-all-of-long-content",
        purpose: "Sends 64 KiB of refused content and then a request that is still within its \
                  length; giving up the drain must not mean parsing.",
        exercises: &[&CON_002, &SRV_007, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1048576\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Repeat {
                octets: b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                times: 1024,
            },
            Step::Send(b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/desync/discards-a-hidden-handshake",
        purpose: "Hides a request with an expectation of its own in refused content; answering its \
                  100 starts a second exchange.",
        exercises: &[&CON_001, &SRV_010],
        content: b"POST {canary} HTTP/1.1\r\n\
              Host: {host}\r\n\
              Content-Length: 5\r\n\
              Expect: 100-continue\r\n\
              \r\n\
              hello",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
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
        id: "origin-server/desync/discards-late-chunks-after-a-refusal",
        purpose: "Sends a whole request as chunk data after the refusal; the chunks must be read \
                  as chunks or not at all.",
        exercises: &[&CON_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"35\r\n\
                  GET /expectspec-canary HTTP/1.1\r\n\
                  Host: expectspec\r\n\
                  \r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
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
        id: "origin-server/desync/discards-chunks-sent-with-a-refused-head",
        purpose: "Sends a whole request as chunk data in one write with the refused head.",
        exercises: &[&CON_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  35\r\n\
                  GET /expectspec-canary HTTP/1.1\r\n\
                  Host: expectspec\r\n\
                  \r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
