//! Deviations that are known: a file of patterns with the reason above each, held against a run.

mod error;
mod parse;

use expectspec_catalogue::Case;
use expectspec_requirements::{Requirement, Verdict};

pub use self::error::{KnownError, KnownErrorKind};
use crate::{CaseRun, Run};

/// Deviations that a maintainer knows of and lives with for a time.
///
/// The form is text: one entry a line, a pattern of case ids and a requirement id or `*`. In the
/// pattern `*` stands for any octets; without one it is a whole id. The comment lines directly above
/// an entry are its reason; entries that follow each other share it. A blank line ends a reason.
///
/// ```
/// use expectspec_runner::Known;
///
/// let known = Known::parse(
///     "# Fixed on the main branch, to be released in 2.1.\n\
///      origin-server/http-10/* EXP-SRV-003\n",
/// )?;
/// assert_eq!(known.entries()[0].reason, "Fixed on the main branch, to be released in 2.1.");
/// # Ok::<(), expectspec_runner::KnownError>(())
/// ```
///
/// An entry excuses one requirement in the cases that it matches: what else deviates there is
/// reported as ever. What is merely discouraged needs no entry.
#[derive(Clone, Debug, Default)]
pub struct Known {
    entries: Vec<KnownEntry>,
}

/// One line of the file.
#[derive(Clone, Debug)]
pub struct KnownEntry {
    /// Where it stands, from 1.
    pub line: usize,
    /// The pattern of case ids, as written.
    pub pattern: String,
    /// The requirement; `None` for any.
    pub requirement: Option<&'static Requirement>,
    /// Why the deviation is lived with: the comment lines, joined by spaces.
    pub reason: String,
    /// The cases whose ids match.
    cases: Vec<&'static Case>,
}

impl KnownEntry {
    /// Whether this excuses a deviation from `requirement` in the case.
    #[must_use]
    pub fn excuses(&self, case: &Case, requirement: &Requirement) -> bool {
        self.matches(case) && self.requirement.is_none_or(|row| row.id == requirement.id)
    }

    fn matches(&self, case: &Case) -> bool {
        self.cases.iter().any(|known| known.id == case.id)
    }
}

/// A requirement that a case found broken.
#[derive(Clone, Copy, Debug)]
pub struct Deviation<'a> {
    /// The case.
    pub case: &'a CaseRun,
    /// The requirement.
    pub requirement: &'static Requirement,
    /// The first entry that excuses it; `None` if it is not known.
    pub entry: Option<&'a KnownEntry>,
}

/// An entry that has to go.
#[derive(Clone, Copy, Debug)]
pub struct Stale<'a> {
    /// The entry.
    pub entry: &'a KnownEntry,
    /// Why.
    pub why: Staleness,
}

/// Why an entry has to go.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Staleness {
    /// No case of the catalogue has an id that matches.
    MatchesNothing,
    /// None of the cases that match belongs to the run: another party, another profile.
    NotRun,
    /// Cases that match were run, and none of them deviates so.
    NoLongerDeviates,
}

/// A run, held against what is known.
#[derive(Clone, Debug, Default)]
pub struct KnownOutcome<'a> {
    /// Deviations that are known, by case.
    pub expected: Vec<Deviation<'a>>,
    /// Deviations that are not, by case.
    pub unexpected: Vec<Deviation<'a>>,
    /// Entries that have to go, by line.
    pub stale: Vec<Stale<'a>>,
}

/// How much of what an adopter tests was run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Coverage {
    /// All of it: every entry has to excuse something.
    Whole,
    /// A selection or a shard: an entry is held against it only if all its cases were run.
    Part,
}

impl Known {
    /// Reads a file.
    ///
    /// # Errors
    /// When a line is no entry, or an entry has no reason.
    pub fn parse(text: &str) -> Result<Self, KnownError> {
        parse::entries(text).map(|entries| Self { entries })
    }

    /// The entries, by line.
    #[must_use]
    pub fn entries(&self) -> &[KnownEntry] {
        &self.entries
    }

    /// The requirements that a case found broken under the profile of the run, each with the entry
    /// that excuses it.
    #[must_use]
    pub fn deviations<'a>(&'a self, run: &Run, case: &'a CaseRun) -> Vec<Deviation<'a>> {
        let mut deviations: Vec<Deviation<'a>> = Vec::new();
        for finding in case.findings() {
            let requirement = finding.requirement;
            let is_new = || deviations.iter().all(|it| it.requirement.id != requirement.id);
            if finding.verdict(run.profile) == Verdict::Deviates && is_new() {
                let entry = self.entries.iter().find(|it| it.excuses(case.case, requirement));
                deviations.push(Deviation { case, requirement, entry });
            }
        }
        deviations
    }

    /// Tells known deviations of a run from others, and finds entries that have to go.
    #[must_use]
    pub fn judge<'a>(&'a self, run: &'a Run, coverage: Coverage) -> KnownOutcome<'a> {
        let mut outcome = KnownOutcome::default();
        for case in &run.cases {
            for deviation in self.deviations(run, case) {
                let place = match deviation.entry {
                    Some(_) => &mut outcome.expected,
                    None => &mut outcome.unexpected,
                };
                place.push(deviation);
            }
        }
        let found: Vec<_> =
            outcome.expected.iter().map(|it| (it.case.case, it.requirement)).collect();
        let stale = |entry: &'a KnownEntry| {
            // Another entry may have come first; this one excuses it as well.
            let is_used = found.iter().any(|(case, row)| entry.excuses(case, row));
            let why = if is_used { None } else { staleness(entry, run, coverage) };
            why.map(|why| Stale { entry, why })
        };
        outcome.stale = self.entries.iter().filter_map(stale).collect();
        outcome
    }
}

/// Why an entry that excuses nothing has to go, if that can be told: where none of its cases came
/// to its point, they may still deviate.
fn staleness(entry: &KnownEntry, run: &Run, coverage: Coverage) -> Option<Staleness> {
    let is_its = |case: &&CaseRun| entry.cases.iter().any(|it| it.id == case.case.id);
    let ran: Vec<_> = run.cases.iter().filter(is_its).collect();
    let is_open =
        |case: &&CaseRun| matches!(case.verdict, Verdict::Inconclusive | Verdict::Unsupported);
    match coverage {
        _ if entry.cases.is_empty() => Some(Staleness::MatchesNothing),
        Coverage::Part if ran.len() < entry.cases.len() => None,
        Coverage::Whole if ran.is_empty() => Some(Staleness::NotRun),
        _ if ran.iter().all(is_open) => None,
        Coverage::Whole | Coverage::Part => Some(Staleness::NoLongerDeviates),
    }
}

impl core::fmt::Display for Stale<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let row = self.entry.requirement.map_or("*", |row| row.id);
        write!(f, "line {}: \"{} {row}\" ", self.entry.line, self.entry.pattern)?;
        f.write_str(match self.why {
            Staleness::MatchesNothing => "matches no case",
            Staleness::NotRun => "matches only cases that are not part of this run",
            Staleness::NoLongerDeviates => "no longer deviates: remove it",
        })
    }
}

#[cfg(test)]
mod tests;
