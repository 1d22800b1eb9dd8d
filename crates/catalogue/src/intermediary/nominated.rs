//! Expect as a connection option, which makes it a matter of one hop (RFC 9110 §7.6.1).

use expectspec_requirements::{PRX_001, PRX_004, PRX_009};

use super::{CONTINUE, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/nominated/removes-expect-and-leaves-no-client-waiting",
        purpose: "Names Expect as a connection option and withholds the content: the field \
                  has to go, and somebody has to answer all the same.",
        exercises: &[&PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: expect\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/nominated/removes-expect-with-content",
        purpose: "Names Expect as a connection option and sends the content at once, so \
                  that only the forwarded head counts.",
        exercises: &[&PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: Expect\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/nominated/removes-expect-named-behind-another-option",
        purpose: "Names Expect last of three connection options.",
        exercises: &[&PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive, x-hop, expect\r\n\
                  Expect: 100-continue\r\n\
                  X-Hop: 1\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/nominated/removes-expect-named-in-a-second-line",
        purpose: "Names Expect in a second Connection line, behind the expectation.",
        exercises: &[&PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
                  Connection: EXPECT\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/nominated/removes-an-unknown-expectation",
        purpose: "Names Expect as a connection option where it holds an unknown \
                  expectation: what is for the intermediary alone goes no further.",
        exercises: &[&PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: expect\r\n\
                  Expect: foo\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/nominated/removes-only-what-is-named",
        purpose: "Names another field as a connection option; that one has to go, and the \
                  expectation stays.",
        exercises: &[&PRX_001, &PRX_004, &PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: x-hop\r\n\
                  X-Hop: 1\r\n\
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
        id: "intermediary/nominated/takes-no-expectation-for-a-field-name",
        purpose: "Names the expectation and not the field as a connection option, which \
                  removes nothing.",
        exercises: &[&PRX_001, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: 100-continue\r\n\
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
        id: "intermediary/nominated/removes-a-nominated-trailer-field",
        purpose: "Names a field as a connection option that comes in the trailer section, \
                  which is to be removed there as well.",
        exercises: &[&PRX_009],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: x-hop\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\nX-Hop: 1\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
