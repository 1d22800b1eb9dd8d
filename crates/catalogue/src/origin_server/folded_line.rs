//! Obsolete line folding around Expect: refused, or read as a space (RFC 9112 §5.2).

use expectspec_requirements::GRM_013;

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/folded-line/reads-or-refuses-a-folded-value",
        purpose: "Folds the line before the value: 400, or the same as a space.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \x20100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/folded-line/reads-or-refuses-a-value-folded-with-a-tab",
        purpose: "Folds the line with a tab before the value: 400, or the same as a space.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \t100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/folded-line/reads-or-refuses-a-fold-behind-the-value",
        purpose: "Folds the line behind the value with whitespace alone: 400, or the same as a \
                  space.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \x20\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/folded-line/reads-or-refuses-a-folded-list",
        purpose: "Folds the line between two members: 400, or a list of two.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue,\r\n\
                  \x20foo\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/folded-line/keeps-the-space-of-a-folded-token",
        purpose: "Folds the line within the token; the fold becomes a space, so the token is not \
                  there.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-\r\n\
                  \x20continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/folded-line/keeps-expect-inside-a-folded-line",
        purpose: "Folds a line so that Expect looks like a field and is part of the value before \
                  it.",
        exercises: &[&GRM_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  X-Note: a\r\n\
                  \x20Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
