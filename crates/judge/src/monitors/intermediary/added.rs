//! Expectations that the client did not state, and the intermediary did (RFC 9110 §10.1.1, §15.2).

use expectspec_requirements::PRX_027;

use super::{Hop, Relayed, Source, relayed};
use crate::monitors::duty::client_left_before;
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
        what_came(&relayed, findings);
        content_held(view, &relayed, inbound, findings);
    }
}

fn what_came(relayed: &Relayed<'_>, findings: &mut Findings) {
    let exchange = relayed.outbound.exchange;
    let Some(answer) = exchange.final_response() else { return };
    if answer.code() == Some(417) && relayed.source(answer) == Source::Relayed {
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
    if !request.announces_content()
        || exchange.request.content.first.is_some()
        || exchange.final_response().is_some()
        || relayed.inbound.len() > 1
    {
        return;
    }
    let connection = inbound.connection;
    let left = relayed.outbound.exchange.final_response().is_some()
        || [relayed.outbound.connection, connection].iter().any(|it| it.server_gone().is_some())
        || client_left_before(connection, connection.watched_until)
        || client_left_before(relayed.outbound.connection, connection.watched_until);
    let from = complete.max(invited.start);
    let waited_us = connection.watched_until.at_us.saturating_sub(from.at_us);
    if !left && waited_us >= view.windows.final_us {
        let expected = "the content forwarded behind the 100 (Continue) that was asked for";
        let found = format!("no content for {}", ms(waited_us));
        let at = connection.watched_until;
        findings.broken(&PRX_027, "content-held", at, expected, found).by_clock();
    }
}
