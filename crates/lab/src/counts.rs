//! How many cases came to which verdict, by subject: the tables in the lab's README.

use core::fmt::Write as _;
use std::fs;
use std::path::Path;

use expectspec_report::{Counts, Document};
use expectspec_requirements::Party;

use crate::error::LabError;
use crate::page::Marks;

const MARKS: Marks = Marks { begin: "<!-- results -->\n", end: "<!-- end of results -->\n" };

/// Whether the page of the lab has another table than these results make, which is put in its place unless
/// it is only checked.
pub(crate) fn is_stale(lab: &Path, documents: &[Document], check: bool) -> Result<bool, LabError> {
    let path = lab.join("README.md");
    let file_error = |error| LabError::File { path: path.clone(), error };
    let before = fs::read_to_string(&path).map_err(file_error)?;
    let after = MARKS.put_in(&before, &tables(documents));
    let stale = after != before;
    if stale && !check {
        fs::write(&path, after).map_err(file_error)?;
    }
    Ok(stale)
}

/// A table for each party, a row for each subject.
fn tables(documents: &[Document]) -> String {
    let parties = [
        (Party::OriginServer, "server"),
        (Party::Client, "client"),
        (Party::Intermediary, "intermediary"),
    ];
    let mut text = String::new();
    for (party, word) in parties {
        if !text.is_empty() {
            text.push('\n');
        }
        let verdicts = Counts::ORDER.map(|verdict| verdict.to_string()).join(" | ");
        let rule = "---:|".repeat(Counts::ORDER.len());
        writeln!(text, "| {word} | version | {verdicts} |\n|---|---|{rule}").expect("memory");
        for document in documents.iter().filter(|it| it.subject.party == party) {
            let subject = &document.subject;
            let version = subject.version.as_ref().map_or("", |version| version);
            let counts = document.counts();
            let counts = Counts::ORDER.map(|verdict| counts.of_verdict(verdict).to_string());
            writeln!(text, "| {} | {version} | {} |", subject.name, counts.join(" | "))
                .expect("memory");
        }
    }
    text
}
