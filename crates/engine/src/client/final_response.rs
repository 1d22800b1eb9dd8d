//! The final response: what it means for the content, the connection and the request.

use expectspec_message::{Framing, Head, Version, framing};

use super::exchange::{Early, Exchange};
use super::head::request_connection;
use super::policy::{EarlyFinal, ExpectationFailed, Policy, RequestVersion};
use super::response_reader::ResponseReader;
use super::{
    Client, Connection, Event, Expects, Failure, Notice, RepeatCause, Replay, Response, State, Then,
};

impl Client {
    /// Its head of `len` octets is here: C7, C11.
    pub(super) fn begin_final(&mut self, code: u16, version: Version, len: usize) {
        let message = &self.input.octets()[..len];
        let head = self.reader.head();
        let framing = framing::of_response(head, message, self.exchange.request.method.as_bytes());
        if let Framing::Bad(_) = framing {
            self.fail(Event::Malformed, Failure::MalformedFraming);
            return;
        }
        let servers = servers_connection(head, message, framing, &self.policy);
        self.server_version = Some(version);
        self.exchange.then = if repeats(&self.exchange, code, &self.policy) {
            Then::Repeat
        } else {
            let (head, message) = (head.clone(), message.to_vec());
            self.notices.push_back(Notice::Response(Response { code, version, head, message }));
            Then::Deliver
        };
        self.exchange.connection = match request_connection(&self.exchange, &self.policy) {
            Connection::Close => Connection::Close,
            Connection::Keep => servers,
        };
        self.exchange.response = ResponseReader::new(framing);
        self.exchange.early = match self.exchange.then {
            // A relayed request needs its content for the repetition.
            Then::Repeat if self.exchange.relayed.is_some() => Early::Abort,
            Then::Repeat | Then::Deliver => self.early(servers),
        };
        self.input.consume(len);
        self.reader.reset();
        self.step(Event::Final);
        if self.state == State::Early && servers == Connection::Close {
            // RFC 9112 §9.5: the server is closing, so this side closes at once.
            self.link.shutdown_write();
        }
    }

    /// What becomes of content that is not out, after a response with which the server has the
    /// connection persist or not.
    const fn early(&self, servers: Connection) -> Early {
        match (servers, self.policy.early_final) {
            (Connection::Keep, EarlyFinal::FinishContent { octets_max })
                if self.exchange.content.left() <= octets_max =>
            {
                Early::Finish
            }
            (Connection::Keep | Connection::Close, _) => Early::Abort,
        }
    }

    /// C12 to C14, C16, C19.
    pub(super) fn read_content(&mut self) -> bool {
        if self.exchange.response.is_complete() {
            return self.end_response();
        }
        if self.input.is_empty() {
            if !self.input.is_ended() {
                return false;
            }
            self.exchange.response.end();
            if !self.exchange.response.is_complete() {
                self.fail(Event::End, Failure::Incomplete);
            }
            return true;
        }
        let Ok(piece) = self.exchange.response.read(self.input.octets()) else {
            self.fail(Event::Malformed, Failure::MalformedContent);
            return true;
        };
        self.input.consume(piece.framing);
        self.exchange.response_octets += piece.content as u64;
        if self.exchange.response_octets > self.policy.content_octets_max {
            self.fail(Event::Malformed, Failure::ContentTooLong);
            return true;
        }
        if piece.content > 0 && self.exchange.then == Then::Deliver {
            let content = self.input.octets()[..piece.content].to_vec();
            self.notices.push_back(Notice::Content(content));
        }
        self.input.consume(piece.content);
        true
    }

    /// The response is complete. While content goes out, its end is awaited, unless the connection
    /// is spent.
    fn end_response(&mut self) -> bool {
        self.input.consume_empty_lines();
        let spent = !self.input.is_empty() || self.input.is_ended();
        if self.state == State::Early && self.exchange.early == Early::Finish && !spent {
            return false;
        }
        self.conclude();
        true
    }

    /// C13, C14, C16. The connection serves again only if the request is complete, too.
    pub(super) fn conclude(&mut self) {
        let then = self.exchange.then;
        let serves = self.state == State::Resp
            && self.is_settled()
            && self.policy.expectation_failed != ExpectationFailed::RepeatOnceAfresh;
        if then == Then::Repeat && !serves {
            self.drop_connection();
        }
        self.step(Event::FinalEnd(then));
        match then {
            Then::Deliver => self.notices.push_back(Notice::Complete),
            Then::Repeat => self.repeat_without_expectation(),
        }
    }

    pub(super) fn repeat_without_expectation(&mut self) {
        self.notices.push_back(Notice::Repeated(RepeatCause::ExpectationFailed));
        self.repeat(RepeatCause::ExpectationFailed);
    }

    /// C17.
    pub(super) fn settle(&mut self) -> bool {
        let connection = if self.is_settled() { Connection::Keep } else { Connection::Close };
        self.step(Event::Settled(connection));
        true
    }

    /// Whether the connection persists and nothing came behind the response.
    fn is_settled(&self) -> bool {
        self.exchange.connection == Connection::Keep
            && self.input.is_empty()
            && !self.input.is_ended()
    }
}

/// What the server makes of the connection (RFC 9112 §9.3).
fn servers_connection(
    head: &Head,
    message: &[u8],
    framing: Framing,
    policy: &Policy,
) -> Connection {
    let is_11 = head.version().is_some_and(Version::is_11_or_later);
    let has_coding = head.has(message, b"transfer-encoding");
    // RFC 9112 §6.1, §6.3: others on the path may read the content in another way.
    let is_ambiguous = has_coding && (!is_11 || head.has(message, b"content-length"));
    let persists = if is_11 && policy.version == RequestVersion::Http11 {
        !head.has_member(message, b"connection", b"close")
    } else {
        head.has_member(message, b"connection", b"keep-alive")
            && !head.has_member(message, b"connection", b"close")
    };
    if persists && !is_ambiguous && framing != Framing::UntilClose {
        Connection::Keep
    } else {
        Connection::Close
    }
}

/// Whether the request is repeated after a final response with this status code. A repetition has no
/// expectation, so it is never repeated in turn.
fn repeats(exchange: &Exchange, code: u16, policy: &Policy) -> bool {
    code == 417
        && exchange.expects == Expects::Continue
        && exchange.replay() == Replay::Possible
        && exchange.expectation_is_own()
        && policy.expectation_failed != ExpectationFailed::Deliver
}
