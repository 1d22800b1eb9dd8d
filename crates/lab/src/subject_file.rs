//! One subject: how to install and run it, and which part it plays.

mod written;

use std::collections::BTreeMap;

use expectspec_requirements::{Form, Party};
use expectspec_subject::{Ability, StatusFrom};
use serde::Deserialize;

use self::written::Written;

/// What a file in `lab/subjects/` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Written")]
pub(crate) struct SubjectFile {
    /// The name on the command line; also the name of the file.
    pub(crate) name: String,
    /// The name for people.
    pub(crate) title: String,
    /// Where the project lives.
    pub(crate) homepage: String,
    /// What a reader of the results has to know: which part of what is seen is the subject's own.
    pub(crate) notes: String,
    /// How to get it.
    pub(crate) install: Packages,
    /// How to tell its version.
    pub(crate) version: Version,
    /// The files that it needs, written to its directory before anything is run.
    pub(crate) files: Vec<File>,
    /// The part that it plays.
    pub(crate) role: Role,
}

/// The part that a subject plays, and what is needed to have it play.
#[derive(Clone, Debug)]
pub(crate) enum Role {
    /// It is started once, and we are its clients.
    Server { start: Start, paths: Paths },
    /// It is built once and started for every case, and we are its server.
    Client { build: Build, client: Client },
    /// It is started once, and we are its clients and its origin server.
    Intermediary { start: Start, between: Between },
}

/// How to send requests through an intermediary; as the options of `expectspec proxy`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Between {
    /// What it is for.
    pub(crate) duty: Duty,
    /// How many cases may be under way at once: one, if it may send requests of different clients
    /// over one connection, since the connection belongs to one case.
    pub(crate) concurrency: usize,
}

/// What an intermediary is for (RFC 9110 §3.7). Nobody can see that: its subject file says so.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Duty {
    /// An origin server toward its clients.
    Gateway,
    /// Chosen by its clients, or by their network; takes a target in origin form.
    Proxy,
    /// Chosen by its clients; takes a target in absolute form.
    Forward,
}

/// Names of packages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Packages {
    #[serde(default)]
    pub(crate) debian: Vec<String>,
    #[serde(default)]
    pub(crate) pypi: Vec<String>,
    #[serde(default)]
    pub(crate) npm: Vec<String>,
    /// What a build fetches by itself; nothing to install.
    #[serde(default)]
    pub(crate) crates: Vec<String>,
}

/// How to tell a version.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Version {
    /// The command that prints it.
    pub(crate) command: Vec<String>,
    /// A regular expression whose first group is the version.
    pub(crate) pattern: String,
}

/// How to start a server or an intermediary. It must stay in the foreground and in its process
/// group.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    /// How to make it out of its files first.
    pub(crate) build: Build,
    /// The command; a template.
    pub(crate) command: Vec<String>,
    /// Variables that it needs; templates.
    pub(crate) environment: BTreeMap<String, String>,
    /// How to see that it is ready.
    pub(crate) ready: Ready,
    /// How long that may take, in milliseconds.
    pub(crate) ready_within_ms: u64,
}

/// How to see that what was started is ready.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Ready {
    /// It accepts a connection. Its next hop may not be there yet, so there is nothing to ask for.
    Accepts,
    /// It answers GET of this path with an HTTP/1.x response.
    Answers(String),
}

/// Which paths a server has; as the options of `expectspec server`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Paths {
    /// Takes content with POST.
    pub(crate) path: String,
    /// Answers GET.
    pub(crate) get: String,
    /// Answers without wanting content.
    pub(crate) reject: String,
    /// Wants credentials; empty if there is none.
    pub(crate) protected: String,
    /// A protocol that the server switches to; empty if there is none.
    pub(crate) upgrade: String,
}

/// How to make a subject out of its files.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Build {
    /// The commands, one after another; templates.
    pub(crate) commands: Vec<Vec<String>>,
}

/// How to have a client make requests; as the options of `expectspec client`.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    /// The command; a template.
    pub(crate) command: Vec<String>,
    /// Where it tells the status codes that it was answered with.
    pub(crate) status_from: StatusFrom,
    /// What it can do.
    pub(crate) can: Vec<Ability>,
    /// How many may run at once.
    pub(crate) concurrency: usize,
}

/// A file in the subject's directory.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// The path in the directory.
    pub(crate) name: String,
    /// What stands in it; a template.
    pub(crate) text: String,
    /// Whether it is a program.
    #[serde(default)]
    pub(crate) executable: bool,
}

impl Default for Paths {
    fn default() -> Self {
        Self {
            path: root(),
            get: root(),
            reject: "/expectspec-no-such-resource".to_owned(),
            protected: String::new(),
            upgrade: String::new(),
        }
    }
}

impl SubjectFile {
    /// The party that it plays.
    pub(crate) const fn party(&self) -> Party {
        match self.role {
            Role::Server { .. } => Party::OriginServer,
            Role::Client { .. } => Party::Client,
            Role::Intermediary { .. } => Party::Intermediary,
        }
    }

    /// Where content is sent, if it is a server.
    pub(crate) fn path(&self) -> &str {
        match &self.role {
            Role::Server { paths, .. } => &paths.path,
            Role::Client { .. } | Role::Intermediary { .. } => "/",
        }
    }
}

impl Duty {
    /// The form in which it is judged: whoever chose it, it is a proxy.
    pub(crate) const fn form(self) -> Form {
        match self {
            Self::Gateway => Form::Gateway,
            Self::Proxy | Self::Forward => Form::Proxy,
        }
    }
}

impl Start {
    /// The program that the command runs.
    pub(crate) fn program(&self) -> &str {
        self.command.first().map_or("", String::as_str)
    }
}

fn root() -> String {
    "/".to_owned()
}
