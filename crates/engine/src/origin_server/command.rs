//! What the application of an origin server can ask for.

use core::time::Duration;

use super::command_error::CommandError;
use super::exchange::{Exchange, Expects, Method, PendingContinue, Upgrade};
use super::machine::Waiting;
use super::policy::EarlyFinal;
use super::reason::reason_phrase;
use super::response::{self, CONTINUE, ConnectionField, Content, Field, Response, is_sendable};
use super::transition::next;
use super::{Connection, Event, OriginServer, State};

impl OriginServer {
    /// Says that the content is wanted: a client that waits is sent a 100 (Continue), S10.
    ///
    /// # Errors
    /// When there is no request to be answered.
    pub fn want_content(&mut self, now: Duration) -> Result<(), CommandError> {
        self.permit(Event::ContentWanted)?;
        self.tick(now);
        self.send_pending_continue();
        Ok(())
    }

    /// Sends an interim response other than 100 and 101 (S13), such as 103 (Early Hints).
    ///
    /// # Errors
    /// When there is no request to be answered, or it came by HTTP/1.0 (RFC 9110 §15.2), or what
    /// would be sent is not well-formed.
    pub fn send_interim(
        &mut self,
        code: u16,
        fields: &[Field<'_>],
        now: Duration,
    ) -> Result<(), CommandError> {
        if !matches!(code, 102..=199) {
            return Err(CommandError::StatusCode(code));
        }
        check_fields(fields)?;
        self.permit(Event::Interim)?;
        if !self.exchange.version.is_11_or_later() {
            return Err(CommandError::InterimToHttp10);
        }
        self.tick(now);
        self.step(Event::Interim);
        let out = self.output.octets_mut();
        response::write(out, code, fields, ConnectionField::None, Content::Never);
        Ok(())
    }

    /// Sends the final response: S11, S15, S17.
    ///
    /// The connection closes after it where the application, the client or the policy wants that.
    ///
    /// # Errors
    /// When there is no request to be answered, or what would be sent is not well-formed.
    pub fn respond(&mut self, response: &Response<'_>, now: Duration) -> Result<(), CommandError> {
        if !matches!(response.code, 200..=599) {
            return Err(CommandError::StatusCode(response.code));
        }
        if matches!(response.code, 204 | 205 | 304) && !response.content.is_empty() {
            return Err(CommandError::Content(response.code));
        }
        check_fields(response.fields)?;
        self.permit(Event::Final(response.connection))?;
        self.tick(now);
        let connection = self.settle_connection(response.connection);
        self.write_final(response.code, response.fields, response.content, connection);
        self.step(Event::Final(connection));
        if let Some(Waiting::Content { len }) = self.notice.take() {
            self.lent = len;
        }
        self.advance();
        Ok(())
    }

    /// Sends a 101 (Switching Protocols) for the protocol of the policy, S26. A client that expects
    /// a 100 (Continue) gets it first, wherever its content is (RFC 9110 §7.8).
    ///
    /// # Errors
    /// When the request is not complete, or does not offer the protocol.
    pub fn switch_protocols(&mut self, now: Duration) -> Result<(), CommandError> {
        self.permit(Event::Switch)?;
        let (Some(protocol), Upgrade::Offered) = (self.policy.upgrade, self.exchange.upgrade)
        else {
            return Err(CommandError::UpgradeNotOffered);
        };
        self.tick(now);
        if self.exchange.expects == Expects::Continue && self.exchange.continues_sent == 0 {
            self.write_continue();
        }
        let out = self.output.octets_mut();
        let connection = ConnectionField::Upgrade(protocol);
        response::write(out, 101, &[], connection, Content::Never);
        self.step(Event::Switch);
        self.notice = None;
        self.advance();
        Ok(())
    }

    /// Sends octets of the protocol that the connection switched to.
    ///
    /// # Errors
    /// When it did not.
    pub fn send_octets(&mut self, octets: &[u8], now: Duration) -> Result<(), CommandError> {
        if self.state != State::Switched {
            return Err(CommandError::NotSwitched);
        }
        self.tick(now);
        self.output.octets_mut().extend_from_slice(octets);
        Ok(())
    }

    /// Whether the application may cause `event` now. It answers no request that it has not seen.
    pub(super) fn permit(&self, event: Event) -> Result<(), CommandError> {
        if matches!(self.notice, Some(Waiting::Request { .. })) {
            return Err(CommandError::RequestNotPolled);
        }
        next(self.state, event).map(drop).map_err(CommandError::Violation)
    }

    /// What becomes of the connection after a final response sent now.
    pub(super) fn settle_connection(&self, wish: Connection) -> Connection {
        if wish == Connection::Close || self.exchange.connection == Connection::Close {
            return Connection::Close;
        }
        if self.exchange.content.is_complete() {
            return Connection::Keep;
        }
        let too_long = self.exchange.content.left().is_some_and(|it| it > self.drain_octets_max());
        match self.policy.early_final {
            EarlyFinal::Drain { .. } if !too_long => Connection::Keep,
            EarlyFinal::Drain { .. } | EarlyFinal::Close => Connection::Close,
        }
    }

    fn write_final(
        &mut self,
        code: u16,
        fields: &[Field<'_>],
        octets: &[u8],
        connection: Connection,
    ) {
        let field = match connection {
            Connection::Close => ConnectionField::Close,
            Connection::Keep if self.exchange.version.is_11_or_later() => ConnectionField::None,
            Connection::Keep => ConnectionField::KeepAlive,
        };
        let content = match (code, self.exchange.method) {
            (204 | 304, _) => Content::Never,
            (_, Method::Head) => Content::LengthOnly(octets),
            (_, Method::Other) => Content::Octets(octets),
            (_, Method::Unread) => Content::Octets(b""),
        };
        response::write(self.output.octets_mut(), code, fields, field, content);
        self.exchange.connection = connection;
    }

    /// Writes a final response of the server itself and says what becomes of the connection.
    pub(super) fn write_own(&mut self, code: u16, wish: Connection) -> Connection {
        let connection = self.settle_connection(wish);
        let content = reason_phrase(code).as_bytes();
        self.write_final(code, &[PLAIN_TEXT], content, connection);
        connection
    }

    /// Ends the exchange with a final response of the server itself.
    pub(super) fn finish_own(&mut self, code: u16, wish: Connection) {
        let connection = self.write_own(code, wish);
        self.step(Event::Final(connection));
    }

    /// Sends the 100 (Continue) that is pending, if one is.
    pub(super) fn send_pending_continue(&mut self) {
        if self.exchange.pending == PendingContinue::Yes {
            self.write_continue();
            self.step(Event::ContentWanted);
        }
    }

    pub(super) fn write_continue(&mut self) {
        debug_assert!(self.exchange.version.is_11_or_later(), "HTTP/1.0 has no 1xx");
        self.output.octets_mut().extend_from_slice(CONTINUE);
        let Exchange { pending, continues_sent, .. } = &mut self.exchange;
        *pending = PendingContinue::No;
        *continues_sent += 1;
    }
}

fn check_fields(fields: &[Field<'_>]) -> Result<(), CommandError> {
    match fields.iter().position(|field| !is_sendable(field)) {
        Some(index) => Err(CommandError::Field(index)),
        None => Ok(()),
    }
}

const PLAIN_TEXT: Field<'_> = Field { name: "Content-Type", value: b"text/plain" };
