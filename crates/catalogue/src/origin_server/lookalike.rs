//! Octets outside the token alphabet that fold, decode or trim to 100-continue in careless code.

use expectspec_requirements::{GRM_017, GRM_018};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/lookalike/knows-a-dotless-i",
        purpose: "Writes the letter dotless i (U+0131), which Unicode upper-casing makes an I.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-cont\xc4\xb1nue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-dotted-capital-i",
        purpose: "Writes the capital I with dot (U+0130), which Unicode lower-casing makes an i.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-CONT\xc4\xb0NUE\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-full-width-digits",
        purpose: "Writes full-width digits, which compatibility folding makes plain ones.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \xef\xbc\x91\xef\xbc\x90\xef\xbc\x90-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-an-en-dash",
        purpose: "Writes an en dash (U+2013), as word processors do with a hyphen behind digits.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100\xe2\x80\x93continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-no-break-space",
        purpose: "Puts a no-break space (U+00A0) before the token; it is not optional whitespace.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \xc2\xa0100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-latin-1-no-break-space",
        purpose: "Puts the octet A0 behind the token; trimming by a Latin-1 table removes it.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\xa0\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-byte-order-mark",
        purpose: "Puts a byte order mark before the token; decoders that drop it make a match.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \xef\xbb\xbf100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-vertical-tab",
        purpose: "Puts a vertical tab before the token; isspace() counts it as whitespace, HTTP \
                  does not.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \x0b100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-form-feed",
        purpose: "Puts a form feed behind the token; ASCII whitespace has it, HTTP's has not.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\x0c\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-a-delete-character",
        purpose: "Puts a DEL behind the token, a control character that tables forget.",
        exercises: &[&GRM_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\x7f\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/lookalike/knows-octets-that-are-no-text",
        purpose: "Sends two octets that are no UTF-8 text; decoding them must not end the \
                  connection's task.",
        exercises: &[&GRM_018],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \x80\xff\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
