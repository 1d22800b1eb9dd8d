//! What a run found, as text.

use std::io::{self, Write};
use std::path::Path;

use expectspec_fuzzer::{End, Find, Fuzz, Note, Outcome};
use expectspec_report::{Escaped, Paint, write_finding};
use expectspec_requirements::Profile;

use crate::arguments::BoundsArguments;

/// A find, at length: the sentence, what passed, the shortest script, and where all of it is.
pub(crate) fn find(
    find: &Find,
    folder: &Path,
    profile: Profile,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let Some(finding) = find.finding() {
        write_finding(finding, profile, (&find.name(), &find.transcript), paint, out)?;
    }
    writeln!(out, "the shortest script that shows it:")?;
    for line in find.input.to_string().lines() {
        writeln!(out, "    {}", Escaped(line))?;
    }
    for also in &find.also {
        writeln!(out, "it shows {} ({}) as well", also.requirement.id, also.mark)?;
    }
    let seconds = find.elapsed.as_secs_f64();
    let (execution, seen, of) = (find.execution, find.repeats.seen, find.repeats.of);
    writeln!(
        out,
        "found by execution {execution} after {seconds:.1} s; seen again {seen} of {of} times; shrunk in {} more",
        find.shrunk_by
    )?;
    writeln!(out, "written to {}\n", Escaped(&folder.display().to_string()))
}

/// What is no find, and the figures.
pub(crate) fn outcome(
    outcome: &Outcome,
    fuzz: &Fuzz,
    bounds: &BoundsArguments,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !bounds.quiet {
        for Note { finding, verdict, .. } in &outcome.notes {
            let found = Escaped(&finding.found);
            writeln!(out, "{}  {verdict}: {}: {found}", finding.requirement.id, finding.mark)?;
        }
        if let End::Gone { under_way } = &outcome.end {
            writeln!(out, "the subject takes no connections any more; what was under way last:")?;
            for input in under_way {
                writeln!(out, "{}", Escaped(&input.to_string()))?;
            }
        }
    }
    let progress = &outcome.progress;
    let (executions, seconds) = (progress.executions, progress.elapsed.as_secs_f64());
    write!(
        out,
        "{}: {} finds, {} discouraged; {executions} executions in {seconds:.1} s ({}/s), {} states",
        Escaped(&fuzz.subject.address()),
        outcome.finds.len(),
        outcome.notes.len(),
        progress.rate(),
        progress.states,
    )?;
    if outcome.unrepeated > 0 {
        write!(out, "; {} seen once and not again", outcome.unrepeated)?;
    }
    writeln!(out, "; profile {}, seed {}", fuzz.settings.profile, fuzz.settings.seed)
}
