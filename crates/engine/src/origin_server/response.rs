//! Responses, and how their octets are written.

use alloc::vec::Vec;

use expectspec_message::octet::{is_field_content, is_ows, is_token};

use super::Connection;
use super::reason::reason_phrase;

/// A field line of a response.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Field<'a> {
    /// The field name, a token.
    pub name: &'a str,
    /// The field value.
    pub value: &'a [u8],
}

/// A final response as the application gives it.
///
/// The server adds `Content-Length` and `Connection`, and leaves out the content where the request
/// method is HEAD.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Response<'a> {
    /// The status code, 200 to 599.
    pub code: u16,
    /// The field lines, without `Connection`, `Content-Length`, `Transfer-Encoding`, `Upgrade`.
    pub fields: &'a [Field<'a>],
    /// The content; none with 204, 205 and 304.
    pub content: &'a [u8],
    /// Whether the application lets the connection persist.
    pub connection: Connection,
}

/// What the `Connection` field of a response says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ConnectionField<'a> {
    /// There is none.
    None,
    Close,
    KeepAlive,
    /// `upgrade`, with an `Upgrade` field of this protocol.
    Upgrade(&'a str),
}

/// Whether content may be written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Content<'a> {
    /// No content and no `Content-Length`: interim responses, 204, 304.
    Never,
    /// `Content-Length` without the content: responses to HEAD.
    LengthOnly(&'a [u8]),
    Octets(&'a [u8]),
}

/// 100 (Continue), nothing but what RFC 9112 §4 demands.
pub(super) const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// Writes a response.
///
/// ```text
/// status-line = HTTP-version SP status-code SP [ reason-phrase ]
/// ```
pub(super) fn write(
    out: &mut Vec<u8>,
    code: u16,
    fields: &[Field<'_>],
    connection: ConnectionField<'_>,
    content: Content<'_>,
) {
    out.extend_from_slice(b"HTTP/1.1 ");
    write_decimal(out, usize::from(code));
    out.push(b' ');
    out.extend_from_slice(reason_phrase(code).as_bytes());
    out.extend_from_slice(b"\r\n");
    for field in fields {
        write_field(out, field.name, field.value);
    }
    match connection {
        ConnectionField::None => {}
        ConnectionField::Close => out.extend_from_slice(b"Connection: close\r\n"),
        ConnectionField::KeepAlive => out.extend_from_slice(b"Connection: keep-alive\r\n"),
        ConnectionField::Upgrade(protocol) => {
            out.extend_from_slice(b"Connection: upgrade\r\n");
            write_field(out, "Upgrade", protocol.as_bytes());
        }
    }
    if let Content::LengthOnly(octets) | Content::Octets(octets) = content {
        out.extend_from_slice(b"Content-Length: ");
        write_decimal(out, octets.len());
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"\r\n");
    if let Content::Octets(octets) = content {
        out.extend_from_slice(octets);
    }
}

pub(super) fn write_field(out: &mut Vec<u8>, name: &str, value: &[u8]) {
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b": ");
    out.extend_from_slice(value);
    out.extend_from_slice(b"\r\n");
}

pub(super) fn write_decimal(out: &mut Vec<u8>, mut number: usize) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// Whether the application may send this field line: it is well-formed, and not the server's own.
pub(super) fn is_sendable(field: &Field<'_>) -> bool {
    let name = field.name.as_bytes();
    let value = field.value;
    !name.is_empty()
        && name.iter().all(|&octet| is_token(octet))
        && value.iter().all(|&octet| is_field_content(octet))
        && !value.first().is_some_and(|&octet| is_ows(octet))
        && !value.last().is_some_and(|&octet| is_ows(octet))
        && !SERVERS_OWN.iter().any(|own| name.eq_ignore_ascii_case(own))
}

const SERVERS_OWN: [&[u8]; 4] =
    [b"Connection", b"Content-Length", b"Transfer-Encoding", b"Upgrade"];
