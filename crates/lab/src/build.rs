//! The commands that make a subject out of its files.

use core::time::Duration;
use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process_group};

use crate::error::LabError;
use crate::start::POLL;
use crate::subject_file::Build;

/// Runs the commands of a build in `dir`, one after another, each template as `fill` fills it.
pub(crate) fn run_all(
    build: &Build,
    dir: &Path,
    fill: impl Fn(&str) -> Result<String, LabError>,
) -> Result<(), LabError> {
    for command in &build.commands {
        let words: Vec<String> = command.iter().map(|word| fill(word)).collect::<Result<_, _>>()?;
        run(&words, dir, WITHIN)?;
    }
    Ok(())
}

/// Runs one command to its end, in a process group of its own.
fn run(words: &[String], dir: &Path, within: Duration) -> Result<(), LabError> {
    let (program, arguments) = words.split_first().expect("a command has a word");
    let command_error = |error| LabError::Command { program: program.clone(), error };
    let log = open_log(dir).map_err(command_error)?;
    let same_log = log.try_clone().map_err(command_error)?;
    let mut command = Command::new(program);
    command.args(arguments).current_dir(dir).process_group(0);
    command.stdin(Stdio::null()).stdout(log).stderr(same_log);
    let child = command.spawn().map_err(command_error)?;
    match status_of(child, within).map_err(command_error)? {
        Some(status) if status.success() => Ok(()),
        status => {
            Err(LabError::Build { command: words.join(" "), within, status, log: end_of_log(dir) })
        }
    }
}

/// How the child ended; `None` if it was still at it and had to be stopped.
fn status_of(mut child: Child, within: Duration) -> io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    while began.elapsed() < within {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(POLL);
    }
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        kill_process_group(group, Signal::KILL).ok();
    }
    child.wait()?;
    Ok(None)
}

fn open_log(dir: &Path) -> io::Result<fs::File> {
    OpenOptions::new().create(true).append(true).open(dir.join(LOG))
}

fn end_of_log(dir: &Path) -> String {
    let text = fs::read(dir.join(LOG)).unwrap_or_default();
    String::from_utf8_lossy(&text[text.len().saturating_sub(LOG_OCTETS)..]).into_owned()
}

/// What a build prints goes here.
const LOG: &str = "lab.log";
/// How much of it an error tells.
const LOG_OCTETS: usize = 800;
/// How long one command of a build may take.
const WITHIN: Duration = Duration::from_secs(600);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_that_does_not_end_is_stopped() {
        let dir = tempfile::tempdir().unwrap();
        let words = ["sh", "-c", "exec sleep 1000"].map(str::to_owned);
        let began = Instant::now();
        let error = run(&words, dir.path(), Duration::from_millis(50));
        let text = error.unwrap_err().to_string();
        assert_eq!(text, "\"sh -c exec sleep 1000\" was not done within 50 ms");
        assert!(began.elapsed() < Duration::from_secs(5));
    }
}
