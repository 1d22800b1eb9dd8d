//! Monitors: one rule each, over one connection, without memory.

use expectspec_requirements::{Party, Requirement};

use crate::{Connection, Findings, Reading, Side, Windows};

/// Watches over some requirements on every connection that has the subject in a role.
#[derive(Clone, Copy, Debug)]
pub struct Monitor {
    /// What it watches over. It speaks of nothing else.
    pub requirements: &'static [&'static Requirement],
    /// In which role the subject is watched.
    pub role: Watched,
    /// Says what became of the requirements.
    pub watch: fn(&View<'_>, &mut Findings),
}

/// The role of the subject on a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Watched {
    /// As the server of the connection (its outbound side).
    AsServer,
    /// As the client of the connection (its inbound side).
    AsClient,
}

/// What a monitor sees.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The connection under watch.
    pub connection: &'a Connection,
    /// How long the tester was ready to wait.
    pub windows: Windows,
    /// The party that the subject plays.
    pub subject: Party,
    /// Everything that the transcript shows, on this connection and on others.
    pub reading: &'a Reading,
}

impl Watched {
    /// Whether the subject has this role on that side.
    #[must_use]
    pub const fn on(self, side: Side) -> bool {
        matches!((self, side), (Self::AsServer, Side::Outbound) | (Self::AsClient, Side::Inbound))
    }
}
