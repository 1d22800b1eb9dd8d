//! An intermediary that breaks a requirement.

use expectspec_requirements::Form;

use super::{Deviant, Script};
use crate::FaultOf;

/// An intermediary that breaks a requirement.
pub type Fault = FaultOf<Script>;

impl Fault {
    /// The parts that most faults share; `..Fault::PLAIN` ends a row.
    pub const PLAIN: Self = Self::plain(Script::PLAIN);

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
}
