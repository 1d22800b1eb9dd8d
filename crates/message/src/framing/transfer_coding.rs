//! The `Transfer-Encoding` field (RFC 9112 §6.1).

use super::{BadFraming, TRANSFER_ENCODING};
use crate::head::{Head, unfold};
use crate::octet::{is_field_content, list_members, ows_len, token_len};

/// What the list of transfer codings amounts to.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Codings {
    chunked: u32,
    others: u32,
    malformed: u32,
    last: Option<Coding>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Coding {
    Chunked,
    Other,
    Malformed,
}

impl Codings {
    /// Reads all field lines as one list.
    pub(super) fn read(head: &Head, message: &[u8]) -> Self {
        let mut codings = Self::default();
        for value in head.values(message, TRANSFER_ENCODING) {
            for member in list_members(&unfold(value)) {
                codings.add(Coding::read(member));
            }
        }
        codings
    }

    fn add(&mut self, coding: Coding) {
        let count = match coding {
            Coding::Chunked => &mut self.chunked,
            Coding::Other => &mut self.others,
            Coding::Malformed => &mut self.malformed,
        };
        *count = count.saturating_add(1);
        self.last = Some(coding);
    }

    /// Why the list means nothing, wherever chunked stands.
    pub(super) fn fault(&self) -> Option<BadFraming> {
        (self.malformed > 0 || self.chunked > 1).then_some(BadFraming::TransferEncoding)
    }

    pub(super) fn ends_chunked(&self) -> bool {
        self.last == Some(Coding::Chunked)
    }

    pub(super) fn has_unknown(&self) -> bool {
        self.others > 0
    }
}

impl Coding {
    /// ```text
    /// transfer-coding = token *( OWS ";" OWS transfer-parameter )
    /// ```
    ///
    /// chunked defines no parameters, their presence is an error (RFC 9112 §7.1).
    fn read(member: &[u8]) -> Self {
        let (name, mut rest) = member.split_at(token_len(member));
        let is_chunked = name.eq_ignore_ascii_case(b"chunked");
        if name.is_empty() || (is_chunked && !rest.is_empty()) {
            return Self::Malformed;
        }
        while !rest.is_empty() {
            let Some(behind) = parameter(rest) else { return Self::Malformed };
            rest = behind;
        }
        if is_chunked { Self::Chunked } else { Self::Other }
    }
}

/// ```text
/// OWS ";" OWS token BWS "=" BWS ( token / quoted-string )
/// ```
///
/// Gives what is behind it.
fn parameter(octets: &[u8]) -> Option<&[u8]> {
    let name = skip_ows(skip_ows(octets).strip_prefix(b";")?);
    let equals = skip_ows(&name[at_least_one(token_len(name))?..]);
    let value = skip_ows(equals.strip_prefix(b"=")?);
    match value.strip_prefix(b"\"") {
        Some(inside) => quoted_string(inside),
        None => Some(&value[at_least_one(token_len(value))?..]),
    }
}

/// What is behind the closing quote.
fn quoted_string(inside: &[u8]) -> Option<&[u8]> {
    let mut octets = inside.iter();
    loop {
        let octet = match *octets.next()? {
            b'"' => return Some(octets.as_slice()),
            b'\\' => *octets.next()?,
            octet => octet,
        };
        if !is_field_content(octet) {
            return None;
        }
    }
}

fn at_least_one(len: usize) -> Option<usize> {
    (len > 0).then_some(len)
}

fn skip_ows(octets: &[u8]) -> &[u8] {
    &octets[ows_len(octets)..]
}
