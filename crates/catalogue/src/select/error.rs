//! Why a selection leaves no case.

use core::fmt::{self, Display, Formatter};

use expectspec_requirements::Profile;

/// Why a selection leaves no case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SelectionError {
    /// A pattern matches no case.
    NoMatch {
        /// The pattern.
        pattern: String,
    },
    /// The cases that match exercise no requirement that is in force under the profile.
    OutOfProfile {
        /// The profile.
        profile: Profile,
        /// How many cases match.
        cases: usize,
    },
    /// The cases that match may do harm.
    AllDangerous {
        /// How many there are.
        cases: usize,
    },
}

impl Display for SelectionError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMatch { pattern } => write!(f, "no case matches the pattern \"{pattern}\""),
            Self::OutOfProfile { profile, cases } => {
                write!(f, "none of the {cases} cases that match is about profile {profile}")
            }
            Self::AllDangerous { cases } => {
                write!(
                    f,
                    "all {cases} cases that match hide requests in content or load the server"
                )
            }
        }
    }
}

impl core::error::Error for SelectionError {}
