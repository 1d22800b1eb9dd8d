//! A subject file as it is written, before it is known to make sense.

use core::fmt::{self, Display, Formatter};

use expectspec_subject::{Ability, StatusFromError};
use serde::Deserialize;

use super::{Build, Client, File, Packages, Paths, Role, Start, SubjectFile, Version};

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
    start: Option<Start>,
    paths: Option<Paths>,
    build: Option<Build>,
    client: Option<WrittenClient>,
    #[serde(default)]
    files: Vec<File>,
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
    /// A server has no `[build]`.
    BuildOfServer,
    /// A client has no `[paths]`.
    PathsOfClient,
    /// A command has no word.
    NoCommand,
    /// No client runs when none may.
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
            Self::BuildOfServer => write!(f, "[build] is for clients"),
            Self::PathsOfClient => write!(f, "[paths] is for servers"),
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
        let role = match (written.start, written.client) {
            (Some(start), None) => server(start, written.paths, written.build)?,
            (None, Some(client)) => client_role(client, written.paths, written.build)?,
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

fn server(start: Start, paths: Option<Paths>, build: Option<Build>) -> Result<Role, Nonsense> {
    if build.is_some() {
        return Err(Nonsense::BuildOfServer);
    }
    if start.command.is_empty() {
        return Err(Nonsense::NoCommand);
    }
    Ok(Role::Server { start, paths: paths.unwrap_or_default() })
}

fn client_role(
    written: WrittenClient,
    paths: Option<Paths>,
    build: Option<Build>,
) -> Result<Role, Nonsense> {
    if paths.is_some() {
        return Err(Nonsense::PathsOfClient);
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

/// As many as `expectspec client` runs.
const fn concurrency() -> usize {
    16
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "name = \"a\"\ntitle = \"A\"\nhomepage = \"https://a\"\nnotes = \"\"\n\
                        [install]\n[version]\ncommand = [\"a\"]\npattern = \"(a)\"\n";
    const START: &str = "[start]\ncommand = [\"a\"]\n";
    const CLIENT: &str = "[client]\ncommand = [\"a\"]\nstatus_from = \"exit\"\n";

    fn parse(tables: &str) -> Result<SubjectFile, String> {
        toml::from_str(&format!("{HEAD}{tables}")).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn a_subject_plays_exactly_one_part() {
        assert!(matches!(parse(START).unwrap().role, Role::Server { .. }));
        assert!(matches!(parse(CLIENT).unwrap().role, Role::Client { .. }));
        for tables in [String::new(), [START, CLIENT].concat()] {
            let error = parse(&tables).unwrap_err();
            assert_eq!(error, "a subject has either [start] or [client]");
        }
    }

    #[test]
    fn a_table_of_the_other_part_is_refused() {
        let error = parse(&format!("{START}[build]\ncommands = []\n")).unwrap_err();
        assert_eq!(error, "[build] is for clients");
        let error = parse(&format!("{CLIENT}[paths]\n")).unwrap_err();
        assert_eq!(error, "[paths] is for servers");
    }

    #[test]
    fn a_client_says_what_it_can_and_what_it_leaves_out_has_a_default() {
        let tables = format!("{CLIENT}can = [\"method\", \"unknown-length\"]\n");
        let Role::Client { build, client } = parse(&tables).unwrap().role else {
            panic!("a client");
        };
        assert_eq!(client.can, [Ability::Method, Ability::UnknownLength]);
        assert_eq!((client.concurrency, build.commands.len()), (16, 0));
    }

    #[test]
    fn a_slip_is_told() {
        for (tables, expected) in [
            (format!("{CLIENT}can = [\"fly\"]\n"), "there is no ability \"fly\"; there are method"),
            (CLIENT.replace("exit", "stderr"), "status_from: \"stderr\" is none of"),
            (CLIENT.replace("[\"a\"]", "[]"), "a command has no word"),
            (START.replace("[\"a\"]", "[]"), "a command has no word"),
            (format!("[build]\ncommands = [[]]\n{CLIENT}"), "a command has no word"),
            (format!("{CLIENT}concurrency = 0\n"), "concurrency is one at least"),
            (format!("{CLIENT}patience = 1\n"), "unknown field `patience`"),
            (format!("{CLIENT}[paths]\nput = \"/\"\n"), "unknown field `put`"),
        ] {
            let error = parse(&tables).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
