//! The forms in which a document is written.

use std::io::{self, Write};

use crate::{Document, Report, TextOptions, badge, html, json, junit, markdown, sarif, tap, text};

/// A form of a report. Each is a pure function of a [`Document`], be it of a run that has just
/// finished or of a saved one.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Format {
    /// For people.
    Text(TextOptions),
    /// For programs, and to be read again: one object.
    Json,
    /// JUnit XML, as Jenkins and most forges read it.
    Junit,
    /// TAP 14.
    Tap,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Markdown of at most 60 KiB, for a comment on a pull request.
    Markdown,
    /// One self-contained page.
    Html,
    /// A badge, as shields.io fetches it.
    Badge,
}

impl Document {
    /// Writes the document in this form.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn write(&self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Text(options) => text::write(self, options, out),
            Format::Json => json::write(self, out),
            Format::Junit => junit::write(self, out),
            Format::Tap => tap::write(self, out),
            Format::Sarif => sarif::write(self, out),
            Format::Markdown => markdown::write(self, out),
            Format::Html => html::write(self, out),
            Format::Badge => badge::write(self, out),
        }
    }
}

/// Writes the report of a run for people.
///
/// # Errors
/// When `out` does not take it.
pub fn write_text(
    report: &Report<'_>,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    Document::of(report).write(Format::Text(options), out)
}

/// Writes the report of a run for programs.
///
/// # Errors
/// When `out` does not take it.
pub fn write_json(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    Document::of(report).write(Format::Json, out)
}
