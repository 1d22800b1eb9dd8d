//! A client that offers another protocol beside its expectation (RFC 9110 §7.8).

use expectspec_message::Framing;
use expectspec_requirements::{UPG_003, UPG_006, UPG_007};

use super::moments::{client_gone, request_end};
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&UPG_003], role: Watched::AsClient, watch: completes_the_request },
    Monitor { requirements: &[&UPG_006, &UPG_007], role: Watched::AsClient, watch: offers },
];

/// UPG-003: the announced content comes before the first octet of the new protocol. Content that
/// looks like nothing else must begin as it would have gone on: with its own octet.
fn completes_the_request(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(switched) = connection.switched else { return };
    let Some(exchange) = connection.exchanges.last() else { return };
    let request = &exchange.request;
    let Framing::Length(octets) = request.framing.framing else { return };
    let offered = request.head.has(request.octets(&connection.sent), b"upgrade");
    if !offered || octets == 0 {
        return;
    }
    if let Some(end) = request.end {
        findings.kept(&UPG_003, "content-first", end);
        return;
    }
    let end = request_end(exchange);
    let rest = connection.sent.octets().get(end..).unwrap_or_default();
    let due = usize::try_from(octets - request.content.octets).unwrap_or(usize::MAX);
    let content = rest.iter().take(due).take_while(|octet| **octet == CONTENT).count();
    let at = connection.sent.stamp(end + content);
    if content == due {
        let last = connection.sent.stamp(end + content - 1).unwrap_or(switched);
        findings.kept(&UPG_003, "content-first", last);
    } else if let Some(at) = at {
        let expected = "the announced content sent to its end before the new protocol";
        let found = format!("other octets {} octets before its end", due - content);
        findings.broken(&UPG_003, "switched-early", at, expected, found);
    } else if let Some(gone) = client_gone(connection) {
        findings.chosen(&UPG_003, "closed", gone);
    }
}

/// The octet that all content consists of that a client is asked to send.
const CONTENT: u8 = b'a';

/// UPG-006, UPG-007: an offer is a connection option, and rather without content.
fn offers(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let Some(at) = request.head_end.filter(|_| request.error.is_none()) else { continue };
        if !request.head.has(request.octets(&connection.sent), b"upgrade") {
            continue;
        }
        if request.has_member(&connection.sent, b"connection", b"upgrade") {
            findings.kept(&UPG_006, "option", at);
        } else {
            let expected = "the connection option Upgrade beside the field";
            let found = "Upgrade without it";
            findings.broken(&UPG_006, "no-option", at, expected, found);
        }
        let mark = if request.announces_content() { "with-content" } else { "without-content" };
        findings.chosen(&UPG_007, mark, at);
    }
}
