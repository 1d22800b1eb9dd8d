//! How the client sends: a request, its content, and the request again.

use alloc::vec::Vec;
use core::mem;
use core::time::Duration;

use expectspec_message::Version;

use super::content_writer::{ContentWriter, Delimiter};
use super::exchange::{Exchange, LinkAge};
use super::head::write_head;
use super::policy::{Patience, RequestVersion, SendExpectation};
use super::{Client, Content, Event, Expects, RepeatCause, Request, Rest, State, SubmitError};

impl Client {
    /// Takes a request: C1, C2. It goes out on the connection that is open, or on a fresh one.
    ///
    /// # Errors
    /// When an exchange is going on, or the request can't be sent.
    pub fn submit(&mut self, request: Request, now: Duration) -> Result<(), SubmitError> {
        request.check()?;
        if !matches!(self.state, State::Idle | State::Closed) {
            return Err(SubmitError::Busy(self.state));
        }
        self.tick(now);
        let expects = self.expects(&request.content);
        let content = ContentWriter::new(&request.content, self.delimiter(&request));
        self.exchange = Exchange::new(request, expects, content);
        self.begin_attempt(Event::Submit(expects));
        Ok(())
    }

    pub(super) fn begin_attempt(&mut self, event: Event) {
        self.reader.reset();
        self.exchange.link = if self.link.is_open() { LinkAge::Reused } else { LinkAge::Fresh };
        self.exchange.deadline = self.now.saturating_add(self.policy.timers.exchange);
        self.link.open();
        self.step(event);
    }

    /// Begins the request again: C15. The connection serves if it is still open.
    pub(super) fn repeat(&mut self, cause: RepeatCause) {
        let Exchange { attempts, expects, .. } = self.exchange;
        let request = mem::replace(&mut self.exchange.request, Request::new("GET", "/", ""));
        let delimiter = self.delimiter(&request);
        let content = self.exchange.content.again(&request.content, delimiter);
        let relayed = self.exchange.relayed.take();
        let expects = match cause {
            RepeatCause::ExpectationFailed => Expects::Nothing,
            RepeatCause::ConnectionLost => expects,
        };
        self.exchange = Exchange { attempts, relayed, ..Exchange::new(request, expects, content) };
        self.begin_attempt(Event::Repeated);
    }

    /// C3.
    pub(super) fn flush_head(&mut self, out: &mut Vec<u8>) {
        write_head(&self.exchange, &self.policy, out);
        self.exchange.attempts += 1;
        let waits = self.patience() != Patience::Bounded(Duration::ZERO) && self.withholds();
        self.step(Event::Flushed(match self.exchange.expects {
            _ if self.exchange.content.is_complete() => Rest::Nothing,
            Expects::Continue if waits => Rest::Withheld,
            Expects::Continue | Expects::Nothing => Rest::Ready,
        }));
    }

    /// C9, C12.
    pub(super) fn write_content(&mut self, out: &mut Vec<u8>) {
        let Exchange { content, request, .. } = &mut self.exchange;
        content.write(&request.content, self.policy.piece_octets_max, out);
        if content.is_complete() {
            self.step(Event::ContentEnd);
            self.advance();
        } else if !out.is_empty() {
            self.heed_progress();
        }
    }

    /// Whether a request with this content has an expectation. One to a server of HTTP/1.0 would
    /// tell it nothing.
    fn expects(&self, content: &Content) -> Expects {
        let announced = matches!(content, Content::None | Content::Length(_));
        let octets = content.octets();
        let wanted = match self.policy.expectation {
            SendExpectation::Never => false,
            SendExpectation::Always => true,
            SendExpectation::ContentAbove(above) => !announced || octets > above,
            SendExpectation::UnknownLength => !announced,
        };
        if wanted && octets > 0 && self.speaks_11() { Expects::Continue } else { Expects::Nothing }
    }

    fn delimiter(&self, request: &Request) -> Delimiter {
        let octets = request.content.octets();
        match request.content {
            // RFC 9110 §9.3.8: TRACE has no content, so no empty chunks either.
            Content::Chunked(_) if self.speaks_11() && request.method != "TRACE" => {
                Delimiter::Chunked
            }
            // RFC 9110 §8.6: what is not there is announced where content has a meaning.
            _ if octets == 0 && !matches!(&*request.method, "POST" | "PUT" | "PATCH") => {
                Delimiter::None
            }
            Content::None | Content::Length(_) | Content::Chunked(_) => Delimiter::Length(octets),
        }
    }

    /// Whether both sides are known to, or not known not to, speak HTTP/1.1 or later.
    pub(super) fn speaks_11(&self) -> bool {
        self.policy.version == RequestVersion::Http11
            && self.server_version.is_none_or(Version::is_11_or_later)
    }
}
