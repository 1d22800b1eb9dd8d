//! One page that needs nothing else: no request, and no script to be read.

mod cases;
mod findings;
mod heading;
mod lanes;
mod policy;

use std::io::{self, Write};

use crate::Document;
use crate::markup::Markup;

/// Writes the page. Nothing on it runs but our script and our style, by their digests, whatever else
/// might have got in.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} - expectspec", document.subject.title());
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    let policy = policy::content_security();
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"referrer\" content=\"no-referrer\">")?;
    writeln!(out, "<meta name=\"color-scheme\" content=\"light dark\">")?;
    writeln!(out, "<title>{}</title>", Markup(&title))?;
    writeln!(out, "<style>{}</style>\n</head>\n<body>", policy::STYLE)?;
    heading::write(document, out)?;
    writeln!(out, "<main>")?;
    findings::write(document, out)?;
    cases::write(document, out)?;
    write_facts(document, out)?;
    writeln!(out, "</main>")?;
    let tool = &document.tool;
    let (name, version) = (Markup(&tool.name), Markup(&tool.version));
    writeln!(out, "<footer>{name} {version}</footer>")?;
    writeln!(out, "<script>{}</script>\n</body>\n</html>", policy::SCRIPT)
}

fn write_facts(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    if document.facts.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section>\n<h2 id=\"facts\">Facts</h2>\n<table class=\"facts\">")?;
    writeln!(
        out,
        "<thead><tr><th scope=\"col\">Fact</th><th scope=\"col\">Value</th></tr></thead>"
    )?;
    for fact in &document.facts {
        let (name, question) = (Markup(&fact.name), Markup(&fact.question));
        let value = Markup(&fact.value);
        writeln!(
            out,
            "<tr><th scope=\"row\"><code>{name}</code><small>{question}</small></th>\
             <td>{value}</td></tr>"
        )?;
    }
    writeln!(out, "</table>\n</section>")
}
