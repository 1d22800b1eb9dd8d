//! Every outcome under every profile and strength, and the disputed points one by one.

use std::vec::Vec;

use crate::{Outcome, Profile, Requirement, Ruling, Scope, Strength, Verdict, find};

use Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use Verdict::{Conforms, Deviates, Discouraged, Inconclusive, Permitted, Unsupported};

const OUTCOMES: [Outcome; 5] = [Kept, Chosen, Unclear, Doubtful, Broken];

fn row(strength: Strength, scope: Scope, rulings: &'static [Ruling]) -> Requirement {
    Requirement {
        id: "EXP-XXX-001",
        roles: &[],
        levels: &[],
        strength,
        sources: &[],
        quotes: &[],
        scope,
        rulings,
    }
}

fn grades(requirement: &Requirement, outcome: Outcome, mark: &str) -> [Verdict; 5] {
    Profile::ALL.map(|profile| requirement.grade(profile, outcome, mark))
}

#[test]
fn every_outcome_strength_and_profile_has_its_verdict() {
    // Columns: rfc9110, rfc7231, rfc2616, strict, desync.
    let table = [
        (Strength::Must, Kept, [Conforms; 5]),
        (Strength::Must, Chosen, [Permitted; 5]),
        (Strength::Must, Unclear, [Inconclusive; 5]),
        (Strength::Must, Doubtful, [Discouraged; 5]),
        (Strength::Must, Broken, [Deviates; 5]),
        (Strength::Should, Kept, [Conforms; 5]),
        (Strength::Should, Chosen, [Permitted; 5]),
        (Strength::Should, Unclear, [Inconclusive; 5]),
        (Strength::Should, Doubtful, [Discouraged; 5]),
        (Strength::Should, Broken, [Discouraged, Discouraged, Discouraged, Deviates, Deviates]),
        (Strength::May, Kept, [Conforms; 5]),
        (Strength::May, Chosen, [Permitted; 5]),
        (Strength::May, Unclear, [Inconclusive; 5]),
        (Strength::May, Doubtful, [Discouraged; 5]),
        (Strength::May, Broken, [Permitted, Permitted, Permitted, Permitted, Deviates]),
    ];
    for (strength, outcome, expected) in table {
        let requirement = row(strength, Scope::EveryAndDesync, &[]);
        assert_eq!(grades(&requirement, outcome, "mark"), expected, "{strength} {outcome}");
    }
}

#[test]
fn out_of_scope_is_unsupported_whatever_is_ruled() {
    const RULINGS: &[Ruling] =
        &[Ruling { profile: Profile::Strict, mark: "mark", verdict: Deviates }];
    for outcome in OUTCOMES {
        let nowhere = row(Strength::Must, Scope::Only(&[]), RULINGS);
        assert_eq!(grades(&nowhere, outcome, "mark"), [Unsupported; 5]);

        let every = row(Strength::Must, Scope::Every, &[]);
        assert_eq!(every.grade(Profile::Desync, outcome, ""), Unsupported);
    }
}

#[test]
fn a_ruling_decides_for_its_profile_and_mark_only() {
    const RULINGS: &[Ruling] =
        &[Ruling { profile: Profile::Rfc2616, mark: "417", verdict: Discouraged }];
    let requirement = row(Strength::Must, Scope::Every, RULINGS);
    for outcome in [Kept, Chosen, Doubtful, Broken] {
        assert_eq!(requirement.grade(Profile::Rfc2616, outcome, "417"), Discouraged);
    }
    assert_eq!(requirement.grade(Profile::Rfc2616, Unclear, "417"), Inconclusive);
    assert_eq!(requirement.grade(Profile::Rfc2616, Broken, "final"), Deviates);
    assert_eq!(requirement.grade(Profile::Rfc2616, Broken, ""), Deviates);
    assert_eq!(requirement.grade(Profile::Rfc7231, Broken, "417"), Deviates);
}

#[test]
fn a_ruling_without_a_mark_decides_unless_kept_or_unclear() {
    const RULINGS: &[Ruling] =
        &[Ruling { profile: Profile::Rfc7231, mark: "", verdict: Permitted }];
    let requirement = row(Strength::Must, Scope::Every, RULINGS);
    for mark in ["", "417"] {
        let verdicts: Vec<_> = OUTCOMES
            .into_iter()
            .map(|outcome| requirement.grade(Profile::Rfc7231, outcome, mark))
            .collect();
        assert_eq!(verdicts, [Conforms, Permitted, Inconclusive, Permitted, Permitted]);
        assert_eq!(requirement.grade(Profile::Rfc9110, Broken, mark), Deviates);
    }
}

#[test]
fn disputed_points_are_ruled_as_each_profile_reads_them() {
    // Columns: rfc9110, rfc7231, rfc2616, strict.
    let table = [
        // An unknown expectation is answered otherwise than by 417, and by 417.
        ("EXP-SRV-008", Chosen, "final", [Permitted, Permitted, Deviates, Discouraged]),
        ("EXP-SRV-008", Chosen, "4xx", [Permitted, Permitted, Conforms, Discouraged]),
        ("EXP-SRV-008", Chosen, "417", [Permitted, Permitted, Conforms, Conforms]),
        ("EXP-SRV-008", Broken, "silence", [Deviates; 4]),
        // `foo, 100-continue`: 417, 100, nothing.
        ("EXP-GRM-008", Kept, "417", [Conforms; 4]),
        ("EXP-GRM-008", Kept, "continue", [Conforms, Conforms, Deviates, Conforms]),
        ("EXP-GRM-008", Broken, "silence", [Deviates, Permitted, Deviates, Deviates]),
        // HTTP/1.0 with an expectation: 417, an interim response.
        ("EXP-SRV-003", Broken, "417", [Deviates, Deviates, Conforms, Deviates]),
        ("EXP-SRV-003", Broken, "interim", [Deviates; 4]),
        // A proxy whose next hop is known for HTTP/1.0: a 100 of its own, 417.
        ("EXP-PRX-003", Kept, "local-continue", [Conforms, Conforms, Deviates, Conforms]),
        ("EXP-PRX-003", Kept, "417", [Conforms; 4]),
        // The next hop is not known, and the head waits for the content: proxy, gateway.
        ("EXP-PRX-002", Broken, "buffered", [Deviates; 4]),
        (
            "EXP-PRX-002",
            Chosen,
            "buffered-by-gateway",
            [Permitted, Permitted, Permitted, Discouraged],
        ),
        // A proxy removes the field and answers the expectation itself, or nobody does.
        (
            "EXP-PRX-010",
            Chosen,
            "stripped-and-answered",
            [Permitted, Permitted, Deviates, Discouraged],
        ),
        ("EXP-PRX-010", Broken, "stripped", [Discouraged, Discouraged, Deviates, Discouraged]),
        // A 100 without an expectation: to a POST, to a GET.
        ("EXP-SRV-020", Chosen, "unsolicited", [Permitted, Permitted, Conforms, Permitted]),
        (
            "EXP-SRV-020",
            Chosen,
            "unsolicited-without-content",
            [Permitted, Permitted, Discouraged, Discouraged],
        ),
        // The close option in a 100.
        ("EXP-IR-005", Broken, "close", [Discouraged, Discouraged, Conforms, Deviates]),
        // A method applied although the content was never read.
        ("EXP-SRV-018", Broken, "performed", [Unsupported, Unsupported, Deviates, Unsupported]),
        // An empty field value: 417, 400.
        ("EXP-GRM-022", Broken, "417", [Discouraged, Permitted, Discouraged, Deviates]),
        ("EXP-GRM-022", Broken, "400", [Discouraged, Permitted, Conforms, Discouraged]),
        // A zero-length chunk given instead of the content.
        ("EXP-CLI-021", Chosen, "zero-chunk", [Permitted, Permitted, Conforms, Discouraged]),
    ];
    for (id, outcome, mark, expected) in table {
        let requirement = find(id).expect("the id is permanent");
        assert_eq!(grades(requirement, outcome, mark)[..4], expected, "{id} {outcome} {mark}");
    }
}
