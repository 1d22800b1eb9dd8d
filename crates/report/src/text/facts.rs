//! The table of facts.

use std::io::{self, Write};

use super::wrap::write_wrapped;
use super::{Detail, TextOptions, section};
use crate::paint::Tone;
use crate::{Escaped, Report};

pub(super) fn write(
    report: &Report<'_>,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let facts = &report.run.facts;
    let Some(width) = facts.iter().map(|fact| fact.name.len()).max() else { return Ok(()) };
    section("FACTS", options.paint, out)?;
    let margin = " ".repeat(width + 4);
    for fact in facts {
        let first = format!("  {:<width$}  ", fact.name);
        write_wrapped(&first, &margin, &Escaped(&fact.value).to_string(), out)?;
        if options.detail == Detail::Everything {
            writeln!(out, "{margin}{}", options.paint.paint(Tone::Faint, fact.question))?;
        }
    }
    Ok(())
}
