//! Servers that do what the RFCs allow and people have reported.

mod answers;
mod closing;
mod interim;
mod reading;

use crate::{Deviant, Script};

/// A server that does something odd and legal.
#[derive(Clone, Copy, Debug)]
pub struct Control {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// One sentence: what the server does.
    pub what: &'static str,
    /// One sentence: why nobody may be accused of it.
    pub why_legal: &'static str,
    /// Where it was reported.
    pub reported: Option<&'static str>,
    /// How it may be judged at most.
    pub grade: Grade,
    /// How it differs from the reference.
    pub script: Script,
}

/// How a control may be judged at most.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Grade {
    /// It is not flagged at all.
    Quiet,
    /// It is discouraged at most: the RFCs would rather have it otherwise.
    Discouraged,
}

impl Control {
    /// The parts that most controls share; `..Control::PLAIN` ends a row.
    pub const PLAIN: Self = Self {
        name: "",
        what: "",
        why_legal: "",
        reported: None,
        grade: Grade::Quiet,
        script: Script::PLAIN,
    };

    /// The server, for a connection that just opened.
    #[must_use]
    pub fn server(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }
}

/// Every control, by topic.
pub static CONTROLS: &[&[Control]] =
    &[answers::CONTROLS, closing::CONTROLS, interim::CONTROLS, reading::CONTROLS];
