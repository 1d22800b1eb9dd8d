//! TAP 14: a test point for each case, with YAML diagnostics.

mod yaml;

use std::io::{self, Write};

use expectspec_evidence::{excerpt, levels};
use expectspec_requirements::Verdict;

use self::yaml::Quoted;
use crate::Document;
use crate::document::{Case, Finding};

/// Writes the whole stream. What deviates is `not ok`, to be done if it is known, and so is the case in
/// which the subject died; what is unsupported or inconclusive is skipped.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "TAP version 14")?;
    writeln!(out, "1..{}", document.cases.len())?;
    let (subject, profile) = (&document.subject, document.profile);
    writeln!(out, "# subject {}, profile {profile}", subject.title())?;
    for note in &document.notes {
        writeln!(out, "# note: {note}")?;
    }
    for (number, case) in (1..).zip(&document.cases) {
        let died = document.died_after.as_ref() == Some(&case.id);
        write_point(number, case, if died { Fate::Died } else { Fate::Survived }, out)?;
    }
    writeln!(out, "# {}", document.counts())
}

/// Whether the subject was still there after a case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fate {
    Survived,
    Died,
}

fn write_point(number: usize, case: &Case, fate: Fate, out: &mut dyn Write) -> io::Result<()> {
    let id = described(&case.id);
    let verdict = case.verdict;
    let diagnosis = match verdict {
        Verdict::Deviates => {
            let known = case.known.as_deref().filter(|_| fate == Fate::Survived);
            let known = known.map(|reason| format!(" # TODO {}", described(reason)));
            writeln!(out, "not ok {number} - {id}{}", known.unwrap_or_default())?;
            verdict
        }
        _ if fate == Fate::Died => {
            writeln!(out, "not ok {number} - {id}")?;
            let message = "the subject no longer answers; it fell silent during or after this case";
            return writeln!(out, "  ---\n  message: {}\n  ...", Quoted(message));
        }
        Verdict::Inconclusive | Verdict::Unsupported => {
            let reason = described(case.reason.as_deref().unwrap_or_default());
            return writeln!(out, "ok {number} - {id} # SKIP {verdict}: {reason}");
        }
        Verdict::Conforms => return writeln!(out, "ok {number} - {id}"),
        Verdict::Discouraged | Verdict::Permitted => {
            writeln!(out, "ok {number} - {id}")?;
            verdict
        }
    };
    writeln!(out, "  ---")?;
    writeln!(out, "  verdict: {verdict}")?;
    writeln!(out, "  findings:")?;
    case.first_findings(diagnosis).try_for_each(|finding| write_finding(case, finding, out))?;
    writeln!(out, "  ...")
}

/// The five facts.
fn write_finding(case: &Case, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "    - requirement: {}", Quoted(&finding.requirement))?;
    if let Some(row) = finding.row() {
        writeln!(out, "      level: {}", Quoted(&levels(row)))?;
        writeln!(out, "      source: {}", Quoted(&row.sources[0].to_string()))?;
        writeln!(out, "      url: {}", Quoted(&row.url().to_string()))?;
        writeln!(out, "      quotes: [{}]", quoted_all(row.quotes))?;
    }
    writeln!(out, "      mark: {}", Quoted(&finding.mark))?;
    writeln!(out, "      expected: {}", Quoted(&finding.expected))?;
    writeln!(out, "      found: {}", Quoted(&finding.found))?;
    writeln!(out, "      transcript:")?;
    let transcript = case.transcript.as_deref().unwrap_or_default();
    for line in excerpt(transcript, finding.entry, LINES_MAX) {
        writeln!(out, "        - {}", Quoted(&line))?;
    }
    Ok(())
}

fn quoted_all(texts: &[&str]) -> String {
    texts.iter().map(|text| Quoted(text).to_string()).collect::<Vec<_>>().join(", ")
}

/// A description or a reason: `#` would begin a directive.
fn described(text: &str) -> String {
    text.replace('\\', "\\\\").replace('#', "\\#")
}

const LINES_MAX: usize = 24;
