//! Reading allocates nothing where it happens again and again.

use allocation_counter::measure;
use expectspec_message::{ChunkedReader, ChunkedStep, Expectations, HeadReader, Limits, Progress};

const VALUES: [&[u8]; 8] = [
    b"100-continue",
    b" 100-Continue\t",
    b", 100-continue ,\t,",
    b"foo=bar;p=q; ;r=\"s\", 100-continue",
    b"foo=\"a, \\\"100-continue\\\" ,b\"",
    b"100-continue;a=b, =, \"",
    b"",
    b",,,,,,,,",
];

#[test]
fn no_allocation_for_a_field_value() {
    for value in VALUES {
        let allocations = measure(|| Expectations::default().read(value));
        assert_eq!(allocations.count_total, 0, "{}", value.escape_ascii());
    }
}

const REQUEST: &[u8] =
    b"POST /upload HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
const ODD: &[u8] = b"\r\nGET  / HTTP/1.1\nHost : t\r\n a\0b\r\nX: \x01\r\n\r\n";

#[test]
fn no_allocation_for_a_head_by_a_reader_that_has_read_one() {
    for octets in [REQUEST, ODD] {
        let mut reader = HeadReader::request(Limits::default());
        assert_eq!(reader.read(octets), Ok(Progress::Complete(octets.len())));
        let allocations = measure(|| {
            reader.reset();
            for len in 0..=octets.len() {
                let _ = reader.read(&octets[..len]);
            }
            let head = reader.head();
            let _ = Expectations::of(head, octets);
            let _ = expectspec_message::framing::of_request(head, octets);
        });
        assert_eq!(allocations.count_total, 0, "{}", octets.escape_ascii());
    }
}

#[test]
fn no_allocation_for_chunks() {
    let octets = b"5;a=\"b\"\r\nhello\r\n0000\r\n\r\n";
    let mut reader = ChunkedReader::default();
    let allocations = measure(|| {
        let mut at = 0;
        while let Ok(ChunkedStep::Data { consumed, .. }) = reader.read(&octets[at..]) {
            at += consumed;
        }
    });
    assert_eq!(allocations.count_total, 0);
}

#[test]
fn an_allocation_would_be_seen() {
    assert!(measure(|| drop(std::hint::black_box(vec![0_u8; 9]))).count_total > 0);
}
