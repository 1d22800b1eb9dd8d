//! How the stream of the client is read: into requests, as their own heads delimit them.

use expectspec_message::{
    ChunkedReader, ChunkedStep, Expectations, Framing, Head, HeadReader, Progress, RequestFraming,
    framing, unfold,
};

use super::connection::empty_head;
use super::{Connection, Content, Exchange, HostField, Request};
use crate::Stamp;

/// Where the reading of the client's stream stands.
#[derive(Clone, Debug)]
pub(super) struct Requests {
    /// Everything before this offset has been read.
    pub(super) read: usize,
    pub(super) head: HeadReader,
    pub(super) state: RequestState,
}

#[derive(Clone, Debug)]
pub(super) enum RequestState {
    Between,
    Head,
    Length(u64),
    Chunked(ChunkedReader),
    /// No later request can be told from content.
    Lost,
}

impl Connection {
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
