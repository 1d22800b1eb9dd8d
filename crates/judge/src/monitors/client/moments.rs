//! When things happened that the monitors of clients ask for.

use crate::{Connection, Exchange, Response, Stamp, View};

/// When the client ended the connection, in whatever way.
pub(in crate::monitors) fn client_gone(connection: &Connection) -> Option<Stamp> {
    [connection.client_end, connection.client_reset].into_iter().flatten().min()
}

/// The first moment after `stamp` at which the client did anything, or else the moment until which
/// it was watched.
pub(in crate::monitors) fn client_silent_until(connection: &Connection, stamp: Stamp) -> Stamp {
    let octets = next_octet(connection, stamp);
    [octets, connection.client_end, connection.client_reset]
        .into_iter()
        .flatten()
        .filter(|&moment| moment > stamp)
        .min()
        .unwrap_or(connection.watched_until)
}

/// When the client's first octet after `stamp` passed.
pub(in crate::monitors) fn next_octet(connection: &Connection, stamp: Stamp) -> Option<Stamp> {
    let mut offset = connection.sent.len_before(stamp);
    while let Some(moment) = connection.sent.stamp(offset) {
        if moment > stamp {
            return Some(moment);
        }
        // All octets of one entry have one stamp.
        offset = connection.sent.len_before(Stamp { entry: moment.entry + 1, at_us: moment.at_us });
    }
    None
}

/// When the client's last octet passed.
pub(in crate::monitors) fn last_octet(connection: &Connection) -> Option<Stamp> {
    connection.sent.stamp(connection.sent.len().checked_sub(1)?)
}

/// Microseconds from one moment to a later one.
pub(in crate::monitors) fn us_between(from: Stamp, until: Stamp) -> u64 {
    until.at_us.saturating_sub(from.at_us)
}

/// Whether so little time lies between the two that one caused the other.
pub(in crate::monitors) fn right_behind(view: &View<'_>, from: Stamp, until: Stamp) -> bool {
    until >= from && us_between(from, until) < view.windows.quiet_us
}

/// Where the request ends in the client's stream, as far as it came.
pub(in crate::monitors) fn request_end(exchange: &Exchange) -> usize {
    if exchange.request.broken.is_some() {
        // No end can be told.
        return usize::MAX;
    }
    exchange.request.content_end()
}

/// The octets behind the head that belong to the request, chunked framing included.
pub(in crate::monitors) fn content_of<'a>(
    connection: &'a Connection,
    exchange: &Exchange,
) -> &'a [u8] {
    let end = request_end(exchange).min(connection.sent.len());
    connection.sent.octets().get(exchange.request.content_start()..end).unwrap_or_default()
}

/// The final response, come to its end, to a request whose content was announced and had not been
/// sent in full when it began.
pub(in crate::monitors) fn early_final(exchange: &Exchange) -> Option<&Response> {
    let answer = exchange.final_response().filter(|answer| answer.end.is_some())?;
    if answer.code() == Some(101) {
        return None;
    }
    let request = &exchange.request;
    let head_first = request.head_end.is_some_and(|end| end < answer.start);
    let early = request.end.is_none_or(|end| answer.start < end);
    (head_first && early && request.announces_content()).then_some(answer)
}

/// Whether the head is one that the grammar allows, of HTTP/1.x and of ordinary size: no reason to
/// refuse it.
pub(in crate::monitors) fn is_plain(response: &Response) -> bool {
    response.head_end.is_some()
        && response.head.anomalies.is_empty()
        && response.head_octets <= super::super::doubts::ORDINARY_HEAD_OCTETS_MAX
        && response.head.version().is_some_and(|version| version.major == 1)
        && response.code().is_some_and(|code| (100..600).contains(&code))
}
