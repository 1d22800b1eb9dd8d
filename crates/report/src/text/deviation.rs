//! The five facts: the requirement, its quote, what was expected, what was found, and where.

use std::io::{self, Write};

use expectspec_requirements::{Requirement, Verdict};

use super::TextOptions;
use super::excerpt;
use super::group::Group;
use super::ids::write_ids;
use super::wrap::write_wrapped;
use crate::document::{Case, Finding};
use crate::explain::write_quotes;
use crate::paint::Tone;
use crate::{Escaped, Paint};

/// A finding and where it was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence<'a> {
    pub(crate) finding: &'a Finding,
    /// A case's id, or a file's name.
    pub(crate) place: &'a str,
    pub(crate) transcript: &'a str,
}

/// Writes a finding with the transcript of its first case, and names the other cases.
pub(super) fn write_group(
    group: &Group<'_>,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (first, others) = group.cases.split_first().expect("a group has a case");
    let (finding, transcript) = (group.finding, group.transcript);
    let evidence = Evidence { finding, place: &first.id, transcript };
    write_evidence(&evidence, options.paint, out)?;
    let others: Vec<_> = others.iter().map(|other| &*other.id).collect();
    write_ids(&others, OTHERS_MAX, ("  also      ", MARGIN), options.detail, out)
}

/// Writes the five facts.
pub(crate) fn write_evidence(
    evidence: &Evidence<'_>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Evidence { finding, place, transcript } = evidence;
    let verdict = finding.verdict;
    let tone = if verdict == Verdict::Deviates { Tone::Bad } else { Tone::Warning };
    let row = finding.row();
    let heading = match row {
        Some(row) => format!("{} ({})", row.id, levels(row)),
        None => finding.requirement.to_string(),
    };
    writeln!(out, "{}  {verdict}: {}", paint.paint(tone, heading), finding.mark)?;
    if let Some(row) = row {
        write_quotes(row, "  quote     ", MARGIN, paint, out)?;
    }
    if !finding.expected.is_empty() {
        write_wrapped("  expected  ", MARGIN, &finding.expected, out)?;
    }
    if !finding.found.is_empty() {
        write_wrapped("  found     ", MARGIN, &finding.found, out)?;
    }
    writeln!(out, "  in        {}", Escaped(place))?;
    excerpt::write(transcript, finding.entry, lines_max(verdict), paint, out)
}

/// The five facts as plain text, for formats that have a place for text.
pub(crate) fn five_facts(case: &Case, finding: &Finding) -> String {
    let transcript = case.transcript.as_deref().unwrap_or_default();
    let mut text = Vec::new();
    write_evidence(&Evidence { finding, place: &case.id, transcript }, Paint::Plain, &mut text)
        .expect("memory takes all that is written");
    String::from_utf8(text).expect("a report is UTF-8")
}

/// The levels as printed, such as `MUST NOT`.
pub(crate) fn levels(requirement: &Requirement) -> String {
    let levels: Vec<_> = requirement.levels.iter().map(ToString::to_string).collect();
    levels.join(", ")
}

/// How many lines of a transcript are shown at most.
const fn lines_max(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Deviates => 32,
        _ => 14,
    }
}

/// So many other cases are named at most unless everything is wanted.
const OTHERS_MAX: usize = 12;

const MARGIN: &str = "            ";
