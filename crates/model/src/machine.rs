//! What takes part in a composition: the reference machines, and others that follow a script.

mod reference;
mod scripted;
mod scripted_client;
mod scripted_origin;

use core::fmt::Debug;

use expectspec_engine::client::Outcome;
use expectspec_machines::{Arrived, Machine};

pub use scripted::Step;
pub use scripted_client::{CLIENT_SCRIPTS, ClientScript, ScriptedClient};
pub use scripted_origin::{ORIGIN_SCRIPTS, OriginScript, ScriptedOrigin};

/// A machine that can be explored: it can be copied, and says where it stands.
pub trait Explored: Machine + Debug {
    /// A copy that goes its own way.
    fn copy(&self) -> Box<dyn Explored>;
    /// How far it has come.
    fn progress(&self) -> Progress;
    /// Where it stands, as a person wants to read it.
    fn standing(&self) -> String;
    /// What came of the requests of a reference client so far.
    fn outcomes(&self) -> &[Outcome] {
        &[]
    }
    /// The requests that an origin server told its application of so far.
    fn arrived(&self) -> &[Arrived] {
        &[]
    }
}

impl Clone for Box<dyn Explored> {
    fn clone(&self) -> Self {
        self.copy()
    }
}

/// How far a machine has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Progress {
    /// A request of it has no outcome.
    Waiting,
    /// Every request has an outcome, but there are connections.
    Answered,
    /// There is nothing left.
    Gone,
}

impl Progress {
    /// That of a machine which waits for nobody and has so many connections.
    const fn with_connections(count: usize) -> Self {
        if count == 0 { Self::Gone } else { Self::Answered }
    }
}
