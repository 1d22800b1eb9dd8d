//! SARIF 2.1.0: the rules are requirements, the results point into transcripts, which are inlined.

mod message;
mod results;
mod rules;

use std::io::{self, Write};

use serde_json::{Value, json};

use self::results::Results;
use crate::Document;

/// Writes one log with one run. A reference to a section such as §3.4 is to the SARIF standard.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &log(document))?;
    writeln!(out)
}

fn log(document: &Document) -> Value {
    let Results { results, rules, artifacts } = Results::of(document);
    let subject = &document.subject;
    let category = format!("{}/{}/{}/", document.tool.name, subject.party, document.profile);
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": document.tool.name,
                    "version": document.tool.version,
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": rules,
                },
            },
            // Tells this run from those of other parties and profiles over the same code (§3.17).
            "automationDetails": { "id": category },
            "invocations": [{
                "executionSuccessful": document.died_after.is_none(),
                "toolExecutionNotifications": notifications(document),
            }],
            "artifacts": artifacts,
            "results": results,
            "columnKind": "unicodeCodePoints",
            "properties": {
                "subject": subject.title(),
                "address": subject.address,
                "transport": subject.transport,
                "summary": document.summary,
            },
        }],
    })
}

/// What the reader has to know to value the counts.
fn notifications(document: &Document) -> Vec<Value> {
    let notes = document.notes.iter();
    let told = notes.map(|note| json!({ "level": "warning", "message": message::of(note) }));
    told.collect()
}

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
