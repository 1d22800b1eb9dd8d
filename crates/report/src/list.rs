//! The catalogue, one case a line.

use std::io::{self, Write};

use expectspec_catalogue::Case;
use serde::Serialize;

/// Writes one case a line: its id, then its purpose.
///
/// # Errors
/// When `out` does not take it.
pub fn write_list_text(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    cases.iter().try_for_each(|case| writeln!(out, "{}  {}", case.id, case.purpose))
}

/// Writes an array of objects with the members `id`, `purpose` and `exercises`.
///
/// # Errors
/// When `out` does not take it.
pub fn write_list_json(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    let listed: Vec<_> = cases.iter().map(|case| Listed::of(case)).collect();
    serde_json::to_writer_pretty(&mut *out, &listed)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Listed {
    id: &'static str,
    purpose: &'static str,
    exercises: Vec<&'static str>,
}

impl Listed {
    fn of(case: &Case) -> Self {
        let exercises = case.exercises.iter().map(|row| row.id).collect();
        Self { id: case.id, purpose: case.purpose, exercises }
    }
}
