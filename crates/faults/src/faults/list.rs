//! The `Expect` field value misread as a list.

use expectspec_message::Expectations;
use expectspec_requirements::{
    GRM_006, GRM_007, GRM_008, GRM_021, GRM_022, GRM_023, SRV_001, Verdict,
};

use super::{EXPECTATION_FAILED, OVERLOOKS, TAKES_FOR_CONTINUE, TAKES_FOR_UNKNOWN};
use crate::rule::Deviation::{Answers, FallsSilent, Reads};
use crate::{Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "empty-member-refused",
        breaks: &[&GRM_006],
        what: "Refuses a list with an empty member.",
        script: Script::with(&[Rule { when: has_empty_member, then: TAKES_FOR_UNKNOWN }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "empty-member-confuses",
        breaks: &[&GRM_006, &SRV_001],
        what: "Overlooks a list with an empty member.",
        script: Script::with(&[Rule { when: has_empty_member, then: OVERLOOKS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "first-line-only",
        breaks: &[&GRM_007, &SRV_001],
        what: "Reads the first Expect field line only.",
        script: Script::with(&[Rule {
            when: |request| request.lines("expect") > 1,
            then: Reads(&[Edit::FirstOf("expect")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "last-line-only",
        breaks: &[&GRM_007, &SRV_001],
        what: "Reads the last Expect field line only.",
        script: Script::with(&[Rule {
            when: |request| request.lines("expect") > 1,
            then: Reads(&[Edit::LastOf("expect")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeated-line-overlooked",
        breaks: &[&GRM_007, &SRV_001],
        what: "Overlooks Expect where it stands on more than one line.",
        script: Script::with(&[Rule {
            when: |request| request.lines("expect") > 1,
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "list-overlooked",
        breaks: &[&GRM_008, &SRV_001],
        what: "Compares the whole value with 100-continue and overlooks lists.",
        script: Script::with(&[Rule { when: has_other_members, then: OVERLOOKS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "first-member-only",
        breaks: &[&GRM_008, &SRV_001],
        what: "Reads the first member of a list only.",
        script: Script::with(&[Rule {
            when: |request| {
                let first_is_continue = |value: &[u8]| {
                    let first = value.split(|&octet| octet == b',').next().unwrap_or_default();
                    first.trim_ascii().eq_ignore_ascii_case(b"100-continue")
                };
                has_other_members(request)
                    && !request.expects().next().is_some_and(first_is_continue)
            },
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeated-member-refused",
        breaks: &[&GRM_007],
        what: "Refuses 100-continue that is said twice, on two lines.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.lines("expect") > 1,
            then: TAKES_FOR_UNKNOWN,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "quoted-comma-splits",
        breaks: &[&GRM_021],
        what: "Splits the list at every comma, in quoted-strings too.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| {
                let holds = |value: &[u8]| {
                    value
                        .split(|&octet| octet == b',')
                        .any(|member| member.trim_ascii().eq_ignore_ascii_case(b"100-continue"))
                };
                request.expects().any(holds) && !request.expectations().has_continue()
            },
            then: TAKES_FOR_CONTINUE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "empty-expect-refused",
        breaks: &[&GRM_022],
        what: "Refuses an Expect field without members with 417.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.has("expect") && request.expectations().is_empty(),
            then: Answers(EXPECTATION_FAILED),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-many-members",
        breaks: &[&GRM_023],
        what: "Never answers a request with thousands of list members.",
        script: Script::with(&[Rule {
            when: |request| {
                let Expectations { continues, others, malformed, empty } = request.expectations();
                continues + others + malformed + empty > 1000
            },
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
];

fn has_empty_member(request: &Request<'_>) -> bool {
    let expectations = request.expectations();
    expectations.empty > 0 && expectations.has_continue()
}

fn has_other_members(request: &Request<'_>) -> bool {
    let expectations = request.expectations();
    expectations.has_continue() && expectations.others > 0
}
