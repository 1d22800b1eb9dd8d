//! How the origin server reads on: everything that follows from the octets that are here.

use expectspec_message::{HeadError, HeadErrorKind, Progress};

use super::exchange::{Exchange, Expects, Method, PendingContinue};
use super::input::InputEnd;
use super::machine::Waiting;
use super::policy::{ContinueWhen, EarlyFinal, IncompleteRequest, OptionalContinue};
use super::repair::repair;
use super::ruling::{Verdict, rule};
use super::{Abort, Connection, Event, HeadEnd, OriginServer, State};

impl OriginServer {
    /// Reads on until there is a notice, or nothing more to do.
    pub(super) fn advance(&mut self) {
        self.output.forget_given();
        while self.notice.is_none() || matches!(self.state, State::EarlyClose | State::Done) {
            self.input.consume(self.lent);
            self.lent = 0;
            if !self.progress() {
                break;
            }
        }
    }

    /// Does the next thing; false if there is none.
    fn progress(&mut self) -> bool {
        if self.policy.continue_when == ContinueWhen::HeadIsAccepted && self.owes_final() {
            self.send_pending_continue();
        }
        match self.state {
            State::Idle => self.begin(),
            State::Head => self.read_head(),
            State::Due | State::Invited | State::Read => self.read_content(),
            State::EarlyKeep => self.drain(),
            State::EarlyClose | State::Done if self.exchange.relay.is_streaming() => false,
            State::EarlyClose | State::Done => {
                self.step(Event::FinalEnd(self.exchange.connection));
                true
            }
            State::Switched => self.read_switched(),
            State::Linger => self.end_if_ended(),
            State::Full | State::Closed => false,
        }
    }

    /// Between requests: S1, S2, S28.
    fn begin(&mut self) -> bool {
        if self.output.len() >= self.policy.output_octets_max {
            return false;
        }
        match self.input.octets() {
            [] | [b'\r'] => self.end_if_ended(),
            [b'\r', b'\n', ..] => {
                self.input.consume(2);
                self.step(Event::EmptyLine);
                true
            }
            [..] => {
                self.reader.reset();
                self.step(Event::Octet);
                true
            }
        }
    }

    /// S3 to S9, S29.
    fn read_head(&mut self) -> bool {
        match self.reader.read(self.input.octets()) {
            Ok(Progress::Complete(len)) => self.end_head(len),
            Ok(Progress::Partial) if self.input.end == InputEnd::Ended => self.cut_head(Event::End),
            Ok(Progress::Partial) => return false,
            Err(error) => self.refuse_head(error),
        }
        true
    }

    fn end_head(&mut self, len: usize) {
        repair(&mut self.input.octets_mut()[..len], self.reader.head(), &self.policy);
        let message = &self.input.octets()[..len];
        let (verdict, exchange) = rule(self.reader.head(), message, &self.policy);
        self.exchange = exchange;
        if verdict != Verdict::Accepted {
            self.input.consume(len);
        }
        match verdict {
            Verdict::Malformed(code) => {
                self.write_own(code, Connection::Close);
                self.step(Event::HeadEnd(HeadEnd::Invalid));
            }
            Verdict::Unmet => {
                let connection = self.write_own(417, Connection::Keep);
                self.step(Event::HeadEnd(match connection {
                    _ if self.exchange.content.is_complete() => HeadEnd::UnmetWithoutContent,
                    Connection::Keep => HeadEnd::UnmetKeep,
                    Connection::Close => HeadEnd::UnmetClose,
                }));
            }
            Verdict::Refused { code, connection } => {
                let accepted = self.accepted(0);
                self.step(Event::HeadEnd(accepted));
                self.finish_own(code, connection);
            }
            Verdict::Accepted => {
                let accepted = self.accepted(len);
                self.owe_continue(accepted);
                self.step(Event::HeadEnd(accepted));
                if self.policy.continue_when == ContinueWhen::AtOnce {
                    self.send_pending_continue();
                }
                self.notice = Some(Waiting::Request { len });
            }
        }
    }

    /// What an acceptable head of `len` octets, which are still in the input, asks of the server.
    fn accepted(&self, len: usize) -> HeadEnd {
        if self.exchange.content.is_complete() {
            HeadEnd::WithoutContent
        } else if !self.exchange.version.is_11_or_later() {
            HeadEnd::Http10Content
        } else if self.exchange.expects == Expects::Nothing {
            HeadEnd::Content
        } else if self.input.len() > len {
            HeadEnd::ContentArrived
        } else {
            HeadEnd::Expecting
        }
    }

    fn owe_continue(&mut self, accepted: HeadEnd) {
        let sends = match accepted {
            _ if self.exchange.expects == Expects::Nothing => OptionalContinue::Omit,
            HeadEnd::Expecting => OptionalContinue::Send,
            HeadEnd::ContentArrived => self.policy.content_already_received,
            HeadEnd::WithoutContent => self.policy.no_content,
            _ => OptionalContinue::Omit,
        };
        self.exchange.pending = pending(sends);
    }

    /// The head can't be read.
    fn refuse_head(&mut self, error: HeadError) {
        self.exchange = Exchange::unread(Method::refused(self.input.octets(), error.kind));
        let before = self.input.octets().get(..error.offset as usize).unwrap_or_default();
        let endless_method = !before.contains(&b' ');
        let (code, event) = match error.kind {
            // RFC 9112 §3: the method is longer than any that we know.
            HeadErrorKind::StartLineTooLong if endless_method => (501, Event::HeadLimit),
            HeadErrorKind::StartLineTooLong => (414, Event::HeadLimit),
            HeadErrorKind::FieldSectionTooLong | HeadErrorKind::TooManyFieldLines => {
                (431, Event::HeadLimit)
            }
            HeadErrorKind::TooManyEmptyLines
            | HeadErrorKind::Method
            | HeadErrorKind::Target
            | HeadErrorKind::Version
            | HeadErrorKind::StatusCode => (400, Event::HeadEnd(HeadEnd::Invalid)),
        };
        self.write_own(code, Connection::Close);
        self.step(event);
    }

    /// The head ends too soon: `event` is `End` or `Timeout`.
    pub(super) fn cut_head(&mut self, event: Event) {
        self.exchange = Exchange::unread(Method::begun(self.input.octets()));
        self.write_incomplete(event);
        self.step(event);
    }

    /// S12, S14, S16.
    fn read_content(&mut self) -> bool {
        if self.exchange.content.is_complete() {
            self.step(Event::ContentEnd);
            self.notice = Some(Waiting::ContentEnd);
            return true;
        }
        if self.input.is_empty() {
            if self.input.end == InputEnd::Open {
                return false;
            }
            self.cut_content(Event::End, Abort::Ended);
            return true;
        }
        if self.state == State::Due {
            self.exchange.pending = pending(self.policy.content_already_received);
        }
        self.step(Event::Content);
        match self.exchange.content.read(self.input.octets()) {
            Ok(piece) => {
                self.input.consume(piece.framing);
                self.exchange.received += piece.data as u64;
                if self.exchange.received > self.policy.content_octets_max {
                    self.abort_content(413, Abort::ContentTooLarge);
                } else if piece.data > 0 {
                    self.notice = Some(Waiting::Content { len: piece.data });
                }
            }
            Err(_) => self.abort_content(400, Abort::ContentInvalid),
        }
        true
    }

    fn abort_content(&mut self, code: u16, abort: Abort) {
        self.finish_own(code, Connection::Close);
        self.notice = Some(Waiting::Aborted(abort));
    }

    /// The content ends too soon: `event` is `End` or `Timeout`.
    pub(super) fn cut_content(&mut self, event: Event, abort: Abort) {
        self.exchange.connection = Connection::Close;
        self.write_incomplete(event);
        self.step(event);
        self.notice = Some(Waiting::Aborted(abort));
    }

    fn write_incomplete(&mut self, event: Event) {
        match self.policy.incomplete_request {
            IncompleteRequest::Close => {}
            IncompleteRequest::Respond => {
                let code = if event == Event::Timeout { 408 } else { 400 };
                self.write_own(code, Connection::Close);
            }
        }
    }

    /// S19 to S21.
    fn drain(&mut self) -> bool {
        if self.exchange.content.is_complete() {
            if self.exchange.relay.wants_content() {
                self.notice = Some(Waiting::ContentEnd);
            }
            self.step(Event::ContentEnd);
            return true;
        }
        if self.input.is_empty() {
            // The response goes out to who sends no more content, too.
            return !self.exchange.relay.is_streaming() && self.end_if_ended();
        }
        self.step(Event::Content);
        if self.exchange.relay.wants_content() {
            self.read_on();
            return true;
        }
        let read = self.exchange.content.read(self.input.octets());
        let dropped = read.map_or(u64::MAX, |piece| {
            self.input.consume(piece.framing + piece.data);
            self.exchange.dropped + (piece.framing + piece.data) as u64
        });
        self.exchange.dropped = dropped;
        if read.is_err() || dropped > self.drain_octets_max() {
            self.step(Event::DrainLimit);
        }
        true
    }

    pub(super) const fn drain_octets_max(&self) -> u64 {
        match self.policy.early_final {
            EarlyFinal::Drain { octets_max } => octets_max,
            EarlyFinal::Close => 0,
        }
    }

    fn read_switched(&mut self) -> bool {
        if self.output.len() >= self.policy.output_octets_max {
            return false;
        }
        if self.input.is_empty() {
            return self.end_if_ended();
        }
        self.step(Event::Octet);
        self.notice = Some(Waiting::Octets { len: self.input.len() });
        true
    }

    fn end_if_ended(&mut self) -> bool {
        let ended = self.input.end == InputEnd::Ended;
        if ended {
            self.step(Event::End);
        }
        ended
    }
}

const fn pending(sends: OptionalContinue) -> PendingContinue {
    match sends {
        OptionalContinue::Send => PendingContinue::Yes,
        OptionalContinue::Omit => PendingContinue::No,
    }
}
