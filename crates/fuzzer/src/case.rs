//! A find as a case of the catalogue, in Rust.

use core::fmt::Write;

use expectspec_catalogue::{ScriptStep, Service, Step, Task, Until};

use crate::Find;
use crate::input::OwnStep;

/// The source of a case that plays what the find's input plays.
pub(crate) fn source(find: &Find) -> String {
    let mut source = String::new();
    write(find, &mut source).expect("a string takes everything");
    source
}

fn write(find: &Find, out: &mut String) -> core::fmt::Result {
    let row = find.requirement.id.trim_start_matches("EXP-").replace('-', "_");
    writeln!(out, "Case {{")?;
    writeln!(out, "    id: \"{}/found/{}\",", find.party.name(), find.name())?;
    writeln!(out, "    purpose: \"Found by fuzzing: {}.\",", purpose(find))?;
    writeln!(out, "    exercises: &[&{row}],")?;
    if find.task != Task::UPLOAD {
        writeln!(out, "    task: {},", task(find.task))?;
    }
    writeln!(out, "    script: &[")?;
    steps(&find.steps, 8, out)?;
    writeln!(out, "    ],")?;
    if is_dangerous(find) {
        writeln!(out, "    danger: Danger::Desync,")?;
    }
    writeln!(out, "    ..Case::PLAIN\n}},")
}

fn steps(steps: &[OwnStep], indent: usize, out: &mut String) -> core::fmt::Result {
    for step in steps {
        match step {
            OwnStep::Send(octets) => send(octets, indent, out)?,
            OwnStep::AtOrigin(inner) => {
                writeln!(out, "{:indent$}Step::AtOrigin(&[", "")?;
                self::steps(inner, indent + 4, out)?;
                writeln!(out, "{:indent$}]),", "")?;
            }
            OwnStep::Other(step) => writeln!(out, "{:indent$}{},", "", other(*step))?,
        }
    }
    Ok(())
}

fn task(Task { method, upload, requests }: Task) -> String {
    format!("Task {{ method: {method:?}, upload: Upload::{upload:?}, requests: {requests} }}")
}

/// What was found, as a part of a sentence in a string.
fn purpose(find: &Find) -> String {
    let finding = find.finding();
    let found = finding.map_or(find.mark, |finding| finding.found.as_ref());
    let found = if found.is_empty() { find.mark } else { found };
    found.escape_debug().to_string()
}

/// One octet string, a line of source for each line of a head.
fn send(octets: &[u8], indent: usize, out: &mut String) -> core::fmt::Result {
    if octets.len() > OCTETS_MAX && octets.windows(2).all(|two| two[0] == two[1]) {
        let (octet, times) = (octets[..1].escape_ascii(), octets.len());
        return writeln!(
            out,
            "{:indent$}Step::Repeat {{ octets: b\"{octet}\", times: {times} }},",
            ""
        );
    }
    let lines: Vec<&[u8]> = octets.split_inclusive(|&octet| octet == b'\n').collect();
    if let [line] = lines[..] {
        return writeln!(out, "{:indent$}Step::Send(b\"{}\"),", "", line.escape_ascii());
    }
    writeln!(out, "{:indent$}Step::Send(", "")?;
    for (index, line) in lines.iter().enumerate() {
        let begin = if index == 0 { "    b\"" } else { "      " };
        let end = if index + 1 == lines.len() { "\"," } else { "\\" };
        // Space at the start of a line would be lost behind the one before.
        let line = line.escape_ascii().to_string();
        let line = line.strip_prefix(' ').map_or(line.clone(), |rest| format!("\\x20{rest}"));
        writeln!(out, "{:indent$}{begin}{line}{end}", "")?;
    }
    writeln!(out, "{:indent$}),", "")
}

fn other(step: Step) -> String {
    match step {
        ScriptStep::Await(until) => {
            let until = match until {
                Until::Answer => "Answer",
                Until::Final => "Final",
                Until::Close => "Close",
                Until::Request => "Request",
                Until::ContentBegun => "ContentBegun",
                Until::Content => "Content",
            };
            format!("Step::Await(Until::{until})")
        }
        ScriptStep::Serve(Service::Proper(octets)) => {
            format!("Step::Serve(Service::Proper(b\"{}\"))", octets.escape_ascii())
        }
        step => format!("Step::{step:?}"),
    }
}

/// Whether it holds what is meant to be misread as a request.
fn is_dangerous(find: &Find) -> bool {
    let holds = |octets: &[u8]| octets.windows(CANARY.len()).any(|it| it == CANARY);
    find.steps.iter().any(|step| matches!(step, OwnStep::Send(octets) if holds(octets)))
}

const CANARY: &[u8] = b"/smuggled";
const OCTETS_MAX: usize = 4096;
