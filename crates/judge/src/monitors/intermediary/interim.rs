//! What becomes of the interim responses of the origin server (RFC 9110 §15.2).

use expectspec_message::Version;
use expectspec_requirements::{PRX_004, PRX_005, PRX_014};

use super::wait::silence_from;
use super::{Hop, Relayed, Source, is_proxy, relayed};
use crate::monitors::client::moments::is_plain;
use crate::monitors::words::status;
use crate::{Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_004], role: Watched::AsIntermediary, watch: relays_interims },
    Monitor {
        requirements: &[&PRX_005, &PRX_014],
        role: Watched::AsIntermediary,
        watch: none_to_http_10,
    },
];

/// From this many interim responses on an intermediary may take them for an attack.
const MANY: usize = 16;
const RELAYED: &str = "every interim response of the origin server, in order, before the final one";

/// PRX-004: a proxy forwards interim responses, unless it asked for them itself.
fn relays_interims(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let outbound = relayed.outbound;
        if !outbound.request().version().is_11_or_later() || !relayed.is_beyond_doubt() {
            continue;
        }
        let Some(inbound) = relayed.final_answer().map(|(hop, _)| hop).or(last_of(&relayed)) else {
            continue;
        };
        let sent: Vec<&Response> = inbound.exchange.interims().collect();
        let ordinary = sent.iter().all(|interim| is_ordinary(inbound, interim));
        // To a request of HTTP/1.0 the origin server had no right to send any.
        let known = inbound.request().version().is_11_or_later();
        if sent.is_empty() || sent.len() > MANY || !ordinary || !known {
            continue;
        }
        match outbound.exchange.final_response() {
            // An answer of its own may have been on the way when they came.
            Some(answer) if relayed.source(answer) == Source::Own => {}
            _ if held_back(view, &relayed, (inbound, &sent), findings) => {}
            Some(answer) => before_final(view, &relayed, (inbound, &sent), answer, findings),
            None => {}
        }
    }
}

fn last_of<'a>(relayed: &Relayed<'a>) -> Option<Hop<'a>> {
    relayed.inbound.last().copied()
}

/// Whether nothing about an interim response but its code gives reason to drop it.
pub(super) fn is_ordinary(inbound: Hop<'_>, interim: &Response) -> bool {
    let octets = interim.octets(&inbound.connection.received);
    let odd: [&[u8]; 3] = [b"content-length", b"transfer-encoding", b"connection"];
    is_plain(interim)
        && interim.head.version() == Some(Version::HTTP_11)
        && odd.iter().all(|name| !interim.head.has(octets, name))
}

/// The final response has come: what is missing now was dropped.
fn before_final(
    view: &View<'_>,
    relayed: &Relayed<'_>,
    (inbound, sent): (Hop<'_>, &[&Response]),
    answer: &Response,
    findings: &mut Findings,
) {
    let got: Vec<u16> = relayed.outbound.exchange.interims().filter_map(Response::code).collect();
    let codes: Vec<u16> = sent.iter().filter_map(|interim| interim.code()).collect();
    let others =
        |codes: &[u16]| -> Vec<u16> { codes.iter().copied().filter(|&code| code != 100).collect() };
    let at = answer.start;
    if let Some(missing) = missing(&others(&codes), &others(&got)) {
        let found = format!("the final response without the {missing} that came before it");
        accuse(view, "dropped", Weight::Broken, (at, found), findings);
    } else if !is_within(&others(&codes), &others(&got)) {
        let found = format!("{got:?}, where the origin server sent {codes:?}");
        accuse(view, "out-of-order", Weight::Broken, (at, found), findings);
    } else if !codes.contains(&100) {
        findings.kept(&PRX_004, "relayed", at);
    } else if got.contains(&100) {
        let first = relayed.first_continue().map(|(_, source)| source);
        let own = first == Some(Source::Own);
        findings.kept(&PRX_004, if own { "own-continue" } else { "relayed" }, at);
    } else {
        continue_dropped(view, relayed, (inbound, sent), at, findings);
    }
}

/// The 100 (Continue) of the origin server is missing.
fn continue_dropped(
    view: &View<'_>,
    relayed: &Relayed<'_>,
    (inbound, sent): (Hop<'_>, &[&Response]),
    at: crate::Stamp,
    findings: &mut Findings,
) {
    let request = relayed.outbound.request();
    let asked = request.expectations.has_continue() && !relayed.outbound.nominates_expect();
    let asks = inbound.request().expectations.has_continue();
    // It may have been asked for by an attempt before.
    let asked_itself = relayed.inbound.iter().any(|hop| hop.request().expectations.has_continue());
    if asked_itself && !asked {
        findings.chosen(&PRX_004, "asked-for-itself", at);
        return;
    }
    let continues = sent.iter().filter(|interim| interim.code() == Some(100));
    let late = continues.clone().all(|it| request.end.is_some_and(|end| end < it.start));
    let weight = if asked && asks && !late { Weight::Broken } else { Weight::Doubtful };
    let found = match (asked, late) {
        (true, false) => "the final response without the 100 (Continue) that the client asked for",
        (true, true) => "the final response without the 100 (Continue), which came late",
        (false, _) => "the final response without a 100 (Continue) that nobody had asked for",
    };
    accuse(view, "continue-dropped", weight, (at, found.to_owned()), findings);
}

/// The client waits for the 100 (Continue), which is there, for the whole window.
fn held_back(
    view: &View<'_>,
    relayed: &Relayed<'_>,
    (inbound, sent): (Hop<'_>, &[&Response]),
    findings: &mut Findings,
) -> bool {
    let outbound = relayed.outbound;
    let request = outbound.request();
    let Some(invited) = sent.iter().find(|interim| interim.code() == Some(100)) else {
        return false;
    };
    let wanted = request.expects_continue()
        && inbound.request().expectations.has_continue()
        && request.content.first.is_none_or(|content| content > invited.start)
        && outbound.exchange.continue_response().is_none_or(|it| it.start > invited.start);
    let window_us = view.windows.immediate_us;
    let silence = silence_from(view, outbound, invited.start, window_us).filter(|_| wanted);
    let Some(silence) = silence else { return false };
    let found = format!("behind the 100 (Continue) of the origin server, {}", silence.text());
    if is_proxy(view) {
        let at = silence.until;
        findings.broken(&PRX_004, "held-back", at, RELAYED, found).by_clock();
    } else {
        findings.chosen(&PRX_004, "held-back", silence.until);
    }
    true
}

/// Whether the requirement is broken to the letter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Weight {
    Broken,
    Doubtful,
}

/// A proxy is accused; what a gateway drops is a fact.
fn accuse(
    view: &View<'_>,
    mark: &'static str,
    weight: Weight,
    (at, found): (crate::Stamp, String),
    findings: &mut Findings,
) {
    match (is_proxy(view), weight) {
        (false, _) => findings.chosen(&PRX_004, mark, at),
        (true, Weight::Broken) => {
            findings.broken(&PRX_004, mark, at, RELAYED, found);
        }
        (true, Weight::Doubtful) => {
            findings.doubtful(&PRX_004, mark, at, RELAYED, found);
        }
    }
}

/// The first code of which there are fewer than were sent.
fn missing(sent: &[u16], got: &[u16]) -> Option<u16> {
    let count = |codes: &[u16], code| codes.iter().filter(|&&other| other == code).count();
    sent.iter().copied().find(|&code| count(got, code) < count(sent, code))
}

/// Whether the codes sent are among those that came, in order.
fn is_within(sent: &[u16], got: &[u16]) -> bool {
    let mut rest = got.iter();
    sent.iter().all(|code| rest.any(|other| other == code))
}

/// PRX-005, PRX-014: no interim response to an HTTP/1.0 client, whatever the origin server sends.
fn none_to_http_10(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let outbound = relayed.outbound;
        let request = outbound.request();
        if request.error.is_some() || request.head.version() != Some(Version::HTTP_10) {
            continue;
        }
        let expects = request.expectations.has_continue();
        let answers = relayed.answers();
        let sent = |code: Option<u16>| {
            let mut interims = answers.iter().filter(|(_, answer)| answer.is_interim());
            interims.any(|(_, answer)| code.is_none() || answer.code() == code)
        };
        let forwarded = outbound
            .exchange
            .interims()
            .find(|it| it.code() == Some(100) && relayed.source(it) == Source::Relayed);
        if let Some(interim) = outbound.exchange.interims().next() {
            let expected = "no 1xx response to an HTTP/1.0 request";
            let found = format!("{} to an HTTP/1.0 request", status(interim));
            findings.broken(&PRX_005, "interim", interim.start, expected, found);
        } else if let Some(answer) = outbound.exchange.final_response()
            && (expects || sent(None))
        {
            let mark = if sent(None) { "withheld" } else { "none" };
            findings.kept(&PRX_005, mark, answer.start);
        }
        if expects {
            continue;
        }
        match (forwarded, outbound.exchange.final_response()) {
            (Some(interim), _) if is_proxy(view) => {
                let expected = "no 100 (Continue) forwarded to an HTTP/1.0 client";
                let found = "the 100 (Continue) of the origin server, which nobody had asked for";
                findings.broken(&PRX_014, "forwarded", interim.start, expected, found);
            }
            (Some(interim), _) => findings.chosen(&PRX_014, "forwarded", interim.start),
            (None, Some(answer)) if sent(Some(100)) => {
                findings.kept(&PRX_014, "withheld", answer.start);
            }
            _ => {}
        }
    }
}
