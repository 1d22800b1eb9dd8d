//! A case: why it is there, what is sent octet by octet, what is waited for, what is judged.

use std::io::{self, Write};

use expectspec_catalogue::{Case, Danger};
use expectspec_evidence::{Tone, levels, write_quotes, write_wrapped};
use expectspec_judge::Agree;

use super::script::write_script;
use crate::{Paint, reason};

/// Writes all there is to know of a case.
///
/// # Errors
/// When `out` does not take it.
pub fn write_case_explanation(case: &Case, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", paint.paint(Tone::Strong, case.id))?;
    write_wrapped("  ", "  ", case.purpose, out)?;
    for need in case.needs() {
        writeln!(out, "  {}", reason::of_need(need))?;
    }
    if let Some(danger) = danger(case.danger) {
        writeln!(out, "  {danger}")?;
    }
    heading("SCRIPT", paint, out)?;
    write_script(case, None, out)?;
    if let Some(relation) = &case.relation {
        heading("RELATION", paint, out)?;
        let agree = agreement(relation.agree);
        writeln!(out, "  {agree} must agree with that of\n  {}", relation.base)?;
        writeln!(out, "  by {}", relation.requirement.id)?;
    }
    heading("EXERCISES", paint, out)?;
    for requirement in case.exercises {
        writeln!(out, "  {} ({})", requirement.id, levels(requirement))?;
        write_quotes(requirement, "    ", "    ", paint, out)?;
    }
    Ok(())
}

fn heading(title: &str, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", paint.paint(Tone::Strong, title))
}

const fn danger(danger: Danger) -> Option<&'static str> {
    match danger {
        Danger::None => None,
        Danger::Desync => Some(
            "holds octets meant to be misread as a request; off this machine only with --desync",
        ),
        Danger::Load => Some(
            "uses much of the server's memory or connections; off this machine only with --desync",
        ),
    }
}

const fn agreement(agree: Agree) -> &'static str {
    match agree {
        Agree::FirstAnswer => "the first answer (100, a final status code, or none)",
        Agree::FinalStatus => "the class of the final status code",
        Agree::FinalStatusUnless417 => "the class of the final status code, unless either is 417,",
        Agree::StatusCodes => "the status codes of all responses",
    }
}
