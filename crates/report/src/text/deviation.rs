//! What is broken, with its evidence.

use std::io::{self, Write};

use expectspec_evidence::Evidence;

use super::TextOptions;
use super::group::Group;
use super::ids::write_ids;
use crate::document::{Case, Finding};

/// Writes a finding with the transcript of its first case, and names the other cases.
pub(super) fn write_group(
    group: &Group<'_>,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (first, others) = group.cases.split_first().expect("a group has a case");
    evidence(group.finding, &first.id, group.transcript).write(options.paint, out)?;
    let others: Vec<_> = others.iter().map(|other| &*other.id).collect();
    write_ids(&others, OTHERS_MAX, ("  also      ", MARGIN), options.detail, out)
}

/// A finding that was made at this place, a case's id or a file's name.
pub(crate) fn evidence<'a>(
    finding: &'a Finding,
    place: &'a str,
    transcript: &'a str,
) -> Evidence<'a> {
    Evidence {
        requirement: &finding.requirement,
        row: finding.row(),
        verdict: finding.verdict,
        mark: &finding.mark,
        expected: &finding.expected,
        found: &finding.found,
        place,
        transcript,
        entry: finding.entry,
    }
}

/// The five facts as plain text, for formats that have a place for text.
pub(crate) fn five_facts(case: &Case, finding: &Finding) -> String {
    evidence(finding, &case.id, case.transcript.as_deref().unwrap_or_default()).text()
}

/// So many other cases are named at most unless everything is wanted.
const OTHERS_MAX: usize = 12;

const MARGIN: &str = "            ";
