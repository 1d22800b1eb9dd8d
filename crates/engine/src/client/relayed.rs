//! A request that an intermediary relays: its head is written already, its content is on its way.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use super::content_writer::{ContentWriter, Delimiter};
use super::exchange::{Early, Exchange, Switch};
use super::policy::Patience;
use super::stream::Stream;
use super::{
    Client, Connection, Event, Expects, Replay, Request, Response, Rest, State, SubmitError, Then,
};

/// A request of another client, as it is forwarded.
#[derive(Clone, Debug)]
pub(crate) struct RelayedRequest {
    /// The method, a token.
    pub(crate) method: String,
    /// The request-line and the field lines, without those that this client adds: framing,
    /// `Connection`, an expectation of its own.
    pub(crate) head: Vec<u8>,
    pub(crate) content: RelayedContent,
    pub(crate) expectation: RelayedExpectation,
    /// Whether the connection may persist.
    pub(crate) connection: Connection,
}

/// How the content of a relayed request is delimited.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum RelayedContent {
    None,
    Length(u64),
    Chunked,
    /// There is no request: octets go both ways as soon as the connection is open.
    Tunnel,
}

/// Whose 100-continue expectation a relayed request has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum RelayedExpectation {
    None,
    /// It stands in the head, and the one who sent it decides how long to wait.
    Clients,
    /// This client adds it, and waits.
    Own,
}

/// What an exchange remembers of a relayed request.
#[derive(Clone, Debug)]
pub(super) struct Relayed {
    pub(super) head: Vec<u8>,
    expectation: RelayedExpectation,
    tunnel: Tunnel,
}

/// Whether a tunnel takes the place of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Tunnel {
    No,
    Open,
    /// It closes when all octets are out.
    Closing,
}

impl Client {
    /// Takes a request of another client: C1, C2. Its content is pushed.
    ///
    /// # Errors
    /// When an exchange is going on.
    pub(crate) fn relay(
        &mut self,
        request: RelayedRequest,
        now: Duration,
    ) -> Result<(), SubmitError> {
        if !matches!(self.state, State::Idle | State::Closed) {
            return Err(SubmitError::Busy(self.state));
        }
        self.tick(now);
        let content = ContentWriter::streamed(match request.content {
            RelayedContent::None | RelayedContent::Tunnel => Delimiter::None,
            RelayedContent::Length(octets) => Delimiter::Length(octets),
            RelayedContent::Chunked => Delimiter::Chunked,
        });
        let expects = match request.expectation {
            RelayedExpectation::Clients | RelayedExpectation::Own if !content.is_complete() => {
                Expects::Continue
            }
            _ => Expects::Nothing,
        };
        let own =
            Request { connection: request.connection, ..Request::new(&request.method, "/", "") };
        let is_tunnel = request.content == RelayedContent::Tunnel;
        let tunnel = if is_tunnel { Tunnel::Open } else { Tunnel::No };
        let relayed = Relayed { head: request.head, expectation: request.expectation, tunnel };
        self.interims.clear();
        self.exchange = Exchange { relayed: Some(relayed), ..Exchange::new(own, expects, content) };
        self.begin_attempt(Event::Submit(expects));
        Ok(())
    }

    /// Takes more content. It goes out at once, unless this client waits for a 100 (Continue) that it
    /// asked for itself.
    pub(crate) fn push_content(&mut self, octets: &[u8], now: Duration) {
        self.tick(now);
        self.exchange.content.feed(Some(octets));
        self.stop_waiting();
    }

    /// A connection for a tunnel has nothing to wait for once it is open.
    pub(super) fn begin_tunnel(&mut self) {
        if self.state == State::HeadOut && self.tunnel() != Tunnel::No {
            self.exchange.attempts += 1;
            self.exchange.switch = Switch::Accepted;
            self.step(Event::Flushed(Rest::Nothing));
            self.advance();
        }
    }

    /// Ends a tunnel whose other side has ended, when all octets are out.
    pub(crate) fn close_tunnel(&mut self, now: Duration) {
        self.tick(now);
        if self.state != State::Switched {
            self.close(now);
        } else if let Some(relayed) = &mut self.exchange.relayed {
            relayed.tunnel = Tunnel::Closing;
        }
    }

    /// Closes the tunnel if that is due.
    pub(super) fn end_tunnel(&mut self) {
        let closing = self.state == State::Switched && self.tunnel() == Tunnel::Closing;
        if closing && self.switched.is_empty() {
            self.step(Event::End);
        }
    }

    fn tunnel(&self) -> Tunnel {
        self.exchange.relayed.as_ref().map_or(Tunnel::No, |it| it.tunnel)
    }

    /// Takes the end of the content.
    pub(crate) fn end_content(&mut self, now: Duration) {
        self.tick(now);
        self.exchange.content.feed(None);
        self.stop_waiting();
    }

    /// C6: who sends content waits no more.
    fn stop_waiting(&mut self) {
        if self.state == State::Wait && !self.withholds() {
            self.step(Event::Timeout);
        }
    }

    /// Takes the news that no more content will come, and that what came is not all of it, after the
    /// head of a final response.
    pub(crate) fn cut_content(&mut self, now: Duration) {
        self.tick(now);
        if self.state == State::Early {
            self.exchange.early = Early::Abort;
            self.advance();
        }
    }

    /// Whether content that is pushed now may still go out, with this request or its repetition.
    pub(crate) fn takes_content(&self) -> bool {
        match self.state {
            State::HeadOut | State::Wait | State::Body => true,
            State::Early => {
                self.exchange.early == Early::Finish || self.exchange.then == Then::Repeat
            }
            _ => false,
        }
    }

    /// How much of the content waits to go out.
    pub(crate) fn content_held(&self) -> usize {
        self.exchange.content.stream().map_or(0, Stream::held) + self.switched.len()
    }

    /// The head of the interim response that the last notice of one is about.
    pub(crate) fn take_interim(&mut self) -> Option<Response> {
        self.interims.pop_front()
    }

    /// Whether the final response is complete, although the exchange may not be.
    pub(crate) const fn has_whole_response(&self) -> bool {
        matches!(self.state, State::Early | State::Resp) && self.exchange.response.is_complete()
    }

    /// Whether there is no connection, though the transport may not know.
    pub(crate) fn is_closed(&self) -> bool {
        self.state == State::Closed
    }

    /// Whether there is no connection, and the transport knows.
    pub(crate) fn is_gone(&self) -> bool {
        self.state == State::Closed && self.link.is_gone()
    }

    /// Keeps the head of an interim response that whoever is relayed may want.
    pub(super) fn keep_interim(&mut self, len: usize) {
        let head = self.reader.head();
        if self.exchange.relayed.is_some()
            && let Some(expectspec_message::StartLine::Response { version, code, .. }) = head.start
        {
            let message = self.input.octets()[..len].to_vec();
            self.interims.push_back(Response { code, version, head: head.clone(), message });
        }
    }

    /// Whether content waits for a 100 (Continue), given an expectation.
    pub(super) fn withholds(&self) -> bool {
        let exchange = &self.exchange;
        match exchange.relayed.as_ref().map(|relayed| relayed.expectation) {
            None | Some(RelayedExpectation::Own) => true,
            Some(RelayedExpectation::None) => false,
            Some(RelayedExpectation::Clients) => {
                exchange.content.stream().is_some_and(|it| it.held() == 0 && !it.is_over())
            }
        }
    }

    /// How long content waits. Who relays an expectation has no say in that, but does not wait for
    /// ever either.
    pub(super) fn patience(&self) -> Patience {
        match self.exchange.relayed.as_ref().map(|relayed| relayed.expectation) {
            Some(RelayedExpectation::Clients) => Patience::Bounded(self.policy.timers.response),
            _ => self.policy.patience,
        }
    }
}

impl Exchange {
    /// Whether the request can be sent again: no octet of a stream is lost yet.
    pub(super) fn replay(&self) -> Replay {
        match self.content.stream() {
            Some(stream) if !stream.is_whole() => Replay::Impossible,
            Some(_) | None => self.request.replay,
        }
    }

    /// Whether the expectation is this client's.
    pub(super) fn expectation_is_own(&self) -> bool {
        !self.relayed.as_ref().is_some_and(|it| it.expectation == RelayedExpectation::Clients)
    }
}
