//! The `Content-Length` field (RFC 9110 §8.6).

use super::{BadFraming, CONTENT_LENGTH, Framing};
use crate::head::{Head, unfold};
use crate::octet::list_members;

/// What all field lines together say; `None` if there are none.
///
/// ```text
/// Content-Length = 1*DIGIT
/// ```
///
/// A list of equal numbers is that number; empty members do not count (RFC 9110 §5.6.1.2).
pub(super) fn read(head: &Head, message: &[u8]) -> Option<Framing> {
    let mut field = None;
    for value in head.values(message, CONTENT_LENGTH) {
        let line = read_list(&unfold(value));
        field = Some(field.map_or(line, |above| both(above, line)));
    }
    // Lines with nothing but empty members.
    field.map(|sum| sum.unwrap_or(Framing::Bad(BadFraming::ContentLength)))
}

/// `None` if there are empty members only.
fn read_list(value: &[u8]) -> Option<Framing> {
    list_members(value).map(read_number).reduce(same)
}

fn both(above: Option<Framing>, line: Option<Framing>) -> Option<Framing> {
    match (above, line) {
        (Some(above), Some(line)) => Some(same(above, line)),
        (one, None) | (None, one) => one,
    }
}

/// One framing out of two members; a malformed member weighs more than one too large.
fn same(one: Framing, other: Framing) -> Framing {
    match (one, other) {
        _ if one == other => one,
        (Framing::Bad(BadFraming::ContentLengthTooLarge), Framing::Length(_))
        | (Framing::Length(_), Framing::Bad(BadFraming::ContentLengthTooLarge)) => {
            Framing::Bad(BadFraming::ContentLengthTooLarge)
        }
        _ => Framing::Bad(BadFraming::ContentLength),
    }
}

fn read_number(member: &[u8]) -> Framing {
    if !member.iter().all(u8::is_ascii_digit) {
        return Framing::Bad(BadFraming::ContentLength);
    }
    let number = member.iter().try_fold(0_u64, |number, digit| {
        number.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
    });
    number.map_or(Framing::Bad(BadFraming::ContentLengthTooLarge), Framing::Length)
}
