//! The handshake with methods other than POST: content counts, the method does not.

use expectspec_requirements::{FRM_001, MTH_009, SRV_001, SRV_002};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-put",
        purpose: "Holds back the content of a PUT, the method that the handshake is used with \
                  most.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"PUT {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-patch",
        purpose: "Holds back the content of a PATCH; lists of methods with content often lack it.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"PATCH {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-delete",
        purpose: "Holds back the content of a DELETE on a resource that does not exist; the \
                  method does not forbid content.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"DELETE {path}-{nonce} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-get",
        purpose: "Holds back the content of a GET; content has no meaning there, but framing \
                  does not ask for one.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-chunked-content-of-get",
        purpose: "Holds back chunked content of a GET; the field that announces it is \
                  Transfer-Encoding alone.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-head",
        purpose: "Holds back the content of a HEAD request; the final response then has no \
                  content of its own.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"HEAD {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-options",
        purpose: "Holds back the content of an OPTIONS request; servers that answer it \
                  themselves may forget the content.",
        exercises: &[&FRM_001, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"OPTIONS {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Type: text/plain\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-an-unknown-method",
        purpose: "Holds back the content of a method that no one knows; refusing at once is \
                  right, waiting is not.",
        exercises: &[&FRM_001, &MTH_009, &SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"BREW {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake-method/answers-before-content-of-a-long-method",
        purpose: "Holds back the content of a method of 47 octets, longer than any that the \
                  server implements.",
        exercises: &[&FRM_001, &MTH_009, &SRV_001],
        script: &[
            Step::Send(
                b"METHOD-LONGER-THAN-ANY-THAT-A-SERVER-IMPLEMENTS {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
];
