//! A client that is a program, started anew for every job.

mod attend;
mod status;
mod template;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::process::Command;

pub use self::status::{StatusFrom, StatusFromError};
use crate::client::{Session, Starting};
use crate::{Ability, Client, Clock, Content, Job, SubjectError};

/// A client that is a program. It is started without a shell, in a process group and a directory
/// of its own, and its whole group is killed when the job is over.
///
/// In the command `{url}`, `{file}` (a file with the content), `{size}` (its octets), `{method}` and
/// `{requests}` are replaced; the environment has the same as `EXPECTSPEC_URL` and so on, and
/// `EXPECTSPEC_LENGTH`: `known`, `unknown` or `none`.
///
/// ```
/// use expectspec_subject::{Ability, Client, Program, StatusFrom};
///
/// let words = ["curl", "-sS", "-T", "{file}", "{url}"].map(str::to_owned);
/// let program = Program::new(words.to_vec(), StatusFrom::Exit, &[]);
/// assert!(!program.can(Ability::Method));
/// ```
#[derive(Clone, Debug)]
pub struct Program {
    command: Vec<String>,
    status_from: StatusFrom,
    abilities: Vec<Ability>,
}

impl Program {
    /// The program with its arguments, and what it can do beyond what its placeholders say.
    #[must_use]
    pub fn new(command: Vec<String>, status_from: StatusFrom, abilities: &[Ability]) -> Self {
        let mut abilities = abilities.to_vec();
        let has = |name: &str| command.iter().any(|word| word.contains(name));
        let implied = [
            (Ability::Method, has("{method}")),
            (Ability::Requests, has("{requests}")),
            (Ability::Tells, status_from.tells()),
        ];
        abilities.extend(implied.iter().filter(|(_, implied)| *implied).map(|(it, _)| *it));
        Self { command, status_from, abilities }
    }

    async fn launch(&self, job: &Job) -> Result<Session, SubjectError> {
        let failed = |error| SubjectError::Start { command: self.name(), error };
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let dir = TempDir::with_prefix("expectspec-client-").map_err(failed)?;
        let file = write_content(dir.path(), job.content).map_err(failed)?;
        let values = template::Values::of(job, port, &file);
        let mut words = self.command.iter().map(|word| values.expand(word));
        let program = words.next().unwrap_or_default();
        let mut command = Command::new(program);
        command
            .args(words)
            .envs(values.environment())
            .current_dir(dir.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .kill_on_drop(true);
        let child = command.spawn().map_err(failed)?;
        let (status_from, requests) = (self.status_from.clone(), job.requests);
        Ok(Session::of(|teller| {
            attend::attend(child, (listener, dir), (status_from, requests), teller)
        }))
    }
}

fn write_content(dir: &Path, content: Content) -> io::Result<PathBuf> {
    let file = dir.join("content");
    std::fs::write(&file, vec![b'a'; content.octets()])?;
    Ok(file)
}

impl Client for Program {
    fn start(&self, job: Job) -> Starting<'_> {
        Box::pin(async move { self.launch(&job).await })
    }

    fn name(&self) -> String {
        self.command.join(" ")
    }

    fn transport(&self) -> &'static str {
        "h1/tcp"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }

    fn can(&self, ability: Ability) -> bool {
        self.abilities.contains(&ability)
    }
}
