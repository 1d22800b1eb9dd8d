//! An adapter program: started once, spoken to in lock-step, killed with all that it started.

use core::time::Duration;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use super::answer::{Act, Line, Rest, Role, parse};
use super::lines::{Heard, Tail, harmless, reader, writer};
use super::{AdapterError, VERSION};
use crate::{Ability, SubjectError};

/// How long the end of a program, and of its standard error, is waited for when it says nothing
/// more.
const END_MAX: Duration = Duration::from_millis(300);
/// What the answer to one line holds at most.
const ANSWER_OCTETS_MAX: usize = 16 * 1024 * 1024;
const ANSWER_LINES_MAX: usize = 64 * 1024;
/// What of a line stands in an error.
const EXCERPT: usize = 60;

/// A program that is shared by the connections to it.
#[derive(Clone, Debug)]
pub(super) struct Shared(Arc<Mutex<Process>>);

/// What the program answered to one line.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) acts: Vec<Act>,
    pub(super) rest: Rest,
}

/// An adapter program.
#[derive(Debug)]
pub(super) struct Process {
    role: Role,
    command: String,
    child: Child,
    stdin: SyncSender<String>,
    stdout: Receiver<Heard>,
    stderr: Tail,
    answer_max: Duration,
    /// What it did wrong; nothing is said to it any more.
    pub(super) trouble: Option<AdapterError>,
    /// Connections to a server: how many there were, and those that ended on our side, unsaid as
    /// yet.
    pub(super) connections: u32,
    pub(super) abandoned: Vec<u32>,
}

impl Shared {
    /// Starts a program, and hears what it can do.
    pub(super) fn start(
        command: &[String],
        role: Role,
        answer_max: Duration,
    ) -> Result<(Self, Vec<Ability>), SubjectError> {
        let mut process = Process::start(command, role, answer_max)?;
        let abilities = process.greet().map_err(|error| process.subject_error(error))?;
        Ok((Self(Arc::new(Mutex::new(process))), abilities))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Process> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The error that ended the conversation, if one has.
    pub(super) fn trouble(&self) -> Option<SubjectError> {
        let process = self.lock();
        process.trouble.clone().map(|error| process.subject_error(error))
    }
}

impl Process {
    fn start(command: &[String], role: Role, answer_max: Duration) -> Result<Self, SubjectError> {
        let name = command.join(" ");
        let failed = |error| SubjectError::Start { command: name.clone(), error };
        let (program, arguments) =
            command.split_first().map_or(("", &[][..]), |(it, rest)| (it, rest));
        let mut start = Command::new(program);
        start.args(arguments);
        start.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut start, 0);
        let mut child = start.spawn().map_err(failed)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        Ok(Self {
            role,
            stdin: writer(stdin.expect("it is piped")),
            stdout: reader(stdout.expect("it is piped")),
            stderr: Tail::of(child.stderr.take().expect("it is piped")),
            command: name,
            child,
            answer_max,
            trouble: None,
            connections: 0,
            abandoned: Vec::new(),
        })
    }

    /// The first line of both.
    fn greet(&mut self) -> Result<Vec<Ability>, AdapterError> {
        let said = format!("expectspec-adapter {VERSION} {}", self.role.name());
        self.say(&said);
        let line = self.hear(&said, Instant::now() + self.answer_max)?;
        let version = VERSION.to_string();
        let mut words = line.split_ascii_whitespace();
        let greets = words.next() == Some("expectspec-adapter") && words.next() == Some(&version);
        let abilities: Option<Vec<_>> = words.map(Ability::from_name).collect();
        let fits = |it: &Vec<_>| greets && (self.role == Role::Client || it.is_empty());
        abilities.filter(fits).ok_or_else(|| match self.role {
            Role::Server => unreadable(&said, &line, "expectspec-adapter 1"),
            Role::Client => unreadable(
                &said,
                &line,
                "expectspec-adapter 1 and behind it any of method, requests, unknown-length, \
                 tells, redirects, credentials",
            ),
        })
    }

    /// Says a line and hears the answer to it. The runtime stands still meanwhile, and with it a
    /// paused clock.
    ///
    /// # Errors
    /// When the program breaks the protocol; it is killed then, and every further exchange fails
    /// alike.
    pub(super) fn exchange(&mut self, said: &str) -> Result<Answer, AdapterError> {
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        self.say(said);
        self.answer(said).map_err(|error| self.fail(error))
    }

    /// Ends the conversation for this reason.
    pub(super) fn fail(&mut self, error: AdapterError) -> AdapterError {
        self.kill();
        self.trouble.get_or_insert(error).clone()
    }

    /// The error that `act` is, in answer to `said`.
    pub(super) fn misfit(&mut self, said: &str, act: &Act, expected: &'static str) -> AdapterError {
        let heard = match act {
            Act::Octets(number, _) => format!("octets {number} ..."),
            Act::Shutdown(number) => format!("shutdown {number}"),
            Act::Close(number) => format!("close {number}"),
            Act::Connect(number) => format!("connect {number}"),
            Act::Said(_) => "said ...".to_owned(),
        };
        self.fail(unreadable(said, &heard, expected))
    }

    fn answer(&mut self, said: &str) -> Result<Answer, AdapterError> {
        let deadline = Instant::now() + self.answer_max;
        let (mut acts, mut octets) = (Vec::new(), 0);
        loop {
            let line = self.hear(said, deadline)?;
            octets += line.len();
            match parse(&line, self.role) {
                Some(Line::Rest(rest)) => return Ok(Answer { acts, rest }),
                Some(Line::Act(act)) => acts.push(act),
                None => return Err(unreadable(said, &line, self.role.expected())),
            }
            if octets > ANSWER_OCTETS_MAX || acts.len() > ANSWER_LINES_MAX {
                return Err(AdapterError::TooLong { said: excerpt(said) });
            }
        }
    }

    fn say(&self, line: &str) {
        // If the program is gone, hearing tells; if it takes nothing, there is room for this line.
        self.stdin.try_send(format!("{line}\n")).ok();
    }

    fn hear(&mut self, said: &str, deadline: Instant) -> Result<String, AdapterError> {
        let left = deadline.saturating_duration_since(Instant::now());
        let said = || excerpt(said);
        match self.stdout.recv_timeout(left) {
            Ok(Heard::Line(line)) => Ok(String::from_utf8(line)
                .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())),
            Ok(Heard::TooLong) => Err(AdapterError::TooLong { said: said() }),
            Err(RecvTimeoutError::Timeout) => {
                Err(AdapterError::Silent { said: said(), after: self.answer_max })
            }
            Ok(Heard::End) | Err(RecvTimeoutError::Disconnected) => {
                let status = self.status().map(|status| status.to_string());
                Err(AdapterError::Ended { said: said(), status, stderr: self.stderr.text(END_MAX) })
            }
        }
    }

    /// How it ended, if it does so soon.
    fn status(&mut self) -> Option<std::process::ExitStatus> {
        let deadline = Instant::now() + END_MAX;
        loop {
            match self.child.try_wait() {
                Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(2)),
                ended => return ended.ok().flatten(),
            }
        }
    }

    fn kill(&mut self) {
        // A program that was waited for may have left its number to another.
        let is_there = matches!(self.child.try_wait(), Ok(None));
        #[cfg(unix)]
        if is_there
            && let Some(group) = rustix::process::Pid::from_raw(self.child.id().cast_signed())
        {
            // Some of it may be gone already.
            rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
        }
        if is_there {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }

    pub(super) fn command(&self) -> &str {
        &self.command
    }

    pub(super) fn subject_error(&self, error: AdapterError) -> SubjectError {
        SubjectError::Adapter { command: self.command.clone(), error }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn unreadable(said: &str, heard: &str, expected: &'static str) -> AdapterError {
    AdapterError::Unreadable { said: excerpt(said), heard: excerpt(heard), expected }
}

/// The beginning of a line, harmless to print.
fn excerpt(line: &str) -> String {
    let mut text: String = line.chars().take(EXCERPT).map(harmless).collect();
    if line.chars().nth(EXCERPT).is_some() {
        text.push_str("...");
    }
    text
}
