//! Why a command ends without a result, in one line: what, where, what to do.

use core::fmt::{self, Display, Formatter};
use std::io;

use expectspec_catalogue::SelectionError;
use expectspec_judge::TranscriptError;
use expectspec_report::{DiffError, DocumentError, JudgeAgainError};
use expectspec_runner::{KnownError, RunError};
use expectspec_subject::{Ability, StatusFromError, SubjectError};

use crate::exit::Exit;

/// Why a command ends without a result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments can't be read; the line says why.
    Arguments(String),
    /// `server` has neither an address nor `--demo`.
    NoSubject,
    /// `proxy` has neither an address nor `--demo`.
    NoIntermediary,
    /// `proxy` or `serve proxy` has no `--origin`.
    NoOrigin,
    /// `--origin` is no address.
    Origin(String),
    /// `client` has neither a command nor `--demo`.
    NoCommand,
    /// `server --adapter` has no command.
    NoAdapter,
    /// An adapter can't be started, or broke the protocol: whatever a run has found is worth nothing.
    Adapter(SubjectError),
    /// `--status-from` names no source.
    StatusFrom(StatusFromError),
    /// `--can` names no ability.
    Ability { name: String },
    /// The reference client can't send such a request.
    Request(String),
    /// The address is for another protocol than HTTP/1.1 over TCP.
    Scheme(String),
    /// The address does not name a subject, or can't be resolved.
    Address(SubjectError),
    /// An option's value can't stand in a request.
    Octets { option: &'static str, value: String },
    /// There is no policy of this name.
    Policy { name: String, known: String },
    /// There is no fault of this name.
    Fault(String),
    /// `--policy` without `--demo`.
    PolicyWithoutDemo,
    /// No case is left to run.
    Selection(SelectionError),
    /// `list --requirements --format json`.
    RequirementsAsJson,
    /// Neither a case nor a requirement has this id.
    UnknownId(String),
    /// No case has this id.
    UnknownCase(String),
    /// A case can't be told in this form.
    Unsuitable { id: &'static str, form: &'static str },
    /// Something else than `HOST:PORT`.
    HostAndPort(String),
    /// A file can't be read.
    Read { file: String, error: io::Error },
    /// A file holds something else than a transcript.
    Transcript { file: String, error: TranscriptError },
    /// A file holds something else than a saved run.
    Document { file: String, error: DocumentError },
    /// A transcript in a saved run can't be judged.
    JudgeAgain { file: String, error: JudgeAgainError },
    /// A file holds something else than known deviations.
    Known { file: String, error: KnownError },
    /// Two saved runs that can't be compared.
    Diff(DiffError),
    /// A file or standard output can't be written.
    Write { file: String, error: io::Error },
    /// The subject takes connections but does not speak HTTP/1.1.
    NoAnswer { address: String, get: String, transcript: Option<String> },
    /// What is sent to the intermediary does not come through.
    NothingThrough { transcript: Option<String> },
    /// The run did not come about for another reason.
    Run(RunError),
    /// A subject elsewhere is not fuzzed unless it is said so.
    Remote(String),
    /// A file holds something else than an input of the fuzzer.
    Input { file: String, error: String },
    /// No socket can be listened on, or the system denies a runtime or a signal.
    Listen { address: String, error: io::Error },
}

impl Failure {
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Arguments(_)
            | Self::NoSubject
            | Self::NoCommand
            | Self::NoAdapter
            | Self::NoIntermediary
            | Self::NoOrigin
            | Self::Origin(_)
            | Self::StatusFrom(_)
            | Self::Ability { .. }
            | Self::Request(_)
            | Self::Scheme(_)
            | Self::Address(SubjectError::Address(_))
            | Self::Octets { .. }
            | Self::Policy { .. }
            | Self::Fault(_)
            | Self::PolicyWithoutDemo
            | Self::RequirementsAsJson
            | Self::UnknownId(_)
            | Self::UnknownCase(_)
            | Self::Unsuitable { .. }
            | Self::HostAndPort(_)
            | Self::Read { .. }
            | Self::Transcript { .. }
            | Self::Document { .. }
            | Self::JudgeAgain { .. }
            | Self::Known { .. }
            | Self::Diff(_)
            | Self::Write { .. }
            | Self::Remote(_)
            | Self::Input { .. }
            | Self::Listen { .. } => Exit::Usage,
            Self::Address(_)
            | Self::Adapter(_)
            | Self::NoAnswer { .. }
            | Self::NothingThrough { .. }
            | Self::Run(_) => Exit::NotTested,
            Self::Selection(_) => Exit::NothingSelected,
        }
    }

    /// What was sent and seen, if that is to be shown.
    pub(crate) fn transcript(&self) -> Option<&str> {
        match self {
            Self::NoAnswer { transcript, .. } | Self::NothingThrough { transcript } => {
                transcript.as_deref()
            }
            _ => None,
        }
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments(why) => f.write_str(why),
            Self::NoSubject => {
                f.write_str("server needs an address or --demo; give http://HOST:PORT or unix:PATH")
            }
            Self::NoIntermediary => f.write_str(
                "proxy needs an address or --demo; give http://HOST:PORT and --origin HOST:PORT",
            ),
            Self::NoOrigin => f.write_str(
                "--origin is missing; give the HOST:PORT that the intermediary forwards to",
            ),
            Self::Origin(address) => {
                write!(f, "--origin \"{address}\" is not an address; give HOST:PORT")
            }
            Self::NoCommand => {
                f.write_str("client needs a command behind --, or --demo; as in `client -- curl -T {file} {url}`")
            }
            Self::NoAdapter => f.write_str(
                "--adapter needs a command behind --; as in `server --adapter -- python3 adapter.py`",
            ),
            Self::Adapter(error) => write!(f, "could not be tested: {error}"),
            Self::StatusFrom(error) => write!(f, "--status-from {error}"),
            Self::Ability { name } => {
                let known = Ability::ALL.map(Ability::name).join(", ");
                write!(f, "--can \"{name}\" is no ability; there are {known}")
            }
            Self::Request(error) => write!(f, "cannot make that request: {error}"),
            Self::Scheme(address) => {
                write!(f, "cannot test {address}: only http:// and unix: are supported")
            }
            Self::Address(error) => error.fmt(f),
            Self::Octets { option, value } => {
                write!(f, "{option} \"{value}\" can't stand in a request; ")?;
                f.write_str("give visible ASCII without spaces, a path with / in front")
            }
            Self::Policy { name, known } => {
                write!(f, "there is no policy \"{name}\"; the policies are {known}")
            }
            Self::Fault(name) => {
                write!(f, "there is no fault \"{name}\"; --fault list prints them all")
            }
            Self::PolicyWithoutDemo => f.write_str("--policy changes the reference; add --demo"),
            Self::Selection(error) => write!(f, "{error}{}", remedy(error)),
            Self::RequirementsAsJson => f.write_str(
                "requirements are listed as text or markdown; the cases' JSON names them",
            ),
            Self::UnknownId(id) => write!(
                f,
                "there is neither a case nor a requirement \"{id}\"; `expectspec list` prints the \
                 cases, and requirements look like EXP-SRV-001"
            ),
            Self::UnknownCase(id) => {
                write!(f, "there is no case \"{id}\"; `expectspec list` prints them all")
            }
            Self::Unsuitable { id, form } => {
                write!(f, "{id} can't be told as {}; without --form, all that can is", form.to_lowercase())
            }
            Self::HostAndPort(given) => write!(f, "\"{given}\" is not an address; give HOST:PORT"),
            Self::Read { file, error } => write!(f, "cannot read {file}: {error}"),
            Self::Transcript { file, error } => write!(f, "{file} is not a transcript: {error}"),
            Self::Document { file, error } => write!(f, "{file} is not a saved run: {error}"),
            Self::JudgeAgain { file, error } => write!(f, "cannot judge {file} again: {error}"),
            Self::Known { file, error } => write!(f, "{file}, {error}"),
            Self::Diff(error) => write!(f, "cannot compare the runs: {error}"),
            Self::Write { file, error } => write!(f, "cannot write {file}: {error}"),
            Self::NoAnswer { address, get, .. } => write!(
                f,
                "could not be tested: {address} does not answer GET {get} with an HTTP/1.1 \
                 response; -v shows what passed, --get-path names another path"
            ),
            Self::NothingThrough { .. } => f.write_str(
                "could not be tested: a plain GET does not come through to our origin server and back; \
                 does the intermediary forward to --origin? -v shows what passed",
            ),
            Self::Run(error) => error.fmt(f),
            Self::Remote(address) => write!(
                f,
                "{address} is not on this machine; if it is yours, --allow-remote fuzzes it"
            ),
            Self::Input { file, error } => write!(f, "{file} is no script: {error}"),
            Self::Listen { address, error } => {
                write!(f, "cannot serve at {address}: {error}; give a free HOST:PORT")
            }
        }
    }
}

/// What to do about a selection that leaves no case.
const fn remedy(error: &SelectionError) -> &'static str {
    match error {
        SelectionError::NoMatch { .. } => "; `expectspec list` prints them all",
        SelectionError::OutOfProfile { .. } => "; try another --profile",
        SelectionError::AllDangerous { .. } => {
            ", and it is not on this machine; --desync runs them all the same"
        }
    }
}
