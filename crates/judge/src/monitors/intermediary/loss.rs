//! Pipelined requests, and an inbound connection that was lost under them (RFC 9112 §9.3.2).

use expectspec_requirements::PRX_030;

use super::wait::{last_final, silence_behind};
use super::{Relayed, relayed};
use crate::monitors::duty::client_left_before;
use crate::monitors::words::status;
use crate::{Findings, Monitor, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&PRX_030],
    role: Watched::AsIntermediary,
    watch: loses_a_response,
}];

/// PRX-030: what was received is forwarded, and then an answer comes, or the end.
fn loses_a_response(view: &View<'_>, findings: &mut Findings) {
    let relays = relayed(view);
    for (place, lost) in relays.iter().enumerate() {
        let outbound = lost.outbound;
        let Some(loss) = lost_at(lost).filter(|_| is_pipelined(view, outbound.index)) else {
            continue;
        };
        if !lost.is_beyond_doubt() || client_left_before(view.connection, loss) {
            continue;
        }
        if let Some(answer) = outbound.exchange.final_response() {
            findings.kept(&PRX_030, "answered", answer.start);
        } else if let Some(gone) = view.connection.server_gone().filter(|&gone| gone > loss) {
            if client_left_before(view.connection, gone) {
                continue;
            }
            match undelivered(&relays[..place], loss) {
                Some(found) => {
                    let expected = "every response that was received forwarded, and then the end";
                    findings.broken(&PRX_030, "response-lost", gone, expected, found);
                }
                None => findings.kept(&PRX_030, "closed", gone),
            }
        } else if let Some(silence) = silence_behind(view, outbound, loss) {
            let expected = "502, or the end of the connection, when no response can come any more";
            let at = silence.until;
            findings.broken(&PRX_030, "silence", at, expected, silence.text()).by_clock();
        }
    }
}

/// When the last connection that the request was forwarded on had ended, no attempt answered.
fn lost_at(relayed: &Relayed<'_>) -> Option<Stamp> {
    let ends = relayed.inbound.iter().map(|hop| {
        let unanswered = hop.exchange.final_response().is_none();
        hop.connection.server_gone().filter(|_| unanswered)
    });
    ends.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// Whether this request was sent before the answer to the one before, or the next one was before
/// its own.
fn is_pipelined(view: &View<'_>, index: usize) -> bool {
    let exchanges = &view.connection.exchanges;
    let behind_unanswered = |index: usize| {
        let before = index.checked_sub(1).and_then(|before| exchanges.get(before));
        let head_end = exchanges.get(index).and_then(|exchange| exchange.request.head_end);
        before.zip(head_end).is_some_and(|(before, head_end)| {
            before.final_response().is_none_or(|answer| answer.start > head_end)
        })
    };
    behind_unanswered(index) || behind_unanswered(index + 1)
}

/// A response that had come whole before the loss and never reached the client.
fn undelivered(earlier: &[Relayed<'_>], loss: Stamp) -> Option<String> {
    earlier.iter().find_map(|relayed| {
        let (inbound, answer) = last_final(relayed)?;
        // A reset may have destroyed it.
        let whole =
            answer.end.is_some_and(|end| end < loss) && inbound.connection.server_reset.is_none();
        let delivered = relayed.outbound.exchange.final_response().is_some();
        (whole && !delivered)
            .then(|| format!("the end without the {} to an earlier request", status(answer)))
    })
}
