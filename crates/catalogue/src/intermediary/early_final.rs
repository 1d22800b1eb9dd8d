//! A final response of the origin server while the content is held back (RFC 9110 §7.5).

use expectspec_requirements::{PRX_001, PRX_020, PRX_021};

use super::{EXPECTING, FORBIDDEN};
use crate::{Case, Service, Step, Until};

// The client sends the content after all, so that a gateway that wants it first comes to its end
// as well. A final response that needed no content is there before that.

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/early-final/relays-200-before-the-content",
        purpose: "Is satisfied before it has seen the content: the response is complete, the \
                  request is not.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK_EARLY)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(OK_EARLY))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final/relays-204-before-the-content",
        purpose: "Answers 204, which has no content of its own, before the content of the \
                  request.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(NO_CONTENT)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(NO_CONTENT))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final/relays-302-before-the-content",
        purpose: "Sends the client elsewhere before the content; where to is for the client to \
                  read.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FOUND)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FOUND))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final/relays-401-before-the-content",
        purpose: "Asks for credentials before the content: the challenge is for the client.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(UNAUTHORIZED)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(UNAUTHORIZED))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final/relays-403-before-the-content",
        purpose: "Refuses before the content, which is what expectations were made for.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final/relays-413-before-the-content",
        purpose: "Finds the length too great: no octet of the content has to come for that.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(TOO_LARGE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(TOO_LARGE))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/early-final/relays-503-before-the-content",
        purpose: "Has no time for content now, and says when to come back; the response is the \
                  origin server's and no failure to reach it.",
        exercises: &[&PRX_001, &PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(UNAVAILABLE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(UNAVAILABLE))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const OK_EARLY: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 2\r\n\
    \r\n\
    ok";
const NO_CONTENT: &[u8] = b"HTTP/1.1 204 No Content\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    \r\n";
const FOUND: &[u8] = b"HTTP/1.1 302 Found\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Location: /expectspec-elsewhere\r\n\
    Content-Length: 0\r\n\
    \r\n";
const UNAUTHORIZED: &[u8] = b"HTTP/1.1 401 Unauthorized\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    WWW-Authenticate: Basic realm=\"t\"\r\n\
    Content-Length: 0\r\n\
    \r\n";
const TOO_LARGE: &[u8] = b"HTTP/1.1 413 Content Too Large\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
const UNAVAILABLE: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Retry-After: 120\r\n\
    Content-Length: 0\r\n\
    \r\n";
