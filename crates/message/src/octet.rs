//! The octet classes of RFC 9110 §5.6, and lists of members.

use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Whether `octet` is a `tchar` (RFC 9110 §5.6.2).
///
/// ```
/// use expectspec_message::octet::is_token;
///
/// assert!(b"100-continue".iter().all(|&octet| is_token(octet)));
/// assert!(!is_token(b';'));
/// ```
#[must_use]
pub const fn is_token(octet: u8) -> bool {
    TOKEN[octet as usize]
}

/// Whether `octet` is a `field-vchar`: VCHAR or obs-text (RFC 9110 §5.5).
#[must_use]
pub const fn is_field_vchar(octet: u8) -> bool {
    octet > b' ' && octet != DELETE
}

/// Whether `octet` may stand in a field value: `field-vchar`, SP or HTAB (RFC 9110 §5.5).
#[must_use]
pub const fn is_field_content(octet: u8) -> bool {
    is_field_vchar(octet) || is_ows(octet)
}

/// Whether the octet may stand for the space between the words of a start-line: SP, HTAB, VT, FF and
/// bare CR (RFC 9112 §3).
#[must_use]
pub const fn is_line_space(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t' | 0x0b | 0x0c | b'\r')
}

/// Whether `octet` is SP or HTAB, the only octets of `OWS` (RFC 9110 §5.6.3).
#[must_use]
pub const fn is_ows(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t')
}

/// Removes SP and HTAB from both ends (`OWS`, RFC 9110 §5.6.3).
#[must_use]
pub fn trim_ows(octets: &[u8]) -> &[u8] {
    trim_ows_end(&octets[ows_len(octets)..])
}

/// The members of a `#element` list (RFC 9110 §5.6.1), split at commas outside quoted-strings,
/// trimmed of OWS, empty members left out. For list fields such as `Connection`, `Upgrade`,
/// `Transfer-Encoding`.
///
/// ```
/// use expectspec_message::octet::list_members;
///
/// let members: Vec<_> = list_members(b"close, ,x=\"a,b\"").collect();
/// assert_eq!(members, [&b"close"[..], b"x=\"a,b\""]);
/// ```
pub fn list_members(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    split_list(value).map(|(_, member)| member).filter(|member| !member.is_empty())
}

/// The octets that a `token / quoted-string` stands for: without the quotes, each quoted-pair
/// replaced by its second octet (RFC 9110 §5.6.4). What is not quoted stays as it is.
///
/// ```
/// use expectspec_message::octet::unquote;
///
/// assert_eq!(&*unquote(br#""a\"b""#), br#"a"b"#);
/// assert_eq!(&*unquote(b"token"), b"token");
/// ```
#[must_use]
pub fn unquote(value: &[u8]) -> Cow<'_, [u8]> {
    let [b'"', inside @ .., b'"'] = value else { return Cow::Borrowed(value) };
    if !inside.contains(&b'\\') {
        return Cow::Borrowed(inside);
    }
    let mut octets = Vec::with_capacity(inside.len());
    let mut rest = inside.iter();
    while let Some(&octet) = rest.next() {
        let escaped = if octet == b'\\' { rest.next() } else { None };
        octets.push(*escaped.unwrap_or(&octet));
    }
    Cow::Owned(octets)
}

/// All members of a list, the empty ones too, trimmed of OWS, each with its offset in `value`.
///
/// A quoted-string that does not end hides all further commas.
pub(crate) fn split_list(value: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut next = Some(0);
    core::iter::from_fn(move || {
        let start = next?;
        let member = &value[start..start + member_len(&value[start..])];
        let end = start + member.len();
        next = (end < value.len()).then_some(end + 1);
        Some((start + ows_len(member), trim_ows(member)))
    })
}

/// Octets before the first comma that is outside a quoted-string.
fn member_len(octets: &[u8]) -> usize {
    let mut at = 0;
    while at < octets.len() {
        match octets[at] {
            b',' => return at,
            b'"' => at += quoted_len(&octets[at..]),
            _ => at += 1,
        }
    }
    octets.len()
}

/// Octets from the opening quote to the closing one, both included, or to the end.
fn quoted_len(octets: &[u8]) -> usize {
    let mut at = 1;
    while at < octets.len() {
        match octets[at] {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    octets.len()
}

/// How many octets of OWS stand at the front.
pub(crate) fn ows_len(octets: &[u8]) -> usize {
    octets.iter().position(|&octet| !is_ows(octet)).unwrap_or(octets.len())
}

/// How many octets of `token` stand at the front.
#[inline]
pub(crate) fn token_len(octets: &[u8]) -> usize {
    octets.iter().position(|&octet| !is_token(octet)).unwrap_or(octets.len())
}

/// Removes SP and HTAB from the end.
pub(crate) fn trim_ows_end(octets: &[u8]) -> &[u8] {
    let end = octets.iter().rposition(|&octet| !is_ows(octet)).map_or(0, |last| last + 1);
    &octets[..end]
}

/// How many octets stand before the first control octet (HTAB and DEL are such), eight at a time.
#[inline]
pub(crate) fn text_len(octets: &[u8]) -> usize {
    let (words, rest) = octets.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let controls = control_mask(u64::from_le_bytes(*word));
        if controls != 0 {
            return index * 8 + controls.trailing_zeros() as usize / 8;
        }
    }
    if let Some(word) = octets.last_chunk::<8>() {
        // Overlaps the words above, which have no control octet.
        let controls = control_mask(u64::from_le_bytes(*word));
        return octets.len() - 8 + controls.trailing_zeros() as usize / 8;
    }
    rest.iter().position(|&octet| octet < b' ' || octet == DELETE).unwrap_or(rest.len())
}

/// The high bit of each octet that is a control octet. A borrow can only set bits above the first
/// control octet, so the lowest bit set is right.
const fn control_mask(word: u64) -> u64 {
    let below_space = word.wrapping_sub(ONES * b' ' as u64) & !word;
    let no_delete = word ^ (ONES * DELETE as u64);
    let delete = no_delete.wrapping_sub(ONES) & !no_delete;
    (below_space | delete) & (ONES << 7)
}

const ONES: u64 = u64::MAX / 255;

const DELETE: u8 = 0x7f;

const TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut octet = 0;
    while octet < table.len() {
        table[octet] = matches!(
            octet as u8,
            b'!' | b'#' | b'$' | b'%' | b'&' | b'\'' | b'*' | b'+' | b'-' | b'.' | b'^' | b'_'
                | b'`' | b'|' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'
        );
        octet += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn every_octet() -> impl Iterator<Item = u8> {
        0..=u8::MAX
    }

    #[test]
    fn tchar_is_rfc_9110_5_6_2() {
        let tchar: Vec<u8> = every_octet().filter(|&octet| is_token(octet)).collect();
        let expected =
            b"!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~";
        assert_eq!(tchar, expected);
    }

    #[test]
    fn field_content_is_vchar_obs_text_and_ows() {
        for octet in every_octet() {
            let vchar_or_obs_text = matches!(octet, 0x21..=0x7e | 0x80..=0xff);
            assert_eq!(is_field_vchar(octet), vchar_or_obs_text, "{octet:#x}");
            let with_ows = vchar_or_obs_text || matches!(octet, 0x20 | 0x09);
            assert_eq!(is_field_content(octet), with_ows, "{octet:#x}");
        }
    }

    #[test]
    fn text_ends_at_every_control_octet_at_every_place() {
        for len in 0..20 {
            for at in 0..len {
                for octet in every_octet() {
                    let mut octets = [b'x'; 20];
                    octets[at] = octet;
                    let end = if octet < 0x20 || octet == 0x7f { at } else { len };
                    assert_eq!(text_len(&octets[..len]), end, "{octet:#x} at {at} of {len}");
                }
            }
        }
    }

    #[test]
    fn text_ends_at_the_first_of_two_octets() {
        for first in every_octet() {
            for second in every_octet() {
                let is_control = |octet: u8| octet < 0x20 || octet == 0x7f;
                let octets = [b'x', first, second, b'x', b'x', b'x', b'x', b'x'];
                let end = octets.iter().position(|&octet| is_control(octet)).unwrap_or(8);
                assert_eq!(text_len(&octets), end, "{first:#x} {second:#x}");
            }
        }
    }

    #[test]
    fn only_ows_is_trimmed() {
        assert_eq!(trim_ows(b" \t a b\t "), b"a b");
        assert_eq!(trim_ows(b"\x0ba\xa0"), b"\x0ba\xa0");
        assert_eq!(trim_ows(b" \t"), b"");
        assert_eq!(trim_ows(b""), b"");
    }

    #[test]
    fn lists_split_outside_quoted_strings() {
        check_list(b"", &[]);
        check_list(b" , ,\t", &[]);
        check_list(b"a", &[b"a"]);
        check_list(b" a ,\tb,,c ", &[b"a", b"b", b"c"]);
        check_list(br#"a="b,c",d"#, &[br#"a="b,c""#, b"d"]);
        check_list(br#"a="b\",c",d"#, &[br#"a="b\",c""#, b"d"]);
        check_list(br#"a="b\\",c"#, &[br#"a="b\\""#, b"c"]);
        check_list(br#"a\",b",c"#, &[br#"a\",b""#, b"c"]);
        check_list(br#"a,"b,c"#, &[b"a", br#""b,c"#]);
        check_list(br#"a,"b,c\"#, &[b"a", br#""b,c\"#]);
    }

    fn check_list(value: &[u8], expected: &[&[u8]]) {
        assert_eq!(list_members(value).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn unquoting_replaces_quoted_pairs() {
        assert_eq!(&*unquote(br#""a\\b\"c""#), br#"a\b"c"#);
        assert_eq!(&*unquote(br#""""#), b"");
        assert_eq!(&*unquote(br#"""#), br#"""#);
        assert_eq!(&*unquote(b"a\\b"), b"a\\b");
    }
}
