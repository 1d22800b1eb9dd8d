//! Content without its framing, to be compared across the two sides (RFC 9112 §6, §7.1).

use expectspec_message::{ChunkedReader, ChunkedStep, Framing};

use super::Hop;
use crate::{Connection, Response};

/// The content of a message, as far as it passed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::monitors) struct Deframed {
    /// Its octets, without chunked framing.
    pub octets: Vec<u8>,
    /// How it was delimited.
    pub framing: Framing,
    /// Whether it came to its end.
    pub is_complete: bool,
}

/// The trailer section of a request, field lines with their line ends, as far as it passed.
pub(in crate::monitors) fn trailers_of_request(hop: Hop<'_>) -> Vec<u8> {
    let request = hop.request();
    let start = request.offset + request.head_octets;
    let octets = hop.connection.sent.octets().get(start..).unwrap_or_default();
    let len = usize::try_from(request.content.octets).unwrap_or(usize::MAX).min(octets.len());
    match request.framing.framing {
        Framing::Chunked => unchunked(&octets[..len]).1,
        _ => Vec::new(),
    }
}

/// The content of a request.
pub(in crate::monitors) fn content_of_request(hop: Hop<'_>) -> Deframed {
    let request = hop.request();
    let start = request.offset + request.head_octets;
    let framing = request.framing.framing;
    let octets = hop.connection.sent.octets().get(start..).unwrap_or_default();
    Deframed {
        octets: deframed(octets, framing, request.content.octets),
        framing,
        is_complete: request.end.is_some(),
    }
}

/// The content of a response, as far as it passed.
pub(in crate::monitors) fn content_of_response(
    connection: &Connection,
    response: &Response,
) -> Vec<u8> {
    let start = response.offset + response.head_octets;
    let octets = connection.received.octets().get(start..).unwrap_or_default();
    deframed(octets, response.framing, response.content.octets)
}

fn deframed(octets: &[u8], framing: Framing, len: u64) -> Vec<u8> {
    let len = usize::try_from(len).unwrap_or(usize::MAX).min(octets.len());
    let octets = &octets[..len];
    match framing {
        Framing::None | Framing::Bad(_) => Vec::new(),
        Framing::Length(_) | Framing::UntilClose => octets.to_vec(),
        Framing::Chunked => unchunked(octets).0,
    }
}

/// Content and trailer section.
fn unchunked(mut octets: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut reader = ChunkedReader::default();
    let mut content = Vec::new();
    while let Ok(ChunkedStep::Data { consumed, data }) = reader.read(octets) {
        content.extend_from_slice(&octets[consumed - data..consumed]);
        octets = &octets[consumed..];
    }
    (content, reader.trailers().to_vec())
}
