//! A client that breaks a requirement.

use expectspec_engine::client::Request;

use super::{Deviant, Script};
use crate::FaultOf;

/// A client that breaks a requirement.
pub type Fault = FaultOf<Script>;

impl Fault {
    /// The parts that most faults share; `..Fault::PLAIN` ends a row.
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
