//! What becomes of the content of requests on its way.

use expectspec_message::{ChunkedReader, ChunkedStep, Framing};

use super::{Hop, Relaying};

/// P50: the content that goes on is what came, or the beginning of it, whether or not anybody
/// invited it.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn content_arrives_as_it_was_sent(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.passed() {
        let sent = content(passed.client);
        for attempt in &passed.attempts {
            let arrived = content(*attempt);
            let complete = attempt.exchange.request.end.is_some();
            if !sent.starts_with(&arrived) || (complete && arrived != sent) {
                let tag = passed.client.tag().escape_ascii();
                return Err(format!("{} of {} octets of {tag}", arrived.len(), sent.len()));
            }
        }
    }
    Ok(())
}

/// P51: a request that its client has not completed is not completed toward the origin server.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn nothing_is_completed_that_was_not_complete(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.passed() {
        let sent = passed.client.exchange.request.end;
        for attempt in &passed.attempts {
            if let Some(end) = attempt.exchange.request.end
                && sent.is_none_or(|sent| sent > end)
            {
                return Err(format!("{} was completed", passed.client.tag().escape_ascii()));
            }
        }
    }
    Ok(())
}

/// The content of a request without its framing.
fn content(hop: Hop<'_>) -> Vec<u8> {
    let request = &hop.exchange.request;
    let start = request.offset + request.head_octets;
    let octets = hop.connection.sent.octets().get(start..).unwrap_or_default();
    let len = usize::try_from(request.content.octets).unwrap_or(usize::MAX).min(octets.len());
    let mut octets = &octets[..len];
    if request.framing.framing != Framing::Chunked {
        return octets.to_vec();
    }
    let mut reader = ChunkedReader::default();
    let mut content = Vec::new();
    while let Ok(ChunkedStep::Data { consumed, data }) = reader.read(octets) {
        content.extend_from_slice(&octets[consumed - data..consumed]);
        octets = &octets[consumed..];
    }
    content
}
