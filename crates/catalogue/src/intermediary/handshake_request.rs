//! Handshakes of requests with other methods, lengths and heads, which change nothing.

use expectspec_requirements::{
    FRM_001, FRM_009, PRX_001, PRX_004, PRX_007, PRX_016, PRX_020, SRV_010,
};

use super::{CONTINUE, FORBIDDEN, OK};
use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/handshake-request/relays-100-for-put",
        purpose: "Puts the content, which is idempotent and might be sent again by whoever keeps \
                  it.",
        exercises: &[&PRX_001, &PRX_004, &PRX_007],
        script: &[
            Step::Send(
                b"PUT {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-100-for-patch",
        purpose: "Patches with a media type, a method that came later than the expectation did.",
        exercises: &[&PRX_001, &PRX_004, &PRX_007],
        script: &[
            Step::Send(
                b"PATCH {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Type: text/plain\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-100-for-delete-with-content",
        purpose: "Deletes with content, which few expect there; the framing announces it, and the \
                  method does not matter.",
        exercises: &[&PRX_001, &PRX_004, &FRM_001],
        script: &[
            Step::Send(
                b"DELETE {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-100-for-get-with-content",
        purpose: "Gets with content that is withheld: whoever drops it has to drop its length, \
                  too, or refuse.",
        exercises: &[&PRX_001, &FRM_001],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-100-for-an-unknown-method",
        purpose: "Uses a method that nobody has heard of; it is for the origin server to refuse.",
        exercises: &[&PRX_001, &FRM_001],
        script: &[
            Step::Send(
                b"EXPECTSPEC {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-100-for-one-octet",
        purpose: "Withholds a single octet, the least for which an expectation may be stated.",
        exercises: &[&PRX_001, &PRX_004, &PRX_007],
        content: b"h",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-100-behind-a-head-in-pieces",
        purpose: "Sends the head in pieces of seven octets; the answer is due from its end on.",
        exercises: &[&PRX_001, &PRX_004],
        script: &[
            Step::Dribble {
                octets: b"POST {target}/a HTTP/1.1\r\n\
                          Host: {host}\r\n\
                          Content-Length: {length}\r\n\
                          Expect: 100-continue\r\n\
                          \r\n",
                octets_each: 7,
                gap_ms: 5,
            },
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake-request/relays-100-within-the-content",
        purpose: "Sends some of the content with the head and waits with the rest: a 100 may still \
                  come, and none is owed.",
        exercises: &[&PRX_004, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  he",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"llo"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake-request/relays-100-behind-many-fields",
        purpose: "States the expectation behind fields of every other kind, where a hasty reader \
                  has stopped.",
        exercises: &[&PRX_001, &PRX_004, &PRX_016],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Type: text/plain\r\n\
                  Accept: */*\r\n\
                  Accept-Language: en\r\n\
                  Cache-Control: no-cache\r\n\
                  Cookie: a=b\r\n\
                  From: somebody@example.org\r\n\
                  If-None-Match: \"a\"\r\n\
                  User-Agent: expectspec\r\n\
                  Via: 1.1 example\r\n\
                  X-Unknown: 100-continue\r\n\
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
    Case {
        id: "intermediary/handshake-request/relays-the-refusal-of-a-terabyte",
        purpose: "Announces the length of the RFC's example, which the origin server refuses; \
                  nobody needs to see any of it for that.",
        exercises: &[&PRX_001, &PRX_020, &FRM_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1234567890987\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
        ],
        ..Case::PLAIN
    },
];
