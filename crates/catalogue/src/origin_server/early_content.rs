//! Content that does not wait: with the head, in parts, or shortly after.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{CON_012, FRM_001, SRV_005, SRV_010, SRV_020, SRV_021};

use crate::{Case, Danger, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/early-content/takes-content-with-the-head-without-expectation",
        purpose: "Sends head and content in one write, without Expect: what the same request \
                  with Expect is compared with.",
        exercises: &[&SRV_010, &SRV_020, &SRV_021],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-content-with-the-head",
        purpose: "Sends head and content in one write; the 100 may be left out, the final \
                  response may not.",
        exercises: &[&FRM_001, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/early-content/takes-content-with-the-head-without-expectation",
            requirement: &FRM_001,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-chunks-with-the-head-without-expectation",
        purpose: "Sends head and chunks in one write, without Expect: what the same request with \
                  Expect is compared with.",
        exercises: &[&SRV_010, &SRV_020, &SRV_021],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  5\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-chunks-with-the-head",
        purpose: "Sends head and chunks in one write; the 100 may be left out, the final \
                  response may not.",
        exercises: &[&FRM_001, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/early-content/takes-chunks-with-the-head-without-expectation",
            requirement: &FRM_001,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-empty-chunked-content-with-the-head",
        purpose: "Sends the last chunk with the head: the content is empty, complete, and \
                  nothing is left to invite.",
        exercises: &[&SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-64-kib-with-the-head",
        purpose: "Sends 64 KiB of content without waiting; the end comes long after the answer \
                  was decided.",
        exercises: &[&SRV_005, &SRV_010],
        content: &[b'x'; 65_536],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-half-of-the-content-with-the-head",
        purpose: "Sends half of the content with the head; silence is right, since some content \
                  came.",
        exercises: &[&SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 10\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-one-octet-of-the-content-with-the-head",
        purpose: "Sends one octet of content with the head, the least that lets a server leave \
                  out the 100.",
        exercises: &[&SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  x",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-a-chunk-size-with-the-head",
        purpose: "Sends the chunk-size line with the head and its data later; a 100 is neither \
                  owed nor forbidden.",
        exercises: &[&SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5\r\n",
            ),
            Step::Quiet,
            Step::Send(b"hello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/takes-half-of-a-chunk-size-with-the-head",
        purpose: "Sends one digit of a chunk-size of two with the head; a length taken from it \
                  would be wrong.",
        exercises: &[&SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  1",
            ),
            Step::Quiet,
            Step::Send(
                b"0\r\n\
                  hello, expectant\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/early-content/sends-no-100-behind-the-final-response",
        purpose: "Sends a plain request behind content that did not wait; a belated 100 would \
                  stand before its answer.",
        exercises: &[&CON_012, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
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
];
