//! The reference origin server.

use expectspec_catalogue::Need;
use expectspec_engine::origin_server::Policy;
use expectspec_requirements::{Party, Profile};
use expectspec_tests::run_reference;

use crate::reference::{Reference, Whole};

pub(crate) const REFERENCE: Reference = Reference {
    party: Party::OriginServer,
    presets: || Policy::presets().into_iter().map(|(name, _)| name).collect(),
    play: |name, profile| {
        run_reference(Policy::preset(name).expect("a preset of this name"), profile)
    },
    whole: WHOLE,
    is_excused: |_, _| false,
    discouraged: &[
        // RFC 9110 §5.6.1 wants empty list members ignored; many servers refuse them.
        ("bad-request", "EXP-GRM-022"),
        ("rfc2616", "EXP-GRM-022"),
        // It reads 100-continue where the grammar has none (RFC 9110 §2.4).
        ("recovering", "EXP-GRM-017"),
    ],
    silent: &[
        (&["EXP-EHT-001", "EXP-EHT-004"], "no preset sends 103 (Early Hints)"),
        (&["EXP-EHT-005"], "no preset sends 104"),
        (&["EXP-MTH-003"], "no preset opens a tunnel"),
        (&["EXP-RED-004"], "no preset redirects"),
    ],
    silent_in_some: &[],
};

const WHOLE: &[Whole] = &[
    Whole {
        name: "upgrading",
        play: |profile| run_reference(Policy::upgrading(), profile),
        profiles: &[Profile::Rfc9110, Profile::Rfc7231, Profile::Strict, Profile::Desync],
        lacks: &[Need::Resets],
    },
    Whole {
        name: "rfc2616, upgrading",
        play: |profile| {
            let policy = Policy { upgrade: Policy::upgrading().upgrade, ..Policy::rfc2616() };
            run_reference(policy, profile)
        },
        profiles: &[Profile::Rfc2616],
        lacks: &[Need::Resets],
    },
];
