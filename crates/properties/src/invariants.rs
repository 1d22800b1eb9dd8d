//! What every connection of a sound origin server shows: one function an invariant, over a reading.
//!
//! They are written without the monitors, so that the two can be held against each other. A
//! function gives what it saw instead, `Ok` if all is well. Their numbers are those of the [table]

pub mod handshake;
pub mod limits;
pub mod order;
mod page;
pub mod relaying;
pub mod requesting;
pub mod shape;
pub mod table;

use expectspec_judge::{Connection, Exchange, Reading, Response};

use crate::Play;

pub use page::Page;
pub use table::Check;

/// What an invariant looks at.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The whole play.
    pub play: &'a Play,
    /// Its one connection.
    pub connection: &'a Connection,
}

/// Every invariant holds for what was played.
///
/// # Panics
/// When one does not.
pub fn check(play: &Play) {
    check_reading(play, &Reading::of(&play.transcript));
}

/// The same where the play has been read already.
pub(crate) fn check_reading(play: &Play, reading: &Reading) {
    let Some(connection) = reading.connections.first() else { return };
    let seen = Seen { play, connection };
    for invariant in table::OF_SERVERS {
        for function in invariant.functions() {
            if let Check::Server(holds) = function.check
                && let Err(found) = holds(&seen)
            {
                panic!("{}: {found}\n{}", invariant.id, play.transcript);
            }
        }
    }
}

impl<'a> Seen<'a> {
    /// Every response with the exchange that it belongs to, in the order of the octets.
    fn responses(&self) -> impl Iterator<Item = (&'a Exchange, &'a Response)> {
        self.connection.exchanges.iter().flat_map(|exchange| {
            exchange.responses.iter().map(move |response| (exchange, response))
        })
    }

    /// Every interim response.
    fn interims(&self) -> impl Iterator<Item = (&'a Exchange, &'a Response)> {
        self.responses().filter(|(_, response)| response.is_interim())
    }

    /// Every final response, 101 included.
    fn finals(&self) -> impl Iterator<Item = (&'a Exchange, &'a Response)> {
        self.responses().filter(|(_, response)| response.is_final())
    }

    /// The server's octets from the beginning of a response.
    fn octets(&self, response: &Response) -> &'a [u8] {
        &self.connection.received.octets()[response.offset..]
    }

    /// The content of a final response.
    fn content(&self, response: &Response) -> &'a [u8] {
        let behind = &self.octets(response)[response.head_octets..];
        let octets = usize::try_from(response.content.octets).unwrap_or(usize::MAX);
        &behind[..octets.min(behind.len())]
    }
}

/// `Ok` unless something was found.
fn none(found: Option<String>) -> Result<(), String> {
    found.map_or(Ok(()), Err)
}

/// A response in words.
fn name(response: &Response) -> String {
    response.code().map_or_else(|| "an unreadable response".to_owned(), |code| code.to_string())
}
