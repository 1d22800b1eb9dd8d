//! Expectations that are unknown, malformed, or not all there yet.

use expectspec_message::octet::list_members;
use expectspec_requirements::{GRM_018, GRM_019, GRM_020, GRM_025, SRV_008, Verdict};

use super::{BAD_REQUEST, CONTINUE};
use crate::rule::Deviation::{Answers, FallsSilent, SendsEarly};
use crate::{Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "silence-for-unknown-expectations",
        breaks: &[&SRV_008],
        what: "Never answers a request with an unknown expectation, not even with its content.",
        script: Script::with(&[Rule {
            when: |request| {
                let expectations = request.expectations();
                request.is_http_11() && expectations.others > 0 && !expectations.has_continue()
            },
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-malformed-expectations",
        breaks: &[&GRM_018],
        what: "Never answers a request with a malformed expectation, not even with its content.",
        script: Script::with(&[Rule { when: is_malformed, then: FallsSilent }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-spaced-equals-signs",
        breaks: &[&GRM_019],
        what: "Never answers a request with whitespace around the equals sign of an expectation.",
        script: Script::with(&[Rule {
            when: |request| {
                request.expects().any(|value| value.windows(2).any(|it| it == b" =" || it == b"= "))
            },
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "empty-parameter-refused",
        breaks: &[&GRM_020],
        what: "Takes an empty parameter for a mistake.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| {
                let ends_empty = |member: &[u8]| member.ends_with(b";") && !is_malformed(request);
                request.expects().any(|value| list_members(value).any(ends_empty))
                    || request.expects().any(|value| value.windows(3).any(|it| it == b"; ;"))
            },
            then: Answers(BAD_REQUEST),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-before-the-head-ends",
        breaks: &[&GRM_025],
        what: "Sends a 100 (Continue) as soon as it has read the Expect field line.",
        imitates: Some("https://github.com/ibm-openbmc/bmcweb/pull/1439"),
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.is_http_11() && request.expectations().has_continue(),
            then: SendsEarly(CONTINUE),
        }]),
        ..Fault::PLAIN
    },
];

fn is_malformed(request: &Request<'_>) -> bool {
    request.is_http_11() && request.expectations().malformed > 0
}
