//! CONNECT, tunnels, and who may enter (RFC 9110 §9.3.6, §15.5.8).

use expectspec_requirements::{AUT_003, EXT_002, MTH_002, PRX_032};

use super::{Source, is_proxy, relayed};
use crate::monitors::between::has_strayed;
use crate::monitors::doubts::Doubts;
use crate::monitors::words::{ms, status};
use crate::{
    Connection, Exchange, Findings, Monitor, Side, Stamp, TARGET_PREFIX, View, Watched, tag_of,
};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&MTH_002, &EXT_002],
        role: Watched::AsIntermediary,
        watch: connect_is_answered,
    },
    Monitor { requirements: &[&PRX_032], role: Watched::AsIntermediary, watch: tunnel_is_blind },
    Monitor { requirements: &[&AUT_003], role: Watched::AsIntermediary, watch: challenges },
];

/// MTH-002, EXT-002: CONNECT with an expectation is answered, be it as a tunnel or not; no content is
/// waited for.
fn connect_is_answered(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in connections_asked_for(connection) {
        let request = &exchange.request;
        let Some(head_end) = request.head_end.filter(|_| request.expect_lines > 0) else {
            continue;
        };
        let first = exchange.responses.iter().find(|it| it.head_end.is_some());
        if let Some(first) = first.filter(|_| request.expectations.has_continue()) {
            let mark = if first.is_interim() { "interim" } else { "final" };
            findings.chosen(&EXT_002, mark, first.start);
        }
        if let Some(until) = unanswered(view, exchange, head_end) {
            let waited = ms(until.at_us.saturating_sub(head_end.at_us));
            let expected = "a final response to CONNECT, which has no content to wait for";
            let found = format!("no final response for {waited}");
            findings.broken(&MTH_002, "silence", until, expected, found).by_clock();
        } else if let Some(answer) = exchange.final_response() {
            let tunnels = matches!(answer.code(), Some(200..300));
            let mark = if tunnels { "tunnel" } else { "refused" };
            findings.kept(&MTH_002, mark, answer.start);
        }
    }
}

/// Until when a proxy left CONNECT without a final response, if that was for the window of final
/// responses, nobody had left, and there was nothing else to answer first.
fn unanswered(view: &View<'_>, exchange: &Exchange, head_end: Stamp) -> Option<Stamp> {
    let connection = view.connection;
    let is_first = connection.exchanges.first().is_some_and(|it| core::ptr::eq(it, exchange));
    let ends = [connection.server_gone(), connection.client_end, connection.client_reset];
    let doubts = Doubts::of(exchange, connection);
    let answer = exchange.final_response().map(|answer| answer.start);
    let content = exchange.request.content.first;
    let until = match (content, answer) {
        (Some(content), Some(answer)) if answer < content => return None,
        (None, Some(_)) => return None,
        (Some(content), _) => content,
        (None, None) => connection.watched_until,
    };
    let waited_us = until.at_us.saturating_sub(head_end.at_us);
    let left = ends.into_iter().flatten().any(|end| end <= until);
    let held = is_proxy(view) && is_first && !left && doubts.only(Doubts::METHOD);
    (held && connection.garbage.is_none() && waited_us >= view.windows.final_us).then_some(until)
}

/// PRX-032: what goes through a tunnel comes out as it went in, in both directions.
fn tunnel_is_blind(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(exchange) = connections_asked_for(connection)
        .last()
        .filter(|exchange| connection.switched.is_some() && !exchange.request.announces_content())
    else {
        return;
    };
    let Some(answer) = exchange.final_response() else { return };
    let behind = |octets: &'_ [u8], from: usize| octets.get(from..).unwrap_or_default().to_vec();
    let request = &exchange.request;
    let entered = behind(connection.sent.octets(), request.offset + request.head_octets);
    let came_out = behind(connection.received.octets(), answer.offset + answer.head_octets);
    let expected = "the octets of the tunnel as they went in, and no others";
    for place in &view.reading.unasked {
        let (inbound, inner) = place.of(&view.reading.connections);
        let tag = tag_of(inner.request.target(&inbound.sent)).unwrap_or_default();
        // The tag ends there: `0/1` is none of `0/10`.
        let target = [TARGET_PREFIX, tag, b" "].concat();
        if place.exchange > 0 || tag.is_empty() || !contains(&entered, &target) {
            continue;
        }
        let at = inner.request.head_end.unwrap_or(inner.request.start);
        let pairs = [
            (inbound.sent.octets(), entered.as_slice(), "toward the server"),
            (came_out.as_slice(), inbound.received.octets(), "toward the client"),
        ];
        let changed = pairs.iter().find(|(out, inside, _)| !inside.starts_with(out));
        match changed {
            None => findings.kept(&PRX_032, "blind", at),
            Some((.., way)) if is_proxy(view) => {
                let found = format!("other octets {way} than had gone in");
                findings.doubtful(&PRX_032, "changed", at, expected, found);
            }
            Some(_) => findings.chosen(&PRX_032, "changed-by-gateway", at),
        }
    }
}

/// AUT-003: who asks for credentials says which.
fn challenges(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let relays = relayed(view);
    for exchange in &connection.exchanges {
        let Some(answer) = exchange.final_response().filter(|it| it.code() == Some(407)) else {
            continue;
        };
        let relay = relays.iter().find(|it| core::ptr::eq(it.outbound.exchange, exchange));
        if relay.is_some_and(|relay| relay.source(answer) == Source::Relayed) {
            continue;
        }
        // Nothing may pair the two, or it came before its request, and yet it is the same response.
        if has_strayed(view, 407) || (relay.is_none() && origin_said(view, 407)) {
            continue;
        }
        let octets = answer.octets(&connection.received);
        if answer.head.has(octets, b"proxy-authenticate") {
            findings.kept(&AUT_003, "challenge", answer.start);
        } else if is_proxy(view) {
            let found = format!("{} without Proxy-Authenticate", status(answer));
            let expected = "a Proxy-Authenticate field with a challenge";
            findings.broken(&AUT_003, "no-challenge", answer.start, expected, found);
        } else {
            findings.chosen(&AUT_003, "no-challenge-by-gateway", answer.start);
        }
    }
}

/// Whether some final response of the origin server has this status code.
fn origin_said(view: &View<'_>, code: u16) -> bool {
    let inbound = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    let mut answers = inbound.flat_map(|it| &it.exchanges).filter_map(Exchange::final_response);
    answers.any(|answer| answer.code() == Some(code))
}

fn connections_asked_for(connection: &Connection) -> impl Iterator<Item = &Exchange> {
    let method = |exchange: &&Exchange| exchange.request.method(&connection.sent) == b"CONNECT";
    connection.exchanges.iter().filter(method)
}

fn contains(octets: &[u8], what: &[u8]) -> bool {
    octets.windows(what.len()).any(|window| window == what)
}
