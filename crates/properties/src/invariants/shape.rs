//! What the octets of responses look like.

use super::{Seen, name, none};

/// S1: the server's octets are responses and nothing else, and each one comes to its end.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn octets_are_responses(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    if let Some(garbage) = connection.garbage {
        return Err(format!("no response at octet {}", garbage.offset));
    }
    if connection.client_reset.is_some() {
        return Ok(());
    }
    let cut =
        seen.responses().find(|(_, response)| response.end.is_none() || response.broken.is_some());
    none(cut.map(|(_, response)| format!("{} is cut", name(response))))
}

/// S6: no interim response has `Content-Length` or `Transfer-Encoding`.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_framing_fields_in_interims(seen: &Seen<'_>) -> Result<(), String> {
    let head = |octets: &[u8], len: usize| octets[..len].to_ascii_lowercase();
    let framed = seen.interims().find(|(_, interim)| {
        let head = head(seen.octets(interim), interim.head_octets);
        holds(&head, b"\ncontent-length") || holds(&head, b"\ntransfer-encoding")
    });
    none(framed.map(|(_, interim)| format!("framing fields in {}", name(interim))))
}

/// S7: behind the empty line of an interim response stands a status-line or the end.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn a_status_line_behind_interims(seen: &Seen<'_>) -> Result<(), String> {
    let followed = seen.interims().find(|(_, interim)| {
        let octets = seen.octets(interim);
        let (head, behind) = octets.split_at(interim.head_octets);
        !head.ends_with(b"\r\n\r\n") || !(behind.is_empty() || behind.starts_with(b"HTTP/"))
    });
    none(followed.map(|(_, interim)| format!("{} is followed by octets", name(interim))))
}

/// S20: an interim response begins with `HTTP/1.1`, SP, its status code, SP.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn interims_begin_with_http_11(seen: &Seen<'_>) -> Result<(), String> {
    let other = seen.interims().find(|(_, interim)| {
        let octets = seen.octets(interim);
        !octets.starts_with(b"HTTP/1.1 1") || octets.get(12) != Some(&b' ')
    });
    none(other.map(|(_, interim)| format!("the status-line of {}", name(interim))))
}

/// S30: HEAD, 1xx, 204 and 304 have no content.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_content_where_none_belongs(seen: &Seen<'_>) -> Result<(), String> {
    let with_content = seen.responses().find(|(exchange, response)| {
        let bare = match response.code() {
            // What follows is the other protocol, whatever the method was.
            Some(101) => false,
            Some(100..200 | 204 | 304) => true,
            _ => exchange.request.method(&seen.connection.sent) == b"HEAD",
        };
        let behind = seen.octets(response).get(response.head_octets..).unwrap_or_default();
        bare && !behind.is_empty() && !behind.starts_with(b"HTTP/")
    });
    none(with_content.map(|(_, response)| format!("{} with content", name(response))))
}

fn holds(octets: &[u8], piece: &[u8]) -> bool {
    octets.windows(piece.len()).any(|window| window == piece)
}
