//! The results of the grid, as JSON: what was counted, and of every dispute what was seen.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use expectspec_judge::Transcript;
use regex_lite::Regex;
use serde_json::{Value, json};

use super::Absent;
use super::agreement::Disagreement;
use super::cell::{Cell, Deviations, Dispute};
use super::hop::Hop;
use crate::error::LabError;

/// Writes the results of the grid to `path`.
pub(super) fn write(
    path: &Path,
    hops: &[Arc<Hop>],
    absent: &[Absent],
    cells: &[Cell],
) -> Result<(), LabError> {
    let subjects = hops.iter().map(|it| json!({"name": it.name, "version": it.version}));
    let absent = absent.iter().map(|it| json!({"name": it.name}));
    let mut text = format!(
        "{{\n\"subjects\": {},\n\"absent\": {},\n\"cells\": [",
        Value::from_iter(subjects),
        Value::from_iter(absent),
    );
    let mut between = "\n";
    for cell in cells {
        text += between;
        text += &of_cell(cell).to_string();
        between = ",\n";
    }
    text += "\n]\n}\n";
    fs::write(path, text).map_err(|error| LabError::File { path: path.to_owned(), error })
}

/// A line for each cell: where two hops do otherwise than before, one line differs.
fn of_cell(cell: &Cell) -> Value {
    json!({
        "intermediary": cell.first,
        "next_hop": cell.next,
        "played": cell.played,
        "reached": cell.reached,
        "agree": cell.agree,
        "expectations_lost": cell.expectations_lost,
        "disagreements": Value::from_iter(cell.disagreements.iter().map(of_dispute)),
        "unclear": Value::from_iter(cell.unclear.iter().map(of_dispute)),
        "not_again": cell.not_again,
        "not_played": cell.not_played,
        "intermediary_deviates": counts(&cell.first_deviates),
        "next_hop_deviates": counts(&cell.next_deviates),
    })
}

fn of_dispute(dispute: &Dispute) -> Value {
    json!({
        "case": dispute.case,
        "how": words(&dispute.how),
        "intermediary": printed(&dispute.chain.first),
        "next_hop": printed(&dispute.chain.next),
    })
}

fn counts(deviations: &Deviations) -> Value {
    Value::from_iter(deviations.iter().map(|(id, count)| ((*id).to_owned(), json!(count))))
}

/// How two hops disagree, and who does otherwise than the messages between them say.
pub(super) fn words(how: &BTreeSet<Disagreement>) -> Vec<String> {
    how.iter().map(|it| format!("{} by {}", it.reason.name(), it.by.name())).collect()
}

/// A transcript with port 80 in the place of every port on loopback, which is another one each time.
pub(super) fn printed(transcript: &Transcript) -> String {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(127\.0\.0\.1|localhost):[0-9]+").expect("a regular expression")
    });
    ADDRESS.replace_all(&transcript.to_string(), "$1:80").into_owned()
}
