//! Values, parameters and quoted-strings in the Expect grammar.

use expectspec_requirements::{GRM_018, GRM_019, GRM_020, SRV_008};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/parameters/meets-100-continue-with-a-value",
        purpose: "Gives the expectation a value, valid grammar but not the defined expectation.",
        exercises: &[&GRM_018, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue=1\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-with-a-quoted-value",
        purpose: "Gives the expectation a quoted-string as its value.",
        exercises: &[&GRM_018, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue=\"x\"\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-with-a-value-and-parameter",
        purpose: "Gives the expectation a value and a parameter, the longest form of the grammar.",
        exercises: &[&GRM_018, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue=1;q=2\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-with-a-parameter",
        purpose: "Gives the expectation a parameter without a value, which the grammar does not \
                  have.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue;a=b\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-with-a-semicolon",
        purpose: "Ends the expectation with a semicolon, an empty parameter that the grammar \
                  allows only behind a value.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue;\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-with-an-empty-value",
        purpose: "Writes the equals sign and no value.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue=\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-behind-an-equals-sign",
        purpose: "Writes a value without a name; splitting at the sign makes the value a name.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: =100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-an-equals-sign",
        purpose: "Sends neither name nor value; code that takes the first part of a split may \
                  find none.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: =\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-100-continue-behind-a-semicolon",
        purpose: "Separates two tokens by a semicolon, which does not make a list.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo;100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-whitespace-around-the-equals-sign",
        purpose: "Writes spaces around the equals sign, which the grammar has nowhere.",
        exercises: &[&GRM_019],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo = bar\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-whitespace-before-a-value",
        purpose: "Writes a space before the value; trimming it would accept what the grammar \
                  rejects.",
        exercises: &[&GRM_019],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo= bar;p=q\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-an-empty-parameter",
        purpose: "Ends with an empty parameter behind a value, which the grammar allows.",
        exercises: &[&GRM_020, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=bar;\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/parameters/meets-empty-parameters-and-whitespace",
        purpose: "Puts whitespace and an empty parameter before a full one; all of it is valid.",
        exercises: &[&GRM_020, &SRV_008],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo=bar ; ;a=b\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
