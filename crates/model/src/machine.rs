//! What takes part in a composition: a machine with connections and a clock of its own.

mod agent;
mod hop;
mod origin;
mod scripted_client;
mod scripted_origin;

use core::fmt::Debug;
use core::time::Duration;

use expectspec_engine::client::Outcome;
use expectspec_engine::intermediary::{Link, Writing};

pub use agent::Agent;
pub use hop::Hop;
pub use origin::{Application, Arrived, Origin};
pub use scripted_client::{CLIENT_SCRIPTS, ClientScript, ClientStep, ScriptedClient};
pub use scripted_origin::{ORIGIN_SCRIPTS, OriginScript, OriginStep, ScriptedOrigin};

/// A machine of a composition. It is a function of what it is told: two copies that are told the same in
/// the same order do the same.
///
/// Its clock stands still but for a microsecond with everything that it hears, until its next timer
/// fires. Clocks of different machines are not compared, so a timer may fire at any moment.
pub trait Machine: Debug {
    /// A copy that goes its own way.
    fn copy(&self) -> Box<dyn Machine>;
    /// Takes the news that a neighbour connected, and gives the connection its name.
    fn accept(&mut self) -> Link;
    /// Takes what it hears of a connection.
    fn hear(&mut self, link: Link, heard: Heard<'_>);
    /// What its clock says.
    fn now(&self) -> Duration;
    /// How long its clock has to go until the next timer fires.
    fn timer(&self) -> Option<Duration>;
    /// Lets the next timer fire.
    fn fire(&mut self);
    /// The next thing that it does. Behind octets there is nothing more for the link until they are
    /// written.
    fn act(&mut self) -> Option<(Link, Act)>;
    /// Whether octets that it gave out, and that are not written, should still be written.
    fn writing(&self, link: Link) -> Writing;
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

impl Clone for Box<dyn Machine> {
    fn clone(&self) -> Self {
        self.copy()
    }
}

/// What a machine hears of one of its connections.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Heard<'a> {
    /// The connection that it opens is open.
    Connected,
    /// Octets came.
    Octets(&'a [u8]),
    /// Its own octets are written, or dropped.
    Written,
    /// Its peer sent its last octet (FIN).
    End,
    /// The connection broke (RST).
    Reset,
}

/// What a machine does on one of its connections.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Act {
    /// It opens a connection to its next neighbour.
    Open,
    /// It writes octets.
    Octets(Vec<u8>),
    /// It shuts the write side (FIN).
    ShutdownWrite,
    /// It ends the connection, and hears no more of it.
    Close,
    /// It breaks the connection (RST).
    Reset,
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

/// The clock of one machine.
#[derive(Clone, Copy, Debug, Default)]
struct Clock {
    now: Duration,
}

impl Clock {
    /// The moment at which something is heard.
    fn tick(&mut self) -> Duration {
        self.now += Duration::from_micros(1);
        self.now
    }

    /// How long it is until a deadline; one that never comes is none.
    fn until(self, deadline: Option<Duration>) -> Option<Duration> {
        deadline.filter(|it| *it < Duration::MAX).map(|it| it.saturating_sub(self.now))
    }

    /// The moment at which a timer with this deadline fires.
    fn reach(&mut self, deadline: Option<Duration>) -> Duration {
        self.now = self.now.max(deadline.unwrap_or_default());
        self.now
    }
}
