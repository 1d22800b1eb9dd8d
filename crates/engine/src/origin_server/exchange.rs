//! What the server remembers of the exchange that is going on.

use expectspec_message::octet::is_line_space;
use expectspec_message::{Framing, HeadErrorKind, Version};

use super::Connection;
use super::content::ContentReader;
use super::relay::Relay;

/// The variables of one exchange beside its state.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) version: Version,
    pub(super) method: Method,
    /// What the request and, once it is written, the final response make of the connection.
    pub(super) connection: Connection,
    pub(super) framing: Framing,
    pub(super) content: ContentReader,
    pub(super) expects: Expects,
    pub(super) pending: PendingContinue,
    pub(super) continues_sent: u32,
    pub(super) upgrade: Upgrade,
    /// Octets of content that the application was given.
    pub(super) received: u64,
    /// Octets of message body that were dropped.
    pub(super) dropped: u64,
    /// What an intermediary makes of the exchange.
    pub(super) relay: Relay,
}

/// Whether responses have content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Method {
    /// They have none (RFC 9110 §9.3.2).
    Head,
    Other,
    /// That is not known yet; a response without octets of content is right in either case.
    Unread,
}

impl Method {
    pub(super) fn new(method: &[u8]) -> Self {
        if method == b"HEAD" { Self::Head } else { Self::Other }
    }

    /// The method of a head that is not complete or can't be read: its client knows what it sent.
    pub(super) fn begun(octets: &[u8]) -> Self {
        let start = octets.iter().position(|&octet| !is_line_space(octet) && octet != b'\n');
        let octets = &octets[start.unwrap_or(octets.len())..];
        let end = octets.iter().position(|&octet| is_line_space(octet));
        end.map_or(Self::Unread, |end| Self::new(&octets[..end]))
    }

    /// The method of a head that can't be read for this reason.
    pub(super) fn refused(octets: &[u8], why: HeadErrorKind) -> Self {
        match (why, Self::begun(octets)) {
            // It may have come, or come yet.
            (HeadErrorKind::TooManyEmptyLines, _) => Self::Unread,
            // It is none that we know.
            (_, Self::Unread) => Self::Other,
            (_, known) => known,
        }
    }
}

/// Whether the request has a 100-continue expectation that counts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Expects {
    Nothing,
    Continue,
}

/// Whether a 100 (Continue) is still to be sent at the moment that the policy names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum PendingContinue {
    No,
    Yes,
}

/// Whether the client offers the protocol that the server may switch to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Upgrade {
    NotOffered,
    Offered,
}

impl Exchange {
    /// An exchange of which no head could be read.
    pub(super) const fn unread(method: Method) -> Self {
        Self {
            version: Version::HTTP_11,
            method,
            connection: Connection::Close,
            framing: Framing::None,
            content: ContentReader::Complete,
            expects: Expects::Nothing,
            pending: PendingContinue::No,
            continues_sent: 0,
            upgrade: Upgrade::NotOffered,
            received: 0,
            dropped: 0,
            relay: Relay::NONE,
        }
    }
}
