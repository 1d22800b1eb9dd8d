//! The parser on generated octets.

use expectspec_properties::words::{EXPECTS, FIELDS, FRAMINGS, RESPONSES};
use expectspec_properties::{chunked, expect_value, head};
use proptest::prelude::*;

use crate::generate::{config, request_head};

#[test]
fn huge_expect_values_hold() {
    expect_value(&[b'a'; 64 * 1024]);
    expect_value(&b"100-continue,".repeat(10_000));
    expect_value(&b",".repeat(10_000));
    expect_value(&b"a=\"".repeat(10_000));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_expect_value_holds(value in any_octets(64)) {
        expect_value(&value);
    }

    #[test]
    fn near_expect_values_hold(value in of_pieces(VALUE_PIECES, 12)) {
        expect_value(&value);
    }

    #[test]
    fn any_head_holds(octets in any_octets(80)) {
        head(&octets);
    }

    #[test]
    fn near_request_heads_hold(request in request_head(), changed in changes()) {
        let octets = request.octets();
        // The longest target shows nothing that a shorter one does not.
        if octets.len() < 1000 {
            head(&change(octets, &changed));
        }
    }

    #[test]
    fn near_response_heads_hold(
        response in 0..RESPONSES.len(),
        fields in prop::collection::vec(field(), 0..4),
        changed in changes(),
    ) {
        let octets = RESPONSES[response].octets.to_vec();
        head(&change(octets.clone(), &changed));
        let mut lines = b"HTTP/1.1 417 Expectation Failed\r\n".to_vec();
        lines.extend(fields.concat());
        lines.extend(b"\r\n");
        head(&change(lines, &changed));
    }

    #[test]
    fn any_chunked_content_holds(octets in any_octets(80)) {
        chunked(&octets);
    }

    #[test]
    fn near_chunked_content_holds(octets in of_pieces(CHUNK_PIECES, 10)) {
        chunked(&octets);
    }
}

pub(crate) fn any_octets(len_max: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..len_max)
}

pub(crate) fn of_pieces(
    pieces: &'static [&[u8]],
    count_max: usize,
) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop::sample::select(pieces), 0..count_max).prop_map(|it| it.concat())
}

pub(crate) fn field() -> impl Strategy<Value = Vec<u8>> {
    let lines = [EXPECTS, FIELDS, FRAMINGS].into_iter().flatten().map(|word| word.octets);
    prop::sample::select(lines.collect::<Vec<_>>()).prop_map(<[u8]>::to_vec)
}

/// Octets to put over others, or in between.
pub(crate) fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    let octet =
        prop_oneof![prop::sample::select(b"\r\n\t :,;=\"\\\0\x7f\x80".to_vec()), any::<u8>(),];
    prop::collection::vec((any::<prop::sample::Index>(), octet), 0..3)
}

pub(crate) fn change(mut octets: Vec<u8>, changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    for (at, octet) in changes {
        let at = at.index(octets.len());
        if octet % 2 == 0 {
            octets[at] = *octet;
        } else {
            octets.insert(at, *octet);
        }
    }
    octets
}

pub(crate) const VALUE_PIECES: &[&[u8]] = &[
    b"100-continue",
    b"100-Continue",
    b"foo",
    b"=",
    b"bar",
    b"\"",
    b"\\",
    b",",
    b";",
    b" ",
    b"\t",
    b"\n",
    b"\"a,b\"",
    b"\\\"",
    b"\x80",
    b"\0",
    b"p=q",
];

const CHUNK_PIECES: &[&[u8]] = &[
    b"5\r\nhello\r\n",
    b"0\r\n\r\n",
    b"0\r\n",
    b"\r\n",
    b"5",
    b";a=b",
    b" ",
    b"\r",
    b"\n",
    b"hello",
    b"X: y\r\n",
    b"0005\r\n",
    b"ffffffffffffffff",
    b"a\r\n0123456789\r\n",
    b"1\r\n\n\r\n",
];
