//! Heads made of right pieces and a few wrong ones.

use proptest::prelude::*;

/// Heads of requests.
pub(crate) fn request() -> impl Strategy<Value = Vec<u8>> {
    head(vec![
        piece(&[b""], &[b"\r\n", b"\n", b" ", b"\r"]),
        piece(&[b"GET", b"PUT"], &[b"G(T", b""]),
        piece(&[b" "], &[b"  ", b"\t", b"\x0b", b""]),
        piece(&[b"/", b"/a?b", b"*", b"http://a/"], &[b"/a b", b"/\xff", b"", b"/\0"]),
        piece(&[b" "], &[b"  ", b"\r", b""]),
        piece(&[b"HTTP/1.1", b"HTTP/1.0"], &[b"HTTP/1.10", b"HTTP/2.0", b"http/1.1"]),
        piece(&[b""], &[b" "]),
        line_end(),
    ])
}

/// Heads of responses.
pub(crate) fn response() -> impl Strategy<Value = Vec<u8>> {
    head(vec![
        piece(&[b"HTTP/1.1", b"HTTP/1.0"], &[b"HTTP/1.10", b"ICY", b" HTTP/1.1"]),
        piece(&[b" "], &[b"  ", b"\t", b""]),
        piece(&[b"100", b"200", b"417", b"999"], &[b"20", b"2000", b"x"]),
        piece(&[b" "], &[b"", b"\t", b"  "]),
        piece(&[b"OK", b"Expectation Failed", b""], &[b"\xff", b"a\0b"]),
        line_end(),
    ])
}

fn head(mut start: Vec<BoxedStrategy<Vec<u8>>>) -> impl Strategy<Value = Vec<u8>> {
    let field = vec![
        piece(&[b"Expect", b"content-length", b"X", b"a_b~1"], &[b"A b", b"", b" Y", b"\xff"]),
        piece(&[b":", b": ", b":\t "], &[b" :", b"", b": \r\n ", b": \n\t"]),
        piece(&[b"100-continue", b"5", b"a, \"b\"", b"", b"\xff\t"], &[b"a\0b", b"\x01", b"\x7f"]),
        piece(&[b"", b" ", b"\t "], &[b"\r", b"\r\n b", b"\r\n"]),
        line_end(),
    ];
    let fields = prop::collection::vec(field, 0..5)
        .prop_map(|fields: Vec<Vec<Vec<u8>>>| fields.concat().concat());
    start.push(fields.boxed());
    start.push(piece(&[b"\r\n"], &[b"\n", b"", b"\r"]));
    let octet_over = prop::option::weighted(0.2, (any::<prop::sample::Index>(), any::<u8>()));
    (start, octet_over).prop_map(|(pieces, octet_over)| {
        let mut message = pieces.concat();
        if let Some((at, octet)) = octet_over
            && !message.is_empty()
        {
            let at = at.index(message.len());
            message[at] = octet;
        }
        message
    })
}

fn line_end() -> BoxedStrategy<Vec<u8>> {
    piece(&[b"\r\n"], &[b"\n", b"\r\r\n"])
}

/// Mostly one of the right pieces.
fn piece(right: &[&'static [u8]], wrong: &[&'static [u8]]) -> BoxedStrategy<Vec<u8>> {
    let right = prop::sample::select(right.to_vec());
    let wrong = prop::sample::select(wrong.to_vec());
    prop_oneof![20 => right, 1 => wrong].prop_map(<[u8]>::to_vec).boxed()
}
