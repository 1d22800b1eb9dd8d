//! Why the client does not send what its user asks.

use core::fmt;

use super::State;

/// Why the client does not send what its user asks. Nothing was sent.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SubmitError {
    /// Another exchange is going on; there is no pipelining.
    Busy(State),
    /// The method is no token, or CONNECT.
    Method,
    /// The request-target is empty or holds other octets than visible ASCII.
    Target,
    /// The host holds other octets than visible ASCII.
    Host,
    /// The field with this index is malformed, or one that the client itself sends.
    Field(usize),
    /// TRACE has no content (RFC 9110 §9.3.8).
    Content,
    /// OPTIONS has content without `Content-Type` (RFC 9110 §9.3.7).
    ContentType,
    /// The connection did not switch protocols.
    NotSwitched,
}

impl fmt::Display for SubmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(state) => write!(f, "an exchange is going on, in state {state:?}"),
            Self::Method => f.write_str("the method can't be sent"),
            Self::Target => f.write_str("the request-target can't be sent"),
            Self::Host => f.write_str("the host can't be sent"),
            Self::Field(index) => write!(f, "field {index} can't be sent"),
            Self::Content => f.write_str("a TRACE request has no content"),
            Self::ContentType => f.write_str("content of an OPTIONS request needs a content type"),
            Self::NotSwitched => f.write_str("the connection did not switch protocols"),
        }
    }
}

impl core::error::Error for SubmitError {}
