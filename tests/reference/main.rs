//! The reference of each party keeps every requirement, in every profile that it claims.

mod clients;
mod intermediaries;
mod reference;
mod servers;

use std::collections::{BTreeMap, BTreeSet};

use expectspec_catalogue::Need;
use expectspec_judge::Finding;
use expectspec_requirements::{Profile, Verdict};
use expectspec_runner::{Conclusion, Run};
use expectspec_tests::describe;

use reference::{Reference, Whole};

const REFERENCES: [&Reference; 3] =
    [&servers::REFERENCE, &clients::REFERENCE, &intermediaries::REFERENCE];

#[test]
fn the_references_conform_in_every_profile_that_they_claim() {
    for reference in REFERENCES {
        for whole in reference.whole {
            let lacked: BTreeSet<_> = whole
                .profiles
                .iter()
                .flat_map(|&profile| assert_conforms(reference, whole, profile))
                .collect();
            assert_eq!(lacked, whole.lacks.iter().copied().collect(), "{}", whole.name);
        }
    }
}

/// The policy conforms in every case for which it has what is needed; what it lacks for others.
fn assert_conforms(reference: &Reference, whole: &Whole, profile: Profile) -> BTreeSet<Need> {
    let mut run = (whole.play)(profile);
    let mut lacked = BTreeSet::new();
    run.cases.retain(|case| match &case.conclusion {
        Conclusion::Judged { .. } => !(reference.is_excused)(profile, case),
        Conclusion::Lacks(need) => {
            lacked.insert(*need);
            false
        }
        Conclusion::Unreachable(_) => true,
    });
    let text = describe(&run, |verdict| verdict != Verdict::Conforms);
    assert!(text.is_empty(), "{}, {profile}: {text}", whole.name);
    lacked
}

#[test]
fn no_policy_deviates_and_few_are_discouraged() {
    REFERENCES.into_iter().for_each(assert_few_are_discouraged);
}

fn assert_few_are_discouraged(reference: &Reference) {
    let mut discouraged = BTreeSet::new();
    let mut found: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for name in (reference.presets)() {
        let run = (reference.play)(name, Profile::Rfc9110);
        for (case, finding) in findings(&run) {
            let key = (name, finding.requirement.id);
            let verdict = finding.verdict(run.profile);
            if verdict == Verdict::Discouraged && reference.discouraged.contains(&key) {
                discouraged.insert(key);
            } else if verdict >= Verdict::Discouraged {
                found.entry(key).or_default().insert(format!("{case}: {}", finding.found));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(discouraged, reference.discouraged.iter().copied().collect());
}

#[test]
fn the_judge_speaks_of_every_requirement_that_a_case_exercises() {
    REFERENCES.into_iter().for_each(assert_the_judge_speaks);
}

fn assert_the_judge_speaks(reference: &Reference) {
    let (mut played, mut spoken) = (BTreeSet::new(), BTreeSet::new());
    for name in (reference.presets)() {
        for profile in [Profile::Rfc9110, Profile::Rfc2616] {
            let run = (reference.play)(name, profile);
            let judged = run.cases.iter().filter(|case| case.transcript().is_some());
            played.extend(judged.map(|case| case.case.id));
            spoken.extend(findings(&run).map(|(case, finding)| (case, finding.requirement.id)));
        }
    }
    // What needs something that no preset has speaks of nothing.
    let exercised: BTreeSet<_> = expectspec_catalogue::of(reference.party)
        .into_iter()
        .filter(|case| played.contains(case.id))
        .flat_map(|case| case.exercises.iter().map(|rule| (case.id, rule.id)))
        .collect();
    let left = &exercised - &spoken;
    let silent = &rules(&left) - &rules(&(&exercised & &spoken));
    let excepted = reference.silent.iter().flat_map(|(rules, _)| *rules).copied().collect();
    assert_eq!(silent, excepted, "{:?}, in no case", reference.party);
    let in_some = reference.silent_in_some.iter().copied().collect();
    assert_eq!(&rules(&left) - &silent, in_some, "{:?}, in some: {left:#?}", reference.party);
}

/// Everything that was found, with the case that found it.
fn findings(run: &Run) -> impl Iterator<Item = (&'static str, &Finding)> {
    run.cases.iter().flat_map(|case| case.findings().iter().map(|finding| (case.case.id, finding)))
}

fn rules(pairs: &BTreeSet<(&'static str, &'static str)>) -> BTreeSet<&'static str> {
    pairs.iter().map(|(_, rule)| *rule).collect()
}
