//! HTTP/1.0: the expectation is ignored, and no interim response is sent.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{CON_010, FRM_006, SRV_003, SRV_004, SRV_010};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/http-10/answers-http-10-without-expectation",
        purpose: "Sends content late in HTTP/1.0 without Expect: what the same request with \
                  Expect is compared with.",
        exercises: &[&SRV_004, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/sends-no-interim-to-http-10",
        purpose: "Holds the content back in HTTP/1.0; the expectation must be ignored, so \
                  silence is right.",
        exercises: &[&SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/http-10/answers-http-10-without-expectation",
            requirement: &SRV_003,
            agree: Agree::StatusCodes,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/sends-no-interim-to-http-10-with-content-at-once",
        purpose: "Sends head and content of an HTTP/1.0 request in one write; 417 would be a \
                  refusal of what must be ignored.",
        exercises: &[&SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/sends-no-interim-to-http-10-without-host",
        purpose: "Leaves out Host, which HTTP/1.0 does not demand; that makes the request no \
                  later version.",
        exercises: &[&SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/sends-no-interim-to-http-10-that-keeps-alive",
        purpose: "Asks to keep an HTTP/1.0 connection, which some take for a sign of HTTP/1.1; a \
                  request in 1.1 follows.",
        exercises: &[&CON_010, &SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
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
        id: "origin-server/http-10/sends-no-interim-to-http-10-without-content",
        purpose: "Sends an expectation in HTTP/1.0 where there is no content to wait for.",
        exercises: &[&SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/http-10/answers-get-in-http-10-without-expectation",
            requirement: &SRV_003,
            agree: Agree::StatusCodes,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/answers-get-in-http-10-without-expectation",
        purpose: "Sends a GET in HTTP/1.0 without Expect: what the same request with Expect is \
                  compared with.",
        exercises: &[&SRV_004, &SRV_010],
        script: &[
            Step::Send(b"GET {get} HTTP/1.0\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/sends-no-interim-to-http-10-with-two-members",
        purpose: "Adds an unknown member in HTTP/1.0; that may be refused, but not with an \
                  interim response.",
        exercises: &[&SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, foo\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/sends-no-interim-to-http-10-with-an-unknown-expectation",
        purpose: "Sends an unknown expectation in HTTP/1.0; refusing and ignoring are both right.",
        exercises: &[&SRV_004, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/http-10/closes-after-chunked-content-in-http-10",
        purpose: "Sends chunked content in HTTP/1.0, whose framing must be treated as faulty: no \
                  1xx, and the end of the connection.",
        exercises: &[&FRM_006, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
];
