//! It makes no difference in how many pieces a head comes.

use expectspec_message::{Head, HeadError, HeadReader, Limits, Progress};
use proptest::prelude::*;

mod near_valid;

type Outcome = (Result<Progress<usize>, HeadError>, Head);

const HEADS: &[&[u8]] = &[
    b"GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\nhello",
    b"\r\n\nPUT  /a HTTP/1.0\nA : b\r\n\tc\r\n\rD: \0\r\n: \r\nx\r\n y\r\n\n",
    b"GET / HTTP/1.1\r\n A: b\r\n\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    b"HTTP/1.1 417\r\nA: b\r\r\n\r\n",
    b"GET / HTTP/1.10\r\n\r\n",
    b"GET /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\n\r\n",
    b"GET / HTTP/1.1\r\nA: 1111111111111111111111111111111111111111111111111111111111111111\r\n",
    b"\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    b"GET",
    b"",
];

const LIMITS: Limits = Limits {
    start_line_octets_max: 40,
    field_section_octets_max: 60,
    field_lines_max: 4,
    empty_lines_max: 3,
};

#[test]
fn whole_is_octet_by_octet_is_every_split() {
    for message in HEADS {
        for reader in [HeadReader::request(LIMITS), HeadReader::response(LIMITS)] {
            let whole = read(&reader, message, [message.len()]);
            assert_eq!(read(&reader, message, 0..=message.len()), whole);
            for split in 0..=message.len() {
                assert_eq!(read(&reader, message, [split, message.len()]), whole, "at {split}");
            }
        }
    }
}

#[test]
fn a_complete_head_stays_complete() {
    let mut reader = HeadReader::request(LIMITS);
    let message = b"GET / HTTP/1.1\r\n\r\nA: b\r\n\r\n";
    assert_eq!(reader.read(message), Ok(Progress::Complete(18)));
    assert_eq!(reader.read(message), Ok(Progress::Complete(18)));
    assert!(reader.head().fields.is_empty());
}

#[test]
fn a_reader_reads_message_after_message() {
    let mut reader = HeadReader::request(LIMITS);
    for (index, message) in HEADS.iter().enumerate() {
        let _ = reader.read(message);
        if index % 2 == 0 {
            reader.reset()
        } else {
            drop(reader.take())
        }
        let mut fresh = HeadReader::request(LIMITS);
        let next = b"\nPUT / HTTP/1.1\r\n A: b\r\nB: c\r\n\r\n";
        assert_eq!(reader.read(next), fresh.read(next));
        assert_eq!(reader.take(), fresh.take());
    }
}

proptest! {
    #[test]
    fn a_near_valid_head_reads_the_same_in_pieces(
        (message, reader) in head_and_reader(),
        lens in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut lens: Vec<_> = lens.iter().map(|len| len.index(message.len() + 1)).collect();
        lens.sort_unstable();
        lens.push(message.len());
        let whole = read(&reader, &message, [message.len()]);
        prop_assert_eq!(&read(&reader, &message, 0..=message.len()), &whole);
        prop_assert_eq!(&read(&reader, &message, lens), &whole);
    }

    #[test]
    fn arbitrary_octets_never_panic(message in prop::collection::vec(any::<u8>(), 0..200)) {
        for mut reader in [HeadReader::request(LIMITS), HeadReader::response(LIMITS)] {
            let _ = reader.read(&message);
        }
    }

    #[test]
    fn anomalies_stand_in_the_order_of_the_octets(
        (message, mut reader) in head_and_reader(),
    ) {
        let _ = reader.read(&message);
        let head = reader.take();
        prop_assert!(head.anomalies.is_sorted_by_key(|it| it.offset));
        prop_assert!(head.anomalies.iter().all(|it| (it.offset as usize) < message.len()));
    }
}

/// Reads the message as it grows to each of `lens`, until it is complete or an error.
fn read(reader: &HeadReader, message: &[u8], lens: impl IntoIterator<Item = usize>) -> Outcome {
    let mut reader = reader.clone();
    let mut progress = Ok(Progress::Partial);
    for len in lens {
        progress = reader.read(&message[..len]);
        if progress != Ok(Progress::Partial) {
            break;
        }
    }
    (progress, reader.take())
}

fn head_and_reader() -> impl Strategy<Value = (Vec<u8>, HeadReader)> {
    prop_oneof![
        near_valid::request().prop_map(|head| (head, HeadReader::request(LIMITS))),
        near_valid::response().prop_map(|head| (head, HeadReader::response(LIMITS))),
    ]
}
