//! Intermediaries that do what the RFCs allow and people have reported.

mod content;
mod own;
mod policies;
mod relaying;

use super::{Deviant, Script};
use crate::Grade;

/// An intermediary that does something odd and legal.
#[derive(Clone, Copy, Debug)]
pub struct Control {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// One sentence: what the intermediary does.
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

    /// The intermediary, without connections.
    #[must_use]
    pub fn intermediary(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }
}

/// Every control, by topic.
pub static CONTROLS: &[&[Control]] =
    &[policies::CONTROLS, own::CONTROLS, relaying::CONTROLS, content::CONTROLS];
