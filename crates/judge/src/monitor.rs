//! Monitors: one rule each, over one connection, without memory.

use expectspec_requirements::{Form, Party, Requirement};

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
    /// As the origin server of the connection.
    AsServer,
    /// As the server of the connection, be it an origin server or an intermediary (its outbound side).
    AsAnyServer,
    /// As the client of the connection, and its user agent.
    AsClient,
    /// As the client of the connection, be it a user agent or an intermediary (its inbound side).
    AsAnyClient,
    /// As an intermediary, on each connection of its outbound side; what it made of the requests stands
    /// in [`View::reading`].
    AsIntermediary,
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
    /// Its form, if it is an intermediary of which that was said.
    pub form: Option<Form>,
    /// Everything that the transcript shows, on this connection and on others.
    pub reading: &'a Reading,
}

impl Watched {
    /// Whether a subject that plays `party` has this role on that side.
    #[must_use]
    pub const fn on(self, side: Side, party: Party) -> bool {
        let between = matches!(party, Party::Intermediary);
        match (self, side) {
            (Self::AsServer, Side::Outbound) | (Self::AsClient, Side::Inbound) => !between,
            (Self::AsAnyServer, Side::Outbound) | (Self::AsAnyClient, Side::Inbound) => true,
            (Self::AsIntermediary, Side::Outbound) => between,
            _ => false,
        }
    }
}
