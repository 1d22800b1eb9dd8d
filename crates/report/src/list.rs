//! The catalogue: one case a line for people, whole for programs, and as pages.

mod json;
mod markdown;
mod requirements;
mod steps;
mod words;

use std::io::{self, Write};

use expectspec_catalogue::Case;

pub use self::json::write_list_json;
pub use self::markdown::write_list_markdown;
pub use self::requirements::{write_requirements_markdown, write_requirements_text};

/// Writes one case a line: its id, then its purpose.
///
/// # Errors
/// When `out` does not take it.
pub fn write_list_text(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    cases.iter().try_for_each(|case| writeln!(out, "{}  {}", case.id, case.purpose))
}
