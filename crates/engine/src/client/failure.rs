//! Why a request has no final response.

use core::fmt;

/// Why a request has no final response, or none that is complete.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Failure {
    /// No connection could be opened.
    NotConnected,
    /// The connection ended before the response was complete (RFC 9112 §8).
    Incomplete,
    /// The connection broke before the response was complete.
    Reset,
    /// A timer of the policy fired.
    TimedOut,
    /// There were more interim responses, or more octets of them, than the policy follows.
    TooManyInterims,
    /// A head is longer than the limits of the policy.
    HeadTooLong,
    /// A head is malformed.
    MalformedHead,
    /// The length of the response can't be determined (RFC 9112 §6.3).
    MalformedFraming,
    /// The content is not in the chunked transfer coding that it claims.
    MalformedContent,
    /// There is more content than the policy reads.
    ContentTooLong,
    /// The server switched to a protocol that it was not asked for.
    UnrequestedSwitch,
    /// A new connection began with octets of the server.
    Unsolicited,
    /// The user closed the connection.
    Cancelled,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotConnected => "no connection could be opened",
            Self::Incomplete => "the connection ended before the response was complete",
            Self::Reset => "the connection broke before the response was complete",
            Self::TimedOut => "the response did not come in time",
            Self::TooManyInterims => "there were too many interim responses",
            Self::HeadTooLong => "the head of a response is too long",
            Self::MalformedHead => "the head of a response is malformed",
            Self::MalformedFraming => "the length of the response can't be determined",
            Self::MalformedContent => "the chunked content is malformed",
            Self::ContentTooLong => "the response has too much content",
            Self::UnrequestedSwitch => "the server switched protocols without being asked",
            Self::Unsolicited => "the server sent octets before there was a request",
            Self::Cancelled => "the request was cancelled",
        })
    }
}

impl core::error::Error for Failure {}
