//! An intermediary that breaks a requirement.

use expectspec_requirements::{Form, Profile, Requirement, Verdict};

use super::{Deviant, Script};

/// An intermediary that breaks a requirement, and whom it imitates.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// What it breaks, and must be caught by; the first is what it is about.
    pub breaks: &'static [&'static Requirement],
    /// One sentence: what the intermediary does.
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

    /// The intermediary, without connections.
    #[must_use]
    pub fn intermediary(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }

    /// What it is declared to be.
    #[must_use]
    pub fn form(&self) -> Form {
        self.script.form()
    }

    /// The requirement that it is about.
    #[must_use]
    pub fn requirement(&self) -> &'static Requirement {
        self.breaks[0]
    }
}
