//! Message heads: the start-line and the field lines up to the empty line (RFC 9112 §2–§5).

mod anomaly;
mod error;
mod field_line;
mod limits;
mod reader;
mod start_line;
mod unfold;

use alloc::vec::Vec;

use crate::Span;
use crate::octet::list_members;

pub use anomaly::{Anomaly, AnomalyKind};
pub use error::{HeadError, HeadErrorKind};
pub use limits::Limits;
pub use reader::HeadReader;
pub use unfold::unfold;

/// A message head.
///
/// Spans count from the beginning of the message; every method that gives octets takes the message
/// that the head was read from.
///
/// ```
/// use expectspec_message::{AnomalyKind, HeadReader, Limits, Progress};
///
/// let message = b"POST /up HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\nExpect : foo\r\n\r\n";
/// let mut reader = HeadReader::request(Limits::default());
/// assert_eq!(reader.read(&message[..40]), Ok(Progress::Partial));
/// assert_eq!(reader.read(message), Ok(Progress::Complete(message.len())));
///
/// let head = reader.take();
/// assert!(head.has_member(message, b"connection", b"close"));
/// assert_eq!(head.values(message, b"expect").next(), Some(&b"foo"[..]));
/// assert_eq!(head.anomaly(AnomalyKind::SpaceBeforeColon).map(|it| it.offset), Some(56));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Head {
    /// The start-line; `None` until it is complete.
    pub start: Option<StartLine>,
    /// The field lines in the order received.
    pub fields: Vec<FieldLine>,
    /// What the grammar does not allow, in the order of the octets.
    pub anomalies: Vec<Anomaly>,
}

/// The start-line of a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StartLine {
    /// `request-line = method SP request-target SP HTTP-version` (RFC 9112 §3).
    Request {
        /// The method token.
        method: Span,
        /// The request-target.
        target: Span,
        /// The version of this message.
        version: Version,
    },
    /// `status-line = HTTP-version SP status-code SP [ reason-phrase ]` (RFC 9112 §4).
    Response {
        /// The version of this message.
        version: Version,
        /// The status code, three digits (000 to 999; what is sensible is not decided here).
        code: u16,
        /// The reason phrase, often empty.
        reason: Span,
    },
}

/// An HTTP version as it stands in a start-line.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Version {
    /// The digit before the dot.
    pub major: u8,
    /// The digit behind the dot.
    pub minor: u8,
}

/// One field line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct FieldLine {
    /// The field name, without whitespace before the colon.
    pub name: Span,
    /// The field line value without OWS at its ends. It may hold folds, NUL or bare CR; the
    /// anomalies of the head say so. [`unfold`] removes the folds.
    pub value: Span,
}

impl Head {
    pub(crate) const fn new() -> Self {
        Self { start: None, fields: Vec::new(), anomalies: Vec::new() }
    }

    /// The values of the field lines named `name` (ASCII case-insensitive), in order.
    pub fn values<'a>(
        &'a self,
        message: &'a [u8],
        name: &'a [u8],
    ) -> impl Iterator<Item = &'a [u8]> {
        self.fields
            .iter()
            .filter(move |field| field.name.of(message).eq_ignore_ascii_case(name))
            .map(move |field| field.value.of(message))
    }

    /// Whether any field line has this name.
    #[must_use]
    pub fn has(&self, message: &[u8], name: &[u8]) -> bool {
        self.values(message, name).next().is_some()
    }

    /// Whether the list field `name` has the member `token` (ASCII case-insensitive), such as
    /// `Connection: close`.
    #[must_use]
    pub fn has_member(&self, message: &[u8], name: &[u8], token: &[u8]) -> bool {
        self.values(message, name).any(|value| {
            list_members(&unfold(value)).any(|member| member.eq_ignore_ascii_case(token))
        })
    }

    /// The first anomaly of this kind.
    #[must_use]
    pub fn anomaly(&self, kind: AnomalyKind) -> Option<Anomaly> {
        self.anomalies.iter().copied().find(|anomaly| anomaly.kind == kind)
    }

    /// The version of the start-line, if it is complete.
    #[must_use]
    pub fn version(&self) -> Option<Version> {
        match self.start? {
            StartLine::Request { version, .. } | StartLine::Response { version, .. } => {
                Some(version)
            }
        }
    }
}

impl Version {
    /// HTTP/1.0.
    pub const HTTP_10: Self = Self { major: 1, minor: 0 };
    /// HTTP/1.1.
    pub const HTTP_11: Self = Self { major: 1, minor: 1 };

    /// Whether the version is HTTP/1.1 or later (RFC 9110 §10.1.1 says "HTTP/1.1 (or later)").
    #[must_use]
    pub const fn is_11_or_later(self) -> bool {
        self.major > 1 || (self.major == 1 && self.minor >= 1)
    }
}
