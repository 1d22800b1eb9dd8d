//! What only RFC 2068, RFC 2616 or RFC 7231 asks for; profiles decide how much it counts.

use expectspec_requirements::{
    CON_012, CON_014, GRM_008, O16_001, O16_002, O16_004, O16_010, SRV_001, SRV_004, SRV_008,
    SRV_010, SRV_016, SRV_020, SRV_021,
};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/obsolete/answers-417-to-an-unknown-token",
        purpose: "States an unknown expectation alone, which RFC 2616 answers with 417.",
        exercises: &[&O16_001, &O16_002, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: expectspec-unknown\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obsolete/answers-417-to-an-unknown-extension",
        purpose: "States the known expectation and an extension with a value, which RFC 2616 \
                  answers with 417.",
        exercises: &[&O16_001, &O16_002, &GRM_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, expectspec=unknown\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obsolete/answers-417-to-a-quoted-extension",
        purpose: "States an extension with a quoted value, in which case counts by RFC 2616.",
        exercises: &[&O16_002, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: expectspec=\"Unknown\"\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obsolete/answers-100-and-reads-on",
        purpose: "Starts a handshake with a form, which frameworks parse before the application \
                  has a say.",
        exercises: &[&O16_004, &SRV_001],
        content: b"a=1&b=hello",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Type: application/x-www-form-urlencoded\r\n\
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
        id: "origin-server/obsolete/sends-no-interim-to-http-10",
        purpose: "Sends PUT over HTTP/1.0 with content and no expectation: RFC 2616 already \
                  forbade 1xx here.",
        exercises: &[&O16_010, &SRV_004],
        script: &[
            Step::Send(
                b"PUT {reject} HTTP/1.0\r\n\
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
        id: "origin-server/obsolete/sends-no-unasked-100-to-get",
        purpose: "Withholds the content of a GET without the expectation; RFC 2616 advises against \
                  a 100.",
        exercises: &[&SRV_020, &SRV_021],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
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
        id: "origin-server/obsolete/may-send-an-unasked-100-to-post",
        purpose: "Withholds chunked content of a POST without the expectation; RFC 2068 made \
                  servers send 100 here.",
        exercises: &[&SRV_020, &SRV_021],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obsolete/reads-all-content-that-was-not-expected",
        purpose: "Withholds the content of a refused request without the expectation; RFC 2616 \
                  advises against closing before it is read.",
        exercises: &[&CON_014, &SRV_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
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
        id: "origin-server/obsolete/reads-all-content-of-a-bad-request",
        purpose: "Withholds the content of a request without Host and without the expectation.",
        exercises: &[&SRV_016],
        script: &[
            Step::Send(b"POST {path} HTTP/1.1\r\nContent-Length: {length}\r\n\r\n"),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obsolete/keeps-the-connection-or-says-close",
        purpose: "Makes a chunked handshake and another request behind it.",
        exercises: &[&CON_012],
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
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
