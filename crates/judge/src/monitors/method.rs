//! Methods with rules of their own, and methods that nobody knows (RFC 9110 §9.3, RFC 9112 §3).

use expectspec_requirements::{MTH_003, MTH_005, MTH_009};

use super::doubts::{Doubts, is_beyond_doubt};
use super::duty::{Patience, Reaction, reaction};
use super::words::{mark_of, status};
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&MTH_003], role: Watched::AsAnyServer, watch: tunnel_has_no_framing },
    Monitor { requirements: &[&MTH_005], role: Watched::AsServer, watch: trace_is_answered },
    Monitor { requirements: &[&MTH_009], role: Watched::AsServer, watch: unknown_method },
];

/// MTH-003: a 2xx response to CONNECT has no framing fields.
fn tunnel_has_no_framing(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let Some(answer) = exchange.final_response() else { continue };
        if exchange.request.method(&connection.sent) != b"CONNECT"
            || !matches!(answer.code(), Some(200..300))
        {
            continue;
        }
        let octets = answer.octets(&connection.received);
        let has = |name: &[u8]| answer.head.has(octets, name);
        if has(b"content-length") || has(b"transfer-encoding") {
            let expected = "neither Content-Length nor Transfer-Encoding in a 2xx to CONNECT";
            let found = format!("{} with one of them", status(answer));
            findings.broken(&MTH_003, "framing-field", answer.start, expected, found);
        } else {
            findings.kept(&MTH_003, "no-framing-field", answer.start);
        }
    }
}

/// MTH-005: TRACE is reflected or refused, and waits for no content.
fn trace_is_answered(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        if exchange.request.method(&connection.sent) != b"TRACE"
            || !Doubts::of(exchange, connection).only(Doubts::METHOD)
        {
            continue;
        }
        match (reaction(view, index, Patience::Final), exchange.final_response()) {
            (_, Some(answer)) => {
                let reflected = matches!(answer.code(), Some(200..300));
                let mark = if reflected { "reflected" } else { "refused" };
                findings.kept(&MTH_005, mark, answer.start);
            }
            (Reaction::Silent(silence), None) => {
                let expected = "TRACE reflected or refused, nothing waited for";
                let at = silence.until;
                findings.broken(&MTH_005, "silence", at, expected, silence.text()).by_clock();
            }
            _ => {}
        }
        if let Some(invited) = exchange.continue_response() {
            findings.chosen(&MTH_005, "continue", invited.start);
        }
    }
}

/// MTH-009: a method longer than any that is implemented gets 501.
fn unknown_method(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let method = exchange.request.method(&connection.sent);
        if COMMON.contains(&method) || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        match reaction(view, index, Patience::Immediate) {
            Reaction::Final(answer) => match answer.code() {
                Some(501) => findings.kept(&MTH_009, "501", answer.start),
                Some(400 | 405) => findings.kept(&MTH_009, mark_of(answer), answer.start),
                _ => findings.chosen(&MTH_009, mark_of(answer), answer.start),
            },
            Reaction::Continue(invited) => findings.chosen(&MTH_009, "continue", invited.start),
            Reaction::Silent(silence) if method.len() > REGISTERED_OCTETS_MAX => {
                let expected = "501 to a method longer than any that is implemented";
                let at = silence.until;
                findings.broken(&MTH_009, "silence", at, expected, silence.text()).by_clock();
            }
            Reaction::Silent(_) | Reaction::Closed(_) | Reaction::Unknown => {}
        }
    }
}

/// Methods that nobody calls unknown (RFC 9110 §9.3, RFC 5789); what others get is a fact.
const COMMON: [&[u8]; 7] = [b"DELETE", b"GET", b"HEAD", b"OPTIONS", b"PATCH", b"POST", b"PUT"];

/// No registered method is longer: UPDATEREDIRECTREF (RFC 4437).
const REGISTERED_OCTETS_MAX: usize = 17;
