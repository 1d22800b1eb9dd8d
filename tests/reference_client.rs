//! The reference client keeps every requirement, in every profile that it claims.

use std::collections::{BTreeMap, BTreeSet};

use expectspec_engine::client::Policy;
use expectspec_judge::Finding;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_runner::{CaseRun, Conclusion};
use expectspec_tests::{describe, run_reference_client};

/// The reference that does all that a case needs, but for credentials, which it has none of.
fn following() -> Policy {
    Policy::preset("following").expect("a preset of this name")
}

/// The case for CONNECT, which the reference does not make.
const TUNNEL: &str = "client/request/expects-nothing-with-connect";

fn was_played(case: &CaseRun) -> bool {
    matches!(case.conclusion, Conclusion::Judged { .. })
}

#[test]
fn the_reference_conforms_in_every_profile_that_it_claims() {
    for profile in [Profile::Rfc9110, Profile::Rfc7231, Profile::Strict, Profile::Desync] {
        let mut run = run_reference_client(&following(), profile);
        run.cases.retain(|case| was_played(case) && case.case.id != TUNNEL);
        assert!(run.cases.len() >= 90 || profile == Profile::Desync);
        // A connection that is not used again can't show where a message ends.
        let shows = |verdict| profile != Profile::Desync || verdict != Verdict::Inconclusive;
        let text = describe(&run, |verdict| verdict != Verdict::Conforms && shows(verdict));
        assert!(text.is_empty(), "{}: {text}", profile.name());
    }
}

/// What a policy is discouraged for, on purpose.
const DISCOURAGED: &[(&str, &str)] = &[
    // It leaves a 417 to its user, as most libraries do.
    ("delivering", "EXP-CLI-005"),
    // It waits for a 100 (Continue) for as long as a request may take.
    ("patient-for-ever", "EXP-CLI-004"),
];

#[test]
fn no_policy_deviates_and_few_are_discouraged() {
    let mut found: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for (name, policy) in Policy::presets() {
        let run = run_reference_client(&policy, Profile::Rfc9110);
        for case in &run.cases {
            let grave = |finding: &&Finding| finding.verdict(run.profile) >= Verdict::Discouraged;
            for finding in case.findings().iter().filter(grave) {
                let row = finding.requirement.id;
                let on_purpose = finding.verdict(run.profile) == Verdict::Discouraged
                    && DISCOURAGED.contains(&(name, row));
                if !on_purpose {
                    let what = format!("{}: {}", case.case.id, finding.found);
                    found.entry((name, row)).or_default().insert(what);
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What no policy of the reference ever does, so that no case can speak of it.
const NEVER_DONE: &[(&str, &str)] = &[
    ("EXP-CLI-001", "opens a tunnel"),
    ("EXP-MTH-001", "opens a tunnel"),
    ("EXP-O16-007", "repeats a request that expects nothing when its connection is lost"),
];

#[test]
fn the_judge_speaks_of_every_requirement_that_a_case_exercises() {
    let mut silent: BTreeSet<_> = expectspec_catalogue::of(Party::Client)
        .iter()
        .flat_map(|case| case.exercises.iter().map(|rule| (case.id, rule.id)))
        .collect();
    for (_, policy) in Policy::presets() {
        for profile in [Profile::Rfc9110, Profile::Rfc2616] {
            let run = run_reference_client(&policy, profile);
            for case in &run.cases {
                for finding in case.findings() {
                    silent.remove(&(case.case.id, finding.requirement.id));
                }
                if !was_played(case) {
                    silent.retain(|(id, _)| *id != case.case.id);
                }
            }
        }
    }
    let left: BTreeSet<_> = silent.iter().map(|(_, rule)| *rule).collect();
    let never: BTreeSet<_> = NEVER_DONE.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(left, never, "{silent:#?}");
}
