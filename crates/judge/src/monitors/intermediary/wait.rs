//! How long an intermediary kept its client waiting for what had come from the origin server.

use super::{Hop, Relayed};
use crate::monitors::duty::{Silence, due_from, silent_for};
use crate::{Response, Stamp, View};

/// The silence of the intermediary toward its client from `from` on, if it lasted for `window_us`,
/// the client having sent nothing meanwhile, and nothing else being in the way.
pub(in crate::monitors) fn silence_from(
    view: &View<'_>,
    outbound: Hop<'_>,
    from: Stamp,
    window_us: u64,
) -> Option<Silence> {
    let connection = outbound.connection;
    if outbound.exchange.final_response().is_some_and(|answer| answer.start <= from)
        || connection.garbage.is_some()
        || connection.switched.is_some()
    {
        return None;
    }
    let due = due_from(connection, outbound.index)?;
    // What came in one piece with the response before was no silence.
    let at_once = |response: &Response| response.start >= from && response.start <= due;
    if outbound.exchange.responses.iter().any(at_once) {
        return None;
    }
    let from = due.max(from);
    if connection.server_gone().is_some_and(|gone| gone <= from) {
        return None;
    }
    let silent = connection.silent_until(from);
    let until = sent_after(outbound, from).map_or(silent, |sent| sent.min(silent));
    silent_for(view, from, until, window_us).then_some(Silence { from, until })
}

/// The silence behind a loss on the inbound side, once the request of the client was complete: no
/// more is to come from anybody.
pub(in crate::monitors) fn silence_behind(
    view: &View<'_>,
    outbound: Hop<'_>,
    loss: Stamp,
) -> Option<Silence> {
    let complete = outbound.request().end?;
    let last = outbound.exchange.interims().map(|interim| interim.start).max();
    let from = last.map_or(complete, |last| last.max(complete)).max(loss);
    silence_from(view, outbound, from, view.windows.final_us)
}

/// When the client sent something after this moment.
pub(in crate::monitors) fn sent_after(outbound: Hop<'_>, moment: Stamp) -> Option<Stamp> {
    let sent = &outbound.connection.sent;
    let behind = Stamp { entry: moment.entry.saturating_add(1), at_us: 0 };
    sent.stamp(sent.len_before(behind))
}

/// The final response to the last attempt at the request. To what is tried again, the one before is
/// none.
pub(in crate::monitors) fn last_final<'a>(
    relayed: &Relayed<'a>,
) -> Option<(Hop<'a>, &'a Response)> {
    let &last = relayed.inbound.last()?;
    Some((last, last.exchange.final_response()?))
}
