//! What every transcript of a sound client shows: one function an invariant.
//!
//! They speak of what the client was asked for and of what passed; where an origin server sent what
//! nobody had asked for, they don't say which response belongs to which request.

pub mod connection;
pub mod content;
pub mod head;
pub mod told;

use core::time::Duration;

use expectspec_engine::client::Patience;
use expectspec_judge::{Connection, Exchange, Reading, Request, Response, Said, Stamp};

use super::table::{Check, OF_CLIENTS};
use crate::{Ask, Reception};

/// What an invariant looks at.
#[derive(Clone, Debug)]
pub struct Requesting<'a> {
    /// What was asked for, of a client of which kind.
    pub reception: &'a Reception,
    /// What the transcript shows.
    pub reading: &'a Reading,
    /// The requests on the wire, in order of time.
    pub attempts: Vec<Attempt<'a>>,
}

/// A request on the wire.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The number of what the user had asked for.
    pub number: usize,
    /// What that was.
    pub ask: &'a Ask,
    /// Its connection.
    pub connection: &'a Connection,
    /// Its place there.
    pub index: usize,
}

/// Every invariant holds for what was played.
///
/// # Panics
/// When one does not.
pub fn check(reception: &Reception, reading: &Reading) {
    let requesting = Requesting::new(reception, reading);
    for invariant in OF_CLIENTS {
        for function in invariant.functions() {
            if let Check::Client(holds) = function.check
                && let Err(found) = holds(&requesting)
            {
                panic!("{}: {found}\n{reception:?}", invariant.id);
            }
        }
    }
}

impl<'a> Requesting<'a> {
    /// Binds each request on the wire to what was asked for: a user is told of one thing before the
    /// client begins with the next.
    #[must_use]
    pub fn new(reception: &'a Reception, reading: &'a Reading) -> Self {
        let mut attempts = Vec::with_capacity(4);
        for connection in &reading.connections {
            for (index, exchange) in connection.exchanges.iter().enumerate() {
                let start = exchange.request.start;
                let number = reading.said.iter().take_while(|(_, told)| *told < start).count();
                let ask = reception.asks.get(number);
                attempts.extend(ask.map(|ask| Attempt { number, ask, connection, index }));
            }
        }
        attempts.sort_by_key(|attempt| attempt.request().start);
        Self { reception, reading, attempts }
    }

    /// The last request that was made for each thing of which the user was told, with the word.
    fn told(&self) -> impl Iterator<Item = (Option<Attempt<'a>>, Said)> {
        self.reading.said.iter().enumerate().map(|(number, (said, _))| {
            let own = self.attempts.iter().rev().find(|attempt| attempt.number == number);
            (own.copied(), *said)
        })
    }

    /// Each request that another one followed for the same thing, and that one.
    fn repeated(&self) -> impl Iterator<Item = (Attempt<'a>, Attempt<'a>)> {
        let pairs = self.attempts.windows(2).map(|pair| (pair[0], pair[1]));
        pairs.filter(|(first, second)| first.number == second.number)
    }

    /// How long the client withholds content at most.
    fn patience(&self) -> Duration {
        let policy = self.reception.policy();
        let patience = match policy.patience {
            Patience::Bounded(patience) => patience,
            Patience::Endless => policy.timers.exchange,
        };
        // Before the connection takes more, there is nothing to decide.
        patience.max(self.pace())
    }

    const fn pace(&self) -> Duration {
        self.reception.pace.time
    }
}

impl<'a> Attempt<'a> {
    const fn exchange(&self) -> &'a Exchange {
        &self.connection.exchanges.as_slice()[self.index]
    }

    const fn request(&self) -> &'a Request {
        &self.exchange().request
    }

    fn target(&self) -> &'a [u8] {
        self.request().target(&self.connection.sent)
    }

    fn method(&self) -> &'a [u8] {
        self.request().method(&self.connection.sent)
    }

    /// Whether the target is not the one that the user asked for.
    fn is_redirected(&self) -> bool {
        let target = self.request().target(&self.connection.sent);
        target != Ask::target(self.number).as_bytes()
    }

    fn has(&self, name: &[u8]) -> bool {
        let request = self.request();
        request.head.has(request.octets(&self.connection.sent), name)
    }

    fn expects_continue(&self) -> bool {
        self.request().expectations.has_continue()
    }

    fn final_response(&self) -> Option<&'a Response> {
        self.exchange().final_response()
    }

    /// The status code of the final response.
    fn code(&self) -> Option<u16> {
        self.final_response().and_then(Response::code)
    }

    /// What follows the head, as far as it belongs to the request.
    fn content(&self) -> &'a [u8] {
        let request = self.request();
        let behind = &self.connection.sent.octets()[request.offset + request.head_octets..];
        let octets = usize::try_from(request.content.octets).unwrap_or(usize::MAX);
        &behind[..octets.min(behind.len())]
    }

    /// Whether it can't be told which response the client takes for which request's.
    fn is_misled(&self) -> bool {
        is_misled(self.connection)
    }

    /// When anything happened that may end the wait for a 100 (Continue), beside a 100: an answer, or what
    /// may be taken for one, or an end.
    fn disturbed(&self) -> Option<Stamp> {
        let connection = self.connection;
        let strays = connection.strays.iter().map(|stray| stray.start);
        let answer = self.exchange().responses.iter().find(|it| !it.is_interim());
        [
            answer.map(|answer| answer.start),
            connection.garbage.map(|garbage| garbage.start),
            strays.min(),
            connection.server_gone(),
            connection.client_end,
            connection.client_reset,
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// Whether the client, or the origin server by a reset, ended the connection.
    const fn has_ended(&self) -> bool {
        let Connection { client_end, client_reset, server_reset, .. } = self.connection;
        client_end.is_some() || client_reset.is_some() || server_reset.is_some()
    }
}

/// Whether the origin server sent what nobody had asked for, so that it can't be told which response the
/// client takes for which request's.
const fn is_misled(connection: &Connection) -> bool {
    !connection.strays.is_empty() || connection.garbage.is_some()
}
