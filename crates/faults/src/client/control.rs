//! A client that does something odd and legal.

use expectspec_engine::client::Request;

use super::{Deviant, Script};
use crate::ControlOf;

/// A client that does something odd and legal.
pub type Control = ControlOf<Script>;

impl Control {
    /// The parts that most controls share; `..Control::PLAIN` ends a row.
    pub const PLAIN: Self = Self::plain(Script::PLAIN);

    /// The client that is asked for these requests, one after another.
    ///
    /// # Panics
    /// When one of them can't be sent.
    #[must_use]
    pub fn client(&'static self, requests: Vec<Request>) -> Deviant {
        Deviant::new(&self.script, requests)
    }
}
