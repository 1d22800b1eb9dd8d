//! What can go wrong in the lab. None of it is a subject's deviation.

use core::fmt::{self, Display, Formatter};
use core::time::Duration;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

use expectspec_catalogue::SelectionError;
use expectspec_runner::RunError;

/// Why the lab could not do what it was asked for.
#[derive(Debug)]
pub(crate) enum LabError {
    /// A file or folder can't be read or written.
    File { path: PathBuf, error: io::Error },
    /// A subject file is not what a subject file is.
    SubjectFile { path: PathBuf, error: Box<toml::de::Error> },
    /// The name in a subject file is not the name of the file.
    OtherName { path: PathBuf, name: String },
    /// A template has a placeholder that nothing stands for.
    Placeholder { subject: String, placeholder: String },
    /// No subject has this name.
    Unknown { name: String, known: Vec<String> },
    /// No case matches a pattern.
    Pattern(SelectionError),
    /// A command can't be run.
    Command { program: String, error: io::Error },
    /// A command that installs failed.
    Install { command: String, status: ExitStatus },
    /// A command of a build failed, or, without a status, was not done in time.
    Build { command: String, within: Duration, status: Option<ExitStatus>, log: String },
    /// What a subject prints about itself holds no version.
    Version { program: String, printed: String },
    /// The pattern for the version is no pattern.
    VersionPattern { pattern: String },
    /// The subject ended before it was ready.
    Died { program: String, status: ExitStatus, log: String },
    /// The subject was not ready in time.
    NotReady { program: String, within: Duration, log: String },
    /// The run itself failed.
    Run(RunError),
    /// The results can't be turned into text, or read back.
    Json(serde_json::Error),
    /// Signals can't be waited for, or no port is free.
    System(io::Error),
    /// Some subjects could not be tested.
    NotTested(Vec<String>),
    /// Results are of another judge than the one at hand.
    Stale(Vec<String>),
}

impl LabError {
    /// Whether the command line was wrong, not the machine.
    pub(crate) const fn is_usage(&self) -> bool {
        matches!(self, Self::Unknown { .. } | Self::Pattern(_))
    }
}

impl Display for LabError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::SubjectFile { path, error } => write!(f, "{}: {error}", path.display()),
            Self::OtherName { path, name } => {
                write!(
                    f,
                    "{}: holds the subject \"{name}\"; name the file after it",
                    path.display()
                )
            }
            Self::Placeholder { subject, placeholder } => write!(
                f,
                "{subject}: \"{{{placeholder}}}\" is no placeholder; there are {{port}}, {{dir}} and, for \
                 intermediaries, {{origin}}"
            ),
            Self::Unknown { name, known } => {
                write!(f, "there is no subject \"{name}\"; there are {}", known.join(", "))
            }
            Self::Pattern(error) => write!(f, "{error}"),
            Self::Command { program, error } if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "cannot run {program}: it is not there; see `expectspec-lab install`")
            }
            Self::Command { program, error } => write!(f, "cannot run {program}: {error}"),
            Self::Install { command, status } => write!(f, "\"{command}\" failed: {status}"),
            Self::Build { command, status: Some(status), log, .. } => {
                write!(f, "\"{command}\" failed: {status}{}", Said(log))
            }
            Self::Build { command, within, status: None, log } => {
                let within = within.as_millis();
                write!(f, "\"{command}\" was not done within {within} ms{}", Said(log))
            }
            Self::Version { program, printed } => {
                write!(f, "{program} prints no version: \"{}\"", printed.escape_debug())
            }
            Self::VersionPattern { pattern } => write!(f, "\"{pattern}\" is no regular expression"),
            Self::Died { program, status, log } => {
                write!(f, "{program} ended before it was ready: {status}{}", Said(log))
            }
            Self::NotReady { program, within, log } => {
                write!(f, "{program} was not ready within {} ms{}", within.as_millis(), Said(log))
            }
            Self::Run(error) => write!(f, "{error}"),
            Self::Json(error) => write!(f, "the results are no JSON: {error}"),
            Self::System(error) => write!(f, "{error}"),
            Self::NotTested(names) => write!(f, "could not be tested: {}", names.join(", ")),
            Self::Stale(names) => write!(
                f,
                "results that the judge at hand sees otherwise: {}; see `expectspec-lab judge`",
                names.join(", ")
            ),
        }
    }
}

impl core::error::Error for LabError {}

/// The last lines of a log, escaped, if there are any.
struct Said<'a>(&'a str);

impl Display for Said<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.trim() {
            "" => Ok(()),
            said => write!(f, "; it said \"{}\"", said.escape_debug()),
        }
    }
}
