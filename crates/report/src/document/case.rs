//! A case of a document, and what was found in it.

use expectspec_evidence::transcript::duration_us;
use expectspec_requirements::{Outcome, Profile, Requirement, Verdict};
use expectspec_runner::CaseRun;
use serde::{Deserialize, Serialize};

use super::{Printable, PrintableLines, words};
use crate::reason;

/// A case that was run, or why it was not.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Case {
    /// The permanent id: `party/topic/behaviour`.
    pub id: Printable,
    /// Why the case is there.
    pub purpose: Printable,
    /// The verdict under the profile of the run.
    #[serde(with = "words::verdict")]
    pub verdict: Verdict,
    /// Why it is inconclusive or unsupported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Printable>,
    /// Why its deviations are lived with, if every one of them is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Printable>,
    /// What was found, in the order of the monitors.
    pub findings: Vec<Finding>,
    /// All that passed, if anything did, in the text form of a transcript.
    pub transcript: Option<PrintableLines>,
}

/// What became of one requirement at one place of a transcript.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Finding {
    /// The id of the requirement.
    pub requirement: Printable,
    /// Whether it was kept.
    #[serde(with = "words::outcome")]
    pub outcome: Outcome,
    /// One word for what was seen.
    pub mark: Printable,
    /// What that means under the profile of the run.
    #[serde(with = "words::verdict")]
    pub verdict: Verdict,
    /// What had to be seen; empty unless there is something to explain.
    pub expected: Printable,
    /// What was seen instead; empty unless there is something to explain.
    pub found: Printable,
    /// The entry of the transcript that shows it, counted from 0.
    pub entry: u32,
}

impl Case {
    pub(super) fn of(case: &CaseRun, profile: Profile) -> Self {
        let findings = case.findings().iter();
        Self {
            id: case.case.id.into(),
            purpose: case.case.purpose.into(),
            verdict: case.verdict,
            reason: reason::of(case, profile).map(Printable::from),
            known: None,
            findings: findings.map(|finding| Finding::of(finding, profile)).collect(),
            transcript: case.transcript().map(|it| it.to_string().as_str().into()),
        }
    }

    /// What the id begins with: `party/topic`.
    #[must_use]
    pub fn topic(&self) -> &str {
        self.id.rsplit_once('/').map_or(&self.id, |(topic, _)| topic)
    }

    /// How long it took, in microseconds: the time of the last entry of the transcript.
    #[must_use]
    pub fn duration_us(&self) -> u64 {
        self.transcript.as_deref().map_or(0, duration_us)
    }

    /// Whether it deviates in a way that is not known.
    #[must_use]
    pub fn is_unexpected(&self) -> bool {
        self.verdict == Verdict::Deviates && self.known.is_none()
    }

    /// The findings with this verdict, the first of each requirement and mark.
    pub fn first_findings(&self, verdict: Verdict) -> impl Iterator<Item = &Finding> {
        self.findings.iter().enumerate().filter_map(move |(at, finding)| {
            let alike = |other: &Finding| {
                (&other.requirement, &other.mark) == (&finding.requirement, &finding.mark)
                    && other.verdict == verdict
            };
            let first = !self.findings[..at].iter().any(alike);
            (finding.verdict == verdict && first).then_some(finding)
        })
    }
}

impl Finding {
    pub(crate) fn of(finding: &expectspec_judge::Finding, profile: Profile) -> Self {
        Self {
            requirement: finding.requirement.id.into(),
            outcome: finding.outcome,
            mark: finding.mark.into(),
            verdict: finding.verdict(profile),
            expected: finding.expected.into(),
            found: finding.found.clone().into_owned().into(),
            entry: finding.entry,
        }
    }

    /// The requirement; `None` if a document that was read names one that is not known here.
    #[must_use]
    pub fn row(&self) -> Option<&'static Requirement> {
        expectspec_requirements::find(&self.requirement)
    }
}
