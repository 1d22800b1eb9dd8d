//! The report for programs: one object. `schema/run-1.schema.json` describes it.

use std::io::{self, Write};

use crate::Document;

/// Writes the document itself: its members in a fixed order, the cases by id.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}
