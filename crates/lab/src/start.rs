//! A server or an intermediary that runs: in a directory and a process group of its own, and gone
//! when it is dropped.

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

use crate::build;
use crate::error::LabError;
use crate::folder;
use crate::probe;
use crate::subject_file::{Start, SubjectFile};
use crate::template::{self, Values};

/// A server or an intermediary that has its directory and its port, and is built.
#[derive(Debug)]
pub(crate) struct Prepared {
    dir: TempDir,
    /// Nobody else is given the port while this is there.
    port: TcpListener,
    address: SocketAddr,
    origin: Option<u16>,
}

/// A server or an intermediary that runs.
#[derive(Debug)]
pub(crate) struct Started {
    child: Child,
    address: SocketAddr,
    dir: TempDir,
    at: Instant,
}

/// Whether it is ready.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Readiness {
    /// It is.
    Ready,
    /// Not yet, but there is time.
    NotYet,
}

impl Prepared {
    /// Writes the files of a subject for a free port of loopback, and builds it. `origin` is the
    /// port of our origin server, for an intermediary.
    pub(crate) fn new(
        file: &SubjectFile,
        start: &Start,
        origin: Option<u16>,
    ) -> Result<Self, LabError> {
        let dir = folder::new()?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(LabError::System)?;
        let address = port.local_addr().map_err(LabError::System)?;
        let prepared = Self { dir, port, address, origin };
        let values = prepared.values();
        let fill = |template: &str| filled(file, template, values);
        folder::write(&file.files, values.dir, fill)?;
        build::run_all(&start.build, values.dir, fill)?;
        Ok(prepared)
    }

    /// Starts it. Another program may take the port before it does; then it dies, and says so.
    pub(crate) fn start(self, file: &SubjectFile, start: &Start) -> Result<Started, LabError> {
        // Everything is filled while the port is still held, and nothing after that.
        let command = command(file, start, self.values())?;
        let Self { dir, port, address, .. } = self;
        drop(port);
        let child = spawn(command, start.program())?;
        Ok(Started { child, address, dir, at: Instant::now() })
    }

    fn values(&self) -> Values<'_> {
        Values { port: self.address.port(), origin: self.origin, dir: self.dir.path() }
    }
}

impl Started {
    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether it is ready; an error if it has ended or had time enough.
    pub(crate) fn readiness(&mut self, start: &Start) -> Result<Readiness, LabError> {
        let within = Duration::from_millis(start.ready_within_ms);
        let program = start.program().to_owned();
        // Who died has left the port to whoever comes next.
        if let Some(status) = self.ended() {
            return Err(LabError::Died { program, status, log: self.log() });
        }
        if probe::is_ready(self.address, &start.ready) {
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

    /// The end of what it printed.
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

fn command(file: &SubjectFile, start: &Start, values: Values<'_>) -> Result<Command, LabError> {
    let command_error = |error| LabError::Command { program: start.program().to_owned(), error };
    let mut command = Command::new(filled(file, start.program(), values)?);
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
    Ok(command)
}

fn spawn(mut command: Command, program: &str) -> Result<Child, LabError> {
    command.spawn().map_err(|error| LabError::Command { program: program.to_owned(), error })
}

fn open_log(dir: &Path) -> io::Result<fs::File> {
    OpenOptions::new().create(true).append(true).open(dir.join(LOG))
}

fn filled(file: &SubjectFile, template: &str, values: Values<'_>) -> Result<String, LabError> {
    template::fill(template, values)
        .map_err(|placeholder| LabError::Placeholder { subject: file.name.clone(), placeholder })
}

/// What it prints goes here.
const LOG: &str = "lab.log";
/// How much of it an error tells.
const LOG_OCTETS: usize = 400;
/// Time between two looks.
pub(crate) const POLL: Duration = Duration::from_millis(20);
/// How long it may take to end when it is asked to.
const END_MAX: Duration = Duration::from_secs(5);
/// How long to wait until nothing is left of its process group.
const BURIAL_MAX: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests;
