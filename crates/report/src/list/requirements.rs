//! The requirements: one a line for people, and as a page with a section for each.

use std::io::{self, Write};

use expectspec_catalogue::Case;
use expectspec_evidence::levels;
use expectspec_requirements::Requirement;

use super::markdown::{Prose, topic};

/// Writes one requirement a line: its id, its levels, where it stands and what it says.
///
/// # Errors
/// When `out` does not take it.
pub fn write_requirements_text(
    requirements: &[&'static Requirement],
    out: &mut dyn Write,
) -> io::Result<()> {
    requirements.iter().try_for_each(|row| {
        let (id, source, said) = (row.id, row.sources[0], row.quotes.join(" ... "));
        writeln!(out, "{id}  {}  {source}  {said}", levels(row))
    })
}

/// Writes a page with a section for each of these requirements: the quote, where it stands, how strong
/// it is, whom it binds, and which of `cases` exercise it.
///
/// ```
/// use expectspec_report::write_requirements_markdown;
/// use expectspec_requirements::SRV_003;
///
/// let mut page = Vec::new();
/// write_requirements_markdown(&[&SRV_003], &expectspec_catalogue::all(), &mut page)?;
/// assert!(String::from_utf8_lossy(&page).contains("## EXP-SRV-003\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When `out` does not take it.
pub fn write_requirements_markdown(
    requirements: &[&'static Requirement],
    cases: &[&'static Case],
    out: &mut dyn Write,
) -> io::Result<()> {
    let number = requirements.len();
    writeln!(
        out,
        "# Requirements\n\n{number} requirements, quoted verbatim, and the [cases](cases.md)"
    )?;
    writeln!(
        out,
        "that are meant to exercise each. `expectspec explain ID` prints what profiles change."
    )?;
    requirements.iter().try_for_each(|row| write_row(row, cases, out))
}

fn write_row(row: &Requirement, cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    let roles: Vec<_> = row.roles.iter().map(ToString::to_string).collect();
    let source = row.sources[0];
    writeln!(out, "\n## {}\n", row.id)?;
    writeln!(out, "{}; binds {}; [{source}]({})", levels(row), roles.join(", "), row.url())?;
    for source in row.sources.iter().skip(1) {
        writeln!(out, "and [{source}]({})", source.url())?;
    }
    for quote in row.quotes {
        writeln!(out, "\n> \"{}\"", Prose(quote))?;
    }
    if row.quotes.is_empty() {
        writeln!(out, "\nNo document prints it as a sentence; it follows from the section.")?;
    }
    let exercises = |case: &&&'static Case| case.exercises.iter().any(|it| it.id == row.id);
    let cases: Vec<&'static Case> = cases.iter().filter(exercises).copied().collect();
    match cases.len() {
        0 => writeln!(out, "\nNo case is meant for it.")?,
        1 => writeln!(out, "\n1 case:\n")?,
        number => writeln!(out, "\n{number} cases:\n")?,
    }
    cases
        .chunk_by(|one, next| topic(one) == topic(next))
        .try_for_each(|cases| write_topic(cases, out))
}

fn write_topic(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = cases.first() else { return Ok(()) };
    let behaviour = |case: &&'static Case| case.id.rsplit('/').next().unwrap_or(case.id);
    let behaviours: Vec<_> = cases.iter().map(behaviour).collect();
    writeln!(out, "- {}: {}", topic(first), behaviours.join(", "))
}
