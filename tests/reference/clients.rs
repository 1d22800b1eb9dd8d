//! The reference client.

use expectspec_catalogue::Need;
use expectspec_engine::client::Policy;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_runner::{CaseRun, Run};
use expectspec_tests::run_reference_client;

use crate::reference::{Reference, Whole};

pub(crate) const REFERENCE: Reference = Reference {
    party: Party::Client,
    presets: || Policy::presets().into_iter().map(|(name, _)| name).collect(),
    play,
    whole: &[Whole {
        name: "following",
        play: |profile| play("following", profile),
        profiles: &[Profile::Rfc9110, Profile::Rfc7231, Profile::Strict, Profile::Desync],
        lacks: &[Need::Credentials, Need::Resets],
    }],
    is_excused,
    discouraged: &[
        // It leaves a 417 to its user, as most libraries do.
        ("delivering", "EXP-CLI-005"),
        // It waits for a 100 (Continue) for as long as a request may take.
        ("patient-for-ever", "EXP-CLI-004"),
    ],
    silent: SILENT,
    silent_in_some: SILENT_IN_SOME,
};

const SILENT: &[(&[&str], &str)] = &[
    (&["EXP-MTH-001"], "no preset opens a tunnel"),
    (&["EXP-CLI-037"], "no preset ends a connection to a silent server before the server does"),
    (&["EXP-O16-007"], "no preset repeats a plain request whose connection is lost"),
    (&["EXP-PIP-004"], "no case has another request behind a POST or PATCH"),
    (&["EXP-TRL-001"], "no preset sends trailer fields"),
    (&["EXP-UPG-003", "EXP-UPG-007"], "no preset asks for another protocol"),
    (
        &["EXP-CON-010", "EXP-CON-013", "EXP-GRM-015", "EXP-GRM-016", "EXP-GRM-024", "EXP-O68-002"],
        "no monitor watches clients for it",
    ),
];

const SILENT_IN_SOME: &[&str] = &[
    "EXP-CLI-001",
    "EXP-CLI-006",
    "EXP-CLI-007",
    "EXP-CLI-008",
    "EXP-CLI-009",
    "EXP-CLI-012",
    "EXP-CLI-013",
    "EXP-CLI-015",
    "EXP-CLI-016",
    "EXP-CLI-020",
    "EXP-CLI-022",
    "EXP-CLI-023",
    "EXP-CLI-025",
    "EXP-CLI-030",
    "EXP-CLI-031",
    "EXP-CLI-035",
    "EXP-CON-009",
    "EXP-EHT-002",
    "EXP-EHT-003",
    "EXP-O16-008",
    "EXP-RED-005",
];

fn play(name: &str, profile: Profile) -> Run {
    run_reference_client(&Policy::preset(name).expect("a preset of this name"), profile)
}

/// It makes no CONNECT, and a connection that is not used again can't show where a message ends.
fn is_excused(profile: Profile, case: &CaseRun) -> bool {
    case.verdict == Verdict::Inconclusive && (profile == Profile::Desync || case.case.id == TUNNEL)
}

const TUNNEL: &str = "client/request/expects-nothing-with-connect";
