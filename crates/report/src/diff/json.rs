//! A diff for programs.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Change, Diff};
use crate::Document;
use crate::document::Case;

/// The version of the form; it changes when a reader must.
const DIFF_SCHEMA_VERSION: u32 = 1;

pub(super) fn write(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let facts = diff
        .facts
        .iter()
        .map(|fact| json!({ "name": fact.name, "before": fact.before, "after": fact.after }));
    let object = json!({
        "schema": DIFF_SCHEMA_VERSION,
        "before": run(diff.before),
        "after": run(diff.after),
        "died_after": diff.died_after,
        "regressions": changes(&diff.regressions),
        "fixes": changes(&diff.fixes),
        "others": changes(&diff.others),
        "new": cases(&diff.new),
        "lost": cases(&diff.lost),
        "facts": facts.collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn run(document: &Document) -> Value {
    json!({
        "subject": document.subject.name,
        "version": document.subject.version,
        "tool": document.tool.version,
        "summary": document.summary,
    })
}

fn changes(changes: &[Change<'_>]) -> Vec<Value> {
    let change = |change: &Change<'_>| {
        let Change { before, after, findings } = change;
        json!({
            "case": after.id,
            "before": before.verdict.to_string(),
            "after": after.verdict.to_string(),
            "findings": findings,
        })
    };
    changes.iter().map(change).collect()
}

fn cases(cases: &[&Case]) -> Vec<Value> {
    let case = |case: &&Case| json!({ "case": case.id, "verdict": case.verdict.to_string() });
    cases.iter().map(case).collect()
}
