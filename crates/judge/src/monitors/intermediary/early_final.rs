//! Whether the final responses of the origin server reach the client, be its content sent or still
//! held back (RFC 9110 §7.5).

use expectspec_requirements::PRX_020;

use super::wait::{last_final, sent_after, silence_from};
use super::{Relayed, Source, relayed};
use crate::monitors::between::origin_is_sound;
use crate::monitors::client::moments::{early_final, is_plain};
use crate::monitors::words::status;
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&PRX_020],
    role: Watched::AsIntermediary,
    watch: needs_no_content,
}];

/// PRX-020: an early final response reaches the client, and no octet of content is needed for it.
fn needs_no_content(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let outbound = relayed.outbound;
        let request = outbound.request();
        if !relayed.is_beyond_doubt() {
            continue;
        }
        never_came(view, &relayed, findings);
        if !request.expects_continue() {
            continue;
        }
        let early = last_final(&relayed).and_then(|(inbound, answer)| {
            let early = early_final(inbound.exchange).filter(|it| is_plain(it))?;
            let same = core::ptr::eq(early, answer) && inbound.connection.server_reset.is_none();
            Some((early, early.end?)).filter(|_| same)
        });
        let Some((early, end)) = early else { continue };
        if request.end.is_some_and(|complete| complete < end) {
            continue;
        }
        let sent = sent_after(outbound, end);
        let answer = outbound.exchange.final_response();
        if let Some(answer) = answer.filter(|it| sent.is_none_or(|sent| it.start < sent)) {
            let own = relayed.source(answer) == Source::Own;
            match own {
                true => findings.chosen(&PRX_020, "own-final", answer.start),
                false => findings.kept(&PRX_020, "relayed", answer.start),
            }
            continue;
        }
        // A client that was invited sends its content; waiting for that is no deadlock.
        let invited = outbound.exchange.continue_response().is_some();
        if let Some(silence) = silence_from(view, outbound, end, view.windows.immediate_us) {
            if invited {
                findings.chosen(&PRX_020, "waits-for-content", silence.until);
                continue;
            }
            let expected = "the final response of the origin server, without any content sent";
            let found = format!("{} from the origin server, and {}", status(early), silence.text());
            findings.broken(&PRX_020, "held-back", silence.until, expected, found).by_clock();
        }
    }
}

/// The request and its final response are complete, and the client has nothing.
fn never_came(view: &View<'_>, relayed: &Relayed<'_>, findings: &mut Findings) {
    let outbound = relayed.outbound;
    let Some(complete) = outbound.request().end else { return };
    let whole = last_final(relayed).filter(|(inbound, answer)| {
        // Neither a reset nor an interim response that is out of place may have destroyed it.
        is_plain(answer)
            // A 101 that nobody asked for is nothing to relay.
            && answer.code() != Some(101)
            && inbound.connection.server_reset.is_none()
            && (inbound.request().version().is_11_or_later()
                || inbound.exchange.interims().next().is_none())
    });
    let Some((answer, end)) = whole.and_then(|(_, answer)| Some((answer, answer.end?))) else {
        return;
    };
    if outbound.exchange.final_response().is_some() || !origin_is_sound(view) {
        return;
    }
    let window_us = view.windows.final_us;
    if let Some(silence) = silence_from(view, outbound, complete.max(end), window_us) {
        let expected = "the final response of the origin server to a request that is complete";
        let found = format!("{} from the origin server, and {}", status(answer), silence.text());
        findings.broken(&PRX_020, "never-relayed", silence.until, expected, found).by_clock();
    }
}
