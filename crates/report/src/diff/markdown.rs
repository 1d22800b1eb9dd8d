//! A diff for a comment on a pull request.

use std::io::{self, Write};

use super::text::{is_empty, told};
use super::{Change, Diff};
use crate::document::{Case, Printable};
use crate::markdown::{Code, OCTETS_MAX, Text, shortened};

/// More lines of one kind than this are left to the other forms.
const LINES_MAX: usize = 25;

pub(super) fn write(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Text { written: heading(diff), left_out: 0 };
    for section in [
        section("Regressions", &changes(&diff.regressions)),
        section("Fixes", &changes(&diff.fixes)),
        section("Other verdicts", &changes(&diff.others)),
        section("New cases", &cases(&diff.new)),
        section("Lost cases", &cases(&diff.lost)),
        section("Facts", &facts(diff)),
    ] {
        text.add(&section, OCTETS_MAX - 256);
    }
    if text.left_out > 0 {
        text.written += "\nThe rest is left out, for the comment would be too long.\n";
    }
    out.write_all(text.written.as_bytes())
}

fn heading(diff: &Diff<'_>) -> String {
    let sign = match (diff.has_regressions(), is_empty(diff)) {
        (true, _) => "regressions",
        (false, true) => "nothing changed",
        (false, false) => "no regression",
    };
    let mut text = format!("### expectspec: {sign}\n\n");
    text += "| | subject | cases |\n| --- | --- | --- |\n";
    for (name, run) in [("before", diff.before), ("after", diff.after)] {
        let title = shortened(&run.subject.title());
        text += &format!("| {name} | {} | {} |\n", Code(&title), run.counts());
    }
    if let Some(id) = diff.died_after {
        text += &format!("\n**The subject died** during or after {}.\n", Code(id));
    }
    text
}

fn facts(diff: &Diff<'_>) -> Vec<String> {
    let value = |value: Option<&Printable>| match value {
        Some(value) => Code(&shortened(value)).to_string(),
        None => "not told".to_owned(),
    };
    let facts = diff.facts.iter().map(|fact| {
        format!("{}: {} before, {} now", Code(fact.name), value(fact.before), value(fact.after))
    });
    facts.collect()
}

fn changes(changes: &[Change<'_>]) -> Vec<String> {
    let change = |change: &Change<'_>| {
        let Change { before, after, findings } = change;
        let mut line = format!("{} {} to {}", Code(&after.id), before.verdict, after.verdict);
        for finding in findings {
            line += &format!("<br>{}", Code(&shortened(&told(finding))));
        }
        line
    };
    changes.iter().map(change).collect()
}

fn cases(cases: &[&Case]) -> Vec<String> {
    cases.iter().map(|case| format!("{} {}", Code(&case.id), case.verdict)).collect()
}

fn section(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("\n<details><summary>{title} ({})</summary>\n\n", lines.len());
    for line in lines.iter().take(LINES_MAX) {
        text += &format!("- {line}\n");
    }
    if lines.len() > LINES_MAX {
        text += &format!("- and {} more\n", lines.len() - LINES_MAX);
    }
    text + "\n</details>\n"
}
