//! Expectations in odd spelling: whether one is seen or not, the content counts alike.

use expectspec_requirements::{CON_001, GRM_010, GRM_013, SRV_010};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/obfuscation/counts-content-behind-a-junk-word",
        purpose: "Writes a word before the token, which loose matching takes for the expectation \
                  and strict matching does not.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: x 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-behind-a-parameter",
        purpose: "Hangs a parameter on the token, where recipients differ in whether they \
                  recognise it.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue;q=1\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-behind-a-trailing-tab",
        purpose: "Ends the value with a tab, which is whitespace to be removed.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\t\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-behind-no-space",
        purpose: "Leaves out the space after the colon, which is optional.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-behind-a-fold",
        purpose: "Folds the value onto a second line, so that readers of single lines see an empty \
                  one.",
        exercises: &[&CON_001, &GRM_013, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \x20100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-of-options-behind-a-fold",
        purpose: "Folds the value in an OPTIONS request with content, a pair known to split two \
                  recipients.",
        exercises: &[&CON_001, &GRM_013, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"OPTIONS {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \x20100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-behind-a-list",
        purpose: "Puts the token in a list with one that nobody knows.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, x\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/counts-content-behind-two-lines",
        purpose: "Splits an unknown expectation and the known one over two field lines.",
        exercises: &[&CON_001, &SRV_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: x\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/refuses-space-before-the-colon",
        purpose: "Puts a space before the colon of Expect; 400 is due, and the content must not be \
                  answered.",
        exercises: &[&GRM_010],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect : 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/obfuscation/refuses-a-hidden-content-length",
        purpose: "Hides Content-Length behind a space before the colon and states the expectation \
                  openly; 400 is due, not 100.",
        exercises: &[&GRM_010],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length : {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
