//! What was found.

use core::time::Duration;

use expectspec_catalogue::Task;
use expectspec_judge::{Finding, Transcript};
use expectspec_properties::{Reception, Schedule};
use expectspec_requirements::{Party, Profile, Requirement, Verdict};

use crate::{Input, case};

/// A requirement and how it was broken: two finds differ if these do.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// The judge's word for what was seen.
    pub mark: &'static str,
}

/// A deviation, repeated and shrunk.
#[derive(Clone, Debug)]
pub struct Find {
    /// The requirement that is broken.
    pub requirement: &'static Requirement,
    /// The judge's word for how.
    pub mark: &'static str,
    /// What else the same input shows that would be a find.
    pub also: Vec<Shown>,
    /// The shortest input that shows it.
    pub input: Input,
    /// The input that showed it first.
    pub original: Input,
    /// What passed when it was played last.
    pub transcript: Transcript,
    /// Everything the judge had to say of it.
    pub findings: Vec<Finding>,
    /// How often it was seen again.
    pub repeats: Repeats,
    /// The number of the execution that showed it first, from 1.
    pub execution: u64,
    /// When that was.
    pub elapsed: Duration,
    /// How many executions it took to shrink it.
    pub shrunk_by: usize,
    pub(crate) party: Party,
    pub(crate) task: Task,
    pub(crate) steps: Vec<crate::input::OwnStep>,
}

/// How often a find was seen again when its input was played again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Repeats {
    /// So often.
    pub seen: u32,
    /// Of so many times.
    pub of: u32,
}

/// Something that is less than a find, but not as it should be.
#[derive(Clone, Debug)]
pub struct Note {
    /// The judge's finding.
    pub finding: Finding,
    /// What it means in the profile.
    pub verdict: Verdict,
    /// The shortest input that showed it; it was not shrunk.
    pub input: Input,
    /// What passed.
    pub transcript: Transcript,
    /// The number of the execution that showed it first, from 1.
    pub execution: u64,
    /// When that was.
    pub elapsed: Duration,
}

impl Find {
    /// A name for files: the requirement and the mark.
    ///
    /// It is like `exp-srv-001-silence`.
    #[must_use]
    pub fn name(&self) -> String {
        let id = self.requirement.id.to_ascii_lowercase();
        format!("{id}-{}", self.mark.replace(|it: char| !it.is_ascii_alphanumeric(), "-"))
    }

    /// The finding itself.
    #[must_use]
    pub fn finding(&self) -> Option<&Finding> {
        self.findings.iter().find(|finding| self.shown().is(finding))
    }

    /// The fuzz target that [`Find::seeds`] are for.
    #[must_use]
    pub const fn target(&self) -> &'static str {
        match self.party {
            Party::OriginServer => "origin_server",
            Party::Client => "client",
            Party::Intermediary => "intermediary",
        }
    }

    /// Seeds of the fuzz target: one for each connection to a server; none of a client that was asked for
    /// what the reference client is not.
    #[must_use]
    pub fn seeds(&self) -> Vec<Vec<u8>> {
        match self.party {
            Party::OriginServer => self.input.schedules().iter().map(Schedule::encode).collect(),
            Party::Client => self.input.reception().iter().map(Reception::encode).collect(),
            Party::Intermediary => vec![self.input.mediation().encode()],
        }
    }

    /// A case of the catalogue that shows it, as Rust source.
    #[must_use]
    pub fn case(&self) -> String {
        case::source(self)
    }

    pub(crate) const fn shown(&self) -> Shown {
        Shown { requirement: self.requirement, mark: self.mark }
    }
}

impl Shown {
    pub(crate) const fn of(finding: &Finding) -> Self {
        Self { requirement: finding.requirement, mark: finding.mark }
    }

    /// Requirement and mark, to sort and to compare by.
    #[must_use]
    pub const fn key(&self) -> (&'static str, &'static str) {
        (self.requirement.id, self.mark)
    }

    pub(crate) fn is(&self, finding: &Finding) -> bool {
        self.key() == Self::of(finding).key()
    }

    /// The finding that shows it, if it is grave enough.
    pub(crate) fn among<'a>(
        &self,
        findings: &'a [Finding],
        (profile, least): (Profile, Verdict),
    ) -> Option<&'a Finding> {
        findings.iter().find(|it| self.is(it) && it.verdict(profile) >= least)
    }
}
