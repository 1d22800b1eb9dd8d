//! What a handshake leaves to the connection: close options, and no state for the next request.

use expectspec_requirements::{
    CON_005, CON_006, CON_010, CON_012, SRV_001, SRV_003, SRV_004, SRV_010,
};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/persistence/closes-after-content-sent-at-once",
        purpose: "Asks for the connection to be closed and sends the content with the head.",
        exercises: &[&CON_005, &CON_006, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: close\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/persistence/closes-after-refusing",
        purpose: "Asks for the connection to be closed in a handshake that is refused, then sends \
                  what would be another request.",
        exercises: &[&CON_005, &CON_006, &SRV_001],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: close\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/persistence/answers-a-length-behind-chunks",
        purpose: "Makes a chunked handshake and then one with a length; the reader must be set up \
                  anew.",
        exercises: &[&SRV_001, &CON_012],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
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
        id: "origin-server/persistence/answers-100-behind-http-10",
        purpose: "Starts a handshake behind a kept HTTP/1.0 request; the rule for HTTP/1.0 binds \
                  that request alone.",
        exercises: &[&SRV_003, &SRV_004, &CON_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Connection: keep-alive\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
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
        id: "origin-server/persistence/reads-content-that-looks-like-responses",
        purpose: "Sends content that reads as interim and final responses; it must stay content.",
        exercises: &[&SRV_001, &SRV_010],
        content: b"HTTP/1.1 100 Continue\r\n\
              \r\n\
              HTTP/1.1 200 OK\r\n\
              Content-Length: 0\r\n\
              \r\n",
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
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
