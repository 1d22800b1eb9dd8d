//! A transcript drawn as lanes: client, subject, origin server, with an arrow for all that passed.

use std::io::{self, Write};

use expectspec_evidence::{
    cut,
    transcript::{Line, Place, lines},
};
use expectspec_requirements::Party;

use crate::document::Finding;
use crate::markup::Markup;

/// So many entries are drawn at the beginning, at the end, and around each that is marked.
const FIRST: usize = 40;
const LAST: usize = 8;
const AROUND: usize = 4;
/// So many lines of an entry are drawn, and so much of a line.
const LINES_MAX: usize = 24;
const COLUMNS_MAX: usize = 400;

/// Draws a transcript with the entries of `findings` marked.
pub(super) fn write(
    party: Party,
    transcript: &str,
    findings: &[&Finding],
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries = entries(transcript);
    let marked: Vec<usize> = findings.iter().map(|it| it.entry as usize).collect();
    let shown = |at: usize| {
        at < FIRST
            || at + LAST >= entries.len()
            || marked.iter().any(|marked| marked.abs_diff(at) <= AROUND)
    };
    writeln!(out, "<div class=\"lanes {party}\">\n{}", names(party))?;
    let mut left_out = 0;
    for (at, entry) in entries.iter().enumerate() {
        if !shown(at) {
            left_out += 1;
            continue;
        }
        write_gap(core::mem::take(&mut left_out), out)?;
        let reasons: Vec<&Finding> =
            findings.iter().copied().filter(|it| it.entry as usize == at).collect();
        write_entry(entry, &reasons, out)?;
    }
    writeln!(out, "</div>")
}

const fn names(party: Party) -> &'static str {
    match party {
        Party::OriginServer => "<p class=\"names\"><b>client</b><b>subject</b></p>",
        Party::Client => "<p class=\"names\"><b>subject</b><b>origin</b></p>",
        Party::Intermediary => "<p class=\"names\"><b>client</b><b>subject</b><b>origin</b></p>",
    }
}

/// The lines of each entry.
fn entries(transcript: &str) -> Vec<Vec<Line<'_>>> {
    let mut entries: Vec<Vec<Line<'_>>> = Vec::new();
    for line in lines(transcript) {
        match (line.place, entries.last_mut()) {
            (Place::Further, Some(entry)) => entry.push(line),
            (Place::First, _) | (Place::Further, None) => entries.push(vec![line]),
        }
    }
    entries
}

fn write_gap(entries: usize, out: &mut dyn Write) -> io::Result<()> {
    match entries {
        0 => Ok(()),
        1 => writeln!(out, "<p class=\"gap\">1 entry left out</p>"),
        _ => writeln!(out, "<p class=\"gap\">{entries} entries left out</p>"),
    }
}

fn write_entry(entry: &[Line<'_>], reasons: &[&Finding], out: &mut dyn Write) -> io::Result<()> {
    let (time, side, rest) = split(entry[0].text);
    let (name, connection) = side.split_once('#').unwrap_or((side, ""));
    let lane = if name == "inbound" { "inbound" } else { "outbound" };
    let arrow = arrow(lane, rest);
    let marked = if reasons.is_empty() { "" } else { " marked" };
    writeln!(out, "<div class=\"entry {lane} {arrow}{marked}\">")?;
    write!(out, "<time>{}</time><div>", Markup(time))?;
    for reason in reasons {
        let (id, verdict) = (Markup(&reason.requirement), reason.verdict);
        write!(out, "<span class=\"verdict {verdict}\">{id} {verdict}</span>")?;
    }
    if !connection.is_empty() {
        write!(out, "<small>connection {}</small>", Markup(connection))?;
    }
    write!(out, "<pre>")?;
    for (at, line) in entry.iter().take(LINES_MAX).enumerate() {
        let text = if at == 0 { rest } else { line.text.trim_start() };
        let text = text.strip_prefix(['>', '<', '.', '=']).unwrap_or(text);
        let text = cut(text.strip_prefix(' ').unwrap_or(text), COLUMNS_MAX);
        writeln!(out, "{}", Markup(&text))?;
    }
    if entry.len() > LINES_MAX {
        writeln!(out, "... {} lines left out", entry.len() - LINES_MAX)?;
    }
    writeln!(out, "</pre></div></div>")
}

/// The time, the side and the rest of the first line of an entry.
fn split(line: &str) -> (&str, &str, &str) {
    let word = |text: &'static str| text;
    let (time, rest) = line.trim_start().split_once(' ').unwrap_or((word(""), line));
    let (side, rest) = rest.trim_start().split_once(' ').unwrap_or((word(""), rest));
    (time, side, rest.trim_start())
}

/// Which way an arrow points: on the outbound side, the subject is at the right end.
fn arrow(lane: &str, rest: &str) -> &'static str {
    match (lane, rest.as_bytes().first()) {
        ("outbound", Some(b'>')) | ("inbound", Some(b'<')) => "right",
        ("outbound", Some(b'<')) | ("inbound", Some(b'>')) => "left",
        (_, Some(b'=')) => "said",
        _ => "quiet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(transcript: &str) -> String {
        let mut out = Vec::new();
        write(Party::Intermediary, transcript, &[], &mut out).expect("memory takes all");
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn an_arrow_leads_from_the_sender_to_the_recipient() {
        for (line, class) in [
            ("    0.000 outbound > GET", "entry outbound right"),
            ("    0.000 inbound  < GET", "entry inbound right"),
            ("    0.000 inbound  > HTTP", "entry inbound left"),
            ("    0.000 outbound#2 < HTTP", "entry outbound left"),
            ("    0.000 outbound . quiet", "entry outbound quiet"),
            ("    0.000 inbound  = success", "entry inbound said"),
        ] {
            assert!(drawn(line).contains(&format!("<div class=\"{class}\">")), "{line}");
        }
    }

    #[test]
    fn what_is_no_transcript_is_drawn_as_text() {
        for text in ["<b>", "1", "1.0 <b>", "1.0 <b> <b>", "> <b>\n", "1.0 #<b> <"] {
            let drawn = drawn(text);
            assert!(!drawn.replace("<b>client</b><b>subject</b><b>origin</b>", "").contains("<b>"));
        }
    }

    #[test]
    fn a_long_transcript_says_what_is_left_out() {
        let lines: String = (0..100).map(|at| format!("{at}.000 outbound . quiet\n")).collect();
        assert!(drawn(&lines).contains("52 entries left out"));
    }
}
