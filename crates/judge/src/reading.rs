//! A transcript read into connections and exchanges; everything the monitors look at.

mod connection;
mod exchange;
mod host;
mod relay;
mod request;
mod requests;
mod response;
mod responses;
mod stream;

pub use connection::{Connection, Garbage};
pub use exchange::{Content, Exchange};
pub use host::HostField;
pub use relay::{Place, Relay, TARGET_PREFIX, tag_of};
pub use request::Request;
pub use response::{Break, Response};
pub use stream::Stream;

use expectspec_requirements::Party;

use crate::{Direction, Event, Said, Side, Stamp, Transcript};

/// What a transcript shows. Total: every transcript has a reading.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The connections, in the order of their first events.
    pub connections: Vec<Connection>,
    /// What a client told its user, a word for each request, and when.
    pub said: Vec<(Said, Stamp)>,
    /// What an intermediary made of the requests of its clients, in the order of the connections and
    /// exchanges on the outbound side.
    pub relays: Vec<Relay>,
    /// Requests on the inbound side that no client made.
    pub unasked: Vec<Place>,
}

impl Reading {
    /// Whether the connection is the far end of a tunnel, on which clients speak for themselves
    /// (RFC 9110 §9.3.6).
    #[must_use]
    pub fn is_tunnel(&self, connection: &Connection) -> bool {
        relay::is_tunnel(&self.connections, connection)
    }

    /// Reads a transcript.
    #[must_use]
    pub fn of(transcript: &Transcript) -> Self {
        let mut connections: Vec<Connection> = Vec::with_capacity(1);
        let mut said = Vec::new();
        let mut last = Stamp { entry: 0, at_us: 0 };
        for (index, entry) in transcript.entries.iter().enumerate() {
            let stamp =
                Stamp { entry: u32::try_from(index).unwrap_or(u32::MAX), at_us: entry.at_us };
            last = stamp;
            if let Event::Said(word) = entry.event {
                said.push((word, stamp));
                continue;
            }
            let known = connections
                .iter()
                .position(|known| (known.side, known.number) == (entry.side, entry.connection));
            let known = known.unwrap_or_else(|| {
                connections.push(Connection::new(entry.side, entry.connection));
                connections.len() - 1
            });
            connections[known].handle(&entry.event, stamp);
        }
        for connection in &mut connections {
            connection.handle_end(last);
        }
        let (relays, unasked) = match transcript.subject {
            Party::Intermediary => relay::pair(&connections),
            Party::OriginServer | Party::Client => (Vec::new(), Vec::new()),
        };
        Self { connections, said, relays, unasked }
    }
}

/// Whether an event was caused by the client of its side.
#[must_use]
pub fn is_from_client(side: Side, direction: Direction) -> bool {
    (side == Side::Outbound) == (direction == Direction::ToSubject)
}

impl Connection {
    /// Reads one more event of this connection.
    pub fn handle(&mut self, event: &Event, stamp: Stamp) {
        match event {
            Event::Octets(direction, octets) if is_from_client(self.side, *direction) => {
                self.handle_sent(octets, stamp);
            }
            Event::Octets(_, octets) => self.handle_received(octets, stamp),
            Event::End(direction) => self.handle_fin(*direction, stamp),
            Event::Reset(direction) => self.handle_reset(*direction, stamp),
            Event::Quiet | Event::Said(_) => {}
        }
    }
}
