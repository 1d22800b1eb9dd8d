//! The wait for a 100 (Continue), done wrong.

use core::time::Duration;

use expectspec_engine::client::{Patience, Policy, Timers};
use expectspec_requirements::{CLI_002, CLI_004, CLI_010, O16_005, Profile, Verdict};

use super::{expects, patient};
use crate::Edit;
use crate::client::rule::Deviation::{Content, Does, Sends};
use crate::client::rule::{OnContent, Reaction};
use crate::client::{Fault, Moment, Rule, Script, Sent};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "waits-for-ever",
        breaks: &[&CLI_004],
        what: "Waits for a 100 (Continue) however long it takes.",
        imitates: Some("https://github.com/ledgetech/lua-resty-http/issues/173"),
        verdict: Verdict::Discouraged,
        script: Script::of(patient),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-for-ever-strictly",
        breaks: &[&CLI_004],
        what: "Waits for a 100 (Continue) however long it takes, which is worse to strict eyes.",
        profile: Profile::Strict,
        script: Script::of(patient),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-for-ever-as-of-old",
        breaks: &[&O16_005],
        what: "Waits for a 100 (Continue) however long it takes, as RFC 2616 has it, too.",
        imitates: Some("https://github.com/openjdk/jdk/pull/13330"),
        verdict: Verdict::Discouraged,
        profile: Profile::Rfc2616,
        script: Script::of(patient),
    },
    Fault {
        name: "waits-and-gives-up",
        breaks: &[&CLI_004],
        what: "Waits for a 100 (Continue) and gives the request up when none comes.",
        imitates: Some("https://github.com/openjdk/jdk/pull/20525"),
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::of(giving_up),
    },
    Fault {
        name: "waits-for-ever-after-102",
        breaks: &[&CLI_004],
        what: "Waits on for ever once a 102 (Processing) has come.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |moment| moment.is_code(102),
            then: Does(Reaction::FallsSilent),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-unannounced",
        breaks: &[&CLI_002],
        what: "Waits for a 100 (Continue) with which it never told the server to reckon.",
        imitates: Some("https://github.com/Azure/azure-sdk-for-java/pull/50311"),
        verdict: Verdict::Discouraged,
        script: Script {
            policy: patient,
            rules: &[Rule { when: expects, then: Sends(&[Edit::Without("expect")]) }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "withholds-after-the-100",
        breaks: &[&CLI_010],
        what: "Does not hear the 100 (Continue), and waits on for ever.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script {
            policy: patient,
            rules: &[Rule { when: is_continue, then: Does(Reaction::Overlooks) }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "content-again-with-a-second-100",
        breaks: &[&CLI_010],
        what: "Sends the content for every 100 (Continue).",
        imitates: Some("https://github.com/jetty/jetty.project/pull/12111"),
        script: Script::with(&[Rule {
            when: |moment| is_continue(moment) && moment.answers(|it| it.interims > 0),
            then: Does(Reaction::Resends),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-again-with-a-late-100",
        breaks: &[&CLI_010],
        what: "Begins the content anew when the 100 (Continue) comes after all.",
        script: Script::with(&[Rule { when: is_late, then: Does(Reaction::Resends) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "no-content-after-the-100",
        breaks: &[&CLI_010],
        what: "Takes the 100 (Continue) for all that was wanted, and never sends the content.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script {
            policy: patient,
            rules: &[Rule { when: expects, then: Content(OnContent::Never) }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
];

fn is_continue(moment: &Moment<'_>) -> bool {
    moment.is_code(100)
}

fn is_late(moment: &Moment<'_>) -> bool {
    is_continue(moment) && moment.sent != Sent::Head
}

/// No content without a 100 (Continue), and no request that takes more than ten seconds.
fn giving_up() -> Policy {
    let exchange = Duration::from_secs(10);
    Policy {
        patience: Patience::Endless,
        timers: Timers { exchange, ..Timers::default() },
        ..Policy::default()
    }
}
