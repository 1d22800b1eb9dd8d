//! Transfer codings that are unknown, misplaced or misspelt, under an expectation.

use expectspec_requirements::{FRM_004, FRM_007, GRM_010, SRV_001, SRV_010};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/transfer-coding/refuses-a-coding-other-than-chunked",
        purpose: "Names gzip alone, so that the end of the content can't be known.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: gzip\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/refuses-chunked-before-gzip",
        purpose: "Names chunked before gzip, so that chunked does not delimit the content.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked, gzip\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/refuses-a-name-that-ends-in-chunked",
        purpose: "Names a coding whose name only ends in chunked, which a search for the word \
                  finds.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: xchunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/refuses-identity",
        purpose: "Names identity, which RFC 9112 does not know, beside a length.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: identity\r\n\
                  Content-Length: 5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/refuses-a-second-coding-line",
        purpose: "Sends a second line with an unknown coding behind chunked; a reader of the first \
                  line sees chunked.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Transfer-Encoding: x\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/refuses-chunked-behind-a-vertical-tab",
        purpose: "Writes a vertical tab before chunked, which is not whitespace to be removed.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: \x0bchunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/refuses-space-before-the-colon",
        purpose: "Puts a space before the colon of Transfer-Encoding; 400 is due whatever the \
                  expectation.",
        exercises: &[&GRM_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding : chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/answers-501-to-an-unknown-coding",
        purpose: "Names an unknown coding before chunked, so that the content is delimited but \
                  can't be understood.",
        exercises: &[&FRM_007, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: expectspec, chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/answers-gzip-before-chunked",
        purpose: "Sends chunks of gzip, which a server need not understand but must not wait for.",
        exercises: &[&FRM_007, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: gzip, chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"a\r\n\
                  \x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\r\n\
                  f\r\n\
                  \xcbH\xcd\xc9\xc9\x07\x00\x86\xa6\x106\x05\x00\x00\x00\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/answers-chunked-twice",
        purpose: "Names chunked twice and sends chunks within a chunk; whatever the answer, it \
                  comes before the content.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked, chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"f\r\n\
                  5\r\nhello\r\n0\r\n\r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/reads-chunked-in-upper-case",
        purpose: "Names chunked in upper case; codings are case-insensitive.",
        exercises: &[&SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: CHUNKED\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/reads-chunked-behind-a-tab",
        purpose: "Writes a tab before chunked, which is whitespace to be removed.",
        exercises: &[&SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding:\tchunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/transfer-coding/answers-empty-members-beside-chunked",
        purpose: "Adds empty members to the list of codings, which a recipient ignores.",
        exercises: &[&SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: , chunked,\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
