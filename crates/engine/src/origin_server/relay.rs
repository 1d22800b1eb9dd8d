//! Responses that an intermediary relays: interim ones with fields, final ones a piece at a time.

use core::time::Duration;

use crate::client::write_hexadecimal;

use super::command_error::CommandError;
use super::exchange::PendingContinue;
use super::machine::Waiting;
use super::response::{write_decimal, write_field};
use super::{Abort, Connection, Event, OriginServer, State};

/// What an intermediary makes of an exchange.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relay {
    response: ResponseStage,
    fate: ContentFate,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum ResponseStage {
    /// The final response is written as a whole, or has not begun.
    Whole,
    /// Its head is written, and its content comes piece by piece.
    Streaming(FinalFraming),
}

/// What becomes of content that comes after the head of the final response.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ContentFate {
    Dropped,
    /// Someone else still takes it.
    Relayed,
}

/// How the content of a relayed final response is delimited.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum FinalFraming {
    /// There is no content; what the field lines say of a length is left to them.
    None,
    Length(u64),
    /// The number of octets is not known: chunked, or until the connection closes in HTTP/1.0.
    Unknown,
    Chunked,
    UntilClose,
}

/// The head of a final response that is relayed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RelayedFinal<'a> {
    pub(crate) code: u16,
    pub(crate) reason: &'a [u8],
    /// Whole field lines, without those that the server sends itself.
    pub(crate) lines: &'a [u8],
    pub(crate) framing: FinalFraming,
    pub(crate) connection: Connection,
    pub(crate) fate: ContentFate,
}

impl Relay {
    pub(super) const NONE: Self =
        Self { response: ResponseStage::Whole, fate: ContentFate::Dropped };

    pub(super) const fn is_streaming(&self) -> bool {
        matches!(self.response, ResponseStage::Streaming(_))
    }

    pub(super) const fn wants_content(&self) -> bool {
        matches!(self.fate, ContentFate::Relayed)
    }
}

impl OriginServer {
    /// Sends an interim response other than 101, 100 included, with whole field lines: S10, S13.
    ///
    /// # Errors
    /// When there is no request to be answered, or it came by HTTP/1.0 (RFC 9110 §15.2).
    pub(crate) fn relay_interim(
        &mut self,
        code: u16,
        reason: &[u8],
        lines: &[u8],
        now: Duration,
    ) -> Result<(), CommandError> {
        let event = match self.state {
            State::Due if code == 100 => Event::ContentWanted,
            _ => Event::Interim,
        };
        self.permit(event)?;
        if !self.exchange.version.is_11_or_later() {
            return Err(CommandError::InterimToHttp10);
        }
        self.tick(now);
        self.write_relayed_head(code, reason, lines);
        self.output.octets_mut().extend_from_slice(b"\r\n");
        if code == 100 {
            self.exchange.pending = PendingContinue::No;
            self.exchange.continues_sent += 1;
        }
        self.step(event);
        Ok(())
    }

    /// Sends the head of a final response, whose content is pushed: S11, S15, S17. Until it ends,
    /// content of the request is read on.
    ///
    /// # Errors
    /// When there is no request to be answered.
    pub(crate) fn begin_final(
        &mut self,
        response: &RelayedFinal<'_>,
        now: Duration,
    ) -> Result<(), CommandError> {
        self.permit(Event::Final(response.connection))?;
        self.tick(now);
        let is_11 = self.exchange.version.is_11_or_later();
        let framing = match response.framing {
            FinalFraming::Unknown if is_11 => FinalFraming::Chunked,
            FinalFraming::Unknown => FinalFraming::UntilClose,
            framing => framing,
        };
        let connection = match (response.connection, self.exchange.connection, response.fate) {
            (Connection::Close, ..) | (_, Connection::Close, _) => Connection::Close,
            _ if framing == FinalFraming::UntilClose => Connection::Close,
            (wish, _, ContentFate::Dropped) => self.settle_connection(wish),
            (Connection::Keep, Connection::Keep, ContentFate::Relayed) => Connection::Keep,
        };
        self.write_relayed_head(response.code, response.reason, response.lines);
        self.write_relayed_end(framing, connection);
        self.exchange.connection = connection;
        self.exchange.relay =
            Relay { response: ResponseStage::Streaming(framing), fate: response.fate };
        self.step(Event::Final(match response.fate {
            // The connection closes when the response is complete.
            ContentFate::Relayed => Connection::Keep,
            ContentFate::Dropped => connection,
        }));
        if response.fate == ContentFate::Dropped
            && let Some(Waiting::Content { len }) = self.notice.take()
        {
            self.lent = len;
        }
        self.advance();
        Ok(())
    }

    /// Sends more content of the final response.
    pub(crate) fn push_final(&mut self, octets: &[u8], now: Duration) {
        self.tick(now);
        if !matches!(self.state, State::EarlyKeep | State::EarlyClose | State::Done) {
            return;
        }
        let out = self.output.octets_mut();
        match self.exchange.relay.response {
            ResponseStage::Streaming(FinalFraming::Chunked) if !octets.is_empty() => {
                write_hexadecimal(out, octets.len() as u64);
                out.extend_from_slice(b"\r\n");
                out.extend_from_slice(octets);
                out.extend_from_slice(b"\r\n");
            }
            ResponseStage::Streaming(FinalFraming::Length(_) | FinalFraming::UntilClose) => {
                out.extend_from_slice(octets);
            }
            ResponseStage::Streaming(_) | ResponseStage::Whole => {}
        }
    }

    /// Ends the final response. What is left of the request is drained, if the connection persists.
    pub(crate) fn end_final(&mut self, now: Duration) {
        self.tick(now);
        let is_open = matches!(self.state, State::EarlyKeep | State::EarlyClose | State::Done);
        let chunked = ResponseStage::Streaming(FinalFraming::Chunked);
        if is_open && self.exchange.relay.response == chunked {
            self.output.octets_mut().extend_from_slice(b"0\r\n\r\n");
        }
        self.leave_final();
    }

    /// Ends the connection in the middle of the final response, so that it is seen to be incomplete
    /// (RFC 9112 §8).
    pub(crate) fn cut_final(&mut self, now: Duration) {
        self.tick(now);
        self.exchange.connection = Connection::Close;
        self.leave_final();
    }

    fn leave_final(&mut self) {
        if !self.exchange.relay.is_streaming() {
            return;
        }
        self.exchange.relay.response = ResponseStage::Whole;
        match (self.state, self.exchange.connection) {
            (State::EarlyKeep, Connection::Close) => self.step(Event::DrainLimit),
            (State::EarlyKeep, Connection::Keep) => self.restart_timer(),
            _ => {}
        }
        self.advance();
    }

    /// Answers a CONNECT with 200 (RFC 9110 §9.3.6): from here on octets are relayed.
    ///
    /// # Errors
    /// When there is no request that is complete.
    pub(crate) fn open_tunnel(&mut self, lines: &[u8], now: Duration) -> Result<(), CommandError> {
        self.permit(Event::Switch)?;
        self.tick(now);
        self.write_relayed_head(200, b"OK", lines);
        self.output.octets_mut().extend_from_slice(b"\r\n");
        self.step(Event::Switch);
        self.notice = None;
        self.advance();
        Ok(())
    }

    /// Ends a tunnel whose other side has ended, when all octets are out.
    pub(crate) fn close_tunnel(&mut self, now: Duration) {
        self.tick(now);
        if self.state == State::Switched {
            self.step(Event::End);
        }
    }

    /// Takes the news that nobody wants the content any more: what comes after the final response is
    /// drained.
    pub(crate) fn drop_content(&mut self) {
        self.exchange.relay.fate = ContentFate::Dropped;
    }

    /// Reads content that is still wanted although the final response has begun.
    pub(super) fn read_on(&mut self) {
        match self.exchange.content.read(self.input.octets()) {
            Ok(piece) => {
                self.input.consume(piece.framing);
                if piece.data > 0 {
                    self.notice = Some(Waiting::Content { len: piece.data });
                }
            }
            Err(_) => {
                self.step(Event::DrainLimit);
                self.notice = Some(Waiting::Aborted(Abort::ContentInvalid));
            }
        }
    }

    /// Takes the news that output is written: what the client is waited for begins only now.
    pub(crate) fn handle_written(&mut self, now: Duration) {
        self.tick(now);
        if matches!(self.state, State::Idle | State::Linger) {
            self.restart_timer();
        }
    }

    /// How many 100 (Continue) the client has been sent for this request.
    pub(crate) const fn continues_sent(&self) -> u32 {
        self.exchange.continues_sent
    }

    /// How many octets wait to go out.
    pub(crate) fn output_held(&self) -> usize {
        self.output.len()
    }

    /// Whether the client's last octet (FIN) came before the end of the content.
    pub(crate) fn content_is_cut(&self) -> bool {
        self.input.end == super::input::InputEnd::Ended
            && self.input.len() == self.lent
            && self.notice.is_none()
            && !self.exchange.content.is_complete()
    }

    fn write_relayed_head(&mut self, code: u16, reason: &[u8], lines: &[u8]) {
        let out = self.output.octets_mut();
        out.extend_from_slice(b"HTTP/1.1 ");
        write_decimal(out, usize::from(code));
        out.push(b' ');
        out.extend_from_slice(reason);
        out.extend_from_slice(b"\r\n");
        out.extend_from_slice(lines);
    }

    fn write_relayed_end(&mut self, framing: FinalFraming, connection: Connection) {
        let is_11 = self.exchange.version.is_11_or_later();
        let out = self.output.octets_mut();
        match framing {
            FinalFraming::Length(octets) => {
                out.extend_from_slice(b"Content-Length: ");
                write_decimal(out, usize::try_from(octets).unwrap_or(usize::MAX));
                out.extend_from_slice(b"\r\n");
            }
            FinalFraming::Chunked => write_field(out, "Transfer-Encoding", b"chunked"),
            FinalFraming::None | FinalFraming::Unknown | FinalFraming::UntilClose => {}
        }
        match connection {
            Connection::Close => write_field(out, "Connection", b"close"),
            Connection::Keep if !is_11 => write_field(out, "Connection", b"keep-alive"),
            Connection::Keep => {}
        }
        out.extend_from_slice(b"\r\n");
    }
}
