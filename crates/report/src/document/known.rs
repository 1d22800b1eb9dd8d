//! Known deviations in a document: told as such, and drafted from it.

use std::io::{self, Write};

use expectspec_requirements::Verdict;
use expectspec_runner::{Coverage, Known, Run, Stale, Staleness};

use super::{Case, Document, Finding, Printable};

/// Whether entries of a file of known deviations have to go.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KnownFile {
    /// Each excuses something, or could not be held against this run.
    Fits,
    /// Some do not; the notes of the document name them.
    HasStale,
}

impl Document {
    /// Marks the cases of which `known` excuses every deviation, and notes the entries that have to go.
    /// The document has to be that of the run.
    pub fn excuse(&mut self, run: &Run, known: &Known, coverage: Coverage) -> KnownFile {
        for case in &run.cases {
            let told = self.cases.iter_mut().find(|told| *told.id == *case.case.id);
            let entries = known.deviations(run, case).into_iter().map(|it| it.entry);
            let entries: Option<Vec<_>> = entries.collect();
            if let (Some(told), Some(entries)) = (told, entries.filter(|it| !it.is_empty())) {
                let mut reasons: Vec<&str> = entries.iter().map(|it| it.reason.as_str()).collect();
                reasons.dedup();
                told.known = Some(reasons.join("; ").into());
            }
        }
        let outcome = known.judge(run, coverage);
        // A subject that died no longer deviates in what was not asked of it.
        let has_to_go =
            |it: &&Stale<'_>| run.died_after.is_none() || it.why == Staleness::MatchesNothing;
        let stale: Vec<_> = outcome.stale.iter().filter(has_to_go).collect();
        let notes = stale.iter().map(|stale| Printable::from(format!("known deviations, {stale}")));
        self.notes.extend(notes);
        if stale.is_empty() { KnownFile::Fits } else { KnownFile::HasStale }
    }

    /// Drafts a file of known deviations: an entry for each requirement that a case breaks, below what
    /// was found, which is to become the reason. What is known already keeps its reason.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn write_known(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut drafts: Vec<_> = self.cases.iter().flat_map(drafts).collect();
        drafts.sort();
        drafts.dedup();
        writeln!(
            out,
            "# Known deviations of {}: expectspec {}.",
            self.subject.title(),
            self.tool.version
        )?;
        writeln!(
            out,
            "# One entry a line, a case (or a pattern with *) and a requirement (or *), below its reason."
        )?;
        let mut above = None;
        for Draft { reason, id, requirement } in &drafts {
            if above != Some(reason) {
                writeln!(out, "\n# {reason}")?;
                above = Some(reason);
            }
            writeln!(out, "{id} {requirement}")?;
        }
        Ok(())
    }
}

/// An entry that is to be read by a person.
#[derive(Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Draft<'a> {
    reason: String,
    id: &'a str,
    requirement: &'a str,
}

fn drafts(case: &Case) -> impl Iterator<Item = Draft<'_>> {
    case.first_findings(Verdict::Deviates).map(|finding| Draft {
        reason: case.known.as_ref().map_or_else(|| reason(finding), ToString::to_string),
        id: &case.id,
        requirement: &finding.requirement,
    })
}

fn reason(finding: &Finding) -> String {
    let Finding { requirement, mark, expected, found, .. } = finding;
    match (&**expected, &**found) {
        ("", "") => format!("{requirement}: {mark}"),
        (expected, "") => format!("{requirement}: {mark}, expected {expected}"),
        ("", found) => format!("{requirement}: found {}", without_times(found)),
        (expected, found) => {
            format!("{requirement}: expected {expected}, found {}", without_times(found))
        }
    }
}

/// A time differs from run to run, and would make each case a reason of its own.
fn without_times(found: &str) -> String {
    let mut words: Vec<&str> = found.split(' ').collect();
    for at in 1..words.len() {
        if words[at] == "ms" && words[at - 1].parse::<f64>().is_ok() {
            words[at - 1] = "some";
        }
    }
    words.join(" ")
}
