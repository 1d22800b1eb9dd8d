//! Results in the eyes of the judge at hand: what a change of the judge means for what was seen of real subjects.

use core::fmt::Display;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use expectspec_report::{Diff, DiffFormat, Document, Format};
use serde_json::Value;

use crate::error::LabError;
use crate::{chains, counts, results};

/// Judges the saved transcripts again, prints for each subject what changed, and writes it, and the tables of
/// the lab's page. Nothing is run.
pub(crate) fn judge_again(lab: &Path, check: bool) -> Result<(), LabError> {
    let mut stale = Vec::new();
    let mut documents = Vec::new();
    for (name, path) in saved(lab)? {
        let Judged { document, is_stale } = judge(&path, check)?;
        if is_stale {
            stale.push(name);
        }
        documents.push(document);
    }
    if counts::is_stale(lab, &documents, check)? {
        stale.push("README.md".to_owned());
    }
    if check && !stale.is_empty() { Err(LabError::Stale(stale)) } else { Ok(()) }
}

/// The names and files of results.
fn saved(lab: &Path) -> Result<Vec<(String, PathBuf)>, LabError> {
    let folder = lab.join("results");
    let file_error = |error| LabError::File { path: folder.clone(), error };
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(file_error)? {
        let path = entry.map_err(file_error)?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_some_and(|it| it == "json") && name != chains::RESULTS {
            files.push((name, path));
        }
    }
    files.sort();
    Ok(files)
}

/// Results as the judge at hand sees them.
struct Judged {
    document: Document,
    is_stale: bool,
}

/// Judges results again. What changed is printed, and written unless it is only checked.
fn judge(path: &Path, check: bool) -> Result<Judged, LabError> {
    let file_error = |error| LabError::File { path: path.to_owned(), error };
    let saved = fs::read(path).map_err(file_error)?;
    let unfit = |error: &dyn Display| {
        file_error(io::Error::new(io::ErrorKind::InvalidData, error.to_string()))
    };
    let before = Document::read(&saved).map_err(|error| unfit(&error))?;
    let after = before.clone().judged_again(before.profile).map_err(|error| unfit(&error))?;
    if (&after.cases, &after.facts) == (&before.cases, &before.facts) {
        return Ok(Judged { document: after, is_stale: false });
    }
    let diff = Diff::of(&before, &after).map_err(|error| unfit(&error))?;
    diff.write(DiffFormat::Text, &mut io::stdout().lock()).map_err(LabError::System)?;
    println!();
    if !check {
        let mut octets = Vec::new();
        after.write(Format::Json, &mut octets).map_err(LabError::System)?;
        let mut now: Value = serde_json::from_slice(&octets).map_err(LabError::Json)?;
        let mut results: Value = serde_json::from_slice(&saved).map_err(LabError::Json)?;
        for member in ["summary", "cases", "facts"] {
            results[member] = now[member].take();
        }
        results::save(&results, path)?;
    }
    Ok(Judged { document: after, is_stale: true })
}
