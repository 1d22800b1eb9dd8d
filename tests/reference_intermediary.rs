//! The reference intermediary keeps every requirement, in every role and policy, in every profile that
//! it claims.

use std::collections::{BTreeMap, BTreeSet};

use expectspec_engine::intermediary::Policy;
use expectspec_judge::Finding;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_runner::{CaseRun, Conclusion};
use expectspec_tests::{describe, run_reference_intermediary};

fn was_played(case: &CaseRun) -> bool {
    matches!(case.conclusion, Conclusion::Judged { .. })
}

/// The presets that do all that a case needs, one for each role.
const WHOLE: [&str; 3] = ["default", "proxy", "forward"];

#[test]
fn the_reference_conforms_in_every_role_and_every_profile_that_it_claims() {
    for name in WHOLE {
        for profile in [Profile::Rfc9110, Profile::Rfc7231, Profile::Desync] {
            let policy = Policy::preset(name).expect("a preset of this name");
            let mut run = run_reference_intermediary(&policy, profile);
            run.cases.retain(was_played);
            assert!(run.cases.len() >= 80, "{name}: {} cases", run.cases.len());
            // What is refused can't show where a message ends.
            let shows = |verdict| profile != Profile::Desync || verdict != Verdict::Inconclusive;
            let fine = |verdict| matches!(verdict, Verdict::Conforms | Verdict::Permitted);
            let text = describe(&run, |verdict| !fine(verdict) && shows(verdict));
            assert!(text.is_empty(), "{name}, {}: {text}", profile.name());
        }
    }
}

#[test]
fn no_policy_deviates_and_none_is_discouraged() {
    let mut found: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for (name, policy) in Policy::presets() {
        let run = run_reference_intermediary(&policy, Profile::Rfc9110);
        for case in &run.cases {
            let grave = |finding: &&Finding| finding.verdict(run.profile) >= Verdict::Discouraged;
            for finding in case.findings().iter().filter(grave) {
                let what = format!("{}: {}", case.case.id, finding.found);
                found.entry((name, finding.requirement.id)).or_default().insert(what);
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What no policy of the reference ever does, so that no case can speak of it.
const NEVER_DONE: &[(&str, &str)] = &[];

#[test]
fn the_judge_speaks_of_every_requirement_that_a_case_exercises() {
    let mut silent: BTreeSet<_> = expectspec_catalogue::of(Party::Intermediary)
        .iter()
        .flat_map(|case| case.exercises.iter().map(|rule| (case.id, rule.id)))
        .collect();
    let mut played = BTreeSet::new();
    for (_, policy) in Policy::presets() {
        for profile in [Profile::Rfc9110, Profile::Rfc2616] {
            let run = run_reference_intermediary(&policy, profile);
            for case in run.cases.iter().filter(|case| was_played(case)) {
                played.insert(case.case.id);
                for finding in case.findings() {
                    silent.remove(&(case.case.id, finding.requirement.id));
                }
            }
        }
    }
    // What needs something that no policy has speaks of nothing.
    silent.retain(|(id, _)| played.contains(id));
    let left: BTreeSet<_> = silent.iter().map(|(_, rule)| *rule).collect();
    let never: BTreeSet<_> = NEVER_DONE.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(left, never, "{silent:#?}");
}
