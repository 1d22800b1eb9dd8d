//! Quoted-strings in Expect with 100-continue inside: one member, and not that one.

use expectspec_requirements::{GRM_018, GRM_021, SRV_008};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/quoted-string/meets-100-continue-in-a-quoted-string",
        purpose: "Quotes the token as a value; a search within the field matches.",
        exercises: &[&GRM_021, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"100-continue\"\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/quoted-string/meets-a-quoted-list",
        purpose: "Quotes a list with the token in it; splitting at every comma finds a member \
                  that is not there.",
        exercises: &[&GRM_021, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"a, 100-continue ,b\"\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/quoted-string/meets-a-quoted-list-with-escaped-quotes",
        purpose: "Escapes quotes inside the quoted-string; who ends the string there finds the \
                  token in a list.",
        exercises: &[&GRM_021, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"\\\",100-continue,\\\"\"\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/quoted-string/meets-a-quoted-parameter",
        purpose: "Quotes the token in a parameter, one level deeper than most tests go.",
        exercises: &[&GRM_021, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=bar;p=\"q, 100-continue\"\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/quoted-string/meets-an-unterminated-quoted-string",
        purpose: "Opens a quoted-string that never ends; the comma in it separates nothing for \
                  sure.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=\"a, 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
