//! Octets that can't become a head, with the offset that says so.

use expectspec_message::{
    HeadError,
    HeadErrorKind::{self, *},
    HeadReader, Limits, Progress,
};

#[test]
fn request_lines_outside_the_grammar_are_refused() {
    check_request(b"G@T / HTTP/1.1\r\n", Method, 1);
    check_request(b"\"GET\" / HTTP/1.1\r\n", Method, 0);
    check_request(b"\x16\x03\x01\r\n", Method, 0);
    check_request(b" \t \r\n", Method, 3);
    check_request(b"\r\r\n", Method, 1);
    check_request(b"GE\0T / HTTP/1.1\r\n", Method, 2);
    check_request(b"GET\r\n", Target, 3);
    check_request(b"GET \r\n", Target, 4);
    check_request(b"GET HTTP/1.1\r\n", Target, 4);
    check_request(b"GET  HTTP/1.1\r\n", Target, 5);
    check_request(b"GET /a b HTTP/1.1\r\n", Target, 6);
    check_request(b"GET /a\x0bb HTTP/1.1\r\n", Target, 6);
    check_request(b"GET /\0 HTTP/1.1\r\n", Target, 5);
    check_request(b"GET /\x7f HTTP/1.1\r\n", Target, 5);
    check_request(b"GET / HTTP/1.1 x\r\n", Target, 5);
    check_request(b"GET /\r\n", Version, 5);
    check_request(b"GET / HTTP/1.10\r\n", Version, 14);
    check_request(b"GET / HTTP/11\r\n", Version, 12);
    check_request(b"GET / HTTP/1.\r\n", Version, 13);
    check_request(b"GET / HTTP/1\r\n", Version, 12);
    check_request(b"GET / HTTP/x.1\r\n", Version, 11);
    check_request(b"GET / http/1.1\r\n", Version, 6);
    check_request(b"GET / HTTPS/1.1\r\n", Version, 10);
    check_request(b"GET / x\r\n", Version, 6);
    check_request(b"\r\nGET / HTTP/1.10\r\n", Version, 16);
}

#[test]
fn status_lines_outside_the_grammar_are_refused() {
    check_response(b"HTTP/1.10 200 OK\r\n", Version, 8);
    check_response(b"HTTP/1.1200 OK\r\n", Version, 8);
    check_response(b"ICY 200 OK\r\n", Version, 0);
    check_response(b"\t \r\n", Version, 2);
    check_response(b"HTTP/1.1\r\n", StatusCode, 8);
    check_response(b"HTTP/1.1 \r\n", StatusCode, 9);
    check_response(b"HTTP/1.1 20 OK\r\n", StatusCode, 11);
    check_response(b"HTTP/1.1 2000 OK\r\n", StatusCode, 12);
    check_response(b"HTTP/1.1 2x0 OK\r\n", StatusCode, 10);
    check_response(b"HTTP/1.1 +20 OK\r\n", StatusCode, 9);
    check_response(b"HTTP/1.1 200OK\r\n", StatusCode, 12);
    check_response(b"HTTP/1.1 OK\r\n", StatusCode, 9);
}

fn check_request(message: &[u8], kind: HeadErrorKind, offset: u32) {
    check(HeadReader::request(Limits::default()), message, kind, offset);
}

fn check_response(message: &[u8], kind: HeadErrorKind, offset: u32) {
    check(HeadReader::response(Limits::default()), message, kind, offset);
}

fn check(mut reader: HeadReader, message: &[u8], kind: HeadErrorKind, offset: u32) {
    let expected = Err(HeadError { kind, offset });
    assert_eq!(reader.read(message), expected, "{}", message.escape_ascii());
    assert_eq!(reader.read(b"GET / HTTP/1.1\r\n\r\n"), expected, "an error is final");
}

const LIMITS: Limits = Limits {
    start_line_octets_max: 14,
    field_section_octets_max: 12,
    field_lines_max: 2,
    empty_lines_max: 1,
};

#[test]
fn what_is_at_the_limits_is_read() {
    let heads: [&[u8]; 4] = [
        b"\r\nGET / HTTP/1.1\r\nA:123456789\n\r\n",
        b"GET / HTTP/1.1\nA:12\r\nB:12\r\n\r\n",
        b"GET / HTTP/1.1\r\nA:1\r\n 2\r\n 3\n\n",
        b"GET / HTTP/1.1\r\nA:\r\nB:\r\n 3\n\r\n",
    ];
    for head in heads {
        let mut reader = HeadReader::request(LIMITS);
        for len in 0..head.len() {
            assert_eq!(reader.read(&head[..len]), Ok(Progress::Partial), "{}", head.escape_ascii());
        }
        reader.read(head).unwrap();
    }
}

#[test]
fn what_is_over_a_limit_is_refused_at_its_first_octet() {
    check_limit(b"GET /a HTTP/1.1", StartLineTooLong, 14);
    check_limit(b"GET / HTTP/1.1\r\r", StartLineTooLong, 14);
    check_limit(b"\r\nGET /a HTTP/1.1", StartLineTooLong, 16);
    check_limit(b"\r\n\r\n", TooManyEmptyLines, 2);
    check_limit(b"\n\n", TooManyEmptyLines, 1);
    check_limit(b"GET / HTTP/1.1\r\nA:12345678901", FieldSectionTooLong, 28);
    check_limit(b"GET / HTTP/1.1\r\nA:123456789\r\n", FieldSectionTooLong, 28);
    check_limit(b"GET / HTTP/1.1\r\nA:12345678\r\nx", FieldSectionTooLong, 28);
    check_limit(b"GET / HTTP/1.1\r\nA:12345678\r\n\rx", FieldSectionTooLong, 28);
    check_limit(b"GET / HTTP/1.1\r\nA:123456\r\n   ", FieldSectionTooLong, 28);
    check_limit(b"GET / HTTP/1.1\r\nA:\r\nB:\r\nx", TooManyFieldLines, 24);
    check_limit(b"GET / HTTP/1.1\r\nA:\nB:\n\rx", TooManyFieldLines, 22);
}

/// The error comes with the last octet of `message`, and is the same in one piece, even if more
/// follows.
fn check_limit(message: &[u8], kind: HeadErrorKind, offset: u32) {
    let shown = message.escape_ascii();
    let expected = Err(HeadError { kind, offset });
    let mut by_octet = HeadReader::request(LIMITS);
    for len in 0..message.len() {
        assert_eq!(by_octet.read(&message[..len]), Ok(Progress::Partial), "{shown} to {len}");
    }
    assert_eq!(by_octet.read(message), expected, "{shown}");
    assert_eq!(HeadReader::request(LIMITS).read(message), expected, "{shown}");
    let more = [message, b"\r\n\r\n"].concat();
    assert_eq!(HeadReader::request(LIMITS).read(&more), expected, "{shown} and more");
}

#[test]
fn no_limit_is_as_good_as_none() {
    let limits = Limits {
        start_line_octets_max: usize::MAX,
        field_section_octets_max: usize::MAX,
        field_lines_max: usize::MAX,
        empty_lines_max: usize::MAX,
    };
    let message = [&b"GET / HTTP/1.1\r\n"[..], &b"A: b\r\n".repeat(1000), b"\r\n"].concat();
    let mut reader = HeadReader::request(limits);
    assert_eq!(reader.read(&message), Ok(Progress::Complete(message.len())));
    assert_eq!(reader.head().fields.len(), 1000);
}
