//! A subject file as it is written, before it is known to make sense.

use core::fmt::{self, Display, Formatter};
use std::collections::BTreeMap;

use expectspec_subject::{Ability, StatusFromError};
use serde::Deserialize;

use super::{
    Between, Build, Client, Duty, File, Packages, Paths, Ready, Role, Start, SubjectFile, Version,
    root,
};

/// The tables of a subject file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    name: String,
    title: String,
    homepage: String,
    notes: String,
    install: Packages,
    version: Version,
    start: Option<WrittenStart>,
    paths: Option<Paths>,
    build: Option<Build>,
    client: Option<WrittenClient>,
    intermediary: Option<WrittenIntermediary>,
    #[serde(default)]
    files: Vec<File>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStart {
    command: Vec<String>,
    #[serde(default)]
    environment: BTreeMap<String, String>,
    ready: Option<String>,
    #[serde(default = "ready_within_ms")]
    ready_within_ms: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenIntermediary {
    role: Duty,
    #[serde(default = "together")]
    concurrency: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClient {
    command: Vec<String>,
    status_from: String,
    #[serde(default)]
    can: Vec<String>,
    #[serde(default = "concurrency")]
    concurrency: usize,
}

/// Why the tables of a subject file make no sense together.
#[derive(Debug)]
pub(super) enum Nonsense {
    /// Neither `[start]` nor `[client]` is there, or both are.
    NotOnePart,
    /// An intermediary has a `[start]`, and is no client.
    IntermediaryWithoutStart,
    /// A server has no `[build]`.
    BuildOfServer,
    /// Only a server has `[paths]`.
    PathsOfOther,
    /// An intermediary may have nobody yet to get an answer from.
    ReadyOfIntermediary,
    /// A command has no word.
    NoCommand,
    /// Nothing is under way when nothing may.
    NoConcurrency,
    /// No ability has this name.
    Ability(String),
    /// Status codes can't be told in this way.
    StatusFrom(StatusFromError),
}

impl Display for Nonsense {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOnePart => write!(f, "a subject has either [start] or [client]"),
            Self::IntermediaryWithoutStart => {
                write!(f, "an intermediary has [start] and no [client]")
            }
            Self::BuildOfServer => write!(f, "[build] is for clients and intermediaries"),
            Self::PathsOfOther => write!(f, "[paths] is for servers"),
            Self::ReadyOfIntermediary => {
                write!(f, "ready: an intermediary is ready when it accepts a connection")
            }
            Self::NoCommand => write!(f, "a command has no word"),
            Self::NoConcurrency => write!(f, "concurrency is one at least"),
            Self::Ability(name) => {
                let known = Ability::ALL.map(Ability::name).join(", ");
                write!(f, "there is no ability \"{name}\"; there are {known}")
            }
            Self::StatusFrom(error) => write!(f, "status_from: {error}"),
        }
    }
}

impl TryFrom<Written> for SubjectFile {
    type Error = Nonsense;

    fn try_from(written: Written) -> Result<Self, Nonsense> {
        let Written { paths, build, .. } = written;
        let role = match (written.start, written.client, written.intermediary) {
            (Some(start), None, None) => server(start, paths, build)?,
            (None, Some(client), None) => client_role(client, paths, build)?,
            (Some(start), None, Some(it)) => intermediary(start, it, paths, build)?,
            (_, _, Some(_)) => return Err(Nonsense::IntermediaryWithoutStart),
            _ => return Err(Nonsense::NotOnePart),
        };
        if written.version.command.is_empty() {
            return Err(Nonsense::NoCommand);
        }
        Ok(Self {
            name: written.name,
            title: written.title,
            homepage: written.homepage,
            notes: written.notes,
            install: written.install,
            version: written.version,
            files: written.files,
            role,
        })
    }
}

fn server(
    written: WrittenStart,
    paths: Option<Paths>,
    build: Option<Build>,
) -> Result<Role, Nonsense> {
    if build.is_some() {
        return Err(Nonsense::BuildOfServer);
    }
    let ready = Ready::Answers(written.ready.clone().unwrap_or_else(root));
    let start = start(written, Build::default(), ready)?;
    Ok(Role::Server { start, paths: paths.unwrap_or_default() })
}

fn intermediary(
    written: WrittenStart,
    WrittenIntermediary { role: duty, concurrency }: WrittenIntermediary,
    paths: Option<Paths>,
    build: Option<Build>,
) -> Result<Role, Nonsense> {
    if paths.is_some() {
        return Err(Nonsense::PathsOfOther);
    }
    if written.ready.is_some() {
        return Err(Nonsense::ReadyOfIntermediary);
    }
    if concurrency == 0 {
        return Err(Nonsense::NoConcurrency);
    }
    let start = start(written, build.unwrap_or_default(), Ready::Accepts)?;
    Ok(Role::Intermediary { start, between: Between { duty, concurrency } })
}

fn start(written: WrittenStart, build: Build, ready: Ready) -> Result<Start, Nonsense> {
    if build.commands.iter().chain([&written.command]).any(Vec::is_empty) {
        return Err(Nonsense::NoCommand);
    }
    Ok(Start {
        build,
        command: written.command,
        environment: written.environment,
        ready,
        ready_within_ms: written.ready_within_ms,
    })
}

fn client_role(
    written: WrittenClient,
    paths: Option<Paths>,
    build: Option<Build>,
) -> Result<Role, Nonsense> {
    if paths.is_some() {
        return Err(Nonsense::PathsOfOther);
    }
    let build = build.unwrap_or_default();
    if build.commands.iter().chain([&written.command]).any(Vec::is_empty) {
        return Err(Nonsense::NoCommand);
    }
    if written.concurrency == 0 {
        return Err(Nonsense::NoConcurrency);
    }
    let ability = |name: String| Ability::from_name(&name).ok_or(Nonsense::Ability(name));
    let client = Client {
        command: written.command,
        status_from: written.status_from.parse().map_err(Nonsense::StatusFrom)?,
        can: written.can.into_iter().map(ability).collect::<Result<_, _>>()?,
        concurrency: written.concurrency,
    };
    Ok(Role::Client { build, client })
}

const fn ready_within_ms() -> u64 {
    10_000
}

/// As many clients as `expectspec client` runs; as many cases through an intermediary.
const fn together() -> usize {
    64
}

const fn concurrency() -> usize {
    16
}

#[cfg(test)]
mod tests;
