//! What a failing test shows: the requirement, its sentence, what was expected, what was found, and where.

use core::fmt::{self, Display, Formatter, Write as _};

use expectspec_judge::{Finding, Transcript};
use expectspec_requirements::{Requirement, Verdict};
use expectspec_runner::{CaseRun, Run};

/// How many lines of a transcript are shown at most.
const LINES_MAX: usize = 40;
/// Longer lines are cut.
const COLUMNS: usize = 110;

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
        let finding = finding.expect("a deviation has a finding");
        // Writing to a `String` does not fail.
        write_finding(&mut text, case, finding).ok();
    }
    text
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

fn write_finding(text: &mut String, case: &CaseRun, finding: &Finding) -> fmt::Result {
    let row = finding.requirement;
    let levels: Vec<String> = row.levels.iter().map(ToString::to_string).collect();
    writeln!(text, "\n{} ({}) is broken: {}", row.id, levels.join(", "), finding.mark)?;
    if let Some(source) = row.sources.first() {
        writeln!(text, "  quote     {source}  {}", row.url())?;
    }
    for quote in row.quotes {
        writeln!(text, "            \"{quote}\"")?;
    }
    writeln!(text, "  expected  {}", finding.expected)?;
    writeln!(text, "  found     {}", Escaped(&finding.found))?;
    writeln!(text, "  in        {}", case.case.id)?;
    if let Some(transcript) = case.transcript() {
        text.push_str(&excerpt(transcript, finding.entry));
    }
    Ok(())
}

/// All that passed in a case, as far as there is room.
pub(crate) fn transcript(case: &CaseRun) -> String {
    case.transcript().map(|transcript| excerpt(transcript, u32::MAX)).unwrap_or_default()
}

/// The lines around an entry, with the entry marked.
fn excerpt(transcript: &Transcript, offending: u32) -> String {
    let mut lines = Vec::new();
    let mut at = 0;
    for (number, entry) in (0u32..).zip(&transcript.entries) {
        let is_offending = number == offending;
        if is_offending {
            at = lines.len();
        }
        for (index, line) in entry.to_string().lines().enumerate() {
            let margin = match (is_offending, index) {
                (true, 0) => ">> ",
                (true, _) => " | ",
                (false, _) => "   ",
            };
            lines.push(format!("{margin}{}", cut(line)));
        }
    }
    // Two thirds lie before the marked line: what led to it matters most.
    let from = (at + LINES_MAX / 3).min(lines.len()).saturating_sub(LINES_MAX);
    let to = lines.len().min(from + LINES_MAX);
    let mut text = gap(from);
    for line in &lines[from..to] {
        text.push_str(line);
        text.push('\n');
    }
    text + &gap(lines.len() - to)
}

fn gap(lines: usize) -> String {
    if lines == 0 { String::new() } else { format!("   ... {lines} lines left out\n") }
}

/// The lines of the text form of a transcript, which is printable as it is, as far as there is room.
pub(crate) fn escaped_lines(transcript: &str) -> String {
    let lines = transcript.lines().take(LINES_MAX).map(|line| format!("{}\n", cut(line)));
    lines.collect()
}

fn cut(line: &str) -> String {
    match line.char_indices().nth(COLUMNS) {
        None => line.to_owned(),
        Some((at, _)) => format!("{} ... ({} more)", &line[..at], line.len() - at),
    }
}

/// Prints only printable ASCII, so that no subject can move the cursor of who reads.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                ' '..='~' => f.write_char(character)?,
                _ => write!(f, "{}", character.escape_default())?,
            }
        }
        Ok(())
    }
}
