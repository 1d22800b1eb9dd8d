//! What a monitor says.

use std::borrow::Cow;

use expectspec_requirements::{Form, Outcome, Profile, Requirement, Verdict};

use crate::Stamp;

/// What became of one requirement at one place of a transcript.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// Whether it was kept.
    pub outcome: Outcome,
    /// One word for what was seen, such as `417` or `silence`; rulings and facts go by it.
    pub mark: &'static str,
    /// What had to be seen; empty unless there is something to explain.
    pub expected: &'static str,
    /// What was seen instead; empty unless there is something to explain.
    pub found: Cow<'static, str>,
    /// The entry of the transcript that shows it.
    pub entry: u32,
    /// What it rests on.
    pub basis: Basis,
}

/// What a finding rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Basis {
    /// Octets and their order: it is the same on every run.
    Octets,
    /// A clock: a slow machine may look alike, so it is repeated before it is reported.
    Clock,
}

impl Finding {
    /// What this means under a profile.
    #[must_use]
    pub fn verdict(&self, profile: Profile) -> Verdict {
        self.requirement.grade(profile, self.outcome, self.mark)
    }
}

/// Collects the findings of one transcript.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// None yet, and room for as many as an ordinary exchange has.
    pub(crate) fn with_room() -> Self {
        Self { list: Vec::with_capacity(64) }
    }

    /// The requirement was kept.
    pub fn kept(&mut self, requirement: &'static Requirement, mark: &'static str, at: Stamp) {
        self.push(requirement, Outcome::Kept, mark, at);
    }

    /// The subject chose one of the behaviours that the requirement leaves open.
    pub fn chosen(&mut self, requirement: &'static Requirement, mark: &'static str, at: Stamp) {
        self.push(requirement, Outcome::Chosen, mark, at);
    }

    /// It can't be told, for the reason `found`.
    pub fn unclear(
        &mut self,
        requirement: &'static Requirement,
        mark: &'static str,
        at: Stamp,
        found: impl Into<Cow<'static, str>>,
    ) -> &mut Finding {
        let finding = self.push(requirement, Outcome::Unclear, mark, at);
        finding.found = found.into();
        finding
    }

    /// The requirement is not broken to the letter, or with an excuse, but it is hazardous.
    pub fn doubtful(
        &mut self,
        requirement: &'static Requirement,
        mark: &'static str,
        at: Stamp,
        expected: &'static str,
        found: impl Into<Cow<'static, str>>,
    ) -> &mut Finding {
        let finding = self.push(requirement, Outcome::Doubtful, mark, at);
        finding.expected = expected;
        finding.found = found.into();
        finding
    }

    /// The requirement was broken.
    pub fn broken(
        &mut self,
        requirement: &'static Requirement,
        mark: &'static str,
        at: Stamp,
        expected: &'static str,
        found: impl Into<Cow<'static, str>>,
    ) -> &mut Finding {
        let finding = self.push(requirement, Outcome::Broken, mark, at);
        finding.expected = expected;
        finding.found = found.into();
        finding
    }

    /// How many there are.
    pub(crate) const fn count(&self) -> usize {
        self.list.len()
    }

    /// Whether all findings from this one on are of these requirements.
    pub(crate) fn are_of(&self, from: usize, requirements: &[&'static Requirement]) -> bool {
        let declared = |finding: &Finding| {
            requirements.iter().any(|&row| core::ptr::eq(row, finding.requirement))
        };
        self.list[from..].iter().all(declared)
    }

    /// Whether none of the findings from this one on accuses an intermediary of what binds only those of
    /// another form.
    pub(crate) fn accuse_whom_they_bind(&self, from: usize, form: Option<Form>) -> bool {
        let accuses =
            |finding: &&Finding| matches!(finding.outcome, Outcome::Broken | Outcome::Doubtful);
        let rows = self.list[from..].iter().filter(accuses).map(|finding| finding.requirement);
        let mut rows = rows.into_iter();
        let binds_only_others = |row: &Requirement, form: Form| {
            !row.binds_form(form)
                && [Form::Gateway, Form::Proxy].iter().any(|&other| row.binds_form(other))
        };
        form.is_none_or(|form| !rows.any(|row| binds_only_others(row, form)))
    }

    /// All findings, in the order of the monitors.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.list
    }

    fn push(
        &mut self,
        requirement: &'static Requirement,
        outcome: Outcome,
        mark: &'static str,
        at: Stamp,
    ) -> &mut Finding {
        self.list.push(Finding {
            requirement,
            outcome,
            mark,
            expected: "",
            found: Cow::Borrowed(""),
            entry: at.entry,
            basis: Basis::Octets,
        });
        self.list.last_mut().expect("a finding was pushed just now")
    }
}

impl Finding {
    /// The finding rests on a clock.
    pub fn by_clock(&mut self) {
        self.basis = Basis::Clock;
    }
}
