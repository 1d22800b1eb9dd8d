//! The report for people.

mod deviation;
mod facts;
mod group;
mod heading;
mod ids;
mod rest;

pub(crate) use deviation::{evidence, five_facts};
pub(crate) use group::{Group, of as groups};
pub(crate) use heading::{first, product_label, whereabouts, windows};
pub(crate) use rest::{known, reasons};

use std::io::{self, Write};

use expectspec_evidence::{Paint, Tone};
use expectspec_requirements::Verdict;

use crate::Document;

/// How a text report looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextOptions {
    /// Whether it is painted.
    pub paint: Paint,
    /// How much it tells.
    pub detail: Detail,
}

/// How much a text report tells.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Detail {
    /// The summary.
    Summary,
    /// What a person has to know: deviations, what could not be told, facts.
    #[default]
    Findings,
    /// The transcript of every case as well.
    Everything,
}

/// Writes the report for people.
pub(crate) fn write(
    document: &Document,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    heading::write(document, options.paint, out)?;
    if options.detail == Detail::Summary {
        return Ok(());
    }
    for (verdict, title) in SECTIONS {
        let groups = group::of(document, verdict);
        if groups.is_empty() {
            continue;
        }
        section(title, options.paint, out)?;
        for group in &groups {
            writeln!(out)?;
            deviation::write_group(group, options, out)?;
        }
    }
    rest::write(document, options, out)?;
    facts::write(document, options, out)?;
    if options.detail == Detail::Everything {
        write_transcripts(document, options.paint, out)?;
    }
    Ok(())
}

/// What is broken first and at length, what is discouraged after it.
const SECTIONS: [(Verdict, &str); 2] =
    [(Verdict::Deviates, "DEVIATIONS"), (Verdict::Discouraged, "DISCOURAGED")];

fn section(title: &str, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", paint.paint(Tone::Strong, title))
}

fn write_transcripts(document: &Document, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    section("TRANSCRIPTS", paint, out)?;
    for case in &document.cases {
        let Some(transcript) = &case.transcript else { continue };
        let id = paint.paint(Tone::Strong, &case.id);
        writeln!(out, "\n{id}  {}\n{transcript}", case.verdict)?;
    }
    Ok(())
}
