//! A server that runs: in a directory and a process group of its own, and gone when it is dropped.

use core::time::Duration;
use std::fs::{self, OpenOptions};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use tempfile::TempDir;

use crate::error::LabError;
use crate::folder;
use crate::probe;
use crate::subject_file::{Start, SubjectFile};
use crate::template::{self, Values};

/// A server that runs.
#[derive(Debug)]
pub(crate) struct Started {
    child: Child,
    address: SocketAddr,
    dir: TempDir,
    at: Instant,
}

/// Whether a server answers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Readiness {
    /// It does.
    Ready,
    /// Not yet, but there is time.
    NotYet,
}

impl Started {
    /// Starts a subject on a free port of loopback.
    pub(crate) fn start(file: &SubjectFile, start: &Start) -> Result<Self, LabError> {
        let dir = folder::new()?;
        let address = free_address().map_err(LabError::System)?;
        let values = Values { port: address.port(), dir: dir.path() };
        folder::write(&file.files, dir.path(), |text| filled(file, text, values))?;
        let child = spawn(file, start, values)?;
        Ok(Self { child, address, dir, at: Instant::now() })
    }

    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether it answers; an error if it has ended or had time enough.
    pub(crate) fn readiness(&mut self, start: &Start) -> Result<Readiness, LabError> {
        let within = Duration::from_millis(start.ready_within_ms);
        let program = start.program().to_owned();
        // A server that died has left the port to whoever comes next.
        if let Some(status) = self.ended() {
            return Err(LabError::Died { program, status, log: self.log() });
        }
        if probe::answers(self.address, &start.ready) {
            return Ok(Readiness::Ready);
        }
        if self.at.elapsed() > within {
            return Err(LabError::NotReady { program, within, log: self.log() });
        }
        Ok(Readiness::NotYet)
    }

    fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// The end of what the server printed.
    fn log(&self) -> String {
        let text = fs::read(self.dir.path().join(LOG)).unwrap_or_default();
        let end = &text[text.len().saturating_sub(LOG_OCTETS)..];
        String::from_utf8_lossy(end).into_owned()
    }

    /// The process group is the child's own, so its number is the child's.
    fn group(&self) -> Option<Pid> {
        Pid::from_raw(i32::try_from(self.child.id()).ok()?)
    }

    /// Asks the group to end, then ends it. Errors mean that it is gone.
    fn stop(&mut self) {
        let Some(group) = self.group() else { return };
        kill_process_group(group, Signal::TERM).ok();
        self.wait(END_MAX, |started| started.ended().is_some());
        kill_process_group(group, Signal::KILL).ok();
        self.wait(END_MAX, |started| started.ended().is_some());
        // Orphans are buried by the system, sooner or later.
        self.wait(BURIAL_MAX, |_| test_kill_process_group(group).is_err());
    }

    fn wait(&mut self, at_most: Duration, done: impl Fn(&mut Self) -> bool) {
        let began = Instant::now();
        while !done(self) && began.elapsed() < at_most {
            thread::sleep(POLL);
        }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A port that was free just now. Another program may take it before the server does; then the
/// server dies, and says so.
fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

fn spawn(file: &SubjectFile, start: &Start, values: Values<'_>) -> Result<Child, LabError> {
    let program = start.program().to_owned();
    let command_error = |error| LabError::Command { program: program.clone(), error };
    let mut command = Command::new(&program);
    for argument in start.command.iter().skip(1) {
        command.arg(filled(file, argument, values)?);
    }
    for (name, value) in &start.environment {
        command.env(name, filled(file, value, values)?);
    }
    let log = open_log(values.dir).map_err(command_error)?;
    let same_log = log.try_clone().map_err(command_error)?;
    command.current_dir(values.dir).process_group(0);
    command.stdin(Stdio::null()).stdout(log).stderr(same_log);
    command.spawn().map_err(command_error)
}

fn open_log(dir: &Path) -> io::Result<fs::File> {
    OpenOptions::new().create(true).append(true).open(dir.join(LOG))
}

fn filled(file: &SubjectFile, template: &str, values: Values<'_>) -> Result<String, LabError> {
    template::fill(template, values)
        .map_err(|placeholder| LabError::Placeholder { subject: file.name.clone(), placeholder })
}

/// What the server prints goes here.
const LOG: &str = "lab.log";
/// How much of it an error tells.
const LOG_OCTETS: usize = 400;
/// Time between two looks.
pub(crate) const POLL: Duration = Duration::from_millis(20);
/// How long a server may take to end when it is asked to.
const END_MAX: Duration = Duration::from_secs(5);
/// How long to wait until nothing is left of its process group.
const BURIAL_MAX: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests;
