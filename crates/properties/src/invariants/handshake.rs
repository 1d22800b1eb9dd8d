//! What the expectations of requests come to.

use core::time::Duration;

use expectspec_judge::{Exchange, Stamp};

use super::{Seen, name, none};

/// S5: an HTTP/1.0 request gets no interim response.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_interim_to_http_10(seen: &Seen<'_>) -> Result<(), String> {
    let old = seen.interims().find(|(exchange, _)| !exchange.request.version().is_11_or_later());
    none(old.map(|(_, interim)| format!("{} to an HTTP/1.0 request", name(interim))))
}

/// S8: a client that waits for a 100 gets it, or a final response, or the end, in time.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn who_waits_is_answered(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    let mut free_us = Some(0);
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let (Some(before_us), Some(head_end)) = (free_us, request.head_end) else { break };
        let due_us = before_us.max(head_end.at_us);
        let answers = exchange.responses.iter();
        let answer = answers.map(|answer| answer.start).next();
        let moved_us = [
            answer,
            request.content.first,
            connection.server_gone(),
            connection.client_end,
            connection.client_reset,
        ];
        let moved_us = moved_us.into_iter().flatten().map(|stamp| stamp.at_us).min();
        let over_us = u64::try_from(seen.play.over.as_micros()).unwrap_or(u64::MAX);
        let waited_us = moved_us.unwrap_or(over_us).saturating_sub(due_us);
        if request.expects_continue() && Duration::from_micros(waited_us) > IMMEDIATE {
            return Err(format!("{waited_us} µs of silence toward a client that waits"));
        }
        let answer = exchange.final_response();
        free_us = answer.and_then(|answer| answer.end).map(|end| end.at_us);
    }
    Ok(())
}

/// S9, S31: a complete request gets its final response in time, whether or not a 100 came or was
/// read, unless the connection ends before.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn complete_requests_are_answered(seen: &Seen<'_>) -> Result<(), String> {
    let connection = seen.connection;
    let mut free_us = 0;
    for exchange in &connection.exchanges {
        let Some(end) = exchange.request.end else { break };
        let Some(answer) = exchange.final_response() else {
            let target = exchange.request.target(&connection.sent).escape_ascii();
            let excused = may_be_unanswered(seen, exchange);
            return none((!excused).then(|| format!("no final response to {target}")));
        };
        let waited_us = answer.start.at_us.saturating_sub(end.at_us.max(free_us));
        if Duration::from_micros(waited_us) > FINAL {
            return Err(format!("{} after {waited_us} µs", name(answer)));
        }
        free_us = answer.end.map_or(u64::MAX, |end| end.at_us);
    }
    Ok(())
}

/// Whether the connection ended, or had to end, before the server could answer.
fn may_be_unanswered(seen: &Seen<'_>, unanswered: &Exchange) -> bool {
    let connection = seen.connection;
    let closed = seen.finals().any(|(_, answer)| answer.closes(&connection.received));
    if connection.client_reset.is_some() || connection.switched.is_some() || closed {
        return true;
    }
    let Some(gone) = connection.server_gone() else { return false };
    let round_trip = 2 * seen.play.latency;
    let since =
        |before: Stamp, at: Stamp| Duration::from_micros(at.at_us.saturating_sub(before.at_us));
    // FIN crossed the request on the way.
    let start = unanswered.request.start;
    let crossed = gone < start || since(start, gone) < round_trip;
    // The rest of a request that was answered early did not come in time, or was too much.
    let given_up = connection.exchanges.iter().any(|exchange| {
        let Some(answer) = exchange.final_response() else { return false };
        let content = exchange.request.content;
        exchange.request.end.is_none_or(|end| {
            let drained = since(answer.start, end) + round_trip;
            end > answer.start && (drained >= DRAIN || content.octets > DRAIN_OCTETS)
        })
    });
    crossed || given_up
}

/// S18: 101 comes only to who offered the protocol in HTTP/1.1, and behind a 100 that was waited
/// for.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn switching_was_offered(seen: &Seen<'_>) -> Result<(), String> {
    let sent = &seen.connection.sent;
    let received = &seen.connection.received;
    let wrong = seen.finals().find(|(exchange, response)| {
        let request = &exchange.request;
        let offered = request.has_member(sent, b"upgrade", b"demo")
            && request.has_member(sent, b"connection", b"upgrade")
            && request.version().is_11_or_later();
        let named = response.has_member(received, b"upgrade", b"demo")
            && response.has_member(received, b"connection", b"upgrade");
        let invited = exchange.continue_response().is_some();
        let continued = !request.expectations.has_continue() || invited;
        response.code() == Some(101) && !(offered && named && continued)
    });
    none(wrong.map(|_| "101 out of place".to_owned()))
}

/// S19: 417 comes only to who expects something, in HTTP/1.1.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn refusals_have_a_reason(seen: &Seen<'_>) -> Result<(), String> {
    let wrong = seen.finals().find(|(exchange, response)| {
        let request = &exchange.request;
        let expects = !request.expectations.is_empty() && request.version().is_11_or_later();
        response.code() == Some(417) && !expects
    });
    none(wrong.map(|_| "417 without an expectation".to_owned()))
}

/// The reference takes 250 ms at most, and no latency is above 200 ms.
const IMMEDIATE: Duration = Duration::from_millis(700);

/// The reference gives its application 60 s.
const FINAL: Duration = Duration::from_secs(61);

/// For so long the reference reads and drops the rest of a request,
const DRAIN: Duration = Duration::from_secs(10);

/// and so many octets under the default policy.
const DRAIN_OCTETS: u64 = 256 * 1024;
