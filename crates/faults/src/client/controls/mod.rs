//! Clients that do what the RFCs allow and people have reported.

mod policies;
mod reading;
mod sending;

use expectspec_engine::client::Request;

use super::{Deviant, Script};
use crate::Grade;

/// A client that does something odd and legal.
#[derive(Clone, Copy, Debug)]
pub struct Control {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// One sentence: what the client does.
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

    /// The client that is asked for these requests, one after another.
    ///
    /// # Panics
    /// When one of them can't be sent.
    #[must_use]
    pub fn client(&'static self, requests: Vec<Request>) -> Deviant {
        Deviant::new(&self.script, requests)
    }
}

/// Every control, by topic.
pub static CONTROLS: &[&[Control]] = &[policies::CONTROLS, reading::CONTROLS, sending::CONTROLS];
