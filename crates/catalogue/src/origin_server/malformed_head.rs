//! Heads outside the grammar with an expectation: refused, and no content invited.

use expectspec_requirements::{GRM_010, GRM_024, SRV_016, SRV_017};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/malformed-head/refuses-whitespace-before-the-colon",
        purpose: "Puts a space between field name and colon; a 100 would show that the name was \
                  trimmed and matched.",
        exercises: &[&GRM_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect : 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/malformed-head/refuses-a-tab-before-the-colon",
        purpose: "Puts a tab between field name and colon; trimming that looks for spaces alone \
                  lets it through.",
        exercises: &[&GRM_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect\t: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/malformed-head/refuses-whitespace-before-another-colon",
        purpose: "Puts a space before the colon of Content-Length; with the name trimmed there \
                  is content, without it none.",
        exercises: &[&GRM_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length : {length}\r\n\
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
        id: "origin-server/malformed-head/meets-line-ends-without-cr",
        purpose: "Ends every line with LF alone, which a recipient may accept or not; either way \
                  it stays alive.",
        exercises: &[&GRM_024],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\n\
                  Host: {host}\n\
                  Content-Length: {length}\n\
                  Expect: 100-continue\n\
                  \n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/malformed-head/refuses-a-request-without-host",
        purpose: "Leaves out Host in HTTP/1.1: 400, told by the head alone; content need not be \
                  invited.",
        exercises: &[&SRV_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
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
        id: "origin-server/malformed-head/refuses-two-hosts",
        purpose: "Sends two Host lines, so that two readers may see two sites: 400, told by the \
                  head alone.",
        exercises: &[&SRV_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Host: other.example\r\n\
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
        id: "origin-server/malformed-head/refuses-a-host-that-is-no-host",
        purpose: "Sends a Host value outside the grammar: 400, told by the head alone.",
        exercises: &[&SRV_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: a b\r\n\
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
        id: "origin-server/malformed-head/refuses-a-line-without-a-colon",
        purpose: "Sends a line that is no field: 400, and no invitation to send content.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expectation\r\n\
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
        id: "origin-server/malformed-head/refuses-expect-without-a-colon",
        purpose: "Sends the name and value of Expect without a colon; splitting at whitespace \
                  makes it a field.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/malformed-head/refuses-a-name-that-is-no-token",
        purpose: "Sends a field whose name holds an octet that no name may have.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  X@Note: a\r\n\
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
        id: "origin-server/malformed-head/refuses-a-fourth-word-in-the-request-line",
        purpose: "Sends a word behind the version: 400, and no invitation to send content.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1 x\r\n\
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
