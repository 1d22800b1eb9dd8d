//! The handshake with requests out of the ordinary: other targets, types and conditions.

use expectspec_requirements::{FRM_011, SRV_001, SRV_002, SRV_006, SRV_019};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/handshake-request/answers-before-multipart-content",
        purpose: "Announces a form; a parser of forms that runs before the handshake waits for \
                  content that never comes.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006],
        content: b"--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--\r\n",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Type: multipart/form-data; boundary=b\r\n\
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
        id: "origin-server/handshake-request/answers-before-content-in-absolute-form",
        purpose: "Sends the request-target in absolute form, which every server must take; the \
                  handshake is the same.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006],
        script: &[
            Step::Send(
                b"POST http://{host}{path} HTTP/1.1\r\n\
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
        id: "origin-server/handshake-request/answers-before-content-behind-an-empty-line",
        purpose: "Sends an empty line before the request-line, as some clients do; the handshake \
                  is the same.",
        exercises: &[&FRM_011, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"\r\n\
                  POST {path} HTTP/1.1\r\n\
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
        id: "origin-server/handshake-request/answers-before-content-with-a-precondition",
        purpose: "Adds a precondition that fails; it may be told at once (412) or after the 100, \
                  but not only after the content.",
        exercises: &[&SRV_001, &SRV_002, &SRV_019],
        script: &[
            Step::Send(
                b"PUT {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  If-Match: \"expectspec-no-such-tag\"\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-request/answers-before-content-that-is-refused",
        purpose: "Asks for a resource that takes no content; a final response at once is best, a \
                  100 before it is legal.",
        exercises: &[&SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
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
];
