//! The table of facts.

use std::io::{self, Write};

use expectspec_evidence::{Tone, write_wrapped};

use super::{Detail, TextOptions, section};
use crate::Document;

pub(super) fn write(
    document: &Document,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let facts = &document.facts;
    let Some(width) = facts.iter().map(|fact| fact.name.len()).max() else { return Ok(()) };
    section("FACTS", options.paint, out)?;
    let margin = " ".repeat(width + 4);
    for fact in facts {
        let first = format!("  {:<width$}  ", fact.name);
        write_wrapped(&first, &margin, &fact.value, out)?;
        if options.detail == Detail::Everything {
            writeln!(out, "{margin}{}", options.paint.paint(Tone::Faint, &fact.question))?;
        }
    }
    Ok(())
}
