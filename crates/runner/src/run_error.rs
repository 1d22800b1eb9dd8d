//! Why there is no run.

use core::fmt::{self, Display, Formatter};

use crate::CheckError;

/// Why there is no run.
#[derive(Debug)]
pub enum RunError {
    /// The subject can't be tested.
    Check(CheckError),
    /// The machine gives us no runtime.
    Runtime(std::io::Error),
}

impl Display for RunError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Check(error) => write!(f, "could not be tested: {error}"),
            Self::Runtime(error) => write!(f, "cannot start the runtime: {error}"),
        }
    }
}

impl core::error::Error for RunError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Check(error) => Some(error),
            Self::Runtime(error) => Some(error),
        }
    }
}
