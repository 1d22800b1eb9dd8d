//! What a failing test shows: the five facts of each requirement that is broken, or what passed.

use std::fmt::Write as _;

use expectspec_evidence::{Escaped, Evidence, excerpt};
use expectspec_judge::Finding;
use expectspec_requirements::{Requirement, Verdict};
use expectspec_runner::{CaseRun, Run};

/// How many lines of a transcript are shown at most.
const LINES_MAX: usize = 40;

/// The text for a case that deviates from these requirements.
pub(crate) fn of(
    run: &Run,
    case: &CaseRun,
    requirements: impl Iterator<Item = &'static Requirement>,
) -> String {
    let mut text = format!("{}\n", case.case.purpose);
    for requirement in requirements {
        let deviates = |it: &&Finding| {
            it.requirement.id == requirement.id && it.verdict(run.profile) == Verdict::Deviates
        };
        let finding = case.findings().iter().find(deviates);
        text.push('\n');
        text += &five_facts(case, finding.expect("a deviation has a finding"));
    }
    text
}

fn five_facts(case: &CaseRun, finding: &Finding) -> String {
    let row = finding.requirement;
    Evidence {
        requirement: row.id,
        row: Some(row),
        verdict: Verdict::Deviates,
        mark: finding.mark,
        expected: finding.expected,
        found: &finding.found,
        place: case.case.id,
        transcript: &case.transcript().map(ToString::to_string).unwrap_or_default(),
        entry: finding.entry,
    }
    .text()
}

/// The text for a case in which the subject panicked, whatever else it did.
pub(crate) fn of_panics(case: &CaseRun, panics: &[String]) -> String {
    let mut text = format!("{}\n\n", case.case.purpose);
    for panic in panics {
        // Writing to a `String` does not fail.
        writeln!(text, "the subject panicked: {}", Escaped(panic)).ok();
    }
    text + &transcript(case)
}

/// All that passed in a case, as far as there is room.
pub(crate) fn transcript(case: &CaseRun) -> String {
    case.transcript().map(|it| beginning(&it.to_string())).unwrap_or_default()
}

/// The lines of the text form of a transcript, as far as there is room.
pub(crate) fn beginning(transcript: &str) -> String {
    excerpt(transcript, u32::MAX, LINES_MAX).join("\n") + "\n"
}
