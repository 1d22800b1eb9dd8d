//! Expectations that the client did not state, and the intermediary did (RFC 9110 §10.1.1, §15.2).

use expectspec_requirements::PRX_027;

use super::{Hop, Relayed, Source, relayed};
use crate::monitors::client::moments::us_between;
use crate::monitors::words::ms;
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&PRX_027], role: Watched::AsIntermediary, watch: its_own }];

/// PRX-027: who adds an expectation answers for what comes of it.
fn its_own(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let request = relayed.outbound.request();
        if request.expect_lines > 0 || !relayed.is_beyond_doubt() {
            continue;
        }
        let adds = |hop: &&Hop<'_>| hop.request().expectations.has_continue();
        let Some(&inbound) = relayed.inbound.iter().find(adds) else { continue };
        what_came(view, &relayed, findings);
        content_held(view, &relayed, inbound, findings);
    }
}

fn what_came(view: &View<'_>, relayed: &Relayed<'_>, findings: &mut Findings) {
    let exchange = relayed.outbound.exchange;
    let Some(answer) = exchange.final_response() else { return };
    let refused_itself =
        relayed.final_answer().is_some_and(|(hop, _)| hop.request().expectations.has_continue());
    if answer.code() == Some(417) && relayed.source(answer) == Source::Relayed && refused_itself {
        // Once content has been sent or asked for, there may be none left to repeat the request
        // with. What follows the refusal closely may have crossed with it.
        let has_begun = |hop: &Hop<'_>| {
            let refused = hop.exchange.final_response().map(|refused| refused.start);
            let first = hop.request().content.first;
            let sent = first.is_some_and(|first| {
                refused.is_none_or(|refused| us_between(refused, first) < view.windows.quiet_us)
            });
            sent || hop.exchange.continue_response().is_some()
        };
        if relayed.inbound.iter().any(has_begun) {
            findings.chosen(&PRX_027, "417-behind-content", answer.start);
            return;
        }
        let expected = "no 417 to a request without an expectation: it was the intermediary's own";
        let found = "417, which an expectation caused that the client had not stated";
        findings.doubtful(&PRX_027, "417-relayed", answer.start, expected, found);
        return;
    }
    let mark = if exchange.continue_response().is_some() { "relayed" } else { "not-relayed" };
    findings.kept(&PRX_027, mark, answer.start);
}

/// The content is there, and so is the 100 (Continue): nothing keeps the intermediary from sending
/// it.
fn content_held(view: &View<'_>, relayed: &Relayed<'_>, inbound: Hop<'_>, findings: &mut Findings) {
    let request = relayed.outbound.request();
    let exchange = inbound.exchange;
    let (Some(complete), Some(invited)) = (request.end, exchange.continue_response()) else {
        return;
    };
    let (outer, inner) = (relayed.outbound.connection, inbound.connection);
    let ends = [
        outer.server_gone(),
        outer.client_end,
        outer.client_reset,
        inner.server_gone(),
        inner.client_end,
        inner.client_reset,
        inner.garbage.map(|garbage| garbage.start),
        relayed.outbound.exchange.final_response().map(|answer| answer.start),
        exchange.final_response().map(|answer| answer.start),
        exchange.request.content.first,
    ];
    let until = ends.into_iter().flatten().min().unwrap_or(inner.watched_until);
    let from = complete.max(invited.start);
    let waited_us = until.at_us.saturating_sub(from.at_us);
    if !request.announces_content() || relayed.inbound.len() > 1 {
        return;
    }
    let expected = "the content forwarded behind the 100 (Continue) that was asked for";
    let found = format!("no content for {}", ms(waited_us));
    if waited_us >= view.windows.final_us {
        findings.broken(&PRX_027, "content-held", until, expected, found).by_clock();
    } else if waited_us >= view.windows.immediate_us && exchange.final_response().is_some() {
        findings.doubtful(&PRX_027, "content-held-for-a-while", until, expected, found).by_clock();
    }
}
