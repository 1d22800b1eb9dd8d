//! What an adapter program can do wrong.

use core::fmt::{self, Display, Formatter};
use core::time::Duration;

/// What an adapter program did wrong. It is the adapter's fault, never a deviation of the library
/// in it.
///
/// What was said and heard is escaped and cut to a readable length.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum AdapterError {
    /// It answered with a line that can't stand there.
    Unreadable {
        /// Our line.
        said: String,
        /// Its line.
        heard: String,
        /// What could have stood there.
        expected: &'static str,
    },
    /// It gave no answer in time.
    Silent {
        /// Our line.
        said: String,
        /// How long was waited.
        after: Duration,
    },
    /// It ended, or closed its standard output.
    Ended {
        /// Our line.
        said: String,
        /// How it ended, if it did.
        status: Option<String>,
        /// The end of what it wrote on standard error.
        stderr: String,
    },
    /// Its answer, or a line of it, is longer than we take.
    TooLong {
        /// Our line.
        said: String,
    },
}

impl Display for AdapterError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { said, heard, expected } => {
                write!(f, "answered \"{heard}\" to \"{said}\"; expected {expected}")
            }
            Self::Silent { said, after } => write!(
                f,
                "gave no answer to \"{said}\" within {} s; does it end its answers with wait, \
                 and flush its standard output?",
                after.as_secs_f32()
            ),
            Self::Ended { said, status, stderr } => {
                match status {
                    Some(status) => write!(f, "ended ({status})")?,
                    None => f.write_str("closed its standard output")?,
                }
                write!(f, " when it was to answer \"{said}\"; its standard error ")?;
                match stderr.as_str() {
                    "" => f.write_str("is empty"),
                    stderr => write!(f, "ends with \"{stderr}\""),
                }
            }
            Self::TooLong { said } => {
                write!(f, "answered more than 16 MiB to \"{said}\"; give less at once, and wait 0")
            }
        }
    }
}

impl core::error::Error for AdapterError {}
