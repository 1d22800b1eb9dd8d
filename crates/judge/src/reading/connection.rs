//! One connection, read as its octets pass. The same reading serves the judge and the live peer.

use expectspec_message::{Head, HeadReader, Limits};

use super::requests::{RequestState, Requests};
use super::responses::{Place, ResponseState, Responses};
use super::{Break, Content, Exchange, Response, Stream, is_from_client};
use crate::{Direction, Side, Stamp};

/// The peer sends whatever a case says and a subject may send anything: nothing is too long to read.
const LIMITS: Limits = Limits {
    start_line_octets_max: usize::MAX / 2,
    field_section_octets_max: usize::MAX / 2,
    field_lines_max: usize::MAX / 2,
    empty_lines_max: usize::MAX / 2,
};

/// A connection of one side of the subject.
#[derive(Clone, Debug)]
pub struct Connection {
    /// The side of the subject.
    pub side: Side,
    /// Its number on that side.
    pub number: u16,
    /// What the client sent.
    pub sent: Stream,
    /// What the server sent.
    pub received: Stream,
    /// The exchanges in order of their requests.
    pub exchanges: Vec<Exchange>,
    /// Responses that came when every request had been answered.
    pub strays: Vec<Response>,
    /// Server octets that are no response.
    pub garbage: Option<Garbage>,
    /// When the server ended its direction.
    pub server_end: Option<Stamp>,
    /// When the server reset the connection.
    pub server_reset: Option<Stamp>,
    /// When the client ended its direction.
    pub client_end: Option<Stamp>,
    /// When the client reset the connection.
    pub client_reset: Option<Stamp>,
    /// When a 101 or a 2xx to CONNECT ended HTTP on this connection.
    pub switched: Option<Stamp>,
    /// The last moment at which the connection was watched.
    pub watched_until: Stamp,
    pub(super) requests: Requests,
    pub(super) responses: Responses,
}

/// Server octets where a response must stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Garbage {
    /// When the first of them passed.
    pub start: Stamp,
    /// Their offset in the server's stream.
    pub offset: usize,
}

impl Connection {
    /// A connection on which nothing has passed.
    #[must_use]
    pub fn new(side: Side, number: u16) -> Self {
        Self {
            side,
            number,
            sent: Stream::default(),
            received: Stream::default(),
            exchanges: Vec::new(),
            strays: Vec::new(),
            garbage: None,
            server_end: None,
            server_reset: None,
            client_end: None,
            client_reset: None,
            switched: None,
            watched_until: Stamp { entry: 0, at_us: 0 },
            requests: Requests {
                read: 0,
                head: HeadReader::request(LIMITS),
                state: RequestState::Between,
            },
            responses: Responses {
                read: 0,
                answering: 0,
                place: Place::Stray,
                head: HeadReader::response(LIMITS),
                state: ResponseState::Between,
            },
        }
    }

    /// Whether nothing more can come from the server.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.server_end.is_some() || self.server_reset.is_some() || self.client_reset.is_some()
    }

    /// When the server ended the connection, in whatever way.
    #[must_use]
    pub fn server_gone(&self) -> Option<Stamp> {
        [self.server_end, self.server_reset].into_iter().flatten().min()
    }

    /// How many final responses have come to their end.
    #[must_use]
    pub fn finals_complete(&self) -> usize {
        let complete = |response: &&Response| response.is_final() && response.end.is_some();
        let answered = self.exchanges.iter().filter_map(Exchange::final_response);
        answered.chain(&self.strays).filter(complete).count()
    }

    /// Whether the last that the server sent are empty lines, with no response behind them.
    #[must_use]
    pub fn ends_with_empty_lines(&self) -> bool {
        matches!(self.responses.state, ResponseState::Between)
            && self.responses.read < self.received.len()
    }

    /// The first moment after `stamp` at which the server did anything, or else the moment until
    /// which it was watched.
    #[must_use]
    pub fn silent_until(&self, stamp: Stamp) -> Stamp {
        // Behind all octets of that entry, which may be what the silence follows.
        let next = Stamp { entry: stamp.entry.saturating_add(1), at_us: stamp.at_us };
        let octets = self.received.stamp(self.received.len_before(next));
        [octets, self.server_end, self.server_reset]
            .into_iter()
            .flatten()
            .filter(|&moment| moment > stamp)
            .min()
            .unwrap_or(self.watched_until)
    }

    pub(super) fn handle_fin(&mut self, direction: Direction, stamp: Stamp) {
        self.watched_until = stamp;
        if is_from_client(self.side, direction) {
            self.client_end.get_or_insert(stamp);
        } else {
            self.server_end.get_or_insert(stamp);
            if matches!(self.responses.state, ResponseState::UntilClose) {
                self.finish_response(stamp);
            } else {
                self.break_response_off();
            }
        }
    }

    pub(super) fn handle_reset(&mut self, direction: Direction, stamp: Stamp) {
        self.watched_until = stamp;
        if is_from_client(self.side, direction) {
            self.client_reset.get_or_insert(stamp);
        } else {
            self.server_reset.get_or_insert(stamp);
            self.break_response_off();
        }
    }

    /// The connection ended; content that is not complete never will be.
    fn break_response_off(&mut self) {
        use ResponseState::{Chunked, Length, UntilClose};
        if matches!(self.responses.state, Length(_) | Chunked(_) | UntilClose) {
            self.current_response().broken = Some(Break::Off);
            self.responses.state = ResponseState::Opaque;
        }
    }

    /// The transcript ends here.
    pub(super) fn handle_end(&mut self, stamp: Stamp) {
        self.watched_until = stamp;
        if let (RequestState::Head, Some(exchange)) =
            (&self.requests.state, self.exchanges.last_mut())
        {
            exchange.request.head = self.requests.head.take();
        }
        if matches!(self.responses.state, ResponseState::Head) {
            self.current_response().head = self.responses.head.take();
        }
    }
}

impl Content {
    pub(super) fn add(&mut self, octets: usize, stamp: Stamp) {
        if octets > 0 {
            self.first.get_or_insert(stamp);
            self.octets += octets as u64;
        }
    }
}

pub(super) const fn empty_head() -> Head {
    Head { start: None, fields: Vec::new(), anomalies: Vec::new() }
}
