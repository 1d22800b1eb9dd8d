//! Chunked content.

use expectspec_message::{ChunkedError, ChunkedReader, ChunkedStep};

use crate::pieces::cuts;
use crate::tested;

/// Everything that holds of chunked content, whatever the octets.
///
/// # Panics
/// When something does not hold.
pub fn chunked(octets: &[u8]) {
    pieces_make_no_difference(octets);
    agrees_with_the_grammar(octets);
    what_is_chunked_is_read_back(octets);
}

/// What was read of chunked content.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Outcome {
    content: Vec<u8>,
    trailers: Vec<u8>,
    end: End,
}

/// How the reading ended: after how many octets, or why not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    Partial,
    Complete(usize),
    Error(ChunkedError, usize),
}

/// The whole is read as octet by octet and as in any pieces: content, trailers, end and errors.
///
/// # Panics
/// When it is not.
pub fn pieces_make_no_difference(octets: &[u8]) {
    let whole = read(octets, &[octets.len()]);
    for lens in cuts(octets.len()) {
        assert_eq!(read(octets, &lens), whole, "{lens:?}");
    }
}

/// The same for a single cut.
pub(crate) fn a_cut_makes_no_difference(octets: &[u8], cut: usize) {
    let whole = read(octets, &[octets.len()]);
    assert_eq!(read(octets, &[cut, octets.len()]), whole, "{cut}");
}

fn read(octets: &[u8], lens: &[usize]) -> Outcome {
    let mut reader = ChunkedReader::default();
    let mut content = Vec::new();
    let mut at = 0;
    let mut end = End::Partial;
    'pieces: for len in lens {
        while at < *len {
            match reader.read(&octets[at..*len]) {
                Ok(ChunkedStep::Partial) => at = *len,
                Ok(ChunkedStep::Data { consumed, data }) => {
                    assert!(0 < data && data <= consumed && at + consumed <= *len);
                    at += consumed;
                    content.extend_from_slice(&octets[at - data..at]);
                }
                Ok(ChunkedStep::End { consumed }) => {
                    end = End::Complete(at + consumed);
                    break 'pieces;
                }
                Err((error, offset)) => {
                    end = End::Error(error, at + offset);
                    break 'pieces;
                }
            }
        }
    }
    let content = tested::chunked_content(content, octets);
    Outcome { content, trailers: reader.trailers().to_vec(), end }
}

/// What is read is what the grammar says (RFC 9112 §7.1), by a reader that has all octets at once.
///
/// # Panics
/// When it is not.
pub fn agrees_with_the_grammar(octets: &[u8]) {
    let read = read(octets, &[octets.len()]);
    let too_long = matches!(read.end, End::Error(ChunkedError::TooLong, _));
    match by_the_grammar(octets) {
        _ if too_long => {}
        Some((content, trailers, len)) => {
            assert_eq!(read, Outcome { content, trailers, end: End::Complete(len) });
        }
        None => assert!(!matches!(read.end, End::Complete(_)), "{read:?}"),
    }
}

/// ```text
/// chunked-body = *chunk last-chunk trailer-section CRLF
/// chunk        = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
/// ```
fn by_the_grammar(octets: &[u8]) -> Option<(Vec<u8>, Vec<u8>, usize)> {
    let mut content = Vec::new();
    let mut rest = octets;
    loop {
        let (line, behind) = line(rest)?;
        let digits = line.iter().take_while(|octet| octet.is_ascii_hexdigit()).count();
        let (size, extension) = line.split_at(digits);
        let size = u64::from_str_radix(str::from_utf8(size).ok()?, 16).ok()?;
        let spaces = extension.iter().take_while(|octet| matches!(octet, b' ' | b'\t')).count();
        if !extension.is_empty() && !extension[spaces..].starts_with(b";") {
            return None;
        }
        rest = behind;
        if size == 0 {
            break;
        }
        let size = usize::try_from(size).ok().filter(|size| *size <= rest.len())?;
        content.extend_from_slice(&rest[..size]);
        rest = rest[size..].strip_prefix(b"\r\n")?;
    }
    let trailers = rest;
    loop {
        let (line, behind) = line(rest)?;
        if line.is_empty() {
            let trailers = trailers[..trailers.len() - rest.len()].to_vec();
            return Some((content, trailers, octets.len() - behind.len()));
        }
        rest = behind;
    }
}

/// A line that ends with CRLF and holds neither otherwise, and what is behind it.
fn line(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = octets.iter().position(|octet| matches!(octet, b'\r' | b'\n'))?;
    let behind = octets[end..].strip_prefix(b"\r\n")?;
    Some((&octets[..end], behind))
}

/// Any content, cut into chunks, is read back, and octets behind it are left alone.
///
/// # Panics
/// When it is not.
pub fn what_is_chunked_is_read_back(content: &[u8]) {
    let mut octets = Vec::new();
    for (index, chunk) in content.chunks(7).enumerate() {
        let extension = if index % 2 == 0 { "" } else { " ;a=\"b\"" };
        octets.extend_from_slice(format!("{:x}{extension}\r\n", chunk.len()).as_bytes());
        octets.extend_from_slice(chunk);
        octets.extend_from_slice(b"\r\n");
    }
    octets.extend_from_slice(b"0\r\nX: y\r\n\r\n");
    let end = octets.len();
    octets.extend_from_slice(b"GET");
    let outcome = read(&octets, &[octets.len()]);
    if end < ChunkedReader::EXTENSION_OCTETS_MAX {
        assert_eq!(outcome.end, End::Complete(end));
        assert_eq!(outcome.content, content);
        assert_eq!(outcome.trailers, b"X: y\r\n");
    }
}
