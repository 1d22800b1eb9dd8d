//! How strongly a sentence binds: as printed, and as judged.

use core::fmt;

/// The requirement level of a sentence, as the document prints it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// MUST (BCP 14).
    Must,
    /// MUST NOT (BCP 14).
    MustNot,
    /// SHOULD (BCP 14).
    Should,
    /// SHOULD NOT (BCP 14).
    ShouldNot,
    /// MAY (BCP 14).
    May,
    /// A sentence without a BCP 14 keyword.
    Prose,
    /// A grammar rule.
    Abnf,
    /// A consequence of the cited sentences that no document prints as such.
    Derived,
    /// An Internet-Draft; never normative.
    Draft,
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Must => "MUST",
            Self::MustNot => "MUST NOT",
            Self::Should => "SHOULD",
            Self::ShouldNot => "SHOULD NOT",
            Self::May => "MAY",
            Self::Prose => "prose",
            Self::Abnf => "ABNF",
            Self::Derived => "derived",
            Self::Draft => "draft",
        })
    }
}

/// What breaking a requirement means under the default profile.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Strength {
    /// Breaking it is a deviation.
    Must,
    /// Breaking it is discouraged: there may be a valid reason.
    Should,
    /// There is nothing to break; what happens is a fact to report.
    May,
}

impl fmt::Display for Strength {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Must => "MUST",
            Self::Should => "SHOULD",
            Self::May => "MAY",
        })
    }
}
