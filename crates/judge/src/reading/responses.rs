//! How the stream of the server is read: into responses, each with the request that it belongs to.

use expectspec_message::{ChunkedReader, ChunkedStep, Framing, Head, HeadReader, Progress};

use super::connection::empty_head;
use super::requests::RequestState;
use super::{Break, Connection, Content, Exchange, Garbage, Response};
use crate::Stamp;

/// Where the reading of the server's stream stands.
#[derive(Clone, Debug)]
pub(super) struct Responses {
    pub(super) read: usize,
    /// The first exchange without a complete final response.
    pub(super) answering: usize,
    /// Whom the response at hand belongs to.
    pub(super) place: Place,
    pub(super) head: HeadReader,
    pub(super) state: ResponseState,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Exchange(usize),
    Stray,
}

#[derive(Clone, Debug)]
pub(super) enum ResponseState {
    Between,
    Head,
    Length(u64),
    Chunked(ChunkedReader),
    UntilClose,
    /// Garbage, or another protocol.
    Opaque,
}

impl Connection {
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
                // Empty lines before a status-line are of the response behind them, and answer nothing
                // until that comes.
                if rest.iter().all(|octet| b"\r\n".contains(octet)) {
                    return false;
                }
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
        let place = self.responses.place;
        let (method, responses) = match place {
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
        } else if let (Place::Exchange(index), true) = (place, code == Some(101) || tunnels) {
            self.switched = Some(stamp);
            self.exchanges.truncate(index + 1);
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
    pub(super) fn finish_response(&mut self, stamp: Stamp) {
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

    pub(super) fn current_response(&mut self) -> &mut Response {
        self.responses_at_hand().last_mut().expect("a response has begun")
    }

    fn responses_at_hand(&mut self) -> &mut Vec<Response> {
        match self.responses.place {
            Place::Exchange(index) => &mut self.exchanges[index].responses,
            Place::Stray => &mut self.strays,
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
