//! What the judge says of saved transcripts.

use std::io::{self, Write};

use expectspec_judge::{Finding, Transcript, judge};
use expectspec_requirements::{Outcome, Profile, Verdict};
use serde::Serialize;

use crate::document::Finding as JudgedRequirement;
use crate::text::evidence;
use crate::{Escaped, Paint, SCHEMA_VERSION};

/// A saved transcript with everything the judge has to say of it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Where it was read from.
    pub file: String,
    /// The transcript.
    pub transcript: Transcript,
    /// The findings.
    pub findings: Vec<Finding>,
}

impl Judged {
    /// Judges a transcript.
    #[must_use]
    pub fn new(file: String, transcript: Transcript) -> Self {
        let findings = judge(&transcript);
        Self { file, transcript, findings }
    }

    /// The gravest verdict over all findings; inconclusive if nothing could be told.
    #[must_use]
    pub fn verdict(&self, profile: Profile) -> Verdict {
        self.findings
            .iter()
            .map(|finding| finding.verdict(profile))
            .filter(|verdict| *verdict != Verdict::Unsupported)
            .filter(|verdict| *verdict != Verdict::Inconclusive)
            .max()
            .unwrap_or(Verdict::Inconclusive)
    }
}

/// Writes for each transcript its verdict, and the findings of what was not plainly kept:
/// deviations and what is discouraged at length, choices and doubts in one line each.
///
/// # Errors
/// When `out` does not take it.
pub fn write_judged_text(
    judged: &[Judged],
    profile: Profile,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    for one in judged {
        let (file, verdict) = (Escaped(&one.file), one.verdict(profile));
        writeln!(out, "{file}: {verdict} ({} findings, profile {profile})", one.findings.len())?;
        for finding in one.findings.iter().filter(|finding| finding.outcome != Outcome::Kept) {
            write_one(one, finding, profile, paint, out)?;
        }
    }
    Ok(())
}

/// Writes one finding at length: the requirement with its sentence, what was expected and found, and the
/// transcript of this place.
///
/// # Errors
/// When `out` does not take it.
pub fn write_finding(
    finding: &Finding,
    profile: Profile,
    (place, transcript): (&str, &Transcript),
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let finding = JudgedRequirement::of(finding, profile);
    evidence(&finding, place, &transcript.to_string()).write(paint, out)
}

fn write_one(
    judged: &Judged,
    finding: &Finding,
    profile: Profile,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let verdict = finding.verdict(profile);
    match verdict {
        Verdict::Discouraged | Verdict::Deviates => {
            writeln!(out)?;
            write_finding(finding, profile, (&judged.file, &judged.transcript), paint, out)
        }
        Verdict::Conforms | Verdict::Permitted | Verdict::Unsupported | Verdict::Inconclusive => {
            let (id, mark, found) = (finding.requirement.id, finding.mark, &finding.found);
            let separator = if found.is_empty() { "" } else { ": " };
            writeln!(out, "{id}  {verdict}: {mark}{separator}{}", Escaped(found))
        }
    }
}

/// Writes an object with the members `schema`, `profile` and `files`, one for each transcript with
/// its `verdict` and all its `findings`.
///
/// # Errors
/// When `out` does not take it.
pub fn write_judged_json(
    judged: &[Judged],
    profile: Profile,
    out: &mut dyn Write,
) -> io::Result<()> {
    let files = judged.iter().map(|one| File::of(one, profile)).collect();
    let object = Object { schema: SCHEMA_VERSION, profile: profile.name(), files };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Object {
    schema: u32,
    profile: &'static str,
    files: Vec<File>,
}

#[derive(Serialize)]
struct File {
    file: String,
    verdict: String,
    findings: Vec<JudgedRequirement>,
}

impl File {
    fn of(judged: &Judged, profile: Profile) -> Self {
        let findings = judged.findings.iter();
        Self {
            file: Escaped(&judged.file).to_string(),
            verdict: judged.verdict(profile).to_string(),
            findings: findings.map(|finding| JudgedRequirement::of(finding, profile)).collect(),
        }
    }
}
