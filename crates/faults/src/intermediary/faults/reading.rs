//! `Expect` read otherwise than it is written: answered with 417 for its form.

use expectspec_requirements::{GRM_003, GRM_004, GRM_007, GRM_009, Verdict};

use super::from_client;
use crate::intermediary::rule::Deviation::{self, Answers};
use crate::intermediary::{Fault, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "knows-small-letters-only",
        breaks: &[&GRM_003],
        what: "Answers 100-continue with 417 if there is a capital letter in it.",
        script: Script::gateway(&[from_client(
            |it| {
                it.expects() && it.request.expects_what(|it| it.iter().any(u8::is_ascii_uppercase))
            },
            FAILS,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "knows-capital-names-only",
        breaks: &[&GRM_004],
        what: "Answers a field name in other letters than `Expect` with 417.",
        script: Script::gateway(&[from_client(
            |it| it.expects() && it.request.expect_line().is_some_and(|it| it[0] != b"Expect"),
            FAILS,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "knows-one-line-only",
        breaks: &[&GRM_007],
        what: "Answers a second Expect line with 417.",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[from_client(
            |it| it.expects() && it.request.lines("expect") > 1,
            FAILS,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "knows-one-space-only",
        breaks: &[&GRM_009],
        what: "Answers an expectation with 417 if there is not one space before it.",
        script: Script::gateway(&[from_client(
            |it| {
                it.expects()
                    && it
                        .request
                        .expect_line()
                        .is_some_and(|it| it[1] != b": " || !it[3].is_empty())
            },
            FAILS,
        )]),
        ..Fault::PLAIN
    },
];

const FAILS: Deviation =
    Answers(b"HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
