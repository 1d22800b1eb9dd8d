//! A diff for people.

use std::io::{self, Write};

use super::{Change, Diff};
use crate::document::{Case, Finding, Printable};

pub(super) fn write<'a>(diff: &Diff<'a>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "before  {}: {}", diff.before.subject.title(), diff.before.counts())?;
    writeln!(out, "after   {}: {}", diff.after.subject.title(), diff.after.counts())?;
    if let Some(id) = diff.died_after {
        writeln!(out, "\nTHE SUBJECT DIED\n  it fell silent during or after {id}")?;
    }
    write_changes("REGRESSIONS", &diff.regressions, out)?;
    write_changes("FIXES", &diff.fixes, out)?;
    write_changes("OTHER VERDICTS", &diff.others, out)?;
    write_cases("NEW CASES", &diff.new, out)?;
    write_cases("LOST CASES", &diff.lost, out)?;
    if !diff.facts.is_empty() {
        writeln!(out, "\nFACTS")?;
    }
    for fact in &diff.facts {
        let told = |value: Option<&'a Printable>| value.map_or("not told", |value| value);
        writeln!(out, "  {}\n    before  {}", fact.name, told(fact.before))?;
        writeln!(out, "    after   {}", told(fact.after))?;
    }
    if is_empty(diff) {
        writeln!(out, "\nnothing changed")?;
    }
    Ok(())
}

pub(super) fn is_empty(diff: &Diff<'_>) -> bool {
    let Diff { regressions, fixes, others, new, lost, facts, died_after, .. } = diff;
    let changes = regressions.len() + fixes.len() + others.len() + facts.len();
    changes + new.len() + lost.len() == 0 && died_after.is_none()
}

fn write_changes(title: &str, changes: &[Change<'_>], out: &mut dyn Write) -> io::Result<()> {
    if !changes.is_empty() {
        writeln!(out, "\n{title} ({})", changes.len())?;
    }
    for Change { before, after, findings } in changes {
        writeln!(out, "  {}  {} -> {}", after.id, before.verdict, after.verdict)?;
        for finding in findings {
            writeln!(out, "    {}", told(finding))?;
        }
    }
    Ok(())
}

/// A finding in one line.
pub(super) fn told(finding: &Finding) -> String {
    let Finding { requirement, mark, found, .. } = finding;
    if found.is_empty() {
        format!("{requirement}  {mark}")
    } else {
        format!("{requirement}  {mark}: {found}")
    }
}

fn write_cases(title: &str, cases: &[&Case], out: &mut dyn Write) -> io::Result<()> {
    if !cases.is_empty() {
        writeln!(out, "\n{title} ({})", cases.len())?;
    }
    cases.iter().try_for_each(|case| writeln!(out, "  {}  {}", case.id, case.verdict))
}
