//! Methods with rules of their own, and methods that nobody knows, under an expectation.

use expectspec_requirements::{FRM_001, FRM_002, MTH_003, MTH_005, SRV_001, SRV_010};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/method/answers-head-with-chunked-content",
        purpose: "Starts a chunked handshake with HEAD; the content comes in, and none goes out.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"HEAD {get} HTTP/1.1\r\n\
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
        id: "origin-server/method/answers-trace",
        purpose: "Sends TRACE with a needless expectation: reflected or refused, but not waited \
                  on.",
        exercises: &[&MTH_005, &FRM_002],
        script: &[
            Step::Send(
                b"TRACE {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/method/answers-trace-with-content",
        purpose: "Starts a handshake with TRACE, which no client should give content; an answer is \
                  due all the same.",
        exercises: &[&MTH_005, &SRV_010],
        script: &[
            Step::Send(
                b"TRACE {get} HTTP/1.1\r\n\
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
        id: "origin-server/method/answers-connect",
        purpose: "Sends CONNECT with a needless expectation: refused, or a tunnel, but no waiting \
                  for content.",
        exercises: &[&FRM_002, &MTH_003],
        script: &[
            Step::Send(
                b"CONNECT {host} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/method/answers-a-method-in-lower-case",
        purpose: "Starts a handshake with post in lower case, which is not POST.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"post {path} HTTP/1.1\r\n\
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
        id: "origin-server/method/answers-options-for-the-server",
        purpose: "Starts a handshake with OPTIONS for the server as a whole, which has no path to \
                  look at.",
        exercises: &[&FRM_001, &SRV_001],
        script: &[
            Step::Send(
                b"OPTIONS * HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Type: text/plain\r\n\
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
