//! What came of one case.

use expectspec_catalogue::{Case, Need};
use expectspec_judge::{Basis, Finding, Transcript, judge};
use expectspec_requirements::{Outcome, Profile, Verdict};

/// A case that was run, or why it was not.
#[derive(Debug)]
pub struct CaseRun {
    /// The case.
    pub case: &'static Case,
    /// The verdict under the run's profile.
    pub verdict: Verdict,
    /// Why.
    pub conclusion: Conclusion,
}

/// What a verdict rests on.
#[derive(Debug)]
pub enum Conclusion {
    /// The transcript was judged.
    Judged {
        /// All that passed.
        transcript: Transcript,
        /// Everything the monitors had to say of it.
        findings: Vec<Finding>,
        /// Whether the subject sent more than a case reads.
        flooded: bool,
    },
    /// The subject lacks what the case needs.
    Lacks(Need),
    /// No connection could be opened.
    Unreachable(String),
}

impl CaseRun {
    /// Judges a transcript that was saved when the case was run, and draws the verdict.
    #[must_use]
    pub fn of_transcript(case: &'static Case, profile: Profile, transcript: Transcript) -> Self {
        Self::judged(case, profile, transcript, false)
    }

    /// Judges a transcript and draws the verdict.
    pub(crate) fn judged(
        case: &'static Case,
        profile: Profile,
        transcript: Transcript,
        flooded: bool,
    ) -> Self {
        let findings = thinned(judge(&transcript));
        let verdict = verdict_of(case, profile, &findings);
        Self { case, verdict, conclusion: Conclusion::Judged { transcript, findings, flooded } }
    }

    pub(crate) const fn lacks(case: &'static Case, need: Need) -> Self {
        Self { case, verdict: Verdict::Unsupported, conclusion: Conclusion::Lacks(need) }
    }

    pub(crate) const fn unreachable(case: &'static Case, why: String) -> Self {
        Self { case, verdict: Verdict::Inconclusive, conclusion: Conclusion::Unreachable(why) }
    }

    /// Adds a finding that does not come from this transcript alone.
    pub fn add(&mut self, profile: Profile, finding: Finding) {
        if let Conclusion::Judged { findings, .. } = &mut self.conclusion {
            findings.push(finding);
            self.verdict = verdict_of(self.case, profile, findings);
        }
    }

    /// Takes back findings that do not stand by a second look.
    pub fn retain(&mut self, profile: Profile, stands: impl FnMut(&Finding) -> bool) {
        if let Conclusion::Judged { findings, .. } = &mut self.conclusion {
            findings.retain(stands);
            self.verdict = verdict_of(self.case, profile, findings);
        }
    }

    /// Everything the judge had to say.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &self.conclusion {
            Conclusion::Judged { findings, .. } => findings,
            Conclusion::Lacks(_) | Conclusion::Unreachable(_) => &[],
        }
    }

    /// All that passed, if anything did.
    #[must_use]
    pub const fn transcript(&self) -> Option<&Transcript> {
        match &self.conclusion {
            Conclusion::Judged { transcript, .. } => Some(transcript),
            Conclusion::Lacks(_) | Conclusion::Unreachable(_) => None,
        }
    }

    /// What could not be told of that which the case is about, if anything.
    #[must_use]
    pub fn unclear(&self, profile: Profile) -> Option<&Finding> {
        self.findings().iter().find(|finding| {
            finding.outcome == Outcome::Unclear
                && is_meant(self.case, finding)
                && finding.verdict(profile) == Verdict::Inconclusive
        })
    }

    /// The findings that rest on a clock and are not in the subject's favour.
    pub(crate) fn doubts(&self) -> impl Iterator<Item = &Finding> {
        self.findings().iter().filter(|finding| {
            finding.basis == Basis::Clock
                && matches!(finding.outcome, Outcome::Broken | Outcome::Doubtful)
        })
    }
}

/// The findings, or of very many the first of each kind: of a thousand responses that break a rule,
/// a few show it, and a run must not grow by what a subject sends.
fn thinned(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() <= FINDINGS_MAX {
        return findings;
    }
    let mut kinds: Vec<(&str, Outcome, &str, usize)> = Vec::new();
    findings.retain(|finding| {
        let (id, outcome, mark) = (finding.requirement.id, finding.outcome, finding.mark);
        let known = kinds.iter().position(|kind| (kind.0, kind.1, kind.2) == (id, outcome, mark));
        let known = known.unwrap_or_else(|| {
            kinds.push((id, outcome, mark, 0));
            kinds.len() - 1
        });
        kinds[known].3 += 1;
        kinds[known].3 <= OF_A_KIND_MAX
    });
    findings.shrink_to_fit();
    findings
}

/// More findings than this are thinned out; no script of the catalogue gets so many from a subject
/// that answers each request once.
const FINDINGS_MAX: usize = 4096;
const OF_A_KIND_MAX: usize = 16;

/// The gravest deviation or discouragement by any monitor; else, of what the case is about: conforms
/// if any of it was kept, permitted if all of it was free choice, inconclusive if none of it could
/// be told.
fn verdict_of(case: &Case, profile: Profile, findings: &[Finding]) -> Verdict {
    let mut verdict = Verdict::Inconclusive;
    for finding in findings {
        let found = finding.verdict(profile);
        verdict = match (verdict, found) {
            (_, Verdict::Deviates) | (Verdict::Deviates, _) => Verdict::Deviates,
            (_, Verdict::Discouraged) | (Verdict::Discouraged, _) => Verdict::Discouraged,
            (_, Verdict::Conforms) if is_meant(case, finding) => Verdict::Conforms,
            (Verdict::Inconclusive, Verdict::Permitted) if is_meant(case, finding) => {
                Verdict::Permitted
            }
            (verdict, _) => verdict,
        };
    }
    verdict
}

/// Whether the case is about it.
fn is_meant(case: &Case, finding: &Finding) -> bool {
    case.exercises.iter().any(|requirement| requirement.id == finding.requirement.id)
}
