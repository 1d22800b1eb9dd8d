//! One connection, read as its octets pass. The same reading serves the judge and the live peer.

use expectspec_message::{
    ChunkedReader, ChunkedStep, Expectations, Framing, Head, HeadReader, Limits, Progress,
    RequestFraming, framing, unfold,
};

use super::{Break, Content, Exchange, HostField, Request, Response, Stream, is_from_client};
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
    requests: Requests,
    responses: Responses,
}

/// Server octets where a response must stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Garbage {
    /// When the first of them passed.
    pub start: Stamp,
    /// Their offset in the server's stream.
    pub offset: usize,
}

/// Where the reading of the client's stream stands.
#[derive(Clone, Debug)]
struct Requests {
    /// Everything before this offset has been read.
    read: usize,
    head: HeadReader,
    state: RequestState,
}

#[derive(Clone, Debug)]
enum RequestState {
    Between,
    Head,
    Length(u64),
    Chunked(ChunkedReader),
    /// No later request can be told from content.
    Lost,
}

/// Where the reading of the server's stream stands.
#[derive(Clone, Debug)]
struct Responses {
    read: usize,
    /// The first exchange without a complete final response.
    answering: usize,
    /// Whom the response at hand belongs to.
    place: Place,
    head: HeadReader,
    state: ResponseState,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Exchange(usize),
    Stray,
}

#[derive(Clone, Debug)]
enum ResponseState {
    Between,
    Head,
    Length(u64),
    Chunked(ChunkedReader),
    UntilClose,
    /// Garbage, or another protocol.
    Opaque,
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

    /// The client sent octets.
    pub(super) fn handle_sent(&mut self, octets: &[u8], stamp: Stamp) {
        self.watched_until = stamp;
        self.sent.push(octets, stamp);
        while self.requests.read < self.sent.len() && self.read_request(stamp) {}
    }

    /// Reads one element of the client's stream; `false` when more octets are needed.
    fn read_request(&mut self, stamp: Stamp) -> bool {
        let Requests { read, head, state } = &mut self.requests;
        let rest = &self.sent.octets()[*read..];
        match state {
            RequestState::Between => {
                // Empty lines before a request-line are no request yet (RFC 9112 §2.2). A lone LF is
                // no such line for everyone; it begins the next head, which says so.
                let lines = rest.chunks_exact(2).take_while(|line| line == b"\r\n").count();
                *read += 2 * lines;
                if matches!(rest[2 * lines..], [] | [b'\r']) {
                    return false;
                }
                head.reset();
                *state = RequestState::Head;
                self.exchanges.push(Exchange {
                    request: Request::beginning(*read, stamp),
                    responses: Vec::new(),
                });
                true
            }
            RequestState::Head => {
                let exchange = self.exchanges.last_mut().expect("a head belongs to an exchange");
                match head.read(rest) {
                    Ok(Progress::Partial) => return false,
                    Ok(Progress::Complete(octets)) => {
                        exchange.request.complete_head(head.take(), octets, rest, stamp);
                        *read += octets;
                        *state = exchange.request.begin_content();
                        if matches!(*state, RequestState::Between) {
                            exchange.request.end = Some(stamp);
                        }
                    }
                    Err(error) => {
                        exchange.request.head = head.take();
                        exchange.request.error = Some(error);
                        exchange.request.head_end = Some(stamp);
                        *state = RequestState::Lost;
                    }
                }
                true
            }
            RequestState::Length(left) => {
                let taken = usize::try_from(*left).unwrap_or(usize::MAX).min(rest.len());
                *left -= taken as u64;
                *read += taken;
                let complete = *left == 0;
                self.request_content(taken, complete, stamp);
                true
            }
            RequestState::Chunked(reader) => {
                let exchange = self.exchanges.last_mut().expect("content belongs to an exchange");
                let request = &mut exchange.request;
                let (taken, complete) = match reader.read(rest) {
                    Ok(ChunkedStep::Partial) => (rest.len(), false),
                    Ok(ChunkedStep::Data { consumed, .. }) => (consumed, false),
                    Ok(ChunkedStep::End { consumed }) => {
                        request.trailer_octets = reader.trailers().len();
                        (consumed, true)
                    }
                    Err((error, _)) => {
                        request.broken = Some(error);
                        *state = RequestState::Lost;
                        self.request_content(self.sent.len() - self.requests.read, false, stamp);
                        return true;
                    }
                };
                *read += taken;
                self.request_content(taken, complete, stamp);
                true
            }
            RequestState::Lost => {
                *read = self.sent.len();
                false
            }
        }
    }

    fn request_content(&mut self, octets: usize, complete: bool, stamp: Stamp) {
        let exchange = self.exchanges.last_mut().expect("content belongs to an exchange");
        exchange.request.content.add(octets, stamp);
        if complete {
            exchange.request.end = Some(stamp);
            self.requests.state = RequestState::Between;
        }
    }

    /// The server sent octets.
    pub(super) fn handle_received(&mut self, octets: &[u8], stamp: Stamp) {
        self.watched_until = stamp;
        self.received.push(octets, stamp);
        while self.responses.read < self.received.len() && self.read_response(stamp) {}
    }

    /// Reads one element of the server's stream; `false` when more octets are needed.
    fn read_response(&mut self, stamp: Stamp) -> bool {
        let rest = &self.received.octets()[self.responses.read..];
        match &mut self.responses.state {
            ResponseState::Between => {
                self.responses.head.reset();
                self.responses.state = ResponseState::Head;
                let response = Response::beginning(self.responses.read, stamp);
                self.begin_response(response);
                true
            }
            ResponseState::Head => match self.responses.head.read(rest) {
                Ok(Progress::Partial) => false,
                Ok(Progress::Complete(octets)) => {
                    let head = self.responses.head.take();
                    self.complete_response_head(head, octets, stamp);
                    true
                }
                Err(_) => {
                    let offset = self.responses.read;
                    let start = self.current_response().start;
                    self.garbage = Some(Garbage { start, offset });
                    self.responses_at_hand().pop();
                    self.responses.state = ResponseState::Opaque;
                    true
                }
            },
            ResponseState::Length(left) => {
                let taken = usize::try_from(*left).unwrap_or(usize::MAX).min(rest.len());
                *left -= taken as u64;
                let complete = *left == 0;
                self.response_content(taken, complete, stamp);
                true
            }
            ResponseState::Chunked(reader) => {
                match reader.read(rest) {
                    Ok(ChunkedStep::Partial) => {
                        let taken = rest.len();
                        self.response_content(taken, false, stamp);
                    }
                    Ok(ChunkedStep::Data { consumed, .. }) => {
                        self.response_content(consumed, false, stamp);
                    }
                    Ok(ChunkedStep::End { consumed }) => {
                        self.response_content(consumed, true, stamp);
                    }
                    Err((error, _)) => {
                        self.current_response().broken = Some(Break::Chunks(error));
                        self.responses.state = ResponseState::Opaque;
                    }
                }
                true
            }
            ResponseState::UntilClose => {
                let taken = rest.len();
                self.response_content(taken, false, stamp);
                true
            }
            ResponseState::Opaque => {
                self.responses.read = self.received.len();
                false
            }
        }
    }

    fn complete_response_head(&mut self, head: Head, octets: usize, stamp: Stamp) {
        self.responses.read += octets;
        let (method, responses) = match self.responses.place {
            Place::Exchange(index) => {
                let Exchange { request, responses } = &mut self.exchanges[index];
                (request.method_begun(&self.sent), responses)
            }
            Place::Stray => (&b""[..], &mut self.strays),
        };
        let response = responses.last_mut().expect("a head belongs to a response");
        response.head = head;
        response.head_octets = octets;
        response.head_end = Some(stamp);
        response.framing = response.framing_for(&self.received, method);
        let (framing, is_interim, code) =
            (response.framing, response.is_interim(), response.code());
        let tunnels = method == b"CONNECT" && matches!(code, Some(200..300));
        if is_interim {
            self.current_response().end = Some(stamp);
            self.responses.state = ResponseState::Between;
        } else if code == Some(101) || tunnels {
            self.switched = Some(stamp);
            if let Place::Exchange(index) = self.responses.place {
                self.exchanges.truncate(index + 1);
            }
            self.finish_response(stamp);
            self.responses.state = ResponseState::Opaque;
            self.requests.state = RequestState::Lost;
        } else {
            match framing {
                Framing::None | Framing::Length(0) => self.finish_response(stamp),
                Framing::Length(octets) => self.responses.state = ResponseState::Length(octets),
                Framing::Chunked => {
                    self.responses.state = ResponseState::Chunked(ChunkedReader::default());
                }
                Framing::UntilClose => self.responses.state = ResponseState::UntilClose,
                Framing::Bad(_) => {
                    self.current_response().broken = Some(Break::Framing);
                    self.responses.state = ResponseState::Opaque;
                }
            }
        }
    }

    fn response_content(&mut self, octets: usize, complete: bool, stamp: Stamp) {
        self.responses.read += octets;
        self.current_response().content.add(octets, stamp);
        if complete {
            self.finish_response(stamp);
        }
    }

    /// The final response at hand is complete.
    fn finish_response(&mut self, stamp: Stamp) {
        self.current_response().end = Some(stamp);
        if let Place::Exchange(index) = self.responses.place {
            self.responses.answering = index + 1;
        }
        self.responses.state = ResponseState::Between;
    }

    /// A response belongs to the first request without a final one (RFC 9112 §9.2); where every
    /// request has been answered it belongs to none.
    fn begin_response(&mut self, response: Response) {
        let answering = self.responses.answering;
        let waits = answering < self.exchanges.len();
        self.responses.place = if waits { Place::Exchange(answering) } else { Place::Stray };
        self.responses_at_hand().push(response);
    }

    fn current_response(&mut self) -> &mut Response {
        self.responses_at_hand().last_mut().expect("a response has begun")
    }

    fn responses_at_hand(&mut self) -> &mut Vec<Response> {
        match self.responses.place {
            Place::Exchange(index) => &mut self.exchanges[index].responses,
            Place::Stray => &mut self.strays,
        }
    }
}

impl Request {
    fn beginning(offset: usize, stamp: Stamp) -> Self {
        Self {
            start: stamp,
            offset,
            head: empty_head(),
            head_octets: 0,
            head_end: None,
            error: None,
            expectations: Expectations::default(),
            expect_lines: 0,
            host: HostField::Missing,
            framing: RequestFraming {
                framing: Framing::None,
                ambiguity: None,
                unknown_coding: false,
            },
            content: Content::default(),
            trailer_octets: 0,
            broken: None,
            end: None,
        }
    }

    fn complete_head(&mut self, head: Head, octets: usize, message: &[u8], stamp: Stamp) {
        self.framing = framing::of_request(&head, message);
        for field in &head.fields {
            let name = field.name.of(message);
            if name.eq_ignore_ascii_case(b"expect") {
                self.expectations.read(&unfold(field.value.of(message)));
                self.expect_lines += 1;
            } else if name.eq_ignore_ascii_case(b"host") {
                self.host = self.host.add(field.value.of(message));
            }
        }
        self.head = head;
        self.head_octets = octets;
        self.head_end = Some(stamp);
    }

    fn begin_content(&self) -> RequestState {
        match self.framing.framing {
            Framing::None | Framing::Length(0) => RequestState::Between,
            Framing::Length(octets) => RequestState::Length(octets),
            Framing::Chunked => RequestState::Chunked(ChunkedReader::default()),
            Framing::UntilClose | Framing::Bad(_) => RequestState::Lost,
        }
    }
}

impl Response {
    fn beginning(offset: usize, stamp: Stamp) -> Self {
        Self {
            start: stamp,
            offset,
            head: empty_head(),
            head_octets: 0,
            head_end: None,
            framing: Framing::None,
            content: Content::default(),
            end: None,
            broken: None,
        }
    }
}

impl Content {
    fn add(&mut self, octets: usize, stamp: Stamp) {
        if octets > 0 {
            self.first.get_or_insert(stamp);
            self.octets += octets as u64;
        }
    }
}

const fn empty_head() -> Head {
    Head { start: None, fields: Vec::new(), anomalies: Vec::new() }
}
