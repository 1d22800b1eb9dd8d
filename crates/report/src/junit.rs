//! JUnit XML: a suite for each topic, a case for each case, as Jenkins' schema wants it.

use std::io::{self, Write};

use expectspec_evidence::levels;
use expectspec_requirements::Verdict;

use crate::Document;
use crate::document::Case;
use crate::markup::Markup;
use crate::text::five_facts;

/// Writes one `testsuites`. What deviates has failed, what is unsupported or inconclusive was skipped,
/// and a case in which the subject died is an error, so that the rest that was skipped is not taken for
/// a success.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let name = format!("expectspec: {}", document.subject.title());
    writeln!(out, "<testsuites {}>", totals(document, &name, &document.cases))?;
    let mut suites: Vec<&[Case]> =
        document.cases.chunk_by(|one, next| one.topic() == next.topic()).collect();
    suites.sort_by_key(|suite| suite[0].topic());
    for suite in suites {
        write_suite(document, suite, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn write_suite(document: &Document, suite: &[Case], out: &mut dyn Write) -> io::Result<()> {
    let skipped = |case: &&Case| is_skipped(case) && !died_in(document, case);
    let skipped = suite.iter().filter(skipped).count();
    let totals = totals(document, suite[0].topic(), suite);
    writeln!(out, "  <testsuite {totals} skipped=\"{skipped}\">")?;
    writeln!(out, "    <properties>")?;
    let subject = &document.subject;
    for (name, value) in [
        ("subject", subject.title().as_str()),
        ("address", &subject.address),
        ("transport", &subject.transport),
        ("profile", document.profile.name()),
        ("expectspec", &document.tool.version),
    ] {
        writeln!(out, "      <property name=\"{name}\" value=\"{}\"/>", Markup(value))?;
    }
    for note in &document.notes {
        writeln!(out, "      <property name=\"note\" value=\"{}\"/>", Markup(note))?;
    }
    writeln!(out, "    </properties>")?;
    suite.iter().try_for_each(|case| write_case(document, case, out))?;
    writeln!(out, "  </testsuite>")
}

/// The attributes that every kind of suite has.
fn totals(document: &Document, name: &str, cases: &[Case]) -> String {
    let errors = cases.iter().filter(|case| is_error(document, case)).count();
    let failures = cases.iter().filter(|case| case.is_unexpected()).count();
    let time = seconds(cases.iter().map(Case::duration_us).sum());
    let (name, tests) = (Markup(name), cases.len());
    format!(
        "name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" time=\"{time}\""
    )
}

fn write_case(document: &Document, case: &Case, out: &mut dyn Write) -> io::Result<()> {
    let class = case.topic().replace('/', ".");
    let (class, name, time) = (Markup(&class), Markup(&case.id), seconds(case.duration_us()));
    write!(out, "    <testcase classname=\"{class}\" name=\"{name}\" time=\"{time}\"")?;
    let mut inner = Vec::new();
    if case.is_unexpected() {
        write_failure(case, &mut inner)?;
    } else if died_in(document, case) {
        let message = "the subject no longer answers; it fell silent during or after this case";
        writeln!(inner, "      <error type=\"died\" message=\"{message}\"/>")?;
    } else if let Some(reason) = &case.known {
        let reason = Markup(reason);
        writeln!(inner, "      <skipped type=\"known\" message=\"known deviation: {reason}\"/>")?;
    } else if is_skipped(case) {
        let reason = case.reason.as_deref().unwrap_or_default();
        let (verdict, reason) = (case.verdict, Markup(reason));
        writeln!(inner, "      <skipped type=\"{verdict}\" message=\"{verdict}: {reason}\"/>")?;
    }
    let remarks = remarks(case);
    if !remarks.is_empty() {
        writeln!(inner, "      <system-out>{}</system-out>", Markup(&remarks))?;
    }
    if inner.is_empty() {
        return writeln!(out, "/>");
    }
    writeln!(out, ">")?;
    out.write_all(&inner)?;
    writeln!(out, "    </testcase>")
}

fn write_failure(case: &Case, out: &mut dyn Write) -> io::Result<()> {
    let mut findings = case.first_findings(Verdict::Deviates);
    let (kind, message) = match findings.next() {
        Some(first) => {
            let levels = first.row().map(|row| format!(" ({})", levels(row))).unwrap_or_default();
            let id = &first.requirement;
            let message = match (&*first.expected, &*first.found) {
                ("", "") => format!("{id}{levels}: {}", first.mark),
                (expected, found) => format!("{id}{levels}: expected {expected}, found {found}"),
            };
            (id.to_string(), message)
        }
        None => ("deviates".to_owned(), "deviates".to_owned()),
    };
    let (kind, message) = (Markup(&kind), Markup(&message));
    let facts = facts_of(case, Verdict::Deviates);
    let facts = Markup(&facts);
    writeln!(out, "      <failure type=\"{kind}\" message=\"{message}\">{facts}</failure>")
}

/// What is discouraged, what is known; and in a case that is about a choice, the choice.
fn remarks(case: &Case) -> String {
    if case.known.is_some() {
        return facts_of(case, Verdict::Deviates);
    }
    if case.verdict != Verdict::Permitted {
        return facts_of(case, Verdict::Discouraged);
    }
    let choices = case.first_findings(Verdict::Permitted);
    let told = choices.map(|choice| {
        let separator = if choice.found.is_empty() { "" } else { ": " };
        let (id, mark, found) = (&choice.requirement, &choice.mark, &choice.found);
        format!("{id}  permitted: {mark}{separator}{found}\n")
    });
    told.collect()
}

/// The five facts of each kind of finding with this verdict.
fn facts_of(case: &Case, verdict: Verdict) -> String {
    let findings = case.first_findings(verdict);
    findings.map(|finding| five_facts(case, finding)).collect::<Vec<_>>().join("\n")
}

fn is_skipped(case: &Case) -> bool {
    case.known.is_some() || matches!(case.verdict, Verdict::Inconclusive | Verdict::Unsupported)
}

fn died_in(document: &Document, case: &Case) -> bool {
    document.died_after.as_ref() == Some(&case.id)
}

fn is_error(document: &Document, case: &Case) -> bool {
    died_in(document, case) && !case.is_unexpected()
}

fn seconds(us: u64) -> String {
    format!("{}.{:03}", us / 1_000_000, us / 1000 % 1000)
}
