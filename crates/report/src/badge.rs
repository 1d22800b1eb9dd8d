//! A badge: the endpoint form of shields.io.

use std::io::{self, Write};

use expectspec_requirements::Verdict;
use serde::Serialize;

use crate::{Counts, Document};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint {
    schema_version: u32,
    label: &'static str,
    message: String,
    color: &'static str,
}

pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let (message, color) = face(document);
    let endpoint = Endpoint { schema_version: 1, label: "expectspec", message, color };
    serde_json::to_writer(&mut *out, &endpoint)?;
    writeln!(out)
}

/// What the badge says, and its colour. Only what was judged can be green.
fn face(document: &Document) -> (String, &'static str) {
    let told = |verdict: &Verdict| {
        !matches!(verdict, Verdict::Permitted | Verdict::Inconclusive | Verdict::Unsupported)
    };
    let counts = Counts::of(document.cases.iter().map(|case| case.verdict).filter(told));
    let has = |verdict| counts.of_verdict(verdict) > 0;
    if document.unexpected() > 0 {
        (counts.to_string(), "red")
    } else if document.died_after.is_some() {
        ("not tested to the end".to_owned(), "lightgrey")
    } else if has(Verdict::Discouraged) || has(Verdict::Deviates) {
        (counts.to_string(), "yellow")
    } else if has(Verdict::Conforms) {
        (counts.to_string(), "brightgreen")
    } else {
        ("nothing judged".to_owned(), "lightgrey")
    }
}
