//! What the application of an origin server learns.

use expectspec_message::{Framing, Head, Version};

use super::exchange::{Exchange, Expects, Upgrade};
use super::target::split_target;

/// Something that the application should know, in the order of the octets.
#[derive(Clone, Copy, Debug)]
pub enum Notice<'a> {
    /// A request begins; it waits for a final response.
    Request(Request<'a>),
    /// More content came.
    Content(&'a [u8]),
    /// The announced content is complete. A request without content has no such notice.
    ContentEnd,
    /// The exchange is over without the application: what it would answer, nobody will read.
    Aborted(Abort),
    /// Octets of the protocol that the connection switched to.
    Octets(&'a [u8]),
}

/// Why an exchange ended without the application's response.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Abort {
    /// The client ended the connection before the request was complete.
    Ended,
    /// The connection broke.
    Reset,
    /// The content did not come in time, or the application did not answer in time.
    Timeout,
    /// What came is no content.
    ContentInvalid,
    /// There is more content than the policy allows.
    ContentTooLarge,
}

/// A request that is good enough for an application.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The method.
    pub method: &'a [u8],
    /// The request-target as received.
    pub target: &'a [u8],
    /// The version.
    pub version: Version,
    /// Whether content follows and how it is delimited: `None`, `Length` or `Chunked`.
    pub framing: Framing,
    /// The head, for fields.
    pub head: &'a Head,
    /// The octets that the head was read from.
    pub message: &'a [u8],
    expects: Expects,
    upgrade: Upgrade,
}

impl<'a> Request<'a> {
    pub(super) fn new(head: &'a Head, message: &'a [u8], exchange: &Exchange) -> Self {
        let (method, target) = match head.start {
            Some(expectspec_message::StartLine::Request { method, target, .. }) => {
                (method.of(message), target.of(message))
            }
            _ => (&b""[..], &b""[..]),
        };
        Self {
            method,
            target,
            version: exchange.version,
            framing: exchange.framing,
            head,
            message,
            expects: exchange.expects,
            upgrade: exchange.upgrade,
        }
    }

    /// The path of the request-target.
    #[must_use]
    pub fn path(&self) -> &'a [u8] {
        split_target(self.target).0
    }

    /// The query of the request-target.
    #[must_use]
    pub fn query(&self) -> Option<&'a [u8]> {
        split_target(self.target).1
    }

    /// The values of the field lines named `name`.
    pub fn values(&self, name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        self.head.values(self.message, name)
    }

    /// Whether the request has a 100-continue expectation that counts: one in HTTP/1.0 does not.
    #[must_use]
    pub const fn expects_continue(&self) -> bool {
        matches!(self.expects, Expects::Continue)
    }

    /// Whether the client offers the protocol that the policy names (RFC 9110 §7.8).
    #[must_use]
    pub const fn offers_upgrade(&self) -> bool {
        matches!(self.upgrade, Upgrade::Offered)
    }
}
