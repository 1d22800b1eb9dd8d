//! A requirement: what is said, where, to whom, and which cases exercise it.

use std::io::{self, Write};

use expectspec_catalogue::Case;
use expectspec_evidence::{Paint, Tone, levels, write_quotes};
use expectspec_requirements::{Profile, Requirement, Scope, Strength};

/// Writes all there is to know of `requirement`, and which of `cases` exercise it.
///
/// ```
/// use expectspec_report::{Paint, write_requirement_explanation};
/// use expectspec_requirements::SRV_003;
///
/// let mut text = Vec::new();
/// write_requirement_explanation(&SRV_003, &[], Paint::Plain, &mut text).expect("memory");
/// assert!(text.starts_with(b"EXP-SRV-003\n"));
/// ```
///
/// # Errors
/// When `out` does not take it.
pub fn write_requirement_explanation(
    requirement: &Requirement,
    cases: &[&'static Case],
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", paint.paint(Tone::Strong, requirement.id))?;
    write_quotes(requirement, "  quote     ", MARGIN, paint, out)?;
    for source in requirement.sources.iter().skip(1) {
        writeln!(out, "  see also  {source}  {}", source.url())?;
    }
    writeln!(out, "  level     {}", levels(requirement))?;
    let roles: Vec<_> = requirement.roles.iter().map(ToString::to_string).collect();
    writeln!(out, "  binds     {}", roles.join(", "))?;
    writeln!(out, "  if broken {}", consequence(requirement.strength))?;
    writeln!(out, "  profiles  {}", scope(requirement.scope))?;
    for ruling in requirement.rulings {
        let mark = if ruling.mark.is_empty() { "whatever is found" } else { ruling.mark };
        writeln!(out, "{MARGIN}{}: {mark} => {}", ruling.profile, ruling.verdict)?;
    }
    write_cases(requirement, cases, out)
}

const MARGIN: &str = "            ";

const fn consequence(strength: Strength) -> &'static str {
    match strength {
        Strength::Must => "it is a deviation",
        Strength::Should => {
            "it is discouraged; a deviation under strict and, where in force, desync"
        }
        Strength::May => "it is permitted: a fact, not a failure",
    }
}

fn scope(scope: Scope) -> String {
    let names = Profile::ALL.into_iter().filter(|profile| scope.includes(*profile));
    names.map(Profile::name).collect::<Vec<_>>().join(", ")
}

fn write_cases(
    requirement: &Requirement,
    cases: &[&'static Case],
    out: &mut dyn Write,
) -> io::Result<()> {
    let exercises = |case: &&&Case| case.exercises.iter().any(|row| row.id == requirement.id);
    let mut label = "  cases     ";
    for case in cases.iter().filter(exercises) {
        writeln!(out, "{label}{}", case.id)?;
        label = MARGIN;
    }
    if label != MARGIN {
        writeln!(out, "{label}none")?;
    }
    Ok(())
}
