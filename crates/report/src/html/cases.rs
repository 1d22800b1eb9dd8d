//! All cases, one a row, each of which opens to its findings and its transcript.

use std::io::{self, Write};

use expectspec_requirements::Verdict;

use super::findings::write_finding;
use super::lanes;
use crate::document::{Case, Finding};
use crate::markup::Markup;
use crate::{Counts, Document};

pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section>\n<h2 id=\"cases\">Cases</h2>")?;
    write_filter(document, out)?;
    writeln!(out, "<div class=\"cases\">")?;
    document.cases.iter().try_for_each(|case| write_case(document, case, out))?;
    writeln!(out, "</div>\n</section>")
}

/// Hidden until there is a script that can obey it.
fn write_filter(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<form id=\"filter\" hidden>")?;
    writeln!(
        out,
        "<label>Filter <input type=\"search\" id=\"words\" autocomplete=\"off\"></label>"
    )?;
    let counts = document.counts();
    for verdict in Counts::ORDER {
        let number = counts.of_verdict(verdict);
        if number > 0 {
            writeln!(
                out,
                "<label class=\"{verdict}\"><input type=\"checkbox\" value=\"{verdict}\" checked> \
                 {verdict} ({number})</label>"
            )?;
        }
    }
    writeln!(out, "<output id=\"shown\"></output>\n</form>")
}

fn write_case(document: &Document, case: &Case, out: &mut dyn Write) -> io::Result<()> {
    let (id, purpose, verdict) = (Markup(&case.id), Markup(&case.purpose), case.verdict);
    writeln!(
        out,
        "<details class=\"case {verdict}\" id=\"case-{id}\" data-verdict=\"{verdict}\">"
    )?;
    let known = if case.known.is_some() { " (known)" } else { "" };
    writeln!(
        out,
        "<summary><span class=\"verdict {verdict}\">{verdict}</span>{known} <code>{id}</code></summary>"
    )?;
    writeln!(out, "<p>{purpose}</p>")?;
    if let Some(reason) = &case.reason {
        writeln!(out, "<p class=\"note\">{}</p>", Markup(reason))?;
    }
    if let Some(reason) = &case.known {
        writeln!(out, "<p class=\"note\">known deviation: {}</p>", Markup(reason))?;
    }
    let notable = notable(case);
    notable.iter().try_for_each(|finding| {
        writeln!(out, "<div class=\"finding {}\">", finding.verdict)?;
        write_finding(finding, out)?;
        writeln!(out, "</div>")
    })?;
    if let Some(transcript) = &case.transcript {
        lanes::write(document.subject.party, transcript, &notable, out)?;
    }
    writeln!(out, "</details>")
}

/// What a reader of the case wants to see: what is broken or unwise, or what the verdict rests on if
/// the case is about a choice.
fn notable(case: &Case) -> Vec<&Finding> {
    let verdicts: &[Verdict] = match case.verdict {
        Verdict::Permitted => &[Verdict::Permitted],
        _ => &[Verdict::Deviates, Verdict::Discouraged],
    };
    verdicts.iter().flat_map(|verdict| case.first_findings(*verdict)).collect()
}
