//! Which response goes where, and when a connection serves again.

use expectspec_judge::Side;
use expectspec_message::Framing;

use super::{Hop, Relaying, TAG_FIELD};

/// P52: a valid final response reaches the client within `T_imm`, however much content is missing.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn a_final_waits_for_no_content(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.answered() {
        let Some(last) = passed.attempts.last() else { continue };
        let Some(head_end) = valid_final(*last) else { continue };
        let due_us = head_end + relaying.immediate_us();
        let client = passed.client;
        let answer = client.exchange.responses.iter().find(|it| it.is_final());
        let gone = client.connection.server_gone().map(|gone| gone.at_us);
        let seen = answer.map(|answer| answer.start.at_us).or(gone);
        let in_time = seen.is_some_and(|seen_us| seen_us <= due_us);
        if !in_time && !client.has_left() && due_us <= relaying.over_us() {
            return Err(format!("the final response to {} waited", client.tag().escape_ascii()));
        }
    }
    Ok(())
}

/// P53: a connection toward the origin server carries a new head only when the request and the
/// response before it are complete.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn a_head_only_behind_a_complete_exchange(relaying: &Relaying<'_>) -> Result<(), String> {
    let inbound = relaying.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    for connection in
        inbound.filter(|it| !relaying.is_misleading(it) && !relaying.reading.is_tunnel(it))
    {
        for pair in connection.exchanges.windows(2) {
            let [before, behind] = pair else { continue };
            let answered = before.final_response().and_then(|it| it.end);
            let complete = before.request.end.zip(answered);
            let start = behind.request.start;
            if complete.is_none_or(|(request, response)| request > start || response > start) {
                return Err(format!("a head too early on connection {}", connection.number));
            }
        }
    }
    Ok(())
}

/// P54: a final response of the origin server goes to the client whose request it answers.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn each_client_gets_its_own(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.answered() {
        let Some(response) = passed.client.tagged_final() else { continue };
        let own = passed.client.tag();
        if let Some(tag) = passed.client.values_of(response, TAG_FIELD).find(|tag| *tag != own) {
            let (tag, own) = (tag.escape_ascii(), own.escape_ascii());
            return Err(format!("the answer to {tag} came to {own}"));
        }
    }
    Ok(())
}

/// When the head of the origin server's final response was complete, if there is nothing wrong with
/// it.
fn valid_final(hop: Hop<'_>) -> Option<u64> {
    let response = hop.exchange.final_response()?;
    let is_valid = response.head.anomalies.is_empty()
        && matches!(response.code(), Some(200..=599))
        && !matches!(response.framing, Framing::Bad(_))
        && hop.connection.garbage.is_none();
    response.head_end.filter(|_| is_valid).map(|end| end.at_us)
}
