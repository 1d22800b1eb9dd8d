//! An intermediary that does something odd and legal.

use super::{Deviant, Script};
use crate::ControlOf;

/// An intermediary that does something odd and legal.
pub type Control = ControlOf<Script>;

impl Control {
    /// The parts that most controls share; `..Control::PLAIN` ends a row.
    pub const PLAIN: Self = Self::plain(Script::PLAIN);

    /// The intermediary, without connections.
    #[must_use]
    pub fn intermediary(&'static self) -> Deviant {
        Deviant::new(&self.script)
    }
}
