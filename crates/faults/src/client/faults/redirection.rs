//! Redirections and challenges, followed in the wrong way.

use expectspec_engine::client::{EarlyFinal, Policy};
use expectspec_requirements::{AUT_005, CLI_001, CLI_020, RED_001, RED_003, RED_005, Verdict};
use expectspec_subject::{Ability, REFERENCE_ABILITIES};

use super::has_final;
use crate::Edit;
use crate::client::rule::Deviation::{Content, Does, Reads, Sends};
use crate::client::rule::{Link, OnContent, Reaction};
use crate::client::{Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "307-made-a-get",
        breaks: &[&RED_001],
        what: "Follows 307 and 308 with a GET.",
        script: Script {
            rules: &[Rule {
                when: |moment| moment.is_code(307) || moment.is_code(308),
                then: Reads(&[Edit::InStartLine("30", "303 30")]),
            }],
            ..FOLLOWING
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-kept-for-a-get",
        breaks: &[&RED_003, &CLI_001],
        what: "Keeps the expectation when a redirection makes the request a GET.",
        script: Script {
            rules: &[Rule {
                when: |moment| moment.before > 0 && moment.request.method() == b"GET",
                then: Sends(&[Edit::Add("Expect: 100-continue\r\n")]),
            }],
            ..FOLLOWING
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "redirected-in-place-of-content",
        breaks: &[&RED_005, &CLI_020],
        what: "Follows a redirection on the connection that owes content.",
        script: Script {
            rules: &[Rule { when: has_final, then: Content(OnContent::Never) }],
            ..FOLLOWING
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "same-credentials-after-403",
        breaks: &[&AUT_005],
        what: "Repeats the request with the same credentials after 403.",
        verdict: Verdict::Discouraged,
        script: Script {
            rules: &[
                Rule {
                    when: |moment| moment.is_code(403) && moment.repeats == 0,
                    then: Does(Reaction::Again(Link::Fresh)),
                },
                Rule { when: |_| true, then: AUTHORIZED },
            ],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "credentials-in-place-of-content",
        breaks: &[&CLI_020],
        what: "Repeats the request with credentials on the connection that owes content.",
        script: Script {
            rules: &[
                Rule {
                    when: |moment| moment.is_code(401) && moment.repeats == 0,
                    then: Does(Reaction::Again(Link::Same)),
                },
                Rule { when: |moment| moment.repeats > 0, then: AUTHORIZED },
            ],
            abilities: &[Ability::Method, Ability::Requests, Ability::Tells, Ability::Credentials],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
];

/// The reference, which follows redirections and sends all content before it does.
const FOLLOWING: Script =
    Script { policy: following, abilities: REFERENCE_ABILITIES, ..Script::PLAIN };

const AUTHORIZED: crate::client::Deviation = Sends(&[Edit::Add("Authorization: Basic dTpw\r\n")]);

fn following() -> Policy {
    let early_final = EarlyFinal::FinishContent { octets_max: u64::MAX };
    Policy { early_final, ..Policy::following() }
}
