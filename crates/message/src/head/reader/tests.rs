//! The work of the reader, counted, and its contract, broken.

use alloc::vec::Vec;

use super::*;

#[test]
fn octet_by_octet_no_octet_is_visited_more_than_three_times() {
    let mut message = Vec::from(*b"GET / HTTP/1.1\r\n");
    while message.len() < 48 * 1024 {
        message.extend_from_slice(b"Some-Name: some value\r\n");
    }
    message.extend_from_slice(b"Long: ");
    message.resize(64 * 1024, b'x');
    message.extend_from_slice(b"\r\n\r\n");
    let limits = Limits { field_lines_max: usize::MAX, ..Limits::default() };
    let mut reader = HeadReader::request(limits);

    for len in 0..message.len() {
        assert_eq!(reader.read(&message[..len]), Ok(Progress::Partial));
    }

    assert_eq!(reader.read(&message), Ok(Progress::Complete(message.len())));
    assert!(reader.octets_visited >= message.len());
    assert!(reader.octets_visited <= 3 * message.len());
}

#[test]
fn with_an_anomaly_on_every_line_no_octet_is_visited_more_than_three_times() {
    let message = [&b"GET / HTTP/1.1\n"[..], &b"Some : \0\n x\n".repeat(5000), b"\n"].concat();
    let limits = Limits { field_lines_max: usize::MAX, ..Limits::default() };
    for piece_len in [1, 2, 100, message.len()] {
        let mut reader = HeadReader::request(limits);
        for len in (0..message.len()).step_by(piece_len).chain([message.len()]) {
            reader.read(&message[..len]).unwrap();
        }
        assert_eq!(reader.read(&message), Ok(Progress::Complete(message.len())));
        assert!(reader.octets_visited >= message.len());
        assert!(reader.octets_visited <= 3 * message.len());
    }
}

#[test]
fn content_behind_the_limit_is_not_searched() {
    let limits = Limits { start_line_octets_max: 10, ..Limits::default() };
    let mut reader = HeadReader::request(limits);
    let error = reader.read(&[b'x'; 1000]).unwrap_err();
    assert_eq!(error, HeadError { kind: HeadErrorKind::StartLineTooLong, offset: 10 });
    assert_eq!(reader.octets_visited, 12);
}

#[test]
fn a_message_that_shrinks_is_partial() {
    let mut reader = HeadReader::request(Limits::default());
    assert_eq!(reader.read(b"GET / HTTP/1.1\r\nA: b"), Ok(Progress::Partial));
    assert_eq!(reader.read(b"GET"), Ok(Progress::Partial));
    assert_eq!(reader.read(b""), Ok(Progress::Partial));
    let mut reader = HeadReader::request(Limits::default());
    assert_eq!(reader.read(b"GET / HTTP/1.1\r\nA: b\r\n"), Ok(Progress::Partial));
    assert_eq!(reader.read(b"GET"), Ok(Progress::Partial));
}
