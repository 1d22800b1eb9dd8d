//! Everyone counts the same requests, and content arrives as it was sent.

use expectspec_judge::{Connection, Reading, Request, tag_of};
use expectspec_machines::Arrived;
use expectspec_message::{ChunkedReader, ChunkedStep, Framing};

use crate::composition::Made;
use crate::explore::Problem;

/// Checks what passed at one socket: each request on it is one that the client made, as far as it got,
/// and nothing else passed.
pub(super) fn check(reading: &Reading, made: &[Made]) -> Result<(), Problem> {
    for connection in &reading.connections {
        if connection.garbage.is_some() || !connection.strays.is_empty() {
            return wrong("octets that answer no request");
        }
        for exchange in &connection.exchanges {
            let request = &exchange.request;
            if request.head_end.is_none() {
                continue;
            }
            let tag = tag_of(request.target(&connection.sent)).unwrap_or_default();
            let content = content_of(request, connection);
            is_sent(tag, &content, request.end.is_some(), made)?;
        }
    }
    Ok(())
}

/// Checks what the application of an origin server was told: requests that stand in the octets, in order,
/// and no other. One that the server refuses by itself it does not tell.
pub(super) fn check_arrived(
    arrived: &[Arrived],
    reading: &Reading,
    made: &[Made],
) -> Result<(), Problem> {
    let mut stood = reading.connections.iter().flat_map(|connection| {
        let requests = connection.exchanges.iter().map(|it| &it.request);
        requests.map(|it| tag_of(it.target(&connection.sent)).unwrap_or_default())
    });
    for it in arrived {
        if !stood.any(|tag| tag == it.tag) {
            let tag = it.tag.escape_ascii();
            return wrong(&format!("the server told of a request {tag} that does not stand there"));
        }
        is_sent(&it.tag, &it.content, it.is_complete, made)?;
    }
    Ok(())
}

fn is_sent(tag: &[u8], content: &[u8], is_complete: bool, made: &[Made]) -> Result<(), Problem> {
    let of_tag = |it: &&Made| tag.starts_with(it.tag.as_bytes());
    let Some(sent) = made.iter().find(of_tag) else {
        return wrong(&format!("nobody made a request {}", tag.escape_ascii()));
    };
    let fits =
        if is_complete { content == sent.content } else { sent.content.starts_with(content) };
    if fits {
        return Ok(());
    }
    wrong(&format!(
        "the content of {} is {}, and not {}",
        sent.tag,
        content.escape_ascii(),
        sent.content.escape_ascii()
    ))
}

/// The content of a request as far as it passed.
fn content_of(request: &Request, connection: &Connection) -> Vec<u8> {
    let message = &connection.sent.octets()[request.offset..];
    let behind = &message[request.head_octets.min(message.len())..];
    match request.framing.framing {
        Framing::Length(octets) => {
            let octets = usize::try_from(octets).unwrap_or(usize::MAX);
            behind[..behind.len().min(octets)].to_vec()
        }
        Framing::Chunked => dechunked(behind),
        Framing::None | Framing::UntilClose | Framing::Bad(_) => Vec::new(),
    }
}

fn dechunked(mut octets: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut reader = ChunkedReader::default();
    while let Ok(ChunkedStep::Data { consumed, data }) = reader.read(octets) {
        content.extend_from_slice(&octets[consumed - data..consumed]);
        octets = &octets[consumed..];
    }
    content
}

fn wrong(what: &str) -> Result<(), Problem> {
    Err(Problem::Misframed(what.to_owned()))
}
