//! Whose reading of the protocol a verdict follows.

use core::fmt;

/// A reading of the protocol. Profiles are data: they choose rows and change rulings, never code.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Profile {
    /// RFC 9110, 9111 and 9112 as they stand.
    #[default]
    Rfc9110,
    /// RFC 7230 and 7231: `Expect` has the single value `100-continue`.
    Rfc7231,
    /// RFC 2616: expectations are extensible and must be understood.
    Rfc2616,
    /// RFC 9110 with every SHOULD demanded, and what our own reference does.
    Strict,
    /// Only what lets two hops disagree on where a message ends.
    Desync,
}

impl Profile {
    /// All profiles, the default first.
    pub const ALL: [Self; 5] =
        [Self::Rfc9110, Self::Rfc7231, Self::Rfc2616, Self::Strict, Self::Desync];

    /// The name that the command line and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rfc9110 => "rfc9110",
            Self::Rfc7231 => "rfc7231",
            Self::Rfc2616 => "rfc2616",
            Self::Strict => "strict",
            Self::Desync => "desync",
        }
    }

    /// The profile with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name() == name)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// In which profiles a requirement is in force.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// In every profile but [`Profile::Desync`].
    Every,
    /// In every profile, [`Profile::Desync`] included, where breaking it is always a deviation.
    EveryAndDesync,
    /// Only in these.
    Only(&'static [Profile]),
}

impl Scope {
    /// Whether the requirement is in force under `profile`.
    #[must_use]
    pub fn includes(self, profile: Profile) -> bool {
        match self {
            Self::Every => profile != Profile::Desync,
            Self::EveryAndDesync => true,
            Self::Only(profiles) => profiles.contains(&profile),
        }
    }
}
