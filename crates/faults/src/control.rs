//! A subject that does something odd and legal.

use crate::{Deviant, Script};

/// A subject that does something odd and legal. `S` says how it differs from the reference of its party.
#[derive(Clone, Copy, Debug)]
pub struct ControlOf<S> {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// One sentence: what the subject does.
    pub what: &'static str,
    /// One sentence: why nobody may be accused of it.
    pub why_legal: &'static str,
    /// Where it was reported.
    pub reported: Option<&'static str>,
    /// How it may be judged at most.
    pub grade: Grade,
    /// How it differs from the reference.
    pub script: S,
}

/// How a control may be judged at most.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Grade {
    /// It is not flagged at all.
    Quiet,
    /// It is discouraged at most: the RFCs would rather have it otherwise.
    Discouraged,
}

impl<S> ControlOf<S> {
    /// The parts that most controls share.
    pub(crate) const fn plain(script: S) -> Self {
        Self { name: "", what: "", why_legal: "", reported: None, grade: Grade::Quiet, script }
    }
}

/// A server that does something odd and legal.
pub type Control = ControlOf<Script>;

impl Control {
    /// The parts that most controls share; `..Control::PLAIN` ends a row.
    pub const PLAIN: Self = Self::plain(Script::PLAIN);

    /// The server, for a connection that just opened.
    #[must_use]
    pub fn server(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }
}
