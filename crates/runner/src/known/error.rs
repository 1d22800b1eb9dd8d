//! Why a file of known deviations can't be used.

use core::fmt::{self, Display, Formatter};

/// Why a file of known deviations can't be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct KnownError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: KnownErrorKind,
}

/// What is wrong with a line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum KnownErrorKind {
    /// It is neither a comment nor two words.
    Malformed(String),
    /// There is no such requirement.
    UnknownRequirement(String),
    /// No comment line stands above the entry.
    NoReason,
}

impl Display for KnownError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.kind {
            KnownErrorKind::Malformed(text) => write!(
                f,
                "\"{}\" is not an entry; write a case id, or a pattern with *, and a requirement id or *",
                text.escape_default()
            ),
            KnownErrorKind::UnknownRequirement(id) => {
                write!(f, "no requirement is named \"{}\"", id.escape_default())
            }
            KnownErrorKind::NoReason => {
                f.write_str("the entry has no reason; write it into a comment line above")
            }
        }
    }
}

impl core::error::Error for KnownError {}
