//! Forms of an early final response, and how long both connections outlive it (RFC 9112 §9.3).

use expectspec_requirements::{CON_001, PRX_018, PRX_020, PRX_021};

use super::{CONTINUE, EXPECTING, FORBIDDEN, KEPT, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/early-final-form/relays-a-long-one",
        purpose: "Refuses with 40 KiB of explanation before any content: all of it is relayed, \
                  though nothing was uploaded.",
        exercises: &[&PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 403 Forbidden\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 40960\r\n\
                      \r\n",
                ),
                Step::Repeat { octets: b"0123456789abcdef", times: 2560 },
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(FORBIDDEN))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/relays-chunks",
        purpose: "Refuses in chunks, with a trailer section, before any content.",
        exercises: &[&PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CHUNKED)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(CHUNKED))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/relays-one-that-ends-with-its-connection",
        purpose: "Refuses before any content, and ends the response by ending the connection.",
        exercises: &[&PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 403 Forbidden\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      \r\n\
                      no",
                ),
                Step::Finish,
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(FORBIDDEN))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/relays-one-in-pieces",
        purpose: "Refuses in pieces of seven octets: what has come of a final response is not yet \
                  the response, and the content is not due in between.",
        exercises: &[&PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Dribble { octets: FORBIDDEN, octets_each: 7, gap_ms: 2 },
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(FORBIDDEN))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/relays-417",
        purpose: "Answers 417 (Expectation Failed): that is for the client, who may repeat the \
                  request; the intermediary is not asked to.",
        exercises: &[&PRX_018, &PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FAILED)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(FAILED))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/relays-one-within-the-content",
        purpose: "Asks for the content and answers 413 when half of it has been sent, while the \
                  client pauses: the response must not wait for the rest.",
        exercises: &[&PRX_020, &PRX_021],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 10\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"01234"),
            Step::Pause(50),
            Step::AtOrigin(&[Step::Send(TOO_LARGE)]),
            Step::Quiet,
            Step::Send(b"56789"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(TOO_LARGE))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/counts-the-content-behind-one-that-persists",
        purpose: "Refuses on a connection that may persist; the client sends the content after \
                  all and another request behind it, which begins where the content ends.",
        exercises: &[&CON_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN_AND_KEPT)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN_AND_KEPT))]),
            Step::Await(Until::Final),
            Step::Send(
                b"GET {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/counts-the-content-behind-one-that-closes",
        purpose: "Refuses and closes, which ends the inbound connection and not the client's: the \
                  content and another request behind it are counted right, or that ends as well.",
        exercises: &[&CON_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Send(
                b"GET {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Late(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final-form/starts-anew-with-credentials",
        purpose: "Asks for credentials before the content; the client sends what it owes and then \
                  the request again with credentials, and the handshake starts anew.",
        exercises: &[&CON_001, &PRX_018, &PRX_020],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(UNAUTHORIZED)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(UNAUTHORIZED))]),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Authorization: Basic dDp0\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const CHUNKED: &[u8] = b"HTTP/1.1 403 Forbidden\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Transfer-Encoding: chunked\r\n\
    \r\n\
    2\r\n\
    no\r\n\
    0\r\n\
    X-Trailer: 1\r\n\
    \r\n";
const FAILED: &[u8] = b"HTTP/1.1 417 Expectation Failed\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
const FORBIDDEN_AND_KEPT: &[u8] = b"HTTP/1.1 403 Forbidden\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
const TOO_LARGE: &[u8] = b"HTTP/1.1 413 Content Too Large\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
const UNAUTHORIZED: &[u8] = b"HTTP/1.1 401 Unauthorized\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    WWW-Authenticate: Basic realm=\"t\"\r\n\
    Content-Length: 0\r\n\
    \r\n";
