//! The exit codes.

use std::process::ExitCode;

/// What the process tells its caller.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Exit {
    /// No deviation was found, and something was judged.
    Conforms = 0,
    /// At least one requirement is broken under the profile, and not known to be; or what is known is
    /// stale; or a run is worse than another.
    Deviates = 1,
    /// The command line is wrong, or a file that it names can't be read or written.
    Usage = 2,
    /// The subject could not be tested, or not to the end.
    NotTested = 3,
    /// The selection leaves no case.
    NothingSelected = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
