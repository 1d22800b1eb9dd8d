//! A client that is ready to be started: its files written to a directory, and built.

use core::time::Duration;
use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Instant;

use expectspec_subject::Program;
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;

use crate::error::LabError;
use crate::folder;
use crate::start::POLL;
use crate::subject_file::{Build, Client, File};
use crate::template;

/// A client that is ready to be started. Its directory goes when this does.
#[derive(Debug)]
pub(crate) struct Built {
    program: Program,
    _dir: TempDir,
}

impl Built {
    /// Writes the files of a client and builds it.
    pub(crate) fn new(files: &[File], build: &Build, client: &Client) -> Result<Self, LabError> {
        let dir = folder::new()?;
        let fill = |template: &str| template::fill_dir(template, dir.path());
        folder::write(files, dir.path(), |text| Ok(fill(text)))?;
        for command in &build.commands {
            let words: Vec<String> = command.iter().map(|word| fill(word)).collect();
            run(&words, dir.path(), WITHIN)?;
        }
        let command = client.command.iter().map(|word| fill(word)).collect();
        let program = Program::new(command, client.status_from.clone(), &client.can);
        Ok(Self { program, _dir: dir })
    }

    /// What starts it.
    pub(crate) fn program(&self) -> Program {
        self.program.clone()
    }
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

    fn words(script: &str) -> Vec<String> {
        ["sh", "-c", script].map(str::to_owned).to_vec()
    }

    fn built(script: &str) -> Result<Built, LabError> {
        let file = File { name: "a".into(), text: "in {dir}, {else}".into(), executable: false };
        let client = Client {
            command: words("{dir} {url}"),
            status_from: "exit".parse().unwrap(),
            can: Vec::new(),
            concurrency: 1,
        };
        Built::new(&[file], &Build { commands: vec![words(script)] }, &client)
    }

    #[test]
    fn a_build_runs_in_the_directory_with_its_files() {
        let built = built("test \"$(cat a)\" = \"in $PWD, {else}\" && test {dir} = $PWD").unwrap();
        let dir = built._dir.path().to_owned();
        let command = format!("{:?}", built.program());
        assert!(command.contains(&format!("{} {{url}}", dir.display())), "{command}");
        drop(built);
        assert!(!dir.exists());
    }

    #[test]
    fn a_build_that_fails_gives_one_clear_error() {
        let text = built("echo no such type; exit 3").unwrap_err().to_string();
        let expected = "\"sh -c echo no such type; exit 3\" failed: exit status: 3; \
                        it said \"no such type\"";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_build_that_does_not_end_is_stopped() {
        let dir = tempfile::tempdir().unwrap();
        let began = Instant::now();
        let error = run(&words("exec sleep 1000"), dir.path(), Duration::from_millis(50));
        let text = error.unwrap_err().to_string();
        assert_eq!(text, "\"sh -c exec sleep 1000\" was not done within 50 ms");
        assert!(began.elapsed() < Duration::from_secs(5));
    }
}
