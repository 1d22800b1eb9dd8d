//! Requests as the user gives them.

use alloc::string::String;
use alloc::vec::Vec;

use expectspec_message::octet::{is_field_content, is_ows, is_token};

use super::{Connection, SubmitError};

/// A request as the user gives it.
///
/// The client adds `Host`, the framing, `Expect` and `Connection`.
///
/// ```
/// use expectspec_engine::client::{Content, Request};
///
/// let request = Request::new("PUT", "/up", "a").with_content(Content::Length(b"hello".to_vec()));
/// assert_eq!(request.content.octets(), 5);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// The method, any token but CONNECT, which makes no exchange but a tunnel (RFC 9110 §9.3.6).
    pub method: String,
    /// The request-target (RFC 9112 §3.2).
    pub target: String,
    /// The value of `Host`.
    pub host: String,
    /// More field lines, without those that the client itself sends. With `Upgrade` goes the
    /// connection option of that name.
    pub fields: Vec<Field>,
    /// The content.
    pub content: Content,
    /// Whether the content can be sent again.
    pub replay: Replay,
    /// Whether the user lets the connection persist.
    pub connection: Connection,
}

/// A field line of a request.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Field {
    /// The field name, a token.
    pub name: String,
    /// The field value.
    pub value: Vec<u8>,
}

/// The content of a request, and how it is delimited.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// There is none.
    None,
    /// With `Content-Length`. No octets are no content (RFC 9110 §8.6).
    Length(Vec<u8>),
    /// In the chunked transfer coding, a piece a chunk at least; empty ones are left out. To a server
    /// that is known not to read it, with `Content-Length` (RFC 9112 §6.1).
    Chunked(Vec<Vec<u8>>),
}

/// Whether content can be sent again.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Replay {
    /// It can.
    Possible,
    /// It is gone once it is sent, as from a pipe.
    Impossible,
}

impl Request {
    /// A request without content, on a connection that may persist.
    #[must_use]
    pub fn new(method: &str, target: &str, host: &str) -> Self {
        Self {
            method: method.into(),
            target: target.into(),
            host: host.into(),
            fields: Vec::new(),
            content: Content::None,
            replay: Replay::Possible,
            connection: Connection::Keep,
        }
    }

    /// The same request with this content.
    #[must_use]
    pub fn with_content(self, content: Content) -> Self {
        Self { content, ..self }
    }

    /// The same request with one more field line.
    #[must_use]
    pub fn with_field(mut self, name: &str, value: &[u8]) -> Self {
        self.fields.push(Field { name: name.into(), value: value.into() });
        self
    }

    /// Whether the request can be repeated without harm (RFC 9110 §9.2.2).
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        let idempotent = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"];
        idempotent.contains(&self.method.as_str())
    }

    pub(super) fn values(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        self.fields
            .iter()
            .filter(move |field| field.name.eq_ignore_ascii_case(name))
            .map(|field| &field.value[..])
    }

    /// Whether this can be sent.
    pub(super) fn check(&self) -> Result<(), SubmitError> {
        let has_content = self.content.octets() > 0;
        let is_visible = |text: &str| text.bytes().all(|octet| octet.is_ascii_graphic());
        if !is_token_of(&self.method) || self.method == "CONNECT" {
            Err(SubmitError::Method)
        } else if self.target.is_empty() || !is_visible(&self.target) {
            Err(SubmitError::Target)
        } else if !is_visible(&self.host) {
            Err(SubmitError::Host)
        } else if let Some(index) = self.fields.iter().position(|field| !field.is_sendable()) {
            Err(SubmitError::Field(index))
        } else if has_content && self.method == "TRACE" {
            Err(SubmitError::Content)
        } else if has_content
            && self.method == "OPTIONS"
            && self.values("Content-Type").count() != 1
        {
            Err(SubmitError::ContentType)
        } else {
            Ok(())
        }
    }
}

impl Content {
    /// How many octets there are.
    #[must_use]
    pub fn octets(&self) -> u64 {
        self.pieces().iter().map(|piece| piece.len() as u64).sum()
    }

    pub(super) fn pieces(&self) -> &[Vec<u8>] {
        match self {
            Self::None => &[],
            Self::Length(octets) => core::slice::from_ref(octets),
            Self::Chunked(pieces) => pieces,
        }
    }
}

impl Field {
    /// Whether the user may send this field line: it is well-formed, and not the client's own.
    fn is_sendable(&self) -> bool {
        let ends = [self.value.first(), self.value.last()];
        is_token_of(&self.name)
            && self.value.iter().all(|&octet| is_field_content(octet))
            && !ends.into_iter().flatten().any(|&octet| is_ows(octet))
            && !CLIENTS_OWN.iter().any(|own| self.name.eq_ignore_ascii_case(own))
    }
}

fn is_token_of(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_token)
}

const CLIENTS_OWN: [&str; 7] =
    ["Connection", "Content-Length", "Expect", "Host", "TE", "Trailer", "Transfer-Encoding"];
