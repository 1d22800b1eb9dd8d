//! What a client makes of a request that was redirected (RFC 9110 §15.4).

use expectspec_message::Framing;
use expectspec_requirements::{RED_001, RED_002, RED_003};

use super::errand::{Attempt, errand_of};
use crate::monitors::between::is_shifted;
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&RED_001, &RED_002, &RED_003],
    role: Watched::AsClient,
    watch: follows,
}];

/// RED-001, RED-002, RED-003: the method stays where it must, and where it changes to GET the
/// expectation goes with the content.
fn follows(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(answer) = exchange.final_response() else { continue };
        let Some(code @ (301 | 302 | 303 | 307 | 308)) = answer.code() else { continue };
        // A reset loses the request that a response without one redirected.
        let is_lost = connection.server_reset.is_some() && !connection.strays.is_empty();
        if is_lost || is_shifted(view, connection, index) {
            continue;
        }
        let octets = answer.octets(&connection.received);
        let location = answer.head.values(octets, b"location").next();
        let Some((errand, place)) = errand_of(view, index) else { continue };
        let own = &errand.attempts[place];
        let Some(next) = errand.later(place).first() else { continue };
        // Only what goes where the response points follows it.
        if !location.is_some_and(|location| location.ends_with(next.target)) {
            continue;
        }
        if code >= 307 {
            keeps_method(code, own, next, findings);
        } else if next.method != own.method && matches!(next.method, b"GET" | b"HEAD") {
            drops_content(next, findings);
        }
    }
}

fn keeps_method(code: u16, own: &Attempt<'_>, next: &Attempt<'_>, findings: &mut Findings) {
    let at = next.begins;
    let expected = "the method of the request that was redirected";
    let name = |attempt: &Attempt<'_>| String::from_utf8_lossy(attempt.method).into_owned();
    if next.method == own.method {
        findings.kept(&RED_001, "same-method", at);
        let expects = next.expectations.has_continue();
        let mark = if expects { "with-expectation" } else { "without-expectation" };
        findings.chosen(&RED_002, mark, at);
        return;
    }
    let found = format!("{} behind a {code} to {}", name(next), name(own));
    if code == 307 {
        findings.broken(&RED_001, "method-changed", at, expected, found);
    } else {
        // The sentence is that of 307; 308 has none so strict.
        findings.doubtful(&RED_001, "method-changed", at, expected, found);
    }
}

fn drops_content(next: &Attempt<'_>, findings: &mut Findings) {
    let at = next.begins;
    let expected = "a GET without the fields that go with content";
    let Some(exchange) = next.exchange() else { return };
    let request = &exchange.request;
    let octets = request.octets(&next.connection.sent);
    let describes = request.head.has(octets, b"content-type")
        || !matches!(request.framing.framing, Framing::None | Framing::Length(0));
    if next.expectations.has_continue() {
        let found = "the expectation of the request that was redirected";
        findings.broken(&RED_003, "expectation", at, expected, found);
    } else if describes {
        let found = "fields of the content of the request that was redirected";
        findings.doubtful(&RED_003, "content-fields", at, expected, found);
    } else {
        findings.kept(&RED_003, "clean", at);
    }
}
