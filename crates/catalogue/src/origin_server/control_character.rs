//! NUL and bare CR around Expect: refused, or read as a space.

use expectspec_requirements::{GRM_015, GRM_016, SRV_017};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/control-character/refuses-nul-behind-the-value",
        purpose: "Puts a NUL behind the value; code that ends strings there sees the token.",
        exercises: &[&GRM_015],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\0\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/control-character/refuses-nul-and-more-behind-the-value",
        purpose: "Puts a NUL and a letter behind the value; only code that ends strings at NUL \
                  sees the token.",
        exercises: &[&GRM_015],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\0x\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/control-character/refuses-nul-within-the-value",
        purpose: "Puts a NUL within the value; leaving it out makes the token.",
        exercises: &[&GRM_015],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-con\0tinue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/control-character/refuses-nul-within-the-name",
        purpose: "Puts a NUL behind the field name; code that ends strings there sees Expect.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect\0: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/control-character/refuses-a-bare-cr-behind-the-value",
        purpose: "Puts a bare CR and a letter behind the value; the CR is invalid or a space, \
                  not the end of the line.",
        exercises: &[&GRM_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\rX\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/control-character/refuses-a-bare-cr-within-the-value",
        purpose: "Puts a bare CR within the value; leaving it out makes the token.",
        exercises: &[&GRM_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-\rcontinue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/control-character/refuses-a-bare-cr-as-a-line-end",
        purpose: "Hides an Expect line behind a bare CR; taking it for a line end makes two \
                  fields.",
        exercises: &[&GRM_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  X-Note: a\rExpect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
