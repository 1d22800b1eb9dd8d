//! The fields of forwarded messages that are an intermediary's business (RFC 9110 §7.6;
//! RFC 9112 §2.3, §6.3).

use expectspec_message::octet::list_members;
use expectspec_message::{Ambiguity, Version};
use expectspec_requirements::{FRM_010, PRX_015, PRX_016, PRX_029, PRX_031};

use super::{Hop, Relayed, Source, TAG_FIELD, is_proxy, relayed};
use crate::monitors::doubts::{Doubts, is_beyond_doubt};
use crate::{Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_015], role: Watched::AsIntermediary, watch: own_version },
    Monitor { requirements: &[&PRX_016], role: Watched::AsIntermediary, watch: adds_via },
    Monitor { requirements: &[&PRX_029], role: Watched::AsIntermediary, watch: removes_hop_by_hop },
    Monitor { requirements: &[&PRX_031], role: Watched::AsIntermediary, watch: counts_forwards },
    Monitor { requirements: &[&FRM_010], role: Watched::AsIntermediary, watch: one_framing },
];

/// PRX-015: a forwarded request has the version of the intermediary, not of whoever asked.
fn own_version(view: &View<'_>, findings: &mut Findings) {
    let expected = "the intermediary's own version, which is one that exists";
    for (relay, hop, at) in forwarded(view) {
        let (asked, passed_on) = (relay.outbound.request().version(), hop.request().version());
        match passed_on {
            Version::HTTP_11 => findings.kept(&PRX_015, "http-1.1", at),
            // It conforms to HTTP/1.0 as well, or there is a reason to say less than it could.
            Version::HTTP_10 => findings.chosen(&PRX_015, "http-1.0", at),
            Version { major, minor } => {
                let found = format!("HTTP/{major}.{minor}, which the client had sent");
                if passed_on == asked {
                    findings.broken(&PRX_015, "copied", at, expected, found);
                }
            }
        }
    }
}

/// PRX-016: a proxy names itself in each message that it forwards.
fn adds_via(view: &View<'_>, findings: &mut Findings) {
    let expected = "a Via field line, or member, of the proxy";
    for (relay, hop, at) in forwarded(view) {
        let asked = members(relay.outbound.values(b"via"));
        match (members(hop.values(b"via")) > asked, is_proxy(view)) {
            (true, _) => findings.kept(&PRX_016, "request-with-via", at),
            (false, false) => findings.chosen(&PRX_016, "request-without-via-by-gateway", at),
            (false, true) => {
                let found = "a forwarded request without it";
                findings.broken(&PRX_016, "request-without-via", at, expected, found);
            }
        }
    }
    for relay in relayed(view).iter().filter(|relay| !relay.inbound.is_empty()) {
        for response in &relay.outbound.exchange.responses {
            response_via(view, relay, response, findings);
        }
    }
}

/// PRX-016, of a response that was relayed for certain.
fn response_via(
    view: &View<'_>,
    relay: &Relayed<'_>,
    response: &Response,
    findings: &mut Findings,
) {
    let expected = "a Via field line, or member, of the proxy";
    let answers = relay.answers();
    let alike = answers.iter().filter(|(_, answer)| answer.code() == response.code());
    let given = alike.map(|(hop, answer)| members(hop.response_values(answer, b"via"))).max();
    let received = &relay.outbound.connection.received;
    let is_certain =
        response.is_interim() || response.head.has(response.octets(received), TAG_FIELD);
    let Some(given) = given.filter(|_| is_certain && response.head_end.is_some()) else { return };
    if relay.source(response) == Source::Own {
        return;
    }
    let own = members(response.head.values(response.octets(received), b"via")) > given;
    let at = response.start;
    match (own, response.is_interim(), is_proxy(view)) {
        (true, true, _) => findings.kept(&PRX_016, "interim-with-via", at),
        (true, false, _) => findings.kept(&PRX_016, "response-with-via", at),
        (false, true, true) => findings.chosen(&PRX_016, "interim-without-via", at),
        (false, false, true) => {
            let found = "a relayed response without it";
            findings.broken(&PRX_016, "response-without-via", at, expected, found);
        }
        (false, _, false) => findings.chosen(&PRX_016, "response-without-via-by-gateway", at),
    }
}

/// How many members the field lines of a list have together.
fn members<'a>(values: impl Iterator<Item = &'a [u8]>) -> usize {
    values.map(|value| list_members(value).count()).sum()
}

/// PRX-029: fields that concern one connection only do not go on to the next.
fn removes_hop_by_hop(view: &View<'_>, findings: &mut Findings) {
    let expected = "fields of the client's connection removed, or stated anew with their option";
    for (relay, hop, at) in forwarded(view) {
        let names: [&[u8]; 4] = [b"keep-alive", b"proxy-connection", b"te", b"upgrade"];
        let asked: Vec<_> = names.into_iter().filter(|name| relay.outbound.has(name)).collect();
        if asked.is_empty() {
            continue;
        }
        let stated_anew = |name: &[u8]| {
            let sent = &hop.connection.sent;
            name != b"proxy-connection" && hop.request().has_member(sent, b"connection", name)
        };
        let survives = |name: &[u8]| {
            let given: Vec<_> = relay.outbound.values(name).collect();
            hop.values(name).any(|value| given.contains(&value))
        };
        let survivor = asked.iter().find(|name| survives(name) && !stated_anew(name));
        if let Some(name) = survivor {
            let name = String::from_utf8_lossy(name);
            let found = format!("{name} forwarded as the client had sent it");
            findings.broken(&PRX_029, "forwarded", at, expected, found);
        } else if asked.iter().any(|name| hop.has(name)) {
            findings.chosen(&PRX_029, "stated-anew", at);
        } else {
            findings.kept(&PRX_029, "removed", at);
        }
    }
}

/// PRX-031: at zero, whoever has the request answers it.
fn counts_forwards(view: &View<'_>, findings: &mut Findings) {
    let expected = "an answer of the intermediary, and nothing forwarded";
    for relay in relayed(view) {
        let outbound = relay.outbound;
        let doubts = Doubts::of(outbound.exchange, outbound.connection);
        let method = outbound.method();
        let is_zero = outbound.values(b"max-forwards").eq([&b"0"[..]]);
        if !is_zero || !matches!(method, b"OPTIONS" | b"TRACE") || !doubts.only(Doubts::METHOD) {
            continue;
        }
        if let Some(hop) = relay.forwarded() {
            let at = hop.request().head_end.unwrap_or(hop.request().start);
            let method = String::from_utf8_lossy(method);
            let found = format!("{method} with Max-Forwards: 0 forwarded");
            findings.broken(&PRX_031, "forwarded", at, expected, found);
        } else if let Some(answer) = relay.own_final() {
            findings.kept(&PRX_031, "answered", answer.start);
        }
    }
}

/// FRM-010: of Content-Length and Transfer-Encoding, one goes on at most.
fn one_framing(view: &View<'_>, findings: &mut Findings) {
    let expected = "the received Content-Length removed before the request is forwarded";
    let both = Some(Ambiguity::LengthAndTransferEncoding);
    for relay in relayed(view) {
        if relay.outbound.request().framing.ambiguity != both {
            continue;
        }
        let Some(hop) = relay.forwarded() else {
            if let Some(answer) = relay.own_final() {
                findings.chosen(&FRM_010, "refused", answer.start);
            }
            continue;
        };
        let at = hop.request().head_end.unwrap_or(hop.request().start);
        if hop.has(b"content-length") && hop.has(b"transfer-encoding") {
            let found = "both Content-Length and Transfer-Encoding forwarded";
            findings.broken(&FRM_010, "both", at, expected, found);
        } else {
            findings.kept(&FRM_010, "one", at);
        }
    }
}

/// The requests that were forwarded and leave no room for argument, each with the first request that
/// it became, and when.
fn forwarded<'a>(view: &View<'a>) -> Vec<(Relayed<'a>, Hop<'a>, Stamp)> {
    let clear = relayed(view).into_iter().filter(|relay| {
        let outbound = relay.outbound;
        is_beyond_doubt(outbound.exchange, outbound.connection)
    });
    clear
        .filter_map(|relay| {
            let hop = relay.forwarded()?;
            let at = hop.request().head_end?;
            Some((relay, hop, at))
        })
        .collect()
}
