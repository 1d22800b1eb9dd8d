//! The catalogue: one case a line for people, and whole for programs.

mod json;
mod steps;
mod words;

use std::io::{self, Write};

use expectspec_catalogue::Case;

pub use self::json::write_list_json;

/// Writes one case a line: its id, then its purpose.
///
/// # Errors
/// When `out` does not take it.
pub fn write_list_text(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    cases.iter().try_for_each(|case| writeln!(out, "{}  {}", case.id, case.purpose))
}
