//! How long the message body is, field by field.

use expectspec_message::framing::{
    Ambiguity::{self, *},
    BadFraming, Framing, RequestFraming, of_request, of_response,
};
use expectspec_message::{Head, HeadReader, Limits, Progress};

const BAD_LENGTH: Framing = Framing::Bad(BadFraming::ContentLength);
const TOO_LARGE: Framing = Framing::Bad(BadFraming::ContentLengthTooLarge);
const NOT_LAST: Framing = Framing::Bad(BadFraming::ChunkedNotLast);
const BAD_CODING: Framing = Framing::Bad(BadFraming::TransferEncoding);

/// `Content-Length` in all its forms, for requests and for responses alike.
const LENGTHS: &[(&str, Framing)] = &[
    ("Content-Length: 5", Framing::Length(5)),
    ("content-length:0", Framing::Length(0)),
    ("Content-Length: 005", Framing::Length(5)),
    ("Content-Length: 5, 5", Framing::Length(5)),
    ("Content-Length: 5,05,,5,", Framing::Length(5)),
    ("Content-Length: 5\r\nContent-Length: 5", Framing::Length(5)),
    ("Content-Length: 5\r\nContent-Length:", Framing::Length(5)),
    ("Content-Length:\r\n 5,\r\n 5", Framing::Length(5)),
    ("Content-Length: 18446744073709551615", Framing::Length(u64::MAX)),
    ("Content-Length: 00000000000000000000018446744073709551615", Framing::Length(u64::MAX)),
    ("Content-Length: 18446744073709551616", TOO_LARGE),
    ("Content-Length: 99999999999999999999999999", TOO_LARGE),
    ("Content-Length: 99999999999999999999999999, 5", TOO_LARGE),
    ("Content-Length: 5\r\nContent-Length: 99999999999999999999999999", TOO_LARGE),
    ("Content-Length: 99999999999999999999999999, x", BAD_LENGTH),
    ("Content-Length:", BAD_LENGTH),
    ("Content-Length: ,", BAD_LENGTH),
    ("Content-Length: +5", BAD_LENGTH),
    ("Content-Length: -1", BAD_LENGTH),
    ("Content-Length: 5x", BAD_LENGTH),
    ("Content-Length: 0x5", BAD_LENGTH),
    ("Content-Length: 5 5", BAD_LENGTH),
    ("Content-Length: 5\r\n 5", BAD_LENGTH),
    ("Content-Length: 5.0", BAD_LENGTH),
    ("Content-Length: \"5\"", BAD_LENGTH),
    ("Content-Length: 5, 6", BAD_LENGTH),
    ("Content-Length: 5\r\nContent-Length: 6", BAD_LENGTH),
    ("Content-Length: 5\r\nContent-Length: x\r\nContent-Length: 5", BAD_LENGTH),
];

#[test]
fn content_length_is_one_number() {
    for &(fields, framing) in LENGTHS {
        let request = RequestFraming { framing, ambiguity: None, unknown_coding: false };
        assert_eq!(request_framing("HTTP/1.1", fields), request, "{fields}");
        assert_eq!(request_framing("HTTP/1.0", fields), request, "{fields}");
        assert_eq!(response_framing(200, fields, b"GET"), framing, "{fields}");
    }
}

/// Transfer codings: framing of a request, whether unknown ones are among them, and framing of a
/// response.
const CODINGS: &[(&str, Framing, bool, Framing)] = &[
    ("chunked", Framing::Chunked, false, Framing::Chunked),
    ("CHUNKED", Framing::Chunked, false, Framing::Chunked),
    (", chunked ,", Framing::Chunked, false, Framing::Chunked),
    ("gzip, chunked", Framing::Chunked, true, Framing::Chunked),
    ("gzip\r\nTransfer-Encoding: chunked", Framing::Chunked, true, Framing::Chunked),
    ("a;b=c;d=\"e,\\\"f\", chunked", Framing::Chunked, true, Framing::Chunked),
    ("a ; b = c, chunked", Framing::Chunked, true, Framing::Chunked),
    ("gzip,\r\n chunked", Framing::Chunked, true, Framing::Chunked),
    ("gzip", NOT_LAST, true, Framing::UntilClose),
    ("identity", NOT_LAST, true, Framing::UntilClose),
    ("xchunked", NOT_LAST, true, Framing::UntilClose),
    ("chunked, gzip", NOT_LAST, true, Framing::UntilClose),
    ("chunked\r\nTransfer-Encoding: identity", NOT_LAST, true, Framing::UntilClose),
    ("", NOT_LAST, false, Framing::UntilClose),
    (",", NOT_LAST, false, Framing::UntilClose),
    ("chunked, chunked", BAD_CODING, false, BAD_CODING),
    ("chunked, gzip, chunked", BAD_CODING, true, BAD_CODING),
    ("chunked;a=b", BAD_CODING, false, BAD_CODING),
    ("chunked;", BAD_CODING, false, BAD_CODING),
    ("chun ked", BAD_CODING, false, BAD_CODING),
    ("\x0bchunked", BAD_CODING, false, BAD_CODING),
    ("\"chunked\"", BAD_CODING, false, BAD_CODING),
    ("a;, chunked", BAD_CODING, false, BAD_CODING),
    ("a;b, chunked", BAD_CODING, false, BAD_CODING),
    ("a;b=, chunked", BAD_CODING, false, BAD_CODING),
    ("a;b=\"c, chunked", BAD_CODING, false, BAD_CODING),
    ("a;b=\"\x01\", chunked", BAD_CODING, false, BAD_CODING),
    ("=, chunked", BAD_CODING, false, BAD_CODING),
];

#[test]
fn chunked_must_come_last_and_once() {
    for &(codings, request, unknown_coding, response) in CODINGS {
        let fields = format!("Transfer-Encoding: {codings}");
        let expected = RequestFraming { framing: request, ambiguity: None, unknown_coding };
        assert_eq!(request_framing("HTTP/1.1", &fields), expected, "{codings}");
        assert_eq!(response_framing(200, &fields, b"GET"), response, "{codings}");
    }
}

#[test]
fn transfer_encoding_weighs_more_than_content_length() {
    for length in ["5", "x", ""] {
        let fields = format!("Content-Length: {length}\r\nTransfer-Encoding: chunked");
        check_ambiguity("HTTP/1.1", &fields, Framing::Chunked, LengthAndTransferEncoding);
        check_ambiguity("HTTP/1.0", &fields, Framing::Chunked, TransferEncodingInHttp10);
        assert_eq!(response_framing(200, &fields, b"GET"), Framing::Chunked);
    }
    let fields = "Transfer-Encoding: chunked;\r\nContent-Length: 5";
    check_ambiguity("HTTP/1.1", fields, BAD_CODING, LengthAndTransferEncoding);
}

#[test]
fn transfer_encoding_in_http_10_is_ambiguous() {
    let fields = "Transfer-Encoding: chunked";
    check_ambiguity("HTTP/1.0", fields, Framing::Chunked, TransferEncodingInHttp10);
    assert_eq!(request_framing("HTTP/1.2", fields).ambiguity, None);
}

fn check_ambiguity(version: &str, fields: &str, framing: Framing, ambiguity: Ambiguity) {
    let expected = RequestFraming { framing, ambiguity: Some(ambiguity), unknown_coding: false };
    assert_eq!(request_framing(version, fields), expected, "{version} {fields}");
}

#[test]
fn without_a_field_only_responses_have_content() {
    let none = RequestFraming { framing: Framing::None, ambiguity: None, unknown_coding: false };
    assert_eq!(request_framing("HTTP/1.1", "A: b"), none);
    assert_eq!(response_framing(200, "A: b", b"GET"), Framing::UntilClose);
}

#[test]
fn some_responses_have_no_content_whatever_the_fields_say() {
    for fields in ["A: b", "Content-Length: 5", "Content-Length: x", "Transfer-Encoding: chunked"] {
        for code in 0..=999 {
            let with_content = response_framing(200, fields, b"GET");
            let none_by_code = code / 100 == 1 || code == 204 || code == 304;
            let expected = if none_by_code { Framing::None } else { with_content };
            assert_eq!(response_framing(code, fields, b"GET"), expected, "{code} {fields}");
            let none = none_by_code || code / 100 == 2;
            let expected = if none { Framing::None } else { with_content };
            assert_eq!(response_framing(code, fields, b"CONNECT"), expected, "{code} {fields}");
            assert_eq!(response_framing(code, fields, b"HEAD"), Framing::None);
            assert_eq!(response_framing(200, fields, b"head"), with_content);
        }
    }
}

#[test]
fn content_is_announced_by_chunked_or_a_length_above_zero() {
    let announced = [Framing::Chunked, Framing::UntilClose, Framing::Length(1)];
    assert!(announced.iter().all(|framing| framing.has_content()));
    let not_announced = [Framing::None, Framing::Length(0), BAD_LENGTH];
    assert!(!not_announced.iter().any(|framing| framing.has_content()));
}

fn request_framing(version: &str, fields: &str) -> RequestFraming {
    let message = format!("PUT / {version}\r\n{fields}\r\n\r\n");
    let head = read(HeadReader::request(Limits::default()), message.as_bytes());
    of_request(&head, message.as_bytes())
}

fn response_framing(code: u16, fields: &str, method: &[u8]) -> Framing {
    let message = format!("HTTP/1.1 {code:03} \r\n{fields}\r\n\r\n");
    let head = read(HeadReader::response(Limits::default()), message.as_bytes());
    of_response(&head, message.as_bytes(), method)
}

fn read(mut reader: HeadReader, message: &[u8]) -> Head {
    assert_eq!(reader.read(message), Ok(Progress::Complete(message.len())));
    reader.take()
}
