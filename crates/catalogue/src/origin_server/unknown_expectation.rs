//! Expectations that no specification defines: 417 is allowed, waiting for content too.

use expectspec_requirements::{GRM_018, GRM_023, SRV_008, SRV_010};

use crate::{Case, Danger, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/unknown-expectation/takes-a-token",
        purpose: "Sends an unknown token and holds the content back: 417, a final response or \
                  silence are all right.",
        exercises: &[&SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
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
        id: "origin-server/unknown-expectation/takes-a-token-like-a-status-code",
        purpose: "Sends a token of the same form as the known one; reading the digits alone \
                  would show.",
        exercises: &[&SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 200-ok\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-a-token-with-odd-characters",
        purpose: "Sends a token of characters that the grammar allows and few parsers expect.",
        exercises: &[&SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: BOOM!!\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-a-value",
        purpose: "Sends an expectation with a value, the form that extensions were meant to have.",
        exercises: &[&SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=bar\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-two-members",
        purpose: "Sends two unknown members; at most one 417 is the answer to them.",
        exercises: &[&SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo, bar\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-chunked-content",
        purpose: "Sends an unknown token before chunked content; a refusal must leave the \
                  framing aligned.",
        exercises: &[&SRV_008, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: foo\r\n\
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
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-content-at-once",
        purpose: "Sends the content with the head; after a 417 it is still content and not the \
                  next request.",
        exercises: &[&SRV_008, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-a-request-without-content",
        purpose: "Sends an unknown expectation where there is no content at all.",
        exercises: &[&SRV_008, &SRV_010],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-markup",
        purpose: "Sends markup as the value; a response that prints it unescaped lets a page \
                  inject script.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: <script>alert(1)</script>\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/takes-quoted-markup",
        purpose: "Sends markup inside a quoted-string, where the grammar allows it, so that it \
                  gets past the parser.",
        exercises: &[&SRV_008],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: foo=\"<script>alert(1)</script>\"\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/unknown-expectation/survives-64-kib",
        purpose: "Sends a token of 64 KiB: refused with 4xx or read, in bounded time.",
        exercises: &[&GRM_023],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: ",
            ),
            Step::Repeat {
                octets: b"expectation-of-64-octets-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                times: 1024,
            },
            Step::Send(b"\r\n\r\n"),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
];
