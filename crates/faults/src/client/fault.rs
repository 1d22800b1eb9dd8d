//! A client that breaks a requirement.

use expectspec_engine::client::Request;
use expectspec_requirements::{Profile, Requirement, Verdict};

use super::{Deviant, Script};

/// A client that breaks a requirement, and whom it imitates.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// What it breaks, and must be caught by; the first is what it is about.
    pub breaks: &'static [&'static Requirement],
    /// One sentence: what the client does.
    pub what: &'static str,
    /// Where an implementation did so.
    pub imitates: Option<&'static str>,
    /// How gravely the first must be judged broken at least.
    pub verdict: Verdict,
    /// The profile under which it is.
    pub profile: Profile,
    /// How it differs from the reference.
    pub script: Script,
}

impl Fault {
    /// The parts that most faults share; `..Fault::PLAIN` ends a row.
    pub const PLAIN: Self = Self {
        name: "",
        breaks: &[],
        what: "",
        imitates: None,
        verdict: Verdict::Deviates,
        profile: Profile::Rfc9110,
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

    /// The requirement that it is about.
    #[must_use]
    pub fn requirement(&self) -> &'static Requirement {
        self.breaks[0]
    }
}
