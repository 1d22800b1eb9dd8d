//! The report as data: what every format is made of, and what is saved and read again as JSON.

mod again;
mod case;
mod check;
mod known;
mod notes;
mod printable;
mod read;
mod words;

pub use again::JudgeAgainError;
pub use case::{Case, Finding};
pub use check::{Check, ClientCheck, IntermediaryCheck, ServerCheck};
pub use known::KnownFile;
pub use printable::{Printable, PrintableLines};
pub use read::DocumentError;

use expectspec_judge::Windows;
use expectspec_requirements::{Form, Party, Profile, Verdict};
use serde::{Deserialize, Serialize};

use crate::{Counts, Report};

/// The version of the JSON form. It changes when a member changes its meaning or goes away, not when
/// one is added.
pub const SCHEMA_VERSION: u32 = 1;

/// All that a report tells of a run. Whatever a subject sent is [`Printable`] in it, be it made of a
/// run or read from a file; `schema/run-1.schema.json` describes its JSON.
///
/// ```no_run
/// use expectspec_report::{Document, Format};
///
/// let saved = std::fs::read("run.json").expect("a file");
/// let document = Document::read(&saved).expect("a saved run");
/// let mut page = Vec::new();
/// document.write(Format::Html, &mut page).expect("memory");
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Document {
    /// [`SCHEMA_VERSION`].
    pub schema: u32,
    /// What wrote it.
    pub tool: Tool,
    /// Who was tested.
    pub subject: Subject,
    /// Whose reading of the protocol decided.
    #[serde(with = "words::profile")]
    pub profile: Profile,
    /// How many cases came to which verdict.
    pub summary: Summary,
    /// How long was waited for what.
    pub windows: WaitingWindows,
    /// What the first conversation showed.
    pub check: Check,
    /// The case after which the subject could no longer be reached.
    pub died_after: Option<Printable>,
    /// How many cases were not run because they could do harm.
    pub left_out: usize,
    /// What the reader has to know to value the counts.
    #[serde(default)]
    pub notes: Vec<Printable>,
    /// The cases, by id.
    pub cases: Vec<Case>,
    /// What the subject does where it may choose.
    pub facts: Vec<Fact>,
}

/// What wrote a document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Tool {
    /// `expectspec`.
    pub name: Printable,
    /// Its version.
    pub version: Printable,
}

/// Who was tested.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Subject {
    /// What it is called.
    pub name: Printable,
    /// Its version, if known.
    pub version: Option<Printable>,
    /// Where it is, or what.
    pub address: Printable,
    /// The party that it plays.
    #[serde(with = "words::party")]
    pub party: Party,
    /// What an intermediary was declared to be.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "words::form")]
    pub form: Option<Form>,
    /// What it calls itself: its `Server`, `User-Agent` or `Via` field.
    pub server: Option<Printable>,
    /// How it was reached, such as `h1/tcp`.
    pub transport: Printable,
}

/// How many cases came to which verdict: [`Counts`] as they are written down.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[expect(missing_docs, reason = "each member is named by its verdict, and told there")]
pub struct Summary {
    pub conforms: usize,
    pub permitted: usize,
    pub discouraged: usize,
    pub deviates: usize,
    pub inconclusive: usize,
    pub unsupported: usize,
}

/// How long was waited for what, in microseconds: see [`Windows`].
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the members are those of the judge's windows, and told there")]
pub struct WaitingWindows {
    pub immediate_us: u64,
    pub final_us: u64,
    pub quiet_us: u64,
    pub close_us: u64,
}

/// What the subject does where it may choose.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Fact {
    /// Its name.
    pub name: Printable,
    /// The question that it answers.
    pub question: Printable,
    /// The answer.
    pub value: Printable,
}

impl Document {
    /// The document of a finished run.
    #[must_use]
    pub fn of(report: &Report<'_>) -> Self {
        let run = report.run;
        let mut cases: Vec<_> = run.cases.iter().map(|case| Case::of(case, run.profile)).collect();
        cases.sort_by(|one, other| one.id.cmp(&other.id));
        Self {
            schema: SCHEMA_VERSION,
            tool: Tool { name: "expectspec".into(), version: env!("CARGO_PKG_VERSION").into() },
            subject: Subject::of(report),
            profile: run.profile,
            summary: Summary::of(Counts::of_run(run)),
            windows: WaitingWindows::of(run.windows),
            check: Check::of(&run.first),
            died_after: run.died_after.map(Printable::from),
            left_out: report.left_out.dangerous,
            notes: notes::of(report),
            cases,
            facts: run.facts.iter().map(Fact::of).collect(),
        }
    }

    /// How many cases came to which verdict.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.cases.iter().map(|case| case.verdict))
    }

    /// How many cases deviate in ways that are not known.
    #[must_use]
    pub fn unexpected(&self) -> usize {
        self.cases.iter().filter(|case| case.is_unexpected()).count()
    }

    /// How many cases deviate only as is known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.counts().of_verdict(Verdict::Deviates) - self.unexpected()
    }
}

impl Subject {
    fn of(report: &Report<'_>) -> Self {
        let (run, subject) = (report.run, report.subject);
        let printable = |text: &str| Printable::from(text.to_owned());
        Self {
            name: printable(&subject.name),
            version: subject.version.as_deref().map(printable),
            address: printable(&run.address),
            party: subject.party,
            form: run.form,
            server: run.first.product().map(printable),
            transport: run.transport.into(),
        }
    }

    /// Its name, and its version if there is one.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.name),
            None => self.name.to_string(),
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

impl Fact {
    fn of(fact: &expectspec_judge::Fact) -> Self {
        Self {
            name: fact.name.into(),
            question: fact.question.into(),
            value: fact.value.clone().into(),
        }
    }
}
