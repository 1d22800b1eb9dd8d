//! What deviates and what is discouraged: each kind once, with the cases that show it.

use std::io::{self, Write};

use expectspec_evidence::levels;
use expectspec_requirements::Verdict;

use crate::Document;
use crate::document::Finding;
use crate::markup::Markup;
use crate::text::{Group, groups};

pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    for (verdict, title) in
        [(Verdict::Deviates, "Deviations"), (Verdict::Discouraged, "Discouraged")]
    {
        let groups = groups(document, verdict);
        if groups.is_empty() {
            continue;
        }
        writeln!(out, "<section>\n<h2>{title}</h2>")?;
        groups.iter().try_for_each(|group| write_group(group, out))?;
        writeln!(out, "</section>")?;
    }
    Ok(())
}

fn write_group(group: &Group<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<article class=\"finding {}\">", group.finding.verdict)?;
    write_finding(group.finding, out)?;
    let open = if group.cases.len() > OPEN_CASES_MAX { "" } else { " open" };
    let (number, plural) = (group.cases.len(), if group.cases.len() == 1 { "" } else { "s" });
    writeln!(out, "<details{open}><summary>in {number} case{plural}</summary><ul>")?;
    for case in &group.cases {
        let id = Markup(&case.id);
        writeln!(out, "<li><a href=\"#case-{id}\">{id}</a></li>")?;
    }
    writeln!(out, "</ul></details>\n</article>")
}

/// A list of more cases is folded.
const OPEN_CASES_MAX: usize = 4;

/// The first four of the five facts; the transcript is the fifth.
pub(super) fn write_finding(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let (id, mark) = (Markup(&finding.requirement), Markup(&finding.mark));
    let row = finding.row();
    let levels = row.map(|row| format!(" ({})", levels(row))).unwrap_or_default();
    let verdict = finding.verdict;
    writeln!(
        out,
        "<p><span class=\"verdict {verdict}\">{verdict}</span> <b>{id}</b>{levels}: \
         <code>{mark}</code></p>"
    )?;
    if let Some(row) = row {
        for quote in row.quotes {
            writeln!(out, "<blockquote>{}</blockquote>", Markup(quote))?;
        }
        let (source, url) = (row.sources[0].to_string(), row.url().to_string());
        let (source, url) = (Markup(&source), Markup(&url));
        writeln!(out, "<p class=\"source\"><a href=\"{url}\" rel=\"noreferrer\">{source}</a></p>")?;
    }
    if finding.expected.is_empty() && finding.found.is_empty() {
        return Ok(());
    }
    writeln!(out, "<dl>")?;
    for (term, told) in [("expected", &finding.expected), ("found", &finding.found)] {
        if !told.is_empty() {
            writeln!(out, "<dt>{term}</dt><dd>{}</dd>", Markup(told))?;
        }
    }
    writeln!(out, "</dl>")
}
