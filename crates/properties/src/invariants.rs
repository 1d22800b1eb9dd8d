//! What every connection of a sound origin server shows: one function an invariant, over a reading.
//!
//! They are written without the monitors, so that the two can be held against each other. A
//! function gives what it saw instead, `Ok` if all is well. Their numbers are those of the table in
//! [the crate](crate#invariants).

pub mod handshake;
pub mod limits;
pub mod order;
pub mod relaying;
pub mod shape;

use expectspec_judge::{Connection, Exchange, Reading, Response};

use crate::Play;

/// An invariant of the list.
#[derive(Clone, Copy, Debug)]
pub struct Invariant {
    /// Its number in the table of the crate.
    pub name: &'static str,
    /// Whether it holds; if not, what was seen.
    pub holds: fn(&Seen<'_>) -> Result<(), String>,
}

/// What an invariant looks at.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The whole play.
    pub play: &'a Play,
    /// Its one connection.
    pub connection: &'a Connection,
}

/// Every invariant.
pub static ALL: &[Invariant] = &[
    Invariant { name: "S1", holds: shape::octets_are_responses },
    Invariant { name: "S2", holds: order::no_more_finals_than_requests },
    Invariant { name: "S3", holds: order::no_interim_behind_the_final },
    Invariant { name: "S4", holds: order::interims_only_where_a_request_waits },
    Invariant { name: "S5", holds: handshake::no_interim_to_http_10 },
    Invariant { name: "S6", holds: shape::no_framing_fields_in_interims },
    Invariant { name: "S7", holds: shape::a_status_line_behind_interims },
    Invariant { name: "S8", holds: handshake::who_waits_is_answered },
    Invariant { name: "S9", holds: handshake::complete_requests_are_answered },
    Invariant { name: "S10", holds: order::no_success_before_the_head_is_complete },
    Invariant { name: "S11", holds: order::responses_in_the_order_of_requests },
    Invariant { name: "S12", holds: limits::close_is_followed_by_fin },
    Invariant { name: "S13", holds: limits::final_before_fin },
    Invariant { name: "S14", holds: order::content_elicits_no_response },
    Invariant { name: "S16", holds: limits::unreliable_framing_ends_the_connection },
    Invariant { name: "S17", holds: limits::nothing_behind_what_was_given_up },
    Invariant { name: "S18", holds: handshake::switching_was_offered },
    Invariant { name: "S19", holds: handshake::refusals_have_a_reason },
    Invariant { name: "S20", holds: shape::interims_begin_with_http_11 },
    Invariant { name: "S30", holds: shape::no_content_where_none_belongs },
];

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
    for invariant in ALL {
        if let Err(found) = (invariant.holds)(&seen) {
            panic!("{}: {found}\n{}", invariant.name, play.transcript);
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
