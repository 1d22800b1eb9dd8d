//! The same message with and without the expectation, content at once: framed alike.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{FRM_001, SRV_010};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/equivalence/reads-a-chunk-extension",
        purpose: "Sends chunks with an extension and no expectation, as the base of a comparison.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  5;expectspec=1\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/equivalence/reads-a-chunk-extension-with-an-expectation",
        purpose: "Sends chunks with an extension together with an expectation, which must not \
                  choose another reader.",
        exercises: &[&SRV_010, &FRM_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5;expectspec=1\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/equivalence/reads-a-chunk-extension",
            requirement: &FRM_001,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/equivalence/reads-a-get-with-content",
        purpose: "Sends GET with content and no expectation, as the base of a comparison.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
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
        id: "origin-server/equivalence/reads-a-get-with-content-and-an-expectation",
        purpose: "Sends GET with content together with an expectation; servers that drop content \
                  of GET must drop it in both.",
        exercises: &[&SRV_010, &FRM_001],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/equivalence/reads-a-get-with-content",
            requirement: &FRM_001,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
];
