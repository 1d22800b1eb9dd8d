//! What passed on a connection, read by the letter of RFC 9112.

use std::time::Duration;

use expectspec_engine::client::Patience;
use expectspec_message::{
    ChunkedReader, ChunkedStep, Framing, Head, HeadReader, Limits, Progress, StartLine, framing,
};
use proptest::prelude::*;

use crate::world::Seen;

/// Checks what passed on one connection: whole requests, the last one perhaps cut; content after a
/// 100, a final response or the end of patience; nothing after a close option.
pub(crate) fn check_connection(seen: &Seen, patience: Patience) -> Result<(), TestCaseError> {
    let octets: Vec<u8> = seen.sent.iter().map(|&(octet, ..)| octet).collect();
    let mut at = 0;
    let mut closes = false;
    while at < octets.len() {
        prop_assert!(!closes, "nothing follows a request with the close option");
        let rest = &octets[at..];
        let mut reader = HeadReader::request(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(rest) else {
            return Err(TestCaseError::fail(format!("no head: {}", rest.escape_ascii())));
        };
        let head = reader.head();
        prop_assert!(head.anomalies.is_empty());
        let framing = framing::of_request(head, rest);
        prop_assert!(framing.ambiguity.is_none() && !framing.unknown_coding);
        let (content, _) = content_of(head, rest, len);
        let expects = head.has(rest, b"expect");
        prop_assert!(!expects || framing.framing.has_content());
        closes = head.has_member(rest, b"connection", b"close");
        let (_, sent, before) = seen.sent[at];
        if expects && content > 0 && patience != Patience::Bounded(Duration::ZERO) {
            let (_, begun, after) = seen.sent[at + len];
            let released = has_release(&seen.received[before..after]);
            let is_over = match patience {
                Patience::Bounded(patience) => begun >= sent + patience,
                Patience::Endless => false,
            };
            prop_assert!(released || is_over, "content was withheld");
        }
        at += len + content;
    }
    Ok(())
}

/// Checks that nothing is withheld without an expectation, nor longer than patience lasts with one,
/// on a transport that takes all.
pub(crate) fn check_promptness(seen: &Seen, patience: Patience) -> Result<(), TestCaseError> {
    let octets: Vec<u8> = seen.sent.iter().map(|&(octet, ..)| octet).collect();
    let mut at = 0;
    while at < octets.len() {
        let rest = &octets[at..];
        let mut reader = HeadReader::request(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(rest) else { break };
        let (content, _) = content_of(reader.head(), rest, len);
        let (_, sent, before) = seen.sent[at];
        let begun = if content > 0 { Some(seen.sent[at + len].1) } else { seen.closed };
        let is_released = has_release(&seen.received[before..]);
        match (begun, patience) {
            (Some(begun), _) if !reader.head().has(rest, b"expect") && content > 0 => {
                prop_assert_eq!(sent, begun, "nothing is withheld");
            }
            (Some(begun), Patience::Bounded(patience)) if content > 0 || !is_released => {
                let has_content = framing::of_request(reader.head(), rest).framing.has_content();
                prop_assert!(begun <= sent + patience || !has_content, "patience ends");
            }
            _ => {}
        }
        at += len + content;
    }
    Ok(())
}

/// How many octets of the message body follow the head of `len` octets, and whether that is all.
pub(crate) fn content_of(head: &Head, message: &[u8], len: usize) -> (usize, bool) {
    let octets = &message[len..];
    match framing::of_request(head, message).framing {
        Framing::Length(length) => {
            let length = usize::try_from(length).expect("content of tests is short");
            (octets.len().min(length), octets.len() >= length)
        }
        Framing::Chunked => {
            let mut reader = ChunkedReader::default();
            let mut at = 0;
            loop {
                match reader.read(&octets[at..]).expect("the client sends chunks") {
                    ChunkedStep::Partial => return (octets.len(), false),
                    ChunkedStep::Data { consumed, .. } => at += consumed,
                    ChunkedStep::End { consumed } => return (at + consumed, true),
                }
            }
        }
        Framing::None => (0, true),
        Framing::UntilClose | Framing::Bad(_) => unreachable!("no request is delimited so"),
    }
}

/// Whether a 100, a 101 or a final response begins the octets, behind other interim responses.
fn has_release(mut octets: &[u8]) -> bool {
    loop {
        let mut reader = HeadReader::response(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(octets) else { return false };
        match reader.head().start {
            Some(StartLine::Response { code: 102..=199, .. }) => octets = &octets[len..],
            _ => return true,
        }
    }
}

/// The heads of the requests on a connection.
pub(crate) fn heads(seen: &Seen) -> Vec<String> {
    let octets: Vec<u8> = seen.sent.iter().map(|&(octet, ..)| octet).collect();
    let mut heads = Vec::new();
    let mut rest = &octets[..];
    while !rest.is_empty() {
        let mut reader = HeadReader::request(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(rest) else { break };
        heads.push(String::from_utf8_lossy(&rest[..len]).into_owned());
        rest = &rest[len + content_of(reader.head(), rest, len).0..];
    }
    heads
}
