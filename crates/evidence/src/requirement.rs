//! A requirement's words.

use std::io::{self, Write};

use expectspec_requirements::Requirement;

use crate::{Paint, Tone, write_wrapped};

/// The levels as printed, such as `MUST NOT`.
#[must_use]
pub fn levels(requirement: &Requirement) -> String {
    let levels: Vec<_> = requirement.levels.iter().map(ToString::to_string).collect();
    levels.join(", ")
}

/// Writes the sentences of a requirement behind where they stand.
pub fn write_quotes(
    requirement: &Requirement,
    label: &str,
    margin: &str,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let source = requirement.sources[0];
    let url = paint.paint(Tone::Faint, source.url());
    writeln!(out, "{label}{source}  {url}")?;
    for quote in requirement.quotes {
        write_wrapped(margin, margin, &format!("\"{quote}\""), out)?;
    }
    if requirement.quotes.is_empty() {
        writeln!(
            out,
            "{margin}(no document prints it as a sentence; it follows from the section)"
        )?;
    }
    Ok(())
}
