//! `Upgrade` beside `Expect` (RFC 9110 §7.8).

use expectspec_message::Version;
use expectspec_message::octet::list_members;
use expectspec_requirements::{UPG_001, UPG_002, UPG_004, UPG_005, UPG_006};

use super::words::status;
use crate::{Connection, Exchange, Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&UPG_001, &UPG_005], role: Watched::AsServer, watch: switches },
    Monitor { requirements: &[&UPG_002, &UPG_004], role: Watched::AsServer, watch: may_ignore },
    Monitor { requirements: &[&UPG_006], role: Watched::AsServer, watch: names_the_option },
];

/// UPG-001, UPG-005: 100 comes before 101, and 101 names an offered protocol.
fn switches(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    if connection.switched.is_none() {
        return;
    }
    for exchange in &connection.exchanges {
        let Some(switch) = exchange.final_response() else { continue };
        if switch.code() == Some(101) {
            continue_first(exchange, switch, findings);
            names_an_offer(connection, exchange, switch, findings);
        }
    }
}

fn continue_first(exchange: &Exchange, switch: &Response, findings: &mut Findings) {
    let request = &exchange.request;
    if !request.expectations.has_continue() || !request.version().is_11_or_later() {
        return;
    }
    let expected = "100 (Continue) before 101 (Switching Protocols)";
    let sent = request.has_content_before(switch.start);
    if exchange.continue_response().is_some() {
        findings.kept(&UPG_001, "continue-first", switch.start);
    } else if !request.announces_content() {
        let found = "101 without 100, to a request without content";
        findings.doubtful(&UPG_001, "without-content", switch.start, expected, found);
    } else if sent {
        let found = "101 without 100, when content had come";
        findings.doubtful(&UPG_001, "content-was-sent", switch.start, expected, found);
    } else {
        let found = "101 without 100, content still to come";
        findings.broken(&UPG_001, "no-continue", switch.start, expected, found);
    }
}

fn names_an_offer(
    connection: &Connection,
    exchange: &Exchange,
    switch: &Response,
    findings: &mut Findings,
) {
    let request = &exchange.request;
    let octets = switch.octets(&connection.received);
    let mut named = switch.head.values(octets, b"upgrade").flat_map(list_members).peekable();
    let expected = "an Upgrade field in the 101 that names protocols of the request";
    if named.peek().is_none() {
        let found = "101 without an Upgrade field";
        findings.broken(&UPG_005, "no-upgrade", switch.start, expected, found);
        return;
    }
    let offered = |name: &[u8]| request.has_member(&connection.sent, b"upgrade", name);
    match named.find(|name| !offered(name)) {
        None => findings.kept(&UPG_005, "offered", switch.start),
        Some(name) => {
            let name = String::from_utf8_lossy(name).escape_debug().to_string();
            let found = format!("101 to {name}, which the request did not offer");
            findings.broken(&UPG_005, "not-offered", switch.start, expected, found);
        }
    }
}

/// UPG-002, UPG-004: an offer may be ignored; in HTTP/1.0 it must be.
fn may_ignore(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        if request.error.is_some()
            || !request.head.has(request.octets(&connection.sent), b"upgrade")
        {
            continue;
        }
        let switched = answer.code() == Some(101);
        if request.version().is_11_or_later() {
            let mark = if switched { "switched" } else { "ignored" };
            findings.chosen(&UPG_002, mark, answer.start);
        } else if switched {
            let expected = "the Upgrade field of an HTTP/1.0 request ignored";
            findings.broken(&UPG_004, "101", answer.start, expected, "101");
        } else if request.head.version() == Some(Version::HTTP_10) {
            findings.kept(&UPG_004, "ignored", answer.start);
        }
    }
}

/// UPG-006: who sends Upgrade says so in Connection; an offer without that is void.
fn names_the_option(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        for response in exchange.responses.iter().filter(|response| response.head_end.is_some()) {
            if !response.head.has(response.octets(&connection.received), b"upgrade") {
                continue;
            }
            if response.has_member(&connection.received, b"connection", b"upgrade") {
                findings.kept(&UPG_006, "option", response.start);
            } else {
                let expected = "the Upgrade connection option beside the Upgrade field";
                let found = format!("{} with Upgrade but without the option", status(response));
                findings.broken(&UPG_006, "no-option", response.start, expected, found);
            }
        }
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        if request.error.is_some()
            || !request.head.has(request.octets(&connection.sent), b"upgrade")
            || request.has_member(&connection.sent, b"connection", b"upgrade")
        {
            continue;
        }
        if answer.code() == Some(101) {
            let expected = "an offer without the Upgrade connection option left alone";
            let found = "101 to such an offer";
            findings.doubtful(&UPG_006, "void-offer", answer.start, expected, found);
        } else {
            findings.kept(&UPG_006, "void-offer-ignored", answer.start);
        }
    }
}
