//! Who was tested, how, and how it went.

use std::io::{self, Write};

use expectspec_requirements::Verdict;

use crate::markup::Markup;
use crate::text::{first, product_label, whereabouts, windows};
use crate::{Counts, Document};

pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let subject = &document.subject;
    writeln!(out, "<header>\n<h1>{}</h1>", Markup(&subject.title()))?;
    writeln!(out, "<p>{}</p>", Markup(&whereabouts(subject)))?;
    writeln!(out, "<ul class=\"counts\">")?;
    let counts = document.counts();
    for verdict in Counts::ORDER {
        write_count(verdict, counts.of_verdict(verdict), out)?;
    }
    writeln!(out, "</ul>")?;
    for note in &document.notes {
        writeln!(out, "<p class=\"note\">{}</p>", Markup(note))?;
    }
    writeln!(out, "<details class=\"run\"><summary>How it was tested</summary>\n<dl>")?;
    if let Some(product) = &subject.server {
        write_term(product_label(&document.check), product, out)?;
    }
    write_term("profile", document.profile.name(), out)?;
    write_term("windows", &windows(&document.windows), out)?;
    write_term("first", &first(&document.check), out)?;
    writeln!(out, "</dl></details>\n</header>")
}

fn write_count(verdict: Verdict, number: usize, out: &mut dyn Write) -> io::Result<()> {
    let class = if number == 0 { "none" } else { "some" };
    writeln!(out, "<li class=\"{verdict} {class}\"><b>{number}</b> {verdict}</li>")
}

fn write_term(term: &str, told: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<dt>{}</dt><dd>{}</dd>", Markup(term), Markup(told))
}
