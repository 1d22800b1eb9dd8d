//! Two runs side by side: what became worse, what became better, and what else changed.

mod json;
mod markdown;
mod text;

use core::fmt::{self, Display, Formatter};
use std::collections::BTreeSet;
use std::io::{self, Write};

use expectspec_requirements::Verdict;

use crate::Document;
use crate::document::{Case, Fact, Finding, Printable};

/// What changed from one run to another, by case.
#[derive(Clone, Debug)]
pub struct Diff<'a> {
    /// The earlier run.
    pub before: &'a Document,
    /// The later run.
    pub after: &'a Document,
    /// Cases that break what they did not break, unless that is known.
    pub regressions: Vec<Change<'a>>,
    /// Cases that were judged again, and no longer break what they broke.
    pub fixes: Vec<Change<'a>>,
    /// Cases with another verdict that is neither.
    pub others: Vec<Change<'a>>,
    /// Cases that only the later run has.
    pub new: Vec<&'a Case>,
    /// Cases that only the earlier run has.
    pub lost: Vec<&'a Case>,
    /// Facts that are told otherwise, by name.
    pub facts: Vec<FactChange<'a>>,
    /// The case after which the subject no longer answered, if it did to the end before.
    pub died_after: Option<&'a Printable>,
}

/// A case that both runs have.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// How it was.
    pub before: &'a Case,
    /// How it is.
    pub after: &'a Case,
    /// What it breaks now and did not; or for a fix, what it broke and no longer does.
    pub findings: Vec<&'a Finding>,
}

/// A fact that is told otherwise. One side has none if it was not told there.
#[derive(Clone, Copy, Debug)]
pub struct FactChange<'a> {
    /// Its name.
    pub name: &'a Printable,
    /// The value before.
    pub before: Option<&'a Printable>,
    /// The value now.
    pub after: Option<&'a Printable>,
}

/// Why two runs can't be compared.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DiffError {
    /// The subjects play different parties, or were declared different forms of intermediary.
    Party,
    /// The runs were judged under different profiles.
    Profile,
}

impl Display for DiffError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Party => "the subjects play different parties",
            Self::Profile => "the runs have different profiles; give both the same --profile",
        })
    }
}

impl core::error::Error for DiffError {}

/// A form of a diff.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DiffFormat {
    /// For people.
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// For programs: one object.
    Json,
}

impl<'a> Diff<'a> {
    /// Compares two runs.
    ///
    /// ```no_run
    /// use expectspec_report::{Diff, Document};
    ///
    /// let read = |file| Document::read(&std::fs::read(file).expect("a file"));
    /// let before = read("before.json").expect("a saved run");
    /// let after = read("after.json").expect("a saved run");
    /// let diff = Diff::of(&before, &after).expect("runs of one profile");
    /// assert!(!diff.has_regressions());
    /// ```
    ///
    /// # Errors
    /// When a verdict of one means something else than a verdict of the other.
    pub fn of(before: &'a Document, after: &'a Document) -> Result<Self, DiffError> {
        let subject = |document: &Document| (document.subject.party, document.subject.form);
        if subject(before) != subject(after) {
            return Err(DiffError::Party);
        }
        if before.profile != after.profile {
            return Err(DiffError::Profile);
        }
        let died_after = after.died_after.as_ref().filter(|_| before.died_after.is_none());
        let mut diff = Self {
            before,
            after,
            regressions: Vec::new(),
            fixes: Vec::new(),
            others: Vec::new(),
            new: missing(&after.cases, &before.cases),
            lost: missing(&before.cases, &after.cases),
            facts: facts(before, after),
            died_after,
        };
        for now in &after.cases {
            if let Some(was) = before.cases.iter().find(|was| was.id == now.id) {
                diff.compare(was, now);
            }
        }
        Ok(diff)
    }

    /// Whether the later run is worse in anything.
    #[must_use]
    pub fn has_regressions(&self) -> bool {
        !self.regressions.is_empty() || self.died_after.is_some()
    }

    /// A case may be worse in one requirement and better in another.
    fn compare(&mut self, before: &'a Case, after: &'a Case) {
        let worse = broken_only_in(after, before);
        let better = broken_only_in(before, after);
        let is_judged = !matches!(after.verdict, Verdict::Inconclusive | Verdict::Unsupported);
        let is_worse = !worse.is_empty() && after.is_unexpected();
        let is_better = !better.is_empty() && is_judged;
        if is_worse {
            self.regressions.push(Change { before, after, findings: worse });
        }
        if is_better {
            self.fixes.push(Change { before, after, findings: better });
        }
        if !is_worse && !is_better && before.verdict != after.verdict {
            self.others.push(Change { before, after, findings: Vec::new() });
        }
    }

    /// Writes the diff in this form.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn write(&self, format: DiffFormat, out: &mut dyn Write) -> io::Result<()> {
        match format {
            DiffFormat::Text => text::write(self, out),
            DiffFormat::Markdown => markdown::write(self, out),
            DiffFormat::Json => json::write(self, out),
        }
    }
}

/// The first finding of each requirement that `case` breaks and `other` does not.
fn broken_only_in<'a>(case: &'a Case, other: &Case) -> Vec<&'a Finding> {
    let of = |finding: &'a Finding| &*finding.requirement;
    let mut told: BTreeSet<&str> =
        other.first_findings(Verdict::Deviates).map(|it| &*it.requirement).collect();
    case.first_findings(Verdict::Deviates).filter(|finding| told.insert(of(finding))).collect()
}

fn missing<'a>(cases: &'a [Case], others: &[Case]) -> Vec<&'a Case> {
    let is_missing = |case: &&Case| others.iter().all(|other| other.id != case.id);
    cases.iter().filter(is_missing).collect()
}

/// Times differ from run to run; what is told by them is no change of the subject.
fn facts<'a>(before: &'a Document, after: &'a Document) -> Vec<FactChange<'a>> {
    let value = |document: &'a Document, name: &Printable| {
        document.facts.iter().find(|fact| fact.name == *name).map(|fact| &fact.value)
    };
    let is_new = |fact: &&Fact| before.facts.iter().all(|it| it.name != fact.name);
    let all = before.facts.iter().chain(after.facts.iter().filter(is_new));
    let changes = all.map(|Fact { name, .. }| FactChange {
        name,
        before: value(before, name),
        after: value(after, name),
    });
    let differs = |change: &FactChange<'_>| match (change.before, change.after) {
        (Some(before), Some(after)) => before != after && !(is_time(before) && is_time(after)),
        _ => true,
    };
    changes.filter(differs).collect()
}

fn is_time(value: &str) -> bool {
    value.starts_with("min ") && value.contains(" ms (")
}
