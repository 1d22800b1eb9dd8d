//! The five facts: the requirement, its quote, what was expected, what was found, and where.

use std::io::{self, Write};

use expectspec_judge::{Finding, Transcript};
use expectspec_requirements::{Requirement, Verdict};

use super::TextOptions;
use super::excerpt;
use super::group::Group;
use super::ids::write_ids;
use super::wrap::write_wrapped;
use crate::explain::write_quotes;
use crate::paint::Tone;
use crate::{Escaped, Paint};

/// A finding and where it was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence<'a> {
    pub(crate) finding: &'a Finding,
    pub(crate) verdict: Verdict,
    /// A case's id, or a file's name.
    pub(crate) place: &'a str,
    pub(crate) transcript: &'a Transcript,
}

/// Writes a finding with the transcript of its first case, and names the other cases.
pub(super) fn write_group(
    group: &Group<'_>,
    verdict: Verdict,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (first, others) = group.cases.split_first().expect("a group has a case");
    let (finding, transcript) = (group.finding, group.transcript);
    let evidence = Evidence { finding, verdict, place: first.case.id, transcript };
    write_evidence(&evidence, options.paint, out)?;
    let others: Vec<_> = others.iter().map(|other| other.case.id).collect();
    write_ids(&others, OTHERS_MAX, ("  also      ", MARGIN), options.detail, out)
}

/// Writes the five facts.
pub(crate) fn write_evidence(
    evidence: &Evidence<'_>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Evidence { finding, verdict, place, transcript } = evidence;
    let tone = if *verdict == Verdict::Deviates { Tone::Bad } else { Tone::Warning };
    let heading = format!("{} ({})", finding.requirement.id, levels(finding.requirement));
    writeln!(out, "{}  {verdict}: {}", paint.paint(tone, heading), finding.mark)?;
    write_quotes(finding.requirement, "  quote     ", MARGIN, paint, out)?;
    if !finding.expected.is_empty() {
        write_wrapped("  expected  ", MARGIN, finding.expected, out)?;
    }
    if !finding.found.is_empty() {
        let found = Escaped(&finding.found).to_string();
        write_wrapped("  found     ", MARGIN, &found, out)?;
    }
    writeln!(out, "  in        {}", Escaped(place))?;
    excerpt::write(transcript, finding.entry, lines_max(*verdict), paint, out)
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
