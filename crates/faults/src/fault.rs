//! A subject that breaks a requirement.

use expectspec_requirements::{Profile, Requirement, Verdict};

use crate::{Deviant, Script};

/// A subject that breaks a requirement, and whom it imitates. `S` says how it differs from the reference
/// of its party.
#[derive(Clone, Copy, Debug)]
pub struct FaultOf<S> {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// What it breaks, and must be caught by; the first is what it is about.
    pub breaks: &'static [&'static Requirement],
    /// One sentence: what the subject does.
    pub what: &'static str,
    /// Where an implementation did so.
    pub imitates: Option<&'static str>,
    /// How gravely the first must be judged broken at least.
    pub verdict: Verdict,
    /// The profile under which it is.
    pub profile: Profile,
    /// How it differs from the reference.
    pub script: S,
}

impl<S> FaultOf<S> {
    /// The parts that most faults share.
    pub(crate) const fn plain(script: S) -> Self {
        Self {
            name: "",
            breaks: &[],
            what: "",
            imitates: None,
            verdict: Verdict::Deviates,
            profile: Profile::Rfc9110,
            script,
        }
    }

    /// The requirement that it is about.
    #[must_use]
    pub fn requirement(&self) -> &'static Requirement {
        self.breaks[0]
    }
}

/// A server that breaks a requirement.
pub type Fault = FaultOf<Script>;

impl Fault {
    /// The parts that most faults share; `..Fault::PLAIN` ends a row.
    pub const PLAIN: Self = Self::plain(Script::PLAIN);

    /// The server, for a connection that just opened.
    #[must_use]
    pub fn server(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }

    /// The profile under which it is.
    #[must_use]
    pub const fn profile(&self) -> Profile {
        self.profile
    }
}
