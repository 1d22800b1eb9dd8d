//! Why the server does not do what its application asks.

use core::fmt;

use super::Violation;

/// Why the server does not do what its application asks. Nothing was sent.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CommandError {
    /// The state does not allow it, such as an interim response after the final one.
    Violation(Violation),
    /// There is a new request that the application has not polled.
    RequestNotPolled,
    /// The status code is none for this command.
    StatusCode(u16),
    /// A response with this status code has no content.
    Content(u16),
    /// The field with this index is malformed, or one that the server itself sends.
    Field(usize),
    /// HTTP/1.0 has no interim responses (RFC 9110 §15.2).
    InterimToHttp10,
    /// The request does not offer the protocol that the policy names.
    UpgradeNotOffered,
    /// The connection did not switch protocols.
    NotSwitched,
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violation(violation) => violation.fmt(f),
            Self::RequestNotPolled => f.write_str("a new request has not been polled"),
            Self::StatusCode(code) => write!(f, "{code} is no status code for this command"),
            Self::Content(code) => write!(f, "a {code} response has no content"),
            Self::Field(index) => write!(f, "field {index} can't be sent"),
            Self::InterimToHttp10 => f.write_str("HTTP/1.0 has no interim responses"),
            Self::UpgradeNotOffered => f.write_str("the client does not offer the protocol"),
            Self::NotSwitched => f.write_str("the connection did not switch protocols"),
        }
    }
}

impl core::error::Error for CommandError {}
