//! How a connection ends, and what can't come behind its end.

use expectspec_message::Framing;

use super::{Seen, name, none};

/// S12: behind a final response with the close option comes FIN, and nothing else.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn close_is_followed_by_fin(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    let closing = seen.finals().find(|(_, response)| response.closes(&connection.received));
    let Some((_, response)) = closing else { return Ok(()) };
    if connection.switched.is_some() || connection.client_reset.is_some() {
        return Ok(());
    }
    let content = usize::try_from(response.content.octets).unwrap_or(usize::MAX);
    let end = response.offset + response.head_octets + content;
    if connection.received.len() > end {
        return Err(format!("octets behind {} with the close option", name(response)));
    }
    let Some(stamp) = response.end else { return Err("it has no end".to_owned()) };
    match connection.server_gone() {
        Some(gone) if gone.at_us <= stamp.at_us + CLOSE_US => Ok(()),
        _ => Err(format!("no FIN behind {} with the close option", name(response))),
    }
}

/// S13: a complete request with the close option gets its final response before FIN.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn final_before_fin(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    let dropped = connection.exchanges.iter().find(|exchange| {
        let request = &exchange.request;
        let invited = exchange.interims().next().is_some();
        request.has_member(&connection.sent, b"connection", b"close")
            && request.end.is_some()
            && invited
            && exchange.final_response().is_none()
            && connection.client_reset.is_none()
    });
    none(dropped.map(|_| "FIN between interim and final response".to_owned()))
}

/// S16: unreliable framing ends the connection behind the final response.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn unreliable_framing_ends_the_connection(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let framing = exchange.request.framing;
        let unreliable = matches!(framing.framing, Framing::Bad(_)) || framing.ambiguity.is_some();
        if !unreliable || exchange.request.error.is_some() {
            continue;
        }
        let Some(response) = exchange.final_response() else { continue };
        let answered =
            connection.exchanges[index + 1..].iter().any(|exchange| !exchange.responses.is_empty());
        let gone = connection.server_gone().is_some() || connection.client_reset.is_some();
        if answered || !gone {
            return Err(format!("{} to unreliable framing is not the end", name(response)));
        }
    }
    Ok(())
}

/// S17: behind a request that was given up (its client ended first, or it took too long, or its
/// content can't be read), nothing is answered.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn nothing_behind_what_was_given_up(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    let given_up = connection.exchanges.iter().position(|exchange| {
        let timed_out = exchange.final_response().is_some_and(|it| it.code() == Some(408));
        timed_out || exchange.request.broken.is_some() || exchange.request.error.is_some()
    });
    let Some(index) = given_up else { return Ok(()) };
    let answered =
        connection.exchanges[index + 1..].iter().flat_map(|exchange| &exchange.responses).next();
    none(answered.map(|response| format!("{} behind a request given up", name(response))))
}

/// FIN goes out with the response; only latency is between them.
const CLOSE_US: u64 = 1_000;
