//! Chunked content in any number of pieces.

use expectspec_message::{
    ChunkedError::{self, *},
    ChunkedReader, ChunkedStep,
};
use proptest::prelude::*;

/// What reading came to: content, trailer section, and where and how it ended.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Outcome {
    content: Vec<u8>,
    trailers: Vec<u8>,
    end: Result<Option<usize>, (ChunkedError, usize)>,
}

const COMPLETE: &[(&[u8], &[u8], &[u8])] = &[
    (b"0\r\n\r\n", b"", b""),
    (b"000\r\n\r\n", b"", b""),
    (b"5\r\nhello\r\n0\r\n\r\n", b"hello", b""),
    (b"2\r\nhe\r\n3\r\nllo\r\n00\r\n\r\n", b"hello", b""),
    (b"00A\r\n0123456789\r\n0\r\n\r\n", b"0123456789", b""),
    (b"a\r\n0123456789\r\n0\r\n\r\n", b"0123456789", b""),
    (b"4\r\n\r\n\r\n\r\n0\r\n\r\n", b"\r\n\r\n", b""),
    (b"1;a\r\nx\r\n0;b=\"c;\";d\r\n\r\n", b"x", b""),
    (b"1 \t; a = b\r\nx\r\n0 ;\r\n\r\n", b"x", b""),
    (b"0\r\nA: b\r\nC:\r\n d\r\n\r\n", b"", b"A: b\r\nC:\r\n d\r\n"),
];

#[test]
fn content_and_trailers_come_out() {
    for &(input, content, trailers) in COMPLETE {
        let outcome = check_pieces(input);
        assert_eq!(outcome.content, content, "{}", input.escape_ascii());
        assert_eq!(outcome.trailers, trailers, "{}", input.escape_ascii());
        assert_eq!(outcome.end, Ok(Some(input.len())), "{}", input.escape_ascii());
    }
}

#[test]
fn what_follows_the_end_is_not_consumed() {
    for &(input, ..) in COMPLETE {
        let outcome = check_pieces(&[input, b"GET / HTTP/1.1\r\n\r\n"].concat());
        assert_eq!(outcome.end, Ok(Some(input.len())), "{}", input.escape_ascii());
    }
}

#[test]
fn what_is_not_complete_is_partial() {
    for &(input, ..) in COMPLETE {
        for len in 0..input.len() {
            assert_eq!(check_pieces(&input[..len]).end, Ok(None), "{}", input.escape_ascii());
        }
    }
}

const REFUSED: &[(&[u8], ChunkedError, usize)] = &[
    (b"\r\n", Size, 0),
    (b"\n", Size, 0),
    (b";a\r\n", Size, 0),
    (b" 5\r\n", Size, 0),
    (b"-1\r\n", Size, 0),
    (b"+1\r\n", Size, 0),
    (b"0x5\r\n", Size, 1),
    (b"5g\r\n", Size, 1),
    (b"5 \r\n", Size, 2),
    (b"5 5\r\n", Size, 2),
    (b"ffffffffffffffff0\r\n", SizeTooLarge, 16),
    (b"0010000000000000000\r\n", SizeTooLarge, 18),
    (b"1\r\nxx\r\n", DataEnd, 4),
    (b"1\r\nx\n", DataEnd, 4),
    (b"1\r\nx\r\r\n", DataEnd, 5),
    (b"1\r\nx0\r\n\r\n", DataEnd, 4),
    (b"5\nhello", LineEnd, 1),
    (b"5\r5", LineEnd, 2),
    (b"5 \n", LineEnd, 2),
    (b"5;a\n", LineEnd, 3),
    (b"5;a\ra\r\n", LineEnd, 4),
    (b"0\n\n", LineEnd, 1),
    (b"0\r\n\n", LineEnd, 3),
    (b"0\r\n\rx", LineEnd, 4),
    (b"0\r\nA: b\n\r\n", LineEnd, 7),
    (b"0\r\nA: b\rc\r\n", LineEnd, 8),
];

#[test]
fn what_is_outside_the_grammar_is_refused_with_the_offset() {
    for &(input, error, offset) in REFUSED {
        assert_eq!(check_pieces(input).end, Err((error, offset)), "{}", input.escape_ascii());
    }
}

#[test]
fn the_largest_size_is_counted() {
    let mut reader = ChunkedReader::default();
    let input = b"FFFFFFFFFFFFFFFF\r\nx";
    assert_eq!(reader.read(input), Ok(ChunkedStep::Data { consumed: 19, data: 1 }));
}

#[test]
fn extensions_and_leading_zeros_are_bounded_in_all() {
    let max = ChunkedReader::EXTENSION_OCTETS_MAX;
    let half = [&b"1;"[..], &vec![b'x'; max / 2 - 1], b"\r\nx\r\n"].concat();
    let input = [&half[..], &half, b"0;"].concat();
    assert_eq!(read(&input, &[input.len()]).end, Err((TooLong, input.len() - 1)));
    let zeros = vec![b'0'; max + 2];
    assert_eq!(read(&zeros, &[zeros.len()]).end, Err((TooLong, max + 1)));
}

#[test]
fn the_number_of_chunks_is_not_bounded() {
    let input = [&b"1\r\nx\r\n".repeat(20_000)[..], b"0\r\n\r\n"].concat();
    let outcome = read(&input, &[input.len()]);
    assert_eq!((outcome.content.len(), outcome.end), (20_000, Ok(Some(input.len()))));
}

#[test]
fn trailers_are_bounded() {
    let max = ChunkedReader::TRAILER_OCTETS_MAX;
    let input = [&b"0\r\nA:"[..], &vec![b'x'; max]].concat();
    assert_eq!(read(&input, &[input.len()]).end, Err((TooLong, max + 3)));
    let input = [&b"0\r\nA:"[..], &vec![b'x'; max - 4], b"\r\n\r\n"].concat();
    assert_eq!(read(&input, &[input.len()]).end, Ok(Some(input.len())));
}

#[test]
fn ends_are_final() {
    let mut reader = ChunkedReader::default();
    assert_eq!(reader.read(b"0\r\n\r\n"), Ok(ChunkedStep::End { consumed: 5 }));
    assert_eq!(reader.read(b"5\r\n"), Ok(ChunkedStep::End { consumed: 0 }));
    let mut reader = ChunkedReader::default();
    assert_eq!(reader.read(b"5x"), Err((Size, 1)));
    assert_eq!(reader.read(b"5\r\n"), Err((Size, 0)));
    assert_eq!(reader.read(b""), Err((Size, 0)));
}

proptest! {
    #[test]
    fn content_comes_back_whatever_the_pieces(
        chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..20), 0..5),
        lens in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut input = Vec::new();
        for chunk in &chunks {
            input.extend_from_slice(format!("{:X}\r\n", chunk.len()).as_bytes());
            input.extend_from_slice(chunk);
            input.extend_from_slice(b"\r\n");
        }
        input.extend_from_slice(b"0\r\n\r\n");
        let mut lens: Vec<_> = lens.iter().map(|len| len.index(input.len() + 1)).collect();
        lens.sort_unstable();
        lens.push(input.len());
        let outcome = read(&input, &lens);
        prop_assert_eq!(outcome.content, chunks.concat());
        prop_assert_eq!(outcome.end, Ok(Some(input.len())));
    }

    #[test]
    fn near_valid_octets_read_the_same_in_pieces(
        input in prop::collection::vec(prop::sample::select(&b"0012af;= \r\n\r\n\r\nx"[..]), 0..24),
    ) {
        check_pieces(&input);
    }

    #[test]
    fn arbitrary_octets_never_panic(input in prop::collection::vec(any::<u8>(), 0..64)) {
        read(&input, &[input.len()]);
    }
}

/// Whole = octet by octet = every split; gives the outcome.
fn check_pieces(input: &[u8]) -> Outcome {
    let whole = read(input, &[input.len()]);
    let octet_by_octet: Vec<_> = (0..=input.len()).collect();
    assert_eq!(read(input, &octet_by_octet), whole, "{}", input.escape_ascii());
    for split in 0..=input.len() {
        let outcome = read(input, &[split, input.len()]);
        assert_eq!(outcome, whole, "{} split at {split}", input.escape_ascii());
    }
    whole
}

/// Reads input that grows to each of `lens`.
fn read(input: &[u8], lens: &[usize]) -> Outcome {
    let mut reader = ChunkedReader::default();
    let mut content = Vec::new();
    let mut at = 0;
    let mut end = Ok(None);
    for &len in lens {
        while end == Ok(None) && at < len {
            match reader.read(&input[at..len]) {
                Ok(ChunkedStep::Partial) => at = len,
                Ok(ChunkedStep::Data { consumed, data }) => {
                    at += consumed;
                    content.extend_from_slice(&input[at - data..at]);
                }
                Ok(ChunkedStep::End { consumed }) => end = Ok(Some(at + consumed)),
                Err((error, offset)) => end = Err((error, at + offset)),
            }
        }
    }
    Outcome { content, trailers: reader.trailers().to_vec(), end }
}
