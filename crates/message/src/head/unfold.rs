//! Obsolete line folding, undone (RFC 9112 §5.2).

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::octet::{ows_len, trim_ows_end};

/// The field line value with each obs-fold replaced by one SP (RFC 9112 §5.2), which is one of the
/// two things a server may do with it.
///
/// ```text
/// obs-fold = OWS CRLF RWS
/// ```
///
/// ```
/// use expectspec_message::head::unfold;
///
/// assert_eq!(&*unfold(b"100-\r\n continue"), b"100- continue");
/// assert_eq!(&*unfold(b"100-continue"), b"100-continue");
/// ```
#[must_use]
pub fn unfold(value: &[u8]) -> Cow<'_, [u8]> {
    let Some(mut line_feed) = memchr::memchr(b'\n', value) else { return Cow::Borrowed(value) };
    let mut octets = Vec::with_capacity(value.len());
    let mut rest = value;
    loop {
        let (line, behind) = (&rest[..line_feed], &rest[line_feed + 1..]);
        octets.extend_from_slice(trim_ows_end(line.strip_suffix(b"\r").unwrap_or(line)));
        octets.push(b' ');
        rest = &behind[ows_len(behind)..];
        match memchr::memchr(b'\n', rest) {
            Some(next) => line_feed = next,
            None => break,
        }
    }
    octets.extend_from_slice(rest);
    Cow::Owned(octets)
}
