//! A server that breaks a requirement.

use expectspec_requirements::{Profile, Requirement, Verdict};

use crate::{Deviant, Script};

/// A server that breaks a requirement, and whom it imitates.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// What it breaks, and must be caught by; the first is what it is about.
    pub breaks: &'static [&'static Requirement],
    /// One sentence: what the server does.
    pub what: &'static str,
    /// Where an implementation did so.
    pub imitates: Option<&'static str>,
    /// How gravely the first must be judged broken at least.
    pub verdict: Verdict,
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
        script: Script::PLAIN,
    };

    /// The server, for a connection that just opened.
    #[must_use]
    pub fn server(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }

    /// The requirement that it is about.
    #[must_use]
    pub fn requirement(&self) -> &'static Requirement {
        self.breaks[0]
    }

    /// A profile in which that requirement is in force, the default one if it is.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let scope = self.requirement().scope;
        Profile::ALL.into_iter().find(|&profile| scope.includes(profile)).unwrap_or_default()
    }
}
