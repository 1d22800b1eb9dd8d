//! Markdown for a comment on a pull request: a table of counts, and what deviates folded away.

mod escape;

use std::io::{self, Write};

use expectspec_evidence::{cut, levels};
use expectspec_requirements::Verdict;

pub(crate) use self::escape::Code;
use self::escape::References;
use crate::text::{Group, five_facts, groups, known, reasons};
use crate::{Counts, Document};

/// No more octets than this are written: forges refuse comments beyond 64 KiB.
pub(crate) const OCTETS_MAX: usize = 60 * 1024;
/// So much of it is kept for the end, and for a word on what is left out.
const TAIL_OCTETS_MAX: usize = 8 * 1024;
/// So many cases of one kind are named.
const CASES_MAX: usize = 20;
/// More lines or facts than this are left to the other formats.
const LINES_MAX: usize = 40;

/// Writes the summary, then as many of the findings as there is room for, and how many there was none
/// for.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Text { written: String::new(), left_out: 0 };
    text.written += &heading(document);
    let room = OCTETS_MAX - TAIL_OCTETS_MAX;
    for verdict in [Verdict::Deviates, Verdict::Discouraged] {
        for group in groups(document, verdict) {
            text.add(&finding(&group), room);
        }
    }
    let room = OCTETS_MAX - TAIL_OCTETS_MAX / 8;
    if text.left_out > 0 {
        let note = "kinds of findings are left out, for the comment would be too long; the other \
                    formats have them all";
        text.written += &format!("\n{} {note}.\n", text.left_out);
    }
    let findings_left_out = core::mem::take(&mut text.left_out);
    text.add(&rest(document), room);
    text.add(&facts(document), room);
    if text.left_out > 0 && findings_left_out == 0 {
        text.written += "\nThe rest is left out, for the comment would be too long.\n";
    }
    out.write_all(text.written.as_bytes())
}

/// What was written, and how many pieces there was no room for.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) written: String,
    pub(crate) left_out: usize,
}

impl Text {
    /// Adds a whole piece or nothing. Behind one that is left out, smaller ones may still fit.
    pub(crate) fn add(&mut self, piece: &str, octets_max: usize) {
        if self.written.len() + piece.len() <= octets_max {
            self.written += piece;
        } else {
            self.left_out += 1;
        }
    }
}

fn heading(document: &Document) -> String {
    let subject = &document.subject;
    let counts = document.counts();
    let sign = match (document.unexpected(), document.known(), &document.died_after) {
        (0, 0, None) => "no deviation",
        (0, _, None) => "no deviation but known ones",
        (0, _, Some(_)) => "not tested to the end",
        (_, _, _) => "deviates",
    };
    let (title, address) = (shortened(&subject.title()), shortened(&subject.address));
    let mut text = format!("### expectspec: {sign}\n\n{}", Code(&title));
    text +=
        &format!(" ({}) at {} over {}", subject.party, Code(&address), Code(&subject.transport));
    text += &format!(", profile {}\n\n", document.profile);
    let (mut head, mut rule, mut row) = (String::new(), String::new(), String::new());
    for verdict in Counts::ORDER {
        head += &format!("| {verdict} ");
        rule += "| ---: ";
        row += &format!("| {} ", counts.of_verdict(verdict));
    }
    text += &format!("{head}|\n{rule}|\n{row}|\n");
    for note in document.notes.iter().take(LINES_MAX) {
        text += &format!("\n> {}\n", Code(&shortened(note)));
    }
    text
}

/// A finding, folded, with its five facts and the other cases that have it.
fn finding(group: &Group<'_>) -> String {
    let (first, others) = group.cases.split_first().expect("a group has a case");
    let finding = group.finding;
    let levels = finding.row().map(|row| format!(" ({})", levels(row))).unwrap_or_default();
    let (id, mark) = (Code(&finding.requirement), Code(&finding.mark));
    let number = match group.cases.len() {
        1 => "1 case".to_owned(),
        number => format!("{number} cases"),
    };
    let mut text = format!(
        "\n<details><summary>{id}{levels} {}: {mark}, {number}</summary>\n",
        finding.verdict
    );
    if let Some(row) = finding.row() {
        text += &format!("\n[{}]({})\n", row.sources[0], row.url());
    }
    text += &format!("\n<pre>{}</pre>\n", References(&five_facts(first, finding)));
    for other in others.iter().take(CASES_MAX) {
        text += &format!("\n- {}", Code(&other.id));
    }
    if others.len() > CASES_MAX {
        text += &format!("\n- and {} more", others.len() - CASES_MAX);
    }
    text + "\n\n</details>\n"
}

/// What is known, what could not be told, and what the subject lacks.
fn rest(document: &Document) -> String {
    let mut text = String::new();
    for (title, reasons) in [
        ("known deviations", known(document)),
        ("inconclusive", reasons(document, Verdict::Inconclusive)),
        ("unsupported", reasons(document, Verdict::Unsupported)),
    ] {
        if reasons.is_empty() {
            continue;
        }
        text += &format!("\n<details><summary>{title}</summary>\n\n");
        for (reason, cases) in reasons.iter().take(LINES_MAX) {
            text += &format!("- {} ({})\n", Code(&shortened(reason)), cases.len());
        }
        if reasons.len() > LINES_MAX {
            text += &format!("- and {} more\n", reasons.len() - LINES_MAX);
        }
        text += "\n</details>\n";
    }
    text
}

fn facts(document: &Document) -> String {
    if document.facts.is_empty() {
        return String::new();
    }
    let mut text =
        "\n<details><summary>facts</summary>\n\n| fact | value |\n| --- | --- |\n".to_owned();
    for fact in document.facts.iter().take(LINES_MAX) {
        text += &format!("| {} | {} |\n", Code(&fact.name), Code(&shortened(&fact.value)));
    }
    text + "\n</details>\n"
}

/// Enough of a text for a line.
pub(crate) fn shortened(text: &str) -> String {
    cut(text, 200)
}
