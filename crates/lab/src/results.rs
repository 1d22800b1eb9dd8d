//! The results of a subject, kept in a file that changes only where the subject did.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use expectspec_report::{Detail, LeftOut, Report, Subject, TextOptions, write_json, write_text};
use serde_json::{Value, json};

use crate::error::LabError;
use crate::examine::Examined;
use crate::subject_file::{Role, SubjectFile};

mod clockless;
mod layout;
mod ports;

/// Writes the JSON report of a run to `path`, with what the subject file says of the subject.
///
/// What differs from the results there only by a clock stays as it was.
pub(crate) fn write(examined: &Examined, file: &SubjectFile, path: &Path) -> Result<(), LabError> {
    let file_error = |error| LabError::File { path: path.to_owned(), error };
    let mut octets = Vec::new();
    report(examined, file, |report| write_json(report, &mut octets)).map_err(file_error)?;
    let mut results: Value = serde_json::from_slice(&octets).map_err(LabError::Json)?;
    match &file.role {
        Role::Server { .. } => forget_the_port(&mut results),
        Role::Intermediary { .. } => {
            forget_the_port(&mut results);
            // The inbound side names our origin server, whose port is another one each time.
            ports::forget(&mut results);
        }
        Role::Client { client, .. } => {
            // The directory is another one each time.
            results["subject"]["address"] = json!(client.command.join(" "));
            ports::forget(&mut results);
        }
    }
    results["lab"] = json!({
        "title": file.title,
        "homepage": file.homepage,
        "notes": file.notes,
    });
    if let Ok(before) = fs::read(path) {
        // What can't be read is replaced.
        keep_what_is_the_same(&serde_json::from_slice(&before).unwrap_or_default(), &mut results);
    }
    save(&results, path)
}

/// Writes results as they are kept.
pub(crate) fn save(results: &Value, path: &Path) -> Result<(), LabError> {
    let file_error = |error| LabError::File { path: path.to_owned(), error };
    fs::write(path, layout::lay_out(results)).map_err(file_error)
}

/// Prints the report for people, with all transcripts.
pub(crate) fn print(examined: &Examined, file: &SubjectFile) -> Result<(), LabError> {
    let options = TextOptions { detail: Detail::Everything, ..TextOptions::default() };
    report(examined, file, |report| write_text(report, options, &mut io::stdout().lock()))
        .map_err(LabError::System)
}

fn report<T>(examined: &Examined, file: &SubjectFile, write: impl FnOnce(&Report<'_>) -> T) -> T {
    let subject = Subject {
        name: file.name.clone(),
        version: Some(examined.version.clone()),
        party: file.party(),
    };
    write(&Report {
        run: &examined.run,
        subject: &subject,
        path: file.path(),
        left_out: LeftOut::default(),
    })
}

/// The port is another one each time.
fn forget_the_port(results: &mut Value) {
    let Some(address) = results.pointer_mut("/subject/address") else { return };
    let host = address.as_str().and_then(|address| address.rsplit_once(':'));
    if let Some((host, _)) = host {
        *address = Value::from(host);
    }
}

/// Puts in the places of `after` what stood in `before`, where they differ by a clock alone.
fn keep_what_is_the_same(before: &Value, after: &mut Value) {
    for (list, key) in [("cases", "id"), ("facts", "name")] {
        let known: BTreeMap<&str, &Value> = before[list]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|entry| Some((entry[key].as_str()?, entry)))
            .collect();
        let entries = after.get_mut(list).and_then(Value::as_array_mut);
        for entry in entries.into_iter().flatten() {
            let same = entry[key].as_str().and_then(|key| known.get(key));
            if let Some(&same) = same.filter(|&&same| clockless::agree(same, entry)) {
                *entry = same.clone();
            }
        }
    }
    for member in ["windows", "check"] {
        if let Some(now) = after.get_mut(member)
            && clockless::agree(&before[member], now)
        {
            *now = before[member].clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_forgotten() {
        let mut results = json!({"subject": {"address": "127.0.0.1:40000"}});
        forget_the_port(&mut results);
        assert_eq!(results, json!({"subject": {"address": "127.0.0.1"}}));
    }

    #[test]
    fn only_what_changed_changes() {
        let case = |id: &str, verdict: &str, time: &str| {
            json!({
                "id": id,
                "verdict": verdict,
                "transcript": format!("  {time} outbound < HTTP/1.1 200 OK\n"),
            })
        };
        let before = json!({
            "cases": [case("a", "conforms", "0.100"), case("b", "conforms", "0.100")],
            "check": {"persists": true, "round_trip_us": 70},
        });
        let mut after = json!({
            "cases": [case("a", "conforms", "0.250"), case("b", "deviates", "0.250")],
            "check": {"persists": true, "round_trip_us": 90},
        });
        keep_what_is_the_same(&before, &mut after);
        assert_eq!(
            after,
            json!({
                "cases": [case("a", "conforms", "0.100"), case("b", "deviates", "0.250")],
                "check": {"persists": true, "round_trip_us": 70},
            })
        );
    }
}
