//! The `Expect` field value misread: case, whitespace, octets that don't belong.

use expectspec_message::AnomalyKind;
use expectspec_requirements::{
    GRM_003, GRM_004, GRM_009, GRM_013, GRM_015, GRM_017, GRM_023, SRV_001, Verdict,
};

use super::{OVERLOOKS, TAKES_FOR_CONTINUE, TAKES_FOR_UNKNOWN};
use crate::rule::Deviation::FallsSilent;
use crate::{Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "case-sensitive-value",
        breaks: &[&GRM_003, &SRV_001],
        what: "Knows 100-continue in lower case only, and overlooks other spellings.",
        imitates: Some("https://github.com/python-hyper/h11/issues/38"),
        script: Script::with(&[Rule { when: in_other_case, then: OVERLOOKS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "case-sensitive-value-refused",
        breaks: &[&GRM_003],
        what: "Knows 100-continue in lower case only, and refuses other spellings.",
        imitates: Some("https://github.com/sourcemeta/one/pull/1041"),
        script: Script::with(&[Rule { when: in_other_case, then: TAKES_FOR_UNKNOWN }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "case-sensitive-name",
        breaks: &[&GRM_004, &SRV_001],
        what: "Knows the field name as Expect only.",
        script: Script::with(&[Rule {
            when: |request| request.expect_line().is_some_and(|[name, ..]| name != b"Expect"),
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "whitespace-counts",
        breaks: &[&GRM_009, &SRV_001],
        what: "Compares the value with all whitespace but one SP before it.",
        script: Script::with(&[Rule {
            when: |request| {
                let odd = |[_, before, value, behind]: [&[u8]; 4]| {
                    is_continue(value) && (before != b": " || !behind.is_empty())
                };
                request.expect_line().is_some_and(odd)
            },
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "whitespace-behind-counts",
        breaks: &[&GRM_009, &SRV_001],
        what: "Removes whitespace before the value but not behind it.",
        script: Script::with(&[Rule {
            when: |request| request.expect_line().is_some_and(|[.., behind]| !behind.is_empty()),
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "fold-deleted",
        breaks: &[&GRM_013],
        what: "Deletes an obs-fold, so that the halves of a token meet.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| reads_as_continue_without(request, b"\r\n \t"),
            then: TAKES_FOR_CONTINUE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "folded-value-overlooked",
        breaks: &[&GRM_013],
        what: "Overlooks a value that stands on a folded line.",
        script: Script::with(&[Rule { when: is_folded, then: OVERLOOKS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "nul-ends-the-value",
        breaks: &[&GRM_015],
        what: "Reads a value up to the first NUL.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.expects_what(|value| is_continue_up_to(value, 0)),
            then: TAKES_FOR_CONTINUE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "nul-removed",
        breaks: &[&GRM_015],
        what: "Removes a NUL, so that the halves of a token meet.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| reads_as_continue_without(request, b"\0"),
            then: TAKES_FOR_CONTINUE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-nul",
        breaks: &[&GRM_015],
        what: "Never answers a request with a NUL in a field value.",
        script: Script::with(&[Rule {
            when: |request| request.has_anomaly(AnomalyKind::Nul),
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "prefix-matched",
        breaks: &[&GRM_017],
        what: "Takes every value that begins with \"100-\" for 100-continue.",
        imitates: Some("https://github.com/actix/actix-web/issues/4179"),
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.expects_what(|value| value.starts_with(b"100-")),
            then: TAKES_FOR_CONTINUE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "word-matched",
        breaks: &[&GRM_017],
        what: "Takes every value with the word 100-continue in it for 100-continue.",
        imitates: Some("https://github.com/oven-sh/bun/pull/34432"),
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.expects_what(holds_the_word),
            then: TAKES_FOR_CONTINUE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-a-long-value",
        breaks: &[&GRM_023],
        what: "Never answers a request with a long field value.",
        script: Script::with(&[Rule {
            when: |request| request.expects().any(|value| value.len() > 4096),
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
];

fn is_continue(value: &[u8]) -> bool {
    value.eq_ignore_ascii_case(b"100-continue")
}

fn in_other_case(request: &Request<'_>) -> bool {
    request.expects_what(|value| is_continue(value) && value != b"100-continue")
}

/// Whether the value has this octet, and is 100-continue before it.
fn is_continue_up_to(value: &[u8], end: u8) -> bool {
    value.iter().position(|&octet| octet == end).is_some_and(|at| is_continue(&value[..at]))
}

/// Whether the value is folded, or stands on a folded line.
fn is_folded(request: &Request<'_>) -> bool {
    request
        .expect_line()
        .is_some_and(|[_, before, value, _]| before.contains(&b'\n') || value.contains(&b'\n'))
}

/// Whether the value has some of these octets, and is 100-continue without them.
fn reads_as_continue_without(request: &Request<'_>, octets: &[u8]) -> bool {
    request.expects_what(|value| {
        let left: Vec<u8> = value.iter().copied().filter(|it| !octets.contains(it)).collect();
        is_continue(&left) && left.len() < value.len()
    })
}

/// As the regular expression `(?:^|\W)100-continue(?:$|\W)` has it.
fn holds_the_word(value: &[u8]) -> bool {
    const WORD: &[u8] = b"100-continue";
    let is_word = |octet: Option<&u8>| octet.is_some_and(|it| it.is_ascii_alphanumeric());
    (0..value.len()).any(|at| {
        value[at..].get(..WORD.len()).is_some_and(|it| it.eq_ignore_ascii_case(WORD))
            && !is_word(at.checked_sub(1).and_then(|before| value.get(before)))
            && !is_word(value.get(at + WORD.len()))
    })
}
