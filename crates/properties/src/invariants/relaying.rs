//! What every transcript of a sound intermediary shows, on both sides: one function an invariant.
//!
//! They speak of requests that leave no room for argument; what becomes of others is the
//! intermediary's choice.

pub mod content;
pub mod expectation;
pub mod interim;
pub mod pool;

use core::time::Duration;

use expectspec_judge::{Connection, Exchange, Place, Reading, Response, Transcript, tag_of};
use expectspec_message::Version;

use super::table::{Check, OF_INTERMEDIARIES};

/// What an invariant looks at.
#[derive(Clone, Copy, Debug)]
pub struct Relaying<'a> {
    /// What passed.
    pub transcript: &'a Transcript,
    /// What it shows.
    pub reading: &'a Reading,
    /// How long octets were under way.
    pub latency: Duration,
}

/// Every invariant holds for what was played.
///
/// # Panics
/// When one does not.
pub fn check(transcript: &Transcript, latency: Duration) {
    check_reading(transcript, &Reading::of(transcript), latency);
}

/// The same where the transcript has been read already.
pub(crate) fn check_reading(transcript: &Transcript, reading: &Reading, latency: Duration) {
    let relaying = Relaying { transcript, reading, latency };
    for invariant in OF_INTERMEDIARIES {
        for function in invariant.functions() {
            if let Check::Intermediary(holds) = function.check
                && let Err(found) = holds(&relaying)
            {
                panic!("{}: {found}\n{transcript}", invariant.id);
            }
        }
    }
}

/// An exchange, and its connection.
#[derive(Clone, Copy, Debug)]
struct Hop<'a> {
    connection: &'a Connection,
    exchange: &'a Exchange,
    place: Place,
}

/// A request of a client, and the requests that it became.
struct Passed<'a> {
    client: Hop<'a>,
    attempts: Vec<Hop<'a>>,
}

impl<'a> Relaying<'a> {
    /// The requests of clients that leave no room for argument, with what they became.
    fn passed(&self) -> impl Iterator<Item = Passed<'a>> {
        let connections = &self.reading.connections;
        let hop = move |place: &Place| {
            let (connection, exchange) = place.of(connections);
            Hop { connection, exchange, place: *place }
        };
        self.reading.relays.iter().filter_map(move |relay| {
            let client = hop(&relay.outbound);
            let attempts = relay.inbound.iter().map(hop).collect();
            client.is_sound().then_some(Passed { client, attempts })
        })
    }

    /// The same, but for requests on connections on which the origin server misled the intermediary.
    fn answered(&self) -> impl Iterator<Item = Passed<'a>> {
        let relaying = *self;
        self.passed().filter(move |passed| {
            let mut connections = passed.attempts.iter().map(|hop| hop.connection);
            !passed.attempts.is_empty() && !connections.any(|it| relaying.is_misleading(it))
        })
    }

    /// Whether a response that nobody had asked for was under way when a request was: then that is
    /// taken for its response, and every later one for that of another. So it is where empty lines were sent to
    /// nobody, and a response behind them; and a request that was under way to a connection that was reset
    /// never came.
    fn is_misleading(&self, connection: &Connection) -> bool {
        let way_us = 2 * u64::try_from(self.latency.as_micros()).unwrap_or(u64::MAX);
        let garbage = connection.garbage.map(|garbage| garbage.start);
        let strays = connection.strays.iter().map(|stray| stray.start).chain(garbage);
        strays.into_iter().any(|stray| {
            let requests = connection.exchanges.iter().map(|exchange| exchange.request.start);
            let next = requests.chain(connection.server_reset).find(|start| *start > stray);
            next.is_some_and(|next| next.at_us <= stray.at_us + way_us)
        })
    }

    /// The most that an answer of the intermediary takes on its way, and then some.
    fn immediate_us(&self) -> u64 {
        let latency_us = u64::try_from(self.latency.as_micros()).unwrap_or(u64::MAX);
        self.transcript.windows.immediate_us + 8 * latency_us
    }

    /// When the last thing happened.
    fn over_us(&self) -> u64 {
        self.transcript.entries.last().map_or(0, |entry| entry.at_us)
    }
}

impl<'a> Hop<'a> {
    /// Whether this request and all before it on the connection leave no room for argument.
    fn is_sound(&self) -> bool {
        let exchanges = &self.connection.exchanges[..=self.place.exchange];
        exchanges.iter().all(|exchange| {
            let request = &exchange.request;
            let method = request.method(&self.connection.sent);
            request.is_well_formed()
                && request.framing.ambiguity.is_none()
                && !request.framing.unknown_coding
                && request.broken.is_none()
                && matches!(request.version(), Version::HTTP_10 | Version::HTTP_11)
                && !matches!(method, b"CONNECT" | b"TRACE")
        })
    }

    fn values(&self, name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        let request = &self.exchange.request;
        request.head.values(request.octets(&self.connection.sent), name)
    }

    fn tag(&self) -> &'a [u8] {
        tag_of(self.exchange.request.target(&self.connection.sent)).unwrap_or_default()
    }

    /// The values of a field of one of the responses.
    fn values_of(
        &self,
        response: &'a Response,
        name: &'a [u8],
    ) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        response.head.values(response.octets(&self.connection.received), name)
    }

    /// The final response, if it is the origin server's.
    fn tagged_final(&self) -> Option<&'a Response> {
        let response = self.exchange.final_response()?;
        self.values_of(response, TAG_FIELD).next().map(|_| response)
    }

    /// Whether the client that made the request has left, or can't be told from one that has.
    fn has_left(&self) -> bool {
        self.connection.client_end.is_some() || self.connection.client_reset.is_some()
    }
}

/// The field by which the origin server says which request a final response answers.
const TAG_FIELD: &[u8] = b"expectspec-tag";
