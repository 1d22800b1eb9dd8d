//! What the user of a client learns.

use alloc::vec::Vec;

use expectspec_message::{Head, Version};

use super::Failure;

/// Something that the user should know, in the order of the octets.
///
/// A submitted request ends with exactly one of `Complete`, `Failed` and `Switched`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Notice {
    /// An interim response came, with this status code.
    Interim(u16),
    /// The request begins again; what came for it before is not the user's.
    Repeated(RepeatCause),
    /// The head of the final response came.
    Response(Response),
    /// More content of the final response came.
    Content(Vec<u8>),
    /// The exchange is over, and its final response is complete.
    Complete,
    /// The exchange is over without a complete final response.
    Failed(Failure),
    /// The connection switched protocols, and the exchange is over.
    Switched,
    /// Octets of the protocol that the connection switched to.
    Octets(Vec<u8>),
}

/// Why a request is repeated.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum RepeatCause {
    /// 417; the repetition has no expectation (RFC 9110 §10.1.1).
    ExpectationFailed,
    /// A connection that served before ended without an answer (RFC 9112 §9.3.1).
    ConnectionLost,
}

/// The head of a final response.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Response {
    /// The status code. One outside 200 to 599 is as good as a 5xx (RFC 9110 §15).
    pub code: u16,
    /// The version.
    pub version: Version,
    /// The head, for fields.
    pub head: Head,
    /// The octets that the head was read from.
    pub message: Vec<u8>,
}

impl Response {
    /// The values of the field lines named `name`.
    pub fn values<'a>(&'a self, name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        self.head.values(&self.message, name)
    }
}
