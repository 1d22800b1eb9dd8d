//! What the client remembers of the exchange that is going on.

use core::time::Duration;

use super::content_writer::{ContentWriter, Delimiter};
use super::relayed::Relayed;
use super::response_reader::ResponseReader;
use super::{Connection, Content, Expects, Request, Then};

/// The variables of one exchange beside its state. All but the first two begin anew with every
/// attempt.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) request: Request,
    /// Requests whose head went out.
    pub(super) attempts: u32,
    pub(super) expects: Expects,
    pub(super) content: ContentWriter,
    /// When this attempt has taken too long.
    pub(super) deadline: Duration,
    /// Whether the connection has served another exchange.
    pub(super) link: LinkAge,
    /// What request and response make of the connection.
    pub(super) connection: Connection,
    pub(super) switch: Switch,
    pub(super) interims: u32,
    pub(super) interim_octets: usize,
    pub(super) early: Early,
    /// What becomes of the final response.
    pub(super) then: Then,
    pub(super) response: ResponseReader,
    /// Octets of content of the final response.
    pub(super) response_octets: u64,
    /// What is relayed of another client's request, in the place of the request's head.
    pub(super) relayed: Option<Relayed>,
}

/// Whether the connection has served another exchange.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum LinkAge {
    Fresh,
    Reused,
}

/// Whether the server has accepted to switch protocols.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Switch {
    None,
    Accepted,
}

/// What becomes of the content after an early final response.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Early {
    Finish,
    Abort,
}

impl Exchange {
    /// The exchange before the first one.
    pub(super) fn none() -> Self {
        let content = ContentWriter::new(&Content::None, Delimiter::None);
        Self::new(Request::new("GET", "/", ""), Expects::Nothing, content)
    }

    pub(super) const fn new(request: Request, expects: Expects, content: ContentWriter) -> Self {
        let connection = request.connection;
        Self {
            request,
            attempts: 0,
            expects,
            content,
            deadline: Duration::MAX,
            link: LinkAge::Fresh,
            connection,
            switch: Switch::None,
            interims: 0,
            interim_octets: 0,
            early: Early::Finish,
            then: Then::Deliver,
            response: ResponseReader::Complete,
            response_octets: 0,
            relayed: None,
        }
    }
}
