//! The `Expect` field value.

use expectspec_message::Expectations;
use expectspec_message::expect::{ExpectField, members};

use crate::tested::read_expectations;

/// Everything that holds of the `Expect` field value, whatever its octets.
///
/// # Panics
/// When something does not hold.
pub fn expect_value(value: &[u8]) {
    counts_are_those_of_the_members(value);
    case_makes_no_difference(value);
    whitespace_around_makes_no_difference(value);
    empty_members_make_no_difference(value);
    what_is_printed_is_read_back(value);
    let lines: Vec<_> = value.split(|&octet| octet == b'\n').collect();
    lines_are_the_whole(&lines);
}

/// The counts of a value are those of its members, one by one, and each error names an octet of it
/// or its end.
///
/// # Panics
/// When they are not.
pub fn counts_are_those_of_the_members(value: &[u8]) {
    let sum = read(&[value]);
    let mut counted = Expectations::default();
    for member in members(value) {
        match &member {
            Ok(it) if is_continue(it) => counted.continues += 1,
            Ok(_) => counted.others += 1,
            Err(error) => {
                counted.malformed += 1;
                assert!(error.offset <= value.len());
            }
        }
    }
    assert_eq!(non_empty(sum), counted);
}

/// The value is case-insensitive (RFC 9110 §10.1.1).
///
/// # Panics
/// When it is not.
pub fn case_makes_no_difference(value: &[u8]) {
    assert_eq!(read(&[&value.to_ascii_uppercase()]), read(&[value]));
    assert_eq!(read(&[&value.to_ascii_lowercase()]), read(&[value]));
}

/// OWS around the value makes no difference (RFC 9110 §5.5).
///
/// # Panics
/// When it does.
pub fn whitespace_around_makes_no_difference(value: &[u8]) {
    let spaced = [b" \t", value, b"\t "].concat();
    // A quoted-string that does not end takes the whitespace in, and is malformed all the same; a
    // `\` at the end of it takes the HTAB.
    assert_eq!(read(&[&spaced]), read(&[value]));
}

/// Empty list members count for nothing but themselves (RFC 9110 §5.6.1.2).
///
/// # Panics
/// When they do.
pub fn empty_members_make_no_difference(value: &[u8]) {
    let more = [b" ,\t, ", value].concat();
    assert_eq!(non_empty(read(&[&more])), non_empty(read(&[value])));
}

/// A value that is read prints, and what is printed is read as the same value.
///
/// # Panics
/// When it is not.
pub fn what_is_printed_is_read_back(value: &[u8]) {
    match ExpectField::parse(value) {
        Ok(field) => {
            let printed = field.to_octets();
            assert_eq!(ExpectField::parse(&printed).as_ref(), Ok(&field));
            assert_eq!(ExpectField::parse(&printed).map(|it| it.to_octets()), Ok(printed.clone()));
            assert_eq!(non_empty(read(&[&printed])), non_empty(read(&[value])));
            assert_eq!(field.members.len() as u64, members(value).count() as u64);
        }
        Err(error) => {
            assert!(error.offset <= value.len());
            assert!(read(&[value]).malformed > 0);
        }
    }
}

/// Field lines mean what they mean joined by commas (RFC 9110 §5.3), as long as every quoted-string
/// ends in its line.
///
/// # Panics
/// When they do not.
pub fn lines_are_the_whole(lines: &[&[u8]]) {
    let closed = lines.split_last().is_none_or(|(_, lines)| lines.iter().all(|it| is_closed(it)));
    if closed {
        let whole = lines.join(&b", "[..]);
        assert_eq!(non_empty(read(&[&whole])), non_empty(read(lines)));
    }
}

/// Whether every quoted-string ends.
pub(crate) fn is_closed(line: &[u8]) -> bool {
    let mut quoted = false;
    let mut octets = line.iter();
    while let Some(octet) = octets.next() {
        match octet {
            b'"' => quoted = !quoted,
            b'\\' if quoted => drop(octets.next()),
            _ => {}
        }
    }
    !quoted
}

fn read(lines: &[&[u8]]) -> Expectations {
    let mut sum = Expectations::default();
    lines.iter().for_each(|line| read_expectations(&mut sum, line));
    sum
}

fn non_empty(sum: Expectations) -> Expectations {
    Expectations { empty: 0, ..sum }
}

fn is_continue(expectation: &expectspec_message::Expectation<'_>) -> bool {
    expectation.name.eq_ignore_ascii_case(b"100-continue") && expectation.value.is_none()
}
