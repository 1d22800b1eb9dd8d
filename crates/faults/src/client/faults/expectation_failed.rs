//! What follows a 417 (Expectation Failed), done wrong.

use expectspec_engine::client::Policy;
use expectspec_requirements::{CLI_005, CLI_006, CLI_007, CLI_013, CLI_020, Profile, Verdict};

use super::{FALLS_SILENT, patient};
use crate::Edit;
use crate::client::rule::Deviation::{self, Content, Does, Reads, Sends};
use crate::client::rule::{Link, OnContent, Reaction};
use crate::client::{Fault, Moment, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "no-repeat-after-417",
        breaks: &[&CLI_005],
        what: "Leaves a 417 to its user.",
        imitates: Some("https://github.com/hyperium/hyper/issues/2791"),
        verdict: Verdict::Discouraged,
        script: Script::of(Policy::delivering),
        ..Fault::PLAIN
    },
    Fault {
        name: "no-repeat-after-417-strictly",
        breaks: &[&CLI_005],
        what: "Leaves a 417 to its user, which is worse to strict eyes.",
        profile: Profile::Strict,
        script: Script::of(Policy::delivering),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeat-with-expectation",
        breaks: &[&CLI_005],
        what: "Repeats the request after 417, expectation and all.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |moment| moment.repeats > 0,
            then: Sends(&[Edit::Set("Expect", "100-continue")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-417-for-100",
        breaks: &[&CLI_005],
        what: "Takes whatever comes for the 100 (Continue), 417 too.",
        imitates: Some("https://github.com/curl/curl/issues/4949"),
        verdict: Verdict::Discouraged,
        script: Script {
            policy: patient,
            rules: &[Rule {
                when: |moment| is_failed(moment) && moment.is_early(),
                then: Reads(&[Edit::StartLine("HTTP/1.1 100 Continue\r\n")]),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "hangs-on-417",
        breaks: &[&CLI_013],
        what: "Hangs when 417 comes.",
        imitates: Some("https://github.com/openjdk/jdk/pull/9093"),
        script: Script::with(&[Rule { when: is_failed, then: FALLS_SILENT }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeat-in-place-of-content",
        breaks: &[&CLI_006, &CLI_020],
        what: "Repeats the request after 417 on the connection that owes content.",
        imitates: Some("https://github.com/curl/curl/issues/11678"),
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |moment| moment.final_code == Some(417),
                then: Content(OnContent::Never),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "repeats-417-for-ever",
        breaks: &[&CLI_007],
        what: "Repeats the request after every 417, on connection after connection.",
        script: Script::with(&[
            Rule { when: is_failed, then: AGAIN },
            Rule { when: |it| it.repeats > 0, then: Sends(&[Edit::Without("expect")]) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeats-417-for-ever-with-expectation",
        breaks: &[&CLI_007, &CLI_005],
        what: "Repeats the request with its expectation after every 417.",
        script: Script::with(&[Rule { when: is_failed, then: AGAIN }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeats-417-twice",
        breaks: &[&CLI_007],
        what: "Repeats the request after 417, and once more after another.",
        verdict: Verdict::Discouraged,
        script: Script {
            policy: Policy::delivering,
            rules: &[
                Rule { when: |it| is_failed(it) && it.repeats < 2, then: AGAIN },
                Rule { when: |it| it.repeats > 0, then: Sends(&[Edit::Without("expect")]) },
            ],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
];

const AGAIN: Deviation = Does(Reaction::Again(Link::Fresh));

fn is_failed(moment: &Moment<'_>) -> bool {
    moment.is_code(417)
}
