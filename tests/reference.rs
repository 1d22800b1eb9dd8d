//! The reference origin server keeps every requirement, in every profile that it claims.

use std::collections::BTreeSet;

use expectspec_engine::origin_server::Policy;
use expectspec_judge::Finding;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_tests::{describe, run_reference};

/// Cases that need what an in-memory stream does not have.
const UNSUPPORTED: [&str; 3] = [
    "origin-server/limits/lets-a-late-refusal-be-read",
    "origin-server/limits/lets-a-refusal-of-chunks-be-read",
    "origin-server/limits/lets-the-refusal-be-read",
];

#[test]
fn the_reference_conforms_in_every_profile_that_it_claims() {
    for profile in [Profile::Rfc9110, Profile::Rfc7231, Profile::Strict, Profile::Desync] {
        let mut run = run_reference(Policy::upgrading(), profile);
        run.cases.retain(|case| !UNSUPPORTED.contains(&case.case.id));
        let text = describe(&run, |verdict| verdict != Verdict::Conforms);
        assert!(text.is_empty(), "{}: {text}", profile.name());
    }
}

#[test]
fn the_policy_of_rfc_2616_conforms_in_its_profile() {
    let policy = Policy { upgrade: Policy::upgrading().upgrade, ..Policy::rfc2616() };
    let mut run = run_reference(policy, Profile::Rfc2616);
    run.cases.retain(|case| !UNSUPPORTED.contains(&case.case.id));
    let text = describe(&run, |verdict| verdict != Verdict::Conforms);
    assert!(text.is_empty(), "{text}");
}

/// What a policy is discouraged for, on purpose.
const DISCOURAGED: [(&str, &str); 3] = [
    // RFC 9110 §5.6.1 wants empty list members ignored; many servers refuse them.
    ("bad-request", "EXP-GRM-022"),
    ("rfc2616", "EXP-GRM-022"),
    // It reads 100-continue where the grammar has none (RFC 9110 §2.4).
    ("recovering", "EXP-GRM-017"),
];

#[test]
fn no_policy_deviates_and_few_are_discouraged() {
    for (name, policy) in Policy::presets() {
        let run = run_reference(policy, Profile::Rfc9110);
        for case in &run.cases {
            let grave = |finding: &&Finding| finding.verdict(run.profile) >= Verdict::Discouraged;
            for finding in case.findings().iter().filter(grave) {
                let (row, id) = (finding.requirement.id, case.case.id);
                let on_purpose = finding.verdict(run.profile) == Verdict::Discouraged
                    && DISCOURAGED.contains(&(name, row));
                assert!(on_purpose, "policy {name}: {row} in {id}: {}", finding.found);
            }
        }
    }
}

/// What no policy of the reference ever does, so that no case can speak of it.
const NEVER_DONE: [(&str, &str); 5] = [
    ("EXP-EHT-001", "sends 103 (Early Hints)"),
    ("EXP-EHT-004", "sends 103 (Early Hints)"),
    ("EXP-EHT-005", "sends 104"),
    ("EXP-MTH-003", "opens a tunnel"),
    ("EXP-RED-004", "redirects"),
];

#[test]
fn the_judge_speaks_of_every_requirement_that_a_case_exercises() {
    let mut silent: BTreeSet<_> = expectspec_catalogue::of(Party::OriginServer)
        .iter()
        .filter(|case| !UNSUPPORTED.contains(&case.id))
        .flat_map(|case| case.exercises.iter().map(|rule| (case.id, rule.id)))
        .collect();
    for (name, policy) in Policy::presets() {
        let profile = if name == "rfc2616" { Profile::Rfc2616 } else { Profile::Rfc9110 };
        let run = run_reference(policy, profile);
        for case in &run.cases {
            for finding in case.findings() {
                silent.remove(&(case.case.id, finding.requirement.id));
            }
        }
    }
    let left: BTreeSet<_> = silent.iter().map(|(_, rule)| *rule).collect();
    let never: BTreeSet<_> = NEVER_DONE.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(left, never, "{silent:#?}");
}
