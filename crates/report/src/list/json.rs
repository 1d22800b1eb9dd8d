//! The catalogue for programs: all that it takes to play the cases elsewhere.
//! `schema/catalogue-1.schema.json` describes it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use expectspec_catalogue::{Case, Task};
use expectspec_judge::Windows;
use expectspec_requirements::Party;
use expectspec_runner::Plan;
use serde::Serialize;

use super::steps::{Step, text};
use super::words::{PLACEHOLDERS, agree, danger, need, upload};

/// The version of the form; it changes when a reader must.
const CATALOGUE_SCHEMA_VERSION: u32 = 1;

/// Writes one object with these cases, and with everything that is needed to play them without this
/// program: what placeholders stand for, how long is waited for what, and each case with its steps
/// and their octets.
///
/// # Errors
/// When `out` does not take it.
///
/// ```
/// use expectspec_report::write_list_json;
///
/// let mut out = Vec::new();
/// write_list_json(&expectspec_catalogue::all(), &mut out)?;
/// assert!(out.starts_with(b"{\n  \"schema\": 1,"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_list_json(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    let list = serde_json::to_string_pretty(&List::of(cases))?;
    writeln!(out, "{}", ascii(&list))
}

/// The same JSON in ASCII: what is not printable stands in strings only.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\n' | ' '..='~' => text.push(character),
            other => {
                let mut units = [0; 2];
                for unit in other.encode_utf16(&mut units) {
                    text += &format!("\\u{unit:04x}");
                }
            }
        }
    }
    text
}

#[derive(Serialize)]
struct List {
    schema: u32,
    tool: Tool,
    windows: BTreeMap<&'static str, WindowsMs>,
    placeholders: BTreeMap<&'static str, Placeholder>,
    cases: Vec<Listed>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct WindowsMs {
    immediate_ms: u64,
    final_ms: u64,
    quiet_ms: u64,
    close_ms: u64,
}

#[derive(Serialize)]
struct Placeholder {
    means: &'static str,
    usual: Option<String>,
}

#[derive(Serialize)]
struct Listed {
    id: &'static str,
    purpose: &'static str,
    party: &'static str,
    exercises: Vec<&'static str>,
    needs: Vec<&'static str>,
    danger: &'static str,
    relation: Option<Relation>,
    task: Option<Asked>,
    content: String,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Relation {
    base: &'static str,
    requirement: &'static str,
    agree: &'static str,
}

#[derive(Serialize)]
struct Asked {
    method: Option<&'static str>,
    content: &'static str,
    requests: u8,
}

impl List {
    fn of(cases: &[&'static Case]) -> Self {
        let usual = Plan::new(Vec::new(), "").places;
        let usual = |name: &str| match name {
            "path" => Some(usual.path.clone()),
            "get" => Some(usual.get.clone()),
            "reject" => Some(usual.reject.clone()),
            "upgrade-path" => Some(usual.upgrade_path.clone()),
            _ => None,
        };
        let placeholder = |&(name, means)| (name, Placeholder { means, usual: usual(name) });
        let parties = [Party::OriginServer, Party::Client, Party::Intermediary];
        Self {
            schema: CATALOGUE_SCHEMA_VERSION,
            tool: Tool { name: "expectspec", version: env!("CARGO_PKG_VERSION") },
            windows: parties.into_iter().map(|party| (party.name(), windows(party))).collect(),
            placeholders: PLACEHOLDERS.iter().map(placeholder).collect(),
            cases: cases.iter().map(|case| Listed::of(case)).collect(),
        }
    }
}

/// How long is waited for what, before anything is known of the subject.
fn windows(party: Party) -> WindowsMs {
    let plan = Plan::new(expectspec_catalogue::of(party), "");
    let Windows { immediate_us, final_us, quiet_us, close_us } = plan.windows();
    WindowsMs {
        immediate_ms: immediate_us / 1000,
        final_ms: final_us / 1000,
        quiet_ms: quiet_us / 1000,
        close_ms: close_us / 1000,
    }
}

impl Listed {
    fn of(case: &'static Case) -> Self {
        let relation = case.relation.map(|relation| Relation {
            base: relation.base,
            requirement: relation.requirement.id,
            agree: agree(relation.agree),
        });
        Self {
            id: case.id,
            purpose: case.purpose,
            party: case.party().name(),
            exercises: case.exercises.iter().map(|row| row.id).collect(),
            needs: case.needs().map(need).collect(),
            danger: danger(case.danger),
            relation,
            task: (case.party() == Party::Client).then(|| asked(case.task)),
            content: text(case.content),
            steps: case.script.iter().map(Step::of).collect(),
        }
    }
}

const fn asked(task: Task) -> Asked {
    Asked { method: task.method, content: upload(task.upload), requests: task.requests }
}
