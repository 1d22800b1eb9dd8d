//! Who waits for content that does not come.

use expectspec_judge::{Reading, Side, tag_of};

use super::clarity::{Clarity, clarity};
use super::{Hop, find, on};
use crate::chains::chain::Chain;

/// Who waits for content, while a client waits for a final response.
pub(super) fn awaited(chain: &Chain, first: &Reading, next: &Reading) -> Vec<(Hop, Clarity)> {
    let watched_us = chain.watched_until_us();
    let long_us = chain.next.windows.final_us / 10 * 9;
    let mut found = Vec::new();
    for connection in on(next, Side::Outbound) {
        let ended = connection.server_gone().is_some()
            || connection.client_end.is_some()
            || connection.client_reset.is_some();
        let Some(exchange) = connection.exchanges.last().filter(|_| !ended) else { continue };
        let tag = tag_of(exchange.request.target(&connection.sent));
        let Some((client, asked)) = tag.and_then(|tag| find(first, Side::Outbound, tag)) else {
            continue;
        };
        let is_waiting =
            asked.final_response().is_none() && !client.is_over() && client.client_end.is_none();
        let is_behind = tag.is_some_and(|tag| is_with_origin(next, tag));
        if exchange.final_response().is_some() || !is_waiting || is_behind {
            continue;
        }
        // The client owes nothing more. Whoever has not passed all of it on, or not answered it, is late.
        let (since, by) = match (exchange.request.end, asked.request.end) {
            (Some(end), Some(_)) => (end, Hop::Next),
            (None, Some(end)) => (end, Hop::First),
            (_, None) => continue,
        };
        if watched_us.saturating_sub(since.at_us) >= long_us {
            found.push((by, clarity(client).and(clarity(connection))));
        }
    }
    found
}

/// Whether our origin server has all of a request: then nobody waits for content any more.
fn is_with_origin(next: &Reading, tag: &[u8]) -> bool {
    find(next, Side::Inbound, tag).is_some_and(|(_, it)| it.request.end.is_some())
}
