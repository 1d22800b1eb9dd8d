//! Runs the built binary.

use std::process::{Command, Output, Stdio};

/// The binary, with nothing in its environment that would change what it prints.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_expectspec"));
    command.args(arguments).env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

/// What the binary said and how it ended.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run(arguments: &[&str]) -> Told {
    told(command(arguments).output().expect("the binary runs"))
}

pub(crate) fn told(output: Output) -> Told {
    Told {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Requires one line that begins as all complaints do, and nothing on standard output.
pub(crate) fn assert_one_line(told: &Told) {
    assert!(told.err.starts_with("expectspec: "), "{told:?}");
    assert_eq!(told.err.lines().count(), 1, "{told:?}");
    assert_eq!(told.out, "");
}

/// Requires text that can do nothing to a terminal; `§` is ours.
pub(crate) fn assert_harmless(text: &str) {
    let harmless = |c: char| matches!(c, ' '..='~' | '\n' | '§');
    let bad = text.lines().find(|line| !line.chars().all(harmless));
    assert_eq!(bad, None);
}
