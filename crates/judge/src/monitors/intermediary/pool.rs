//! Where content ends on connections that serve several requests (RFC 9112 §6.3, §9.3).

use expectspec_requirements::PRX_021;

use super::{Hop, Relayed, content_of_request, relayed};
use crate::monitors::client::hidden::hidden_request;
use crate::monitors::client::moments::{client_gone, early_final};
use crate::monitors::doubts::is_beyond_doubt;
use crate::{Findings, Monitor, Stamp, View, Watched};
use crate::{TARGET_PREFIX, tag_of};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_021], role: Watched::AsIntermediary, watch: owes_content },
    Monitor {
        requirements: &[&PRX_021],
        role: Watched::AsIntermediary,
        watch: content_is_no_request,
    },
];

/// PRX-021: after an early final response the announced content comes before the next request on
/// the inbound connection, or there is none.
fn owes_content(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        discarded(view, &relayed, findings);
        for &inbound in &relayed.inbound {
            // Content that looks like a request may be just that.
            if speaks_of_requests(&relayed) {
                if let Some(end) = inbound.request().end.filter(|_| is_as_sent(&relayed, inbound)) {
                    findings.kept(&PRX_021, "as-content", end);
                }
                continue;
            }
            let hidden = hidden_request(inbound.connection, inbound.exchange);
            match hidden.filter(|_| !is_as_sent(&relayed, inbound)) {
                Some(hidden) => {
                    let expected = "the announced content before another request, or another \
                                    connection";
                    let (method, target) = hidden.line();
                    let found = format!(
                        "on the connection to the origin server, {} {} where the content of {} is \
                         due: the server takes it for content",
                        String::from_utf8_lossy(method),
                        String::from_utf8_lossy(target),
                        String::from_utf8_lossy(inbound.request().target(&inbound.connection.sent)),
                    );
                    let at = hidden.begins;
                    findings.broken(&PRX_021, "content-missing", at, expected, found);
                }
                None => after_early_final(view, inbound, findings),
            }
        }
    }
}

/// Content that looks like a request was sent, and nothing of it came to the origin server.
fn discarded(view: &View<'_>, relayed: &Relayed<'_>, findings: &mut Findings) {
    let answer = relayed.outbound.exchange.final_response();
    let is_refused = |hop: &Hop<'_>| hop.request().content.first.is_none();
    if let Some(answer) = answer.filter(|_| relayed.inbound.iter().all(is_refused))
        && speaks_of_requests(relayed)
        && view.reading.unasked.is_empty()
    {
        findings.kept(&PRX_021, "discarded", answer.start);
    }
}

fn speaks_of_requests(relayed: &Relayed<'_>) -> bool {
    let content = content_of_request(relayed.outbound).octets;
    content.windows(8).any(|octets| octets == b" HTTP/1.")
}

/// Whether the octets where the content is due are the client's, whatever they look like.
fn is_as_sent(relayed: &Relayed<'_>, inbound: Hop<'_>) -> bool {
    let arrived = content_of_request(inbound).octets;
    let decoded =
        !arrived.is_empty() && content_of_request(relayed.outbound).octets.starts_with(&arrived);
    // Chunks that nobody can decode may have been passed on as they were.
    decoded || behind_head(relayed.outbound).starts_with(behind_head(inbound))
}

/// All octets behind the head of a request.
fn behind_head(hop: Hop<'_>) -> &[u8] {
    let start = hop.request().offset + hop.request().head_octets;
    hop.connection.sent.octets().get(start..).unwrap_or_default()
}

/// What became of an inbound connection with content outstanding.
fn after_early_final(view: &View<'_>, inbound: Hop<'_>, findings: &mut Findings) {
    let connection = inbound.connection;
    let Some(answer) = early_final(inbound.exchange) else { return };
    let next = connection.exchanges.get(inbound.index + 1);
    let next = next.filter(|it| it.request.head_end.is_some() && it.request.error.is_none());
    if let Some(next) = next {
        findings.kept(&PRX_021, "content-first", next.request.start);
    } else if let Some(gone) = client_gone(connection) {
        findings.kept(&PRX_021, "closed", gone);
    } else if let Some(at) = begun_elsewhere(view, inbound, answer.start) {
        findings.kept(&PRX_021, "new-connection", at);
    }
}

/// When the next request toward the origin server began on another connection.
fn begun_elsewhere(view: &View<'_>, inbound: Hop<'_>, from: Stamp) -> Option<Stamp> {
    let connections = view.reading.connections.iter();
    connections
        .filter(|it| it.side == inbound.connection.side)
        .filter(|it| !core::ptr::eq(*it, inbound.connection))
        .flat_map(|it| &it.exchanges)
        .map(|exchange| exchange.request.start)
        .filter(|&start| start > from)
        .min()
}

/// PRX-021: what a client sent as content is not forwarded as a request.
fn content_is_no_request(view: &View<'_>, findings: &mut Findings) {
    for place in &view.reading.unasked {
        let (inbound, forwarded) = place.of(&view.reading.connections);
        // Out of a tunnel comes what went in.
        let is_tunnel = view.reading.is_tunnel(inbound);
        let tag = tag_of(forwarded.request.target(&inbound.sent)).filter(|_| !is_tunnel);
        let Some(tag) = tag else { continue };
        let target = [TARGET_PREFIX, tag].concat();
        // The tag ends there: `0/1` is none of `0/10`.
        let line = [&target, &b" "[..]].concat();
        let from = forwarded.request.start;
        let hidden_in = view.connection.exchanges.iter().enumerate().find(|(index, exchange)| {
            let hop = Hop { connection: view.connection, exchange, index: *index };
            is_beyond_doubt(exchange, view.connection)
                && exchange.request.broken.is_none()
                && exchange.request.content.first.is_some_and(|first| first < from)
                && holds(&content_of_request(hop).octets, &line)
        });
        if hidden_in.is_some() {
            let expected = "the declared content read, or the connection closed";
            let found = format!(
                "a request for {} forwarded, which a client had sent as content",
                String::from_utf8_lossy(&target)
            );
            findings.broken(&PRX_021, "content-forwarded", from, expected, found);
        }
    }
}

fn holds(octets: &[u8], what: &[u8]) -> bool {
    octets.windows(what.len()).any(|it| it == what)
}
