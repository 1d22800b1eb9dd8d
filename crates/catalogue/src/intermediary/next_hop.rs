//! An origin server that speaks HTTP/1.0, known as such or not (RFC 9110 §10.1.1).

use expectspec_requirements::{FRM_001, PRX_003, PRX_012, PRX_015, PRX_020};

use super::{CONTINUE, EXPECTING, KEPT};
use crate::{Case, Service, Step, Until};

// What an intermediary has learned of the next hop holds for other cases too. So each case ends with
// an exchange over HTTP/1.1, and is played alone since that leaves a connection open.

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/next-hop/relays-a-final-of-http-1-0",
        purpose: "Answers as HTTP/1.0 when the content has come, to a request without an \
                  expectation: the version on the way back is the intermediary's.",
        exercises: &[&FRM_001, &PRX_015],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/next-hop/relays-an-early-final-of-http-1-0",
        purpose: "Refuses as HTTP/1.0 before the content, as an old origin server does that looks \
                  at nothing but the head.",
        exercises: &[&PRX_015, &PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN_10)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN_10))]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/next-hop/relays-a-final-that-ends-with-its-connection",
        purpose: "Answers as HTTP/1.0 with no length, and ends the connection behind the content: \
                  that is the end of the response, but not of the client's connection.",
        exercises: &[&FRM_001, &PRX_015],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(
                    b"HTTP/1.0 200 OK\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      \r\n\
                      ok",
                ),
                Step::Finish,
            ]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/next-hop/relays-a-100-of-http-1-0",
        purpose: "Sends a 100 (Continue) whose version is HTTP/1.0, which has no such response, \
                  and the final response likewise.",
        exercises: &[&PRX_015],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.0 100 Continue\r\n\r\n"),
            ]),
            Step::Pause(50),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/next-hop/answers-itself-once-the-next-hop-is-known",
        purpose: "Has answered a GET as HTTP/1.0 when the handshake begins: whoever remembers may \
                  send the 100 (Continue) itself, and whoever forwards gets one.",
        exercises: &[&PRX_003, &PRX_012, &PRX_015],
        script: &[
            Step::Send(GET_Y),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/next-hop/lets-no-client-wait-for-an-old-one",
        purpose: "Has answered a GET as HTTP/1.0 and then says nothing to an expectation for a \
                  while, as old origin servers do; the client sends the content by itself.",
        exercises: &[&FRM_001, &PRX_003, &PRX_012],
        script: &[
            Step::Send(GET_Y),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request)]),
            Step::Pause(100),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Pause(200),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Send(OK_10),
            ]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/next-hop/knows-what-chunks-are-to-an-old-one",
        purpose: "Has answered a GET as HTTP/1.0 when a client uploads in chunks, which an old \
                  next hop can't read: 411, a length or an attempt all the same.",
        exercises: &[&FRM_001, &PRX_003],
        script: &[
            Step::Send(GET_Y),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK_10)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(GET_Z),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const GET_Y: &[u8] = b"GET {target}/y HTTP/1.1\r\n\
    Host: {host}\r\n\
    \r\n";
const GET_Z: &[u8] = b"GET {target}/z HTTP/1.1\r\n\
    Host: {host}\r\n\
    \r\n";
const FORBIDDEN_10: &[u8] = b"HTTP/1.0 403 Forbidden\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
const OK_10: &[u8] = b"HTTP/1.0 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 2\r\n\
    \r\n\
    ok";
