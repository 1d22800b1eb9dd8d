//! Expectations other than 100-continue: forwarded as they are, or answered (RFC 9110 §10.1.1).

use expectspec_requirements::{FRM_001, PRX_011, PRX_028, SRV_010};

use super::OK;
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/expectation/forwards-or-refuses-an-unknown-one",
        purpose: "States an expectation that nobody has defined, with the content behind \
                  it: 417 is allowed, and to forward it as it is.",
        exercises: &[&PRX_011, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
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
        id: "intermediary/expectation/forwards-or-refuses-an-unknown-one-before-content",
        purpose: "Withholds the content behind an unknown expectation for a while; no 100 \
                  is due, and the content has to find its way when it comes.",
        exercises: &[&PRX_011, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/relays-417-for-an-unknown-one",
        purpose: "Lets the origin server refuse what the intermediary did not: the client \
                  has to learn of the 417.",
        exercises: &[&PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FAILED))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/forwards-or-refuses-an-unknown-one-without-content",
        purpose: "States an unknown expectation in a GET, so that nothing has to be waited \
                  for.",
        exercises: &[&PRX_011, &PRX_028],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/forwards-or-refuses-one-with-a-value",
        purpose: "Gives the unknown expectation a value, which must come through as it is.",
        exercises: &[&PRX_011, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=bar\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/finds-no-100-continue-in-a-quoted-string",
        purpose: "Hides the known word in the quoted value of an unknown expectation; the \
                  comma within does not end a member.",
        exercises: &[&PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"a, 100-continue\"\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/forwards-or-refuses-an-unterminated-quoted-string",
        purpose: "Leaves the quoted value without its end, so that it matches no grammar; \
                  to refuse it is allowed, to lose the content is not.",
        exercises: &[&FRM_001, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/forwards-or-refuses-a-parameter",
        purpose: "Gives 100-continue a parameter, of which none is defined.",
        exercises: &[&FRM_001, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue;q=1\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/forwards-or-refuses-a-value-of-100-continue",
        purpose: "Gives 100-continue a value, which makes it another expectation.",
        exercises: &[&PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue=1\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation/forwards-or-refuses-the-obsolete-200-ok",
        purpose: "States the expectation that old scanners send, on a connection that must \
                  be in order behind it.",
        exercises: &[&PRX_028, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 200-ok\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
];

/// The refusal of an expectation by the origin server.
const FAILED: &[u8] = b"HTTP/1.1 417 Expectation Failed\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
