//! Whether a request with effects is sent twice (RFC 9110 §9.2.2).

use expectspec_requirements::PRX_018;

use super::{Hop, Relayed, is_proxy, relayed};
use crate::monitors::words::status;
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&PRX_018], role: Watched::AsIntermediary, watch: never_twice }];

/// What a second attempt followed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum After {
    /// A 417, which the client of RFC 9110 §10.1.1 answers with a repetition.
    ExpectationFailed,
    /// Another final response.
    Final,
    /// A connection that had been idle ended as it was used again.
    StaleConnection,
    /// Nothing of the content had been asked for or sent, so that nothing was applied.
    Withheld,
    /// The request may have been applied.
    Applied,
}

/// PRX-018: a request that is not idempotent goes out once.
fn never_twice(view: &View<'_>, findings: &mut Findings) {
    let expected = "no second attempt of a request that may have been applied";
    for relay in relayed(view) {
        let method = relay.outbound.method();
        if !matches!(method, b"POST" | b"PATCH") || !relay.is_beyond_doubt() {
            continue;
        }
        for pair in relay.inbound.windows(2) {
            let [first, second] = pair else { continue };
            let at = second.request().start;
            let mark = match after(*first) {
                After::ExpectationFailed => "after-417",
                After::Final => "after-a-final-response",
                After::StaleConnection => "after-a-stale-connection",
                After::Withheld => "after-no-content",
                After::Applied if !is_proxy(view) => "repeated-by-gateway",
                After::Applied => {
                    let seen = first.exchange.responses.last().map_or_else(
                        || "no response".to_owned(),
                        |last| format!("a {} and no final response", status(last)),
                    );
                    let method = String::from_utf8_lossy(method);
                    let found = format!("{method} sent again, after {seen} to the first attempt");
                    findings.broken(&PRX_018, "repeated", at, expected, found);
                    continue;
                }
            };
            findings.chosen(&PRX_018, mark, at);
        }
        once(&relay, findings);
    }
}

/// The first attempt came to nothing, or to an error, and there was no second one.
fn once(relay: &Relayed<'_>, findings: &mut Findings) {
    let ([hop], Some(told)) = (relay.inbound.as_slice(), relay.outbound.exchange.final_response())
    else {
        return;
    };
    let failed = match hop.exchange.final_response() {
        Some(answer) => (answer.code() >= Some(400)).then_some(answer.start),
        None => {
            let garbage = hop.connection.garbage.map(|garbage| garbage.start);
            [garbage, hop.connection.server_gone()].into_iter().flatten().min()
        }
    };
    if failed.is_some_and(|failed| failed < told.start) {
        findings.kept(&PRX_018, "not-repeated", told.start);
    }
}

fn after(first: Hop<'_>) -> After {
    let exchange = first.exchange;
    let request = &exchange.request;
    if let Some(answer) = exchange.final_response() {
        return if answer.code() == Some(417) { After::ExpectationFailed } else { After::Final };
    }
    let begun = request.content.first.is_some() || !request.announces_content();
    let invited = exchange.continue_response().is_some();
    if !begun && !invited {
        After::Withheld
    } else if first.index > 0 && exchange.responses.is_empty() {
        After::StaleConnection
    } else {
        After::Applied
    }
}
