//! What is worse, what is better, and what is neither.

use expectspec_report::document::{Fact, Printable};
use expectspec_report::{Diff, DiffError, DiffFormat, Document};
use expectspec_requirements::{Party, Profile, Verdict};
use serde_json::Value;

use crate::synthetic;

const BREAKS: usize = 0;
const BREAKS_TOO: usize = 1;

/// A run to its end, with the cases by id: breaks, breaks-too, …
fn run() -> Document {
    Document { died_after: None, ..synthetic::document() }
}

/// The same with one case that conforms.
fn mended(at: usize) -> Document {
    let mut document = run();
    document.cases[at].verdict = Verdict::Conforms;
    document.cases[at].findings.clear();
    document
}

fn written(diff: &Diff<'_>, format: DiffFormat) -> String {
    let mut out = Vec::new();
    diff.write(format, &mut out).expect("memory takes all");
    synthetic::assert_harmless(&out);
    String::from_utf8(out).expect("UTF-8")
}

/// How many regressions, fixes, other verdicts, new cases, lost cases and facts.
fn counts(before: &Document, after: &Document) -> [usize; 6] {
    let diff = Diff::of(before, after).expect("runs that can be compared");
    let Diff { regressions, fixes, others, new, lost, facts, .. } = diff;
    [regressions.len(), fixes.len(), others.len(), new.len(), lost.len(), facts.len()]
}

#[test]
fn a_run_does_not_differ_from_itself() {
    let run = synthetic::document();
    assert_eq!(counts(&run, &run), [0; 6]);
    let diff = Diff::of(&run, &run).expect("the same");
    assert!(!diff.has_regressions());
    assert!(written(&diff, DiffFormat::Text).ends_with("\nnothing changed\n"));
    assert!(written(&diff, DiffFormat::Markdown).starts_with("### expectspec: nothing changed\n"));
}

#[test]
fn what_is_a_regression_one_way_is_a_fix_the_other() {
    let (bad, good) = (run(), mended(BREAKS));
    assert_eq!(counts(&good, &bad), [1, 0, 0, 0, 0, 0]);
    assert_eq!(counts(&bad, &good), [0, 1, 0, 0, 0, 0]);
    let diff = Diff::of(&good, &bad).expect("two runs");
    assert!(diff.has_regressions());
    let text = written(&diff, DiffFormat::Text);
    let told = "\nREGRESSIONS (1)\n  origin-server/a-topic/breaks  conforms -> deviates\n    \
                EXP-SRV-001  silence: nothing in 5000 ms\n";
    assert!(text.ends_with(told), "{text}");
    assert!(written(&diff, DiffFormat::Markdown).starts_with("### expectspec: regressions\n"));
    let json: Value = serde_json::from_str(&written(&diff, DiffFormat::Json)).expect("JSON");
    assert_eq!(json["regressions"][0]["case"], "origin-server/a-topic/breaks");
    assert_eq!(json["regressions"][0]["findings"][0]["requirement"], "EXP-SRV-001");
    assert_eq!(json["fixes"], serde_json::json!([]));
}

#[test]
fn another_requirement_broken_in_a_case_that_deviates_anyway_is_a_regression_and_a_fix() {
    let (before, mut after) = (run(), run());
    after.cases[BREAKS].findings[0].requirement = "EXP-SRV-003".into();
    assert_eq!(counts(&before, &after), [1, 1, 0, 0, 0, 0]);
}

#[test]
fn what_could_not_be_told_again_is_no_fix() {
    let before = run();
    for verdict in [Verdict::Inconclusive, Verdict::Unsupported] {
        let mut after = mended(BREAKS);
        after.cases[BREAKS].verdict = verdict;
        assert_eq!(counts(&before, &after), [0, 0, 1, 0, 0, 0], "{verdict}");
    }
}

#[test]
fn what_is_known_is_no_regression() {
    let (before, mut after) = (mended(BREAKS), run());
    after.cases[BREAKS].known = Some("to be fixed".into());
    assert_eq!(counts(&before, &after), [0, 0, 1, 0, 0, 0]);
}

#[test]
fn a_subject_that_dies_is_a_regression() {
    let (before, after) = (run(), synthetic::document());
    assert!(Diff::of(&before, &after).expect("two runs").has_regressions());
    assert!(!Diff::of(&after, &before).expect("two runs").has_regressions());
    assert!(!Diff::of(&after, &after).expect("two runs").has_regressions());
}

#[test]
fn new_and_lost_cases_are_no_regressions() {
    let (whole, mut part) = (run(), run());
    part.cases.remove(BREAKS_TOO);
    assert_eq!(counts(&part, &whole), [0, 0, 0, 1, 0, 0]);
    assert_eq!(counts(&whole, &part), [0, 0, 0, 0, 1, 0]);
}

#[test]
fn facts_are_compared_but_for_times() {
    let (before, mut after) = (run(), run());
    after.facts[0].value = "417 (2)".into();
    after.facts[1].value = "min 0.100 median 0.310 max 0.500 ms (3 times)".into();
    after.facts.push(Fact { name: "new".into(), question: "?".into(), value: "yes".into() });
    let diff = Diff::of(&before, &after).expect("two runs");
    let names: Vec<&Printable> = diff.facts.iter().map(|fact| fact.name).collect();
    assert_eq!(names, [&"unknown-expectation".into(), &"new".into()]);
    let text = written(&diff, DiffFormat::Text);
    assert!(text.contains("    before  417 (1)\n    after   417 (2)\n"), "{text}");
    assert!(text.contains("    before  not told\n    after   yes\n"), "{text}");
}

#[test]
fn verdicts_that_mean_different_things_are_not_compared() {
    let (before, mut after) = (run(), run());
    after.profile = Profile::Strict;
    assert_eq!(Diff::of(&before, &after).err(), Some(DiffError::Profile));
    after = run();
    after.subject.party = Party::Client;
    assert_eq!(Diff::of(&before, &after).err(), Some(DiffError::Party));
}

#[test]
fn a_comment_stays_within_what_forges_take() {
    let (before, mut after) = (run(), run());
    let case = after.cases[BREAKS].clone();
    after.cases = (0..2000).map(|_| case.clone()).collect();
    for (number, case) in after.cases.iter_mut().enumerate() {
        case.id = format!("origin-server/{}/x{number}", "t".repeat(900)).into();
        case.findings[0].found = "<&>".repeat(900).into();
    }
    after.facts = after
        .cases
        .iter()
        .map(|case| Fact { name: case.id.clone(), ..after.facts[0].clone() })
        .collect();
    let diff = Diff::of(&before, &after).expect("two runs");
    let comment = written(&diff, DiffFormat::Markdown);
    assert!(comment.len() <= 60 * 1024, "{}", comment.len());
}
