//! The report for programs: one object. `schema/run-1.schema.json` describes it.

mod check;

use std::io::{self, Write};

use expectspec_judge::{Fact, Finding, Windows};
use expectspec_requirements::{Form, Profile, Verdict};
use expectspec_runner::CaseRun;
use serde::Serialize;

use self::check::CheckObject;
use crate::{Counts, Escaped, Report, reason};

/// The version of the object's form. It changes when a member changes its meaning or goes away,
/// not when one is added.
pub const SCHEMA_VERSION: u32 = 1;

/// Writes the report for programs: the members in a fixed order, the cases by id, and every text
/// that holds octets of the subject [`Escaped`].
///
/// # Errors
/// When `out` does not take it.
pub fn write_json(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Object::of(report))?;
    writeln!(out)
}

#[derive(Serialize)]
struct Object {
    schema: u32,
    tool: Tool,
    subject: Subject,
    profile: &'static str,
    summary: Summary,
    windows: WaitingWindows,
    check: CheckObject,
    died_after: Option<&'static str>,
    left_out: usize,
    cases: Vec<Case>,
    facts: Vec<AnsweredQuestion>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Subject {
    name: String,
    version: Option<String>,
    address: String,
    party: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'static str>,
    server: Option<String>,
    transport: &'static str,
}

#[derive(Serialize)]
struct Summary {
    conforms: usize,
    permitted: usize,
    discouraged: usize,
    deviates: usize,
    inconclusive: usize,
    unsupported: usize,
}

#[derive(Serialize)]
struct WaitingWindows {
    immediate_us: u64,
    final_us: u64,
    quiet_us: u64,
    close_us: u64,
}

#[derive(Serialize)]
struct Case {
    id: &'static str,
    purpose: &'static str,
    verdict: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    findings: Vec<JudgedRequirement>,
    transcript: Option<String>,
}

/// A [`Finding`] with its verdict.
#[derive(Serialize)]
pub(crate) struct JudgedRequirement {
    requirement: &'static str,
    outcome: String,
    mark: &'static str,
    verdict: String,
    expected: &'static str,
    found: String,
    entry: u32,
}

#[derive(Serialize)]
struct AnsweredQuestion {
    name: &'static str,
    question: &'static str,
    value: String,
}

impl Object {
    fn of(report: &Report<'_>) -> Self {
        let run = report.run;
        let mut cases: Vec<_> = run.cases.iter().map(|case| Case::of(case, run.profile)).collect();
        cases.sort_by_key(|case| case.id);
        Self {
            schema: SCHEMA_VERSION,
            tool: Tool { name: "expectspec", version: env!("CARGO_PKG_VERSION") },
            subject: Subject::of(report),
            profile: run.profile.name(),
            summary: Summary::of(Counts::of_run(run)),
            windows: WaitingWindows::of(run.windows),
            check: CheckObject::of(&run.first),
            died_after: run.died_after,
            left_out: report.left_out.dangerous,
            cases,
            facts: run.facts.iter().map(AnsweredQuestion::of).collect(),
        }
    }
}

impl Subject {
    fn of(report: &Report<'_>) -> Self {
        let (run, subject) = (report.run, report.subject);
        Self {
            name: escaped(&subject.name),
            version: subject.version.as_deref().map(escaped),
            address: escaped(&run.address),
            party: subject.party.name(),
            form: run.form.map(Form::name),
            server: run.first.product().map(escaped),
            transport: run.transport,
        }
    }
}

impl Summary {
    const fn of(counts: Counts) -> Self {
        Self {
            conforms: counts.of_verdict(Verdict::Conforms),
            permitted: counts.of_verdict(Verdict::Permitted),
            discouraged: counts.of_verdict(Verdict::Discouraged),
            deviates: counts.of_verdict(Verdict::Deviates),
            inconclusive: counts.of_verdict(Verdict::Inconclusive),
            unsupported: counts.of_verdict(Verdict::Unsupported),
        }
    }
}

impl WaitingWindows {
    const fn of(windows: Windows) -> Self {
        let Windows { immediate_us, final_us, quiet_us, close_us } = windows;
        Self { immediate_us, final_us, quiet_us, close_us }
    }
}

impl Case {
    fn of(case: &CaseRun, profile: Profile) -> Self {
        let findings = case.findings().iter();
        Self {
            id: case.case.id,
            purpose: case.case.purpose,
            verdict: case.verdict.to_string(),
            reason: reason::of(case, profile).as_deref().map(escaped),
            findings: findings.map(|finding| JudgedRequirement::of(finding, profile)).collect(),
            transcript: case.transcript().map(ToString::to_string),
        }
    }
}

impl JudgedRequirement {
    pub(crate) fn of(finding: &Finding, profile: Profile) -> Self {
        Self {
            requirement: finding.requirement.id,
            outcome: finding.outcome.to_string(),
            mark: finding.mark,
            verdict: finding.verdict(profile).to_string(),
            expected: finding.expected,
            found: escaped(&finding.found),
            entry: finding.entry,
        }
    }
}

impl AnsweredQuestion {
    fn of(fact: &Fact) -> Self {
        Self { name: fact.name, question: fact.question, value: escaped(&fact.value) }
    }
}

fn escaped(text: &str) -> String {
    Escaped(text).to_string()
}
