//! Field lines on their way from one connection to another (RFC 9110 §7.6).

use alloc::vec::Vec;

use expectspec_message::octet::list_members;
use expectspec_message::{Head, Version, unfold};

/// A field line that may go further: its name, and its value without folds.
#[derive(Clone, Debug)]
pub(super) struct Passing<'a> {
    pub(super) name: &'a [u8],
    pub(super) value: alloc::borrow::Cow<'a, [u8]>,
}

/// The field lines that are no matter of the connection that they came by (RFC 9110 §7.6.1), nor
/// regenerated for every message.
pub(super) fn passing<'a>(head: &'a Head, message: &'a [u8]) -> impl Iterator<Item = Passing<'a>> {
    head.fields
        .iter()
        .map(move |line| (line.name.of(message), line.value.of(message)))
        .filter(move |(name, _)| {
            !HOP_BY_HOP.iter().any(|it| name.eq_ignore_ascii_case(it))
                && !head.has_member(message, b"connection", name)
        })
        .map(|(name, value)| Passing { name, value: unfold(value) })
}

pub(super) fn write_line(out: &mut Vec<u8>, name: &[u8], value: &[u8]) {
    out.extend_from_slice(name);
    out.extend_from_slice(b": ");
    out.extend_from_slice(value);
    out.extend_from_slice(b"\r\n");
}

/// Writes the `Via` of this intermediary for a message that came with this version (RFC 9110 §7.6.3).
pub(super) fn write_via(out: &mut Vec<u8>, version: Version, pseudonym: &str) {
    let digits = [b'0' + version.major % 10, b'.', b'0' + version.minor % 10, b' '];
    write_line(out, b"Via", &[&digits, pseudonym.as_bytes()].concat());
}

/// The members of `value` without 100-continue, if that leaves any.
pub(super) fn without_continue(value: &[u8]) -> Option<Vec<u8>> {
    let others: Vec<_> = list_members(value).filter(|member| !is_continue(member)).collect();
    (!others.is_empty()).then(|| others.join(&b", "[..]))
}

pub(super) fn is_continue(member: &[u8]) -> bool {
    member.eq_ignore_ascii_case(b"100-continue")
}

/// Fields of one connection, and the framing, which every sender makes anew.
const HOP_BY_HOP: [&[u8]; 8] = [
    b"Connection",
    b"Content-Length",
    b"Keep-Alive",
    b"Proxy-Connection",
    b"TE",
    b"Trailer",
    b"Transfer-Encoding",
    b"Upgrade",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_expectations_stay_in_order() {
        assert_eq!(without_continue(b"100-Continue"), None);
        assert_eq!(without_continue(b""), None);
        assert_eq!(
            without_continue(b"b, 100-continue,, a=\"x, y\""),
            Some(b"b, a=\"x, y\"".to_vec())
        );
    }
}
