//! How long the message body is (RFC 9112 §6).

mod content_length;
mod transfer_coding;

use crate::{Head, StartLine, Version};
use transfer_coding::Codings;

/// How a message body is delimited.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Framing {
    /// There is none.
    None,
    /// This many octets.
    Length(u64),
    /// The chunked transfer coding.
    Chunked,
    /// Until the connection ends (responses only).
    UntilClose,
    /// It can't be determined reliably.
    Bad(BadFraming),
}

/// Why the length of a message body can't be determined (RFC 9112 §6.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BadFraming {
    /// `Content-Length` is not a number, or a list of different numbers. One number several times is
    /// that number (RFC 9110 §8.6).
    ContentLength,
    /// `Content-Length` is a number above `u64::MAX`.
    ContentLengthTooLarge,
    /// `Transfer-Encoding` is present in a request and chunked is not its last coding, even if there
    /// is no coding at all.
    ChunkedNotLast,
    /// chunked is applied more than once or has parameters, or the list is malformed.
    TransferEncoding,
}

/// A request whose framing may be read in two ways (RFC 9112 §6.1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ambiguity {
    /// Both `Content-Length` and `Transfer-Encoding`.
    LengthAndTransferEncoding,
    /// `Transfer-Encoding` in an HTTP/1.0 message, with or without `Content-Length`.
    TransferEncodingInHttp10,
}

/// How a request is delimited, and what makes that doubtful.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RequestFraming {
    /// The framing.
    pub framing: Framing,
    /// Why the connection must be closed after the response all the same.
    pub ambiguity: Option<Ambiguity>,
    /// There is a transfer coding other than chunked (RFC 9112 §6.1: SHOULD 501).
    pub unknown_coding: bool,
}

impl Framing {
    /// Whether a message body is announced: chunked, or a length above zero.
    #[must_use]
    pub const fn has_content(self) -> bool {
        match self {
            Self::Chunked | Self::UntilClose => true,
            Self::Length(octets) => octets > 0,
            Self::None | Self::Bad(_) => false,
        }
    }
}

/// The framing of a request (RFC 9112 §6.3).
///
/// ```
/// use expectspec_message::framing::{Ambiguity, Framing, of_request};
/// use expectspec_message::{HeadReader, Limits};
///
/// let message = b"PUT / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n";
/// let mut reader = HeadReader::request(Limits::default());
/// reader.read(message).unwrap();
///
/// let framing = of_request(reader.head(), message);
/// assert_eq!(framing.framing, Framing::Chunked);
/// assert_eq!(framing.ambiguity, Some(Ambiguity::LengthAndTransferEncoding));
/// ```
#[must_use]
pub fn of_request(head: &Head, message: &[u8]) -> RequestFraming {
    if !head.has(message, TRANSFER_ENCODING) {
        let framing = content_length::read(head, message).unwrap_or(Framing::None);
        return RequestFraming { framing, ambiguity: None, unknown_coding: false };
    }
    let codings = Codings::read(head, message);
    let framing = match codings.fault() {
        Some(fault) => Framing::Bad(fault),
        None if codings.ends_chunked() => Framing::Chunked,
        None => Framing::Bad(BadFraming::ChunkedNotLast),
    };
    let ambiguity = if head.version().is_some_and(|version| version < Version::HTTP_11) {
        Some(Ambiguity::TransferEncodingInHttp10)
    } else if head.has(message, CONTENT_LENGTH) {
        Some(Ambiguity::LengthAndTransferEncoding)
    } else {
        None
    };
    RequestFraming { framing, ambiguity, unknown_coding: codings.has_unknown() }
}

/// The framing of a response to a request with `method` (RFC 9112 §6.3). Interim, 204 and 304
/// responses, responses to HEAD, and 2xx responses to CONNECT have none.
///
/// ```
/// use expectspec_message::framing::{Framing, of_response};
/// use expectspec_message::{HeadReader, Limits};
///
/// let message = b"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n";
/// let mut reader = HeadReader::response(Limits::default());
/// reader.read(message).unwrap();
///
/// assert_eq!(of_response(reader.head(), message, b"PUT"), Framing::Length(0));
/// assert_eq!(of_response(reader.head(), message, b"HEAD"), Framing::None);
/// ```
#[must_use]
pub fn of_response(head: &Head, message: &[u8], method: &[u8]) -> Framing {
    if let Some(StartLine::Response { code, .. }) = head.start
        && has_no_content(code, method)
    {
        return Framing::None;
    }
    if !head.has(message, TRANSFER_ENCODING) {
        return content_length::read(head, message).unwrap_or(Framing::UntilClose);
    }
    let codings = Codings::read(head, message);
    match codings.fault() {
        Some(fault) => Framing::Bad(fault),
        None if codings.ends_chunked() => Framing::Chunked,
        None => Framing::UntilClose,
    }
}

fn has_no_content(code: u16, method: &[u8]) -> bool {
    match method {
        b"HEAD" => true,
        b"CONNECT" if code / 100 == 2 => true,
        _ => matches!(code, 100..=199 | 204 | 304),
    }
}

const CONTENT_LENGTH: &[u8] = b"content-length";
const TRANSFER_ENCODING: &[u8] = b"transfer-encoding";
