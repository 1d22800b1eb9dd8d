//! A saved run in the eyes of the judge at hand.

use core::fmt::{self, Display, Formatter};

use expectspec_judge::{
    Basis, FactGatherer, Finding as Found, Reading, Transcript, TranscriptError, Windows, relate,
};
use expectspec_requirements::{Outcome, Profile, Verdict};
use expectspec_runner::CaseRun;

use super::{Case, Document, Fact, Printable, Summary, WaitingWindows};

/// Why a saved run can't be judged again: one of its transcripts is none.
#[derive(Debug)]
pub struct JudgeAgainError {
    /// The case.
    pub case: Printable,
    /// Why.
    pub error: TranscriptError,
}

impl Display for JudgeAgainError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the transcript of {} can't be read: {}", self.case, self.error)
    }
}

impl core::error::Error for JudgeAgainError {}

impl Document {
    /// The same run as the judge at hand sees it, under this profile: every transcript is judged again, and
    /// compared with its base where the case has one; verdicts, counts and facts follow.
    ///
    /// Nothing is played. So what rests on a clock, and was not held against the subject when there was time for
    /// a second look, is not held against it now. Cases without a transcript, or that the catalogue no longer
    /// has, stay as they are.
    ///
    /// ```no_run
    /// use expectspec_report::{Diff, Document};
    ///
    /// let before = Document::read(&std::fs::read("run.json").expect("a file")).expect("a saved run");
    /// let after = before.clone().judged_again(before.profile).expect("transcripts");
    /// let diff = Diff::of(&before, &after).expect("the same party");
    /// println!("{} cases no longer deviate", diff.fixes.len());
    /// ```
    ///
    /// # Errors
    /// When a transcript can't be read.
    pub fn judged_again(mut self, profile: Profile) -> Result<Self, JudgeAgainError> {
        let mut runs = Vec::new();
        for case in &self.cases {
            runs.push(judged(case, profile)?);
        }
        let windows = self.windows.windows();
        for index in 0..runs.len() {
            if let Some(finding) = related(&runs, index, windows)
                && let Some(run) = &mut runs[index]
                && stands(&self.cases[index], &finding)
            {
                run.add(profile, finding);
            }
        }
        let mut gatherer = FactGatherer::default();
        for (case, run) in self.cases.iter_mut().zip(&runs) {
            let Some(run) = run else { continue };
            if let Some(transcript) = run.transcript() {
                gatherer.add(&Reading::of(transcript), run.findings());
            }
            case.replace(Case::of(run, profile));
        }
        self.facts = gatherer.facts().iter().map(Fact::of).collect();
        self.profile = profile;
        Ok(Self { summary: Summary::of(self.counts()), ..self })
    }
}

/// The case with its transcript judged, if there are both.
fn judged(case: &Case, profile: Profile) -> Result<Option<CaseRun>, JudgeAgainError> {
    let known = expectspec_catalogue::find(&case.id);
    let (Some(known), Some(transcript)) = (known, &case.transcript) else { return Ok(None) };
    let transcript: Transcript =
        transcript.parse().map_err(|error| JudgeAgainError { case: case.id.clone(), error })?;
    let mut run = CaseRun::of_transcript(known, profile, transcript);
    run.retain(profile, |finding| stands(case, finding));
    Ok(Some(run))
}

/// What the relation of a case to its base shows.
fn related(runs: &[Option<CaseRun>], index: usize, windows: Windows) -> Option<Found> {
    let variant = runs[index].as_ref()?;
    let relation = variant.case.relation.as_ref()?;
    let base = runs.iter().flatten().find(|run| run.case.id == relation.base)?;
    let (base, variant) = (Reading::of(base.transcript()?), Reading::of(variant.transcript()?));
    relate(relation, &base, &variant, windows)
}

/// Whether a finding needs no second look, or had one: then it is in what was saved.
fn stands(case: &Case, finding: &Found) -> bool {
    let accuses = matches!(finding.outcome, Outcome::Broken | Outcome::Doubtful);
    let saved = || {
        case.findings.iter().any(|saved| {
            *saved.requirement == *finding.requirement.id && *saved.mark == *finding.mark
        })
    };
    finding.basis != Basis::Clock || !accuses || saved()
}

impl Case {
    /// Puts what was judged again in the place of what was, but for what only the run knew.
    fn replace(&mut self, judged: Self) {
        let Self { verdict, reason, findings, .. } = judged;
        if verdict != self.verdict {
            self.reason = reason;
        }
        if verdict != Verdict::Deviates {
            self.known = None;
        }
        self.verdict = verdict;
        self.findings = findings;
    }
}

impl WaitingWindows {
    const fn windows(self) -> Windows {
        let Self { immediate_us, final_us, quiet_us, close_us } = self;
        Windows { immediate_us, final_us, quiet_us, close_us }
    }
}
