//! Requirements as rules.

use expectspec_evidence::levels;
use expectspec_requirements::{Requirement, Strength};
use serde_json::{Value, json};

use super::message;
use crate::document::Finding;

/// The rule (§3.49) of a finding's requirement, with its sentences as help.
pub(super) fn of(finding: &Finding) -> Value {
    match finding.row() {
        Some(row) => of_row(row),
        None => json!({ "id": finding.requirement }),
    }
}

fn of_row(row: &Requirement) -> Value {
    let source = row.sources[0];
    let said = match row.quotes {
        [] => "no document prints it as a sentence; it follows from the section".to_owned(),
        quotes => quotes.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join("\n"),
    };
    let cited: Vec<_> = row.sources.iter().map(|it| format!("{it}  {}", it.url())).collect();
    let help = format!("{said}\n\n{} ({})\n{}", row.id, levels(row), cited.join("\n"));
    json!({
        "id": row.id,
        "shortDescription": message::of(&format!("{source} ({})", levels(row))),
        "fullDescription": message::of(&said),
        "help": message::of(&help),
        "helpUri": row.url().to_string(),
        "defaultConfiguration": { "level": level(row.strength) },
        "properties": { "tags": ["http", "expect"] },
    })
}

const fn level(strength: Strength) -> &'static str {
    match strength {
        Strength::Must => "error",
        Strength::Should => "warning",
        Strength::May => "note",
    }
}
