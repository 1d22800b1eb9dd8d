//! The tester is tested: every fault is caught by a case of the rule that it breaks, and no control
//! is flagged.

mod clients;
mod intermediaries;
mod matrix;
mod servers;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use expectspec_judge::Watched;
use expectspec_judge::monitors::TABLE;
use expectspec_requirements::{ALL, Party, Profile, Requirement, Strength, Verdict};
use expectspec_tests::root;

use matrix::{Exception, Matrix};

static MATRICES: LazyLock<[Matrix; 3]> = LazyLock::new(|| {
    [Matrix::of(&servers::TRIED), Matrix::of(&clients::TRIED), Matrix::of(&intermediaries::TRIED)]
});

#[test]
fn every_fault_is_caught_by_a_case_of_its_rule() {
    let mut wrong = Vec::new();
    for row in MATRICES.iter().flat_map(|matrix| &matrix.rows) {
        for (index, kill) in row.kills.iter().enumerate() {
            let least = if index == 0 { row.least } else { Verdict::Discouraged };
            if kill.gravest < least {
                let (rule, gravest) = (kill.rule.id, kill.gravest);
                wrong.push(format!("{} is not caught by {rule}: {gravest}", row.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_must_with_a_fault_is_once_a_deviation() {
    for matrix in MATRICES.iter() {
        let kills = || matrix.rows.iter().flat_map(|row| &row.kills);
        let musts = kills().filter(|kill| kill.rule.strength == Strength::Must);
        let deviations = kills().filter(|kill| kill.gravest == Verdict::Deviates);
        let missing = &ids(musts.map(|kill| kill.rule)) - &ids(deviations.map(|kill| kill.rule));
        assert_excepted(matrix.about.party, &missing, matrix.about.doubted);
    }
}

#[test]
fn no_control_is_flagged() {
    let flagged: Vec<_> = MATRICES.iter().flat_map(|matrix| &matrix.flagged).collect();
    assert!(flagged.is_empty(), "{flagged:#?}");
}

#[test]
fn every_rule_that_can_be_broken_has_a_fault_or_a_reason() {
    for matrix in MATRICES.iter() {
        let monitors = TABLE.iter().copied().flatten();
        let monitors = monitors.filter(|monitor| is_watched(matrix.about.party, monitor.role));
        let watched = monitors.flat_map(|monitor| monitor.requirements).copied();
        let covered = &ids(watched) | &matrix.exercised;
        let can_be_broken = ALL.iter().copied().filter(|rule| {
            let in_force = Profile::ALL.iter().any(|&profile| rule.scope.includes(profile));
            in_force && rule.strength != Strength::May && covered.contains(rule.id)
        });
        let broken = matrix.rows.iter().flat_map(|row| &row.kills).map(|kill| kill.rule);
        let missing = &ids(can_be_broken) - &ids(broken);
        assert_excepted(matrix.about.party, &missing, matrix.about.without_fault);
    }
}

#[test]
fn the_kill_matrices_are_as_committed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for matrix in MATRICES.iter() {
        settings.bind(|| insta::assert_snapshot!(matrix.about.snapshot, matrix));
    }
}

/// Whether a monitor of this role speaks of the party.
fn is_watched(party: Party, role: Watched) -> bool {
    match role {
        Watched::AsServer => party == Party::OriginServer,
        Watched::AsAnyServer => party != Party::Client,
        Watched::AsClient => party == Party::Client,
        Watched::AsAnyClient => party != Party::OriginServer,
        Watched::AsIntermediary => party == Party::Intermediary,
    }
}

fn ids(rules: impl Iterator<Item = &'static Requirement>) -> BTreeSet<&'static str> {
    rules.map(|rule| rule.id).collect()
}

/// What is missing is excepted, and nothing else is.
fn assert_excepted(party: Party, missing: &BTreeSet<&'static str>, exceptions: &[Exception]) {
    let excepted: BTreeSet<_> = exceptions.iter().flat_map(|it| it.rules).copied().collect();
    let unexplained = missing - &excepted;
    assert!(unexplained.is_empty(), "{party:?} without a reason: {unexplained:?}");
    for Exception { rules, why } in exceptions {
        let idle: Vec<_> = rules.iter().filter(|rule| !missing.contains(*rule)).collect();
        assert!(idle.is_empty(), "{party:?}, no reason needed ({why}): {idle:?}");
    }
}
