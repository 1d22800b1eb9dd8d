//! Origin servers that give no final response, or one without a length (RFC 9110 §15.6.3, RFC 9112
//! §6.3).

use expectspec_message::{BadFraming, Framing};
use expectspec_requirements::{PRX_023, PRX_024};

use super::wait::silence_behind;
use super::{Hop, Relayed, Source, is_proxy, relayed};
use crate::monitors::duty::client_left_before;
use crate::monitors::words::status;
use crate::{Connection, Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_023], role: Watched::AsIntermediary, watch: no_final },
    Monitor { requirements: &[&PRX_023], role: Watched::AsIntermediary, watch: unasked_switch },
    Monitor { requirements: &[&PRX_024], role: Watched::AsIntermediary, watch: no_length },
];

/// When an origin server had failed: nothing that it sent, or can send, is a final response.
fn failure(inbound: Hop<'_>) -> Option<(Stamp, &'static str)> {
    let connection = inbound.connection;
    if inbound.exchange.final_response().is_some() {
        return None;
    }
    // What answers a later request is none of this one's business.
    let is_last = inbound.index + 1 == connection.exchanges.len();
    let garbage = connection.garbage.filter(|_| is_last);
    match (garbage, connection.server_gone()) {
        (Some(garbage), _) => Some((garbage.start, "octets that are no response")),
        (None, Some(gone)) => Some((gone, "the end of the connection without a final response")),
        (None, None) => None,
    }
}

/// Whether interim responses came to a request of HTTP/1.0, which knows none.
fn is_out_of_place(inbound: Hop<'_>) -> bool {
    !inbound.request().version().is_11_or_later() && inbound.exchange.interims().next().is_some()
}

/// PRX-023: an origin server that fails is no reason to leave the client without an answer.
fn no_final(view: &View<'_>, findings: &mut Findings) {
    let expected = "502, or the end of the connection, where the origin server fails";
    for relayed in relayed(view) {
        let failures: Option<Vec<_>> = relayed.inbound.iter().map(|&hop| failure(hop)).collect();
        let last = failures.and_then(|failures| failures.into_iter().max_by_key(|it| it.0));
        let Some((failed, what)) = last else { continue };
        let outbound = relayed.outbound;
        if !relayed.is_beyond_doubt()
            || relayed.inbound.iter().any(|&hop| is_out_of_place(hop))
            || client_left_before(outbound.connection, failed)
        {
            continue;
        }
        if let Some(at) = garbage_relayed(&relayed) {
            let found = "the octets of the origin server, which are no response";
            findings.doubtful(&PRX_023, "garbage-relayed", at, expected, found);
        } else if let Some(answer) = outbound.exchange.final_response() {
            let own = answer.start > failed && relayed.source(answer) == Source::Own;
            match answer.code() {
                Some(502) => findings.kept(&PRX_023, "502", answer.start),
                Some(500..600) => findings.kept(&PRX_023, "5xx", answer.start),
                Some(200..300) if own => {
                    let found = format!("{}, where {what} came", status(answer));
                    findings.doubtful(&PRX_023, "success", answer.start, expected, found);
                }
                _ => findings.chosen(&PRX_023, "other-final", answer.start),
            }
        } else if let Some(gone) = outbound.connection.server_gone() {
            findings.kept(&PRX_023, "closed", gone);
        } else if let Some(silence) = silence_behind(view, outbound, failed) {
            let found = format!("behind {what}, {}", silence.text());
            findings.broken(&PRX_023, "silence", silence.until, expected, found).by_clock();
        }
    }
}

/// When octets came to the client as its response that begin as those did that were no response of
/// our origin server's.
fn garbage_relayed(relayed: &Relayed<'_>) -> Option<Stamp> {
    let outbound = relayed.outbound.connection;
    let line = |connection: &Connection, offset: usize| {
        let rest = connection.received.octets().get(offset..)?;
        let line = rest.split(|&octet| octet == b'\r' || octet == b'\n').next()?;
        (line.len() >= GARBAGE_OCTETS_MIN).then(|| line.to_vec())
    };
    let got = outbound.garbage.filter(|_| relayed.outbound.exchange.final_response().is_none())?;
    let passed_on = line(outbound, got.offset)?;
    relayed.inbound.iter().find_map(|hop| {
        let sent = hop.connection.garbage.filter(|sent| sent.start < got.start)?;
        (line(hop.connection, sent.offset)? == passed_on).then_some(got.start)
    })
}

/// So many octets that are alike are no accident.
const GARBAGE_OCTETS_MIN: usize = 8;

/// PRX-023: a 101 that nobody asked for is no response to relay (RFC 9110 §7.8).
fn unasked_switch(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let answers = relayed.answers();
        let switch = answers.iter().find(|(hop, it)| {
            it.code() == Some(101) && !hop.has(b"upgrade") && !relayed.outbound.has(b"upgrade")
        });
        let Some((_, switch)) = switch.filter(|_| relayed.is_beyond_doubt()) else { continue };
        let Some(answer) = relayed.outbound.exchange.final_response() else { continue };
        match answer.code() {
            Some(101) if answer.start > switch.start => {
                let expected = "502, or the end of the connection, where the origin server fails";
                let found = "101, although nobody had offered to switch to another protocol";
                findings.doubtful(&PRX_023, "switch-relayed", answer.start, expected, found);
            }
            Some(502) => findings.kept(&PRX_023, "502-for-101", answer.start),
            _ => findings.chosen(&PRX_023, "other-final-for-101", answer.start),
        }
    }
}

const BAD_GATEWAY: &str =
    "502, and the connection to the server closed: the length can't be determined";

/// PRX-024: a proxy discards a final response with an invalid length.
fn no_length(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let bad = Framing::Bad(BadFraming::ContentLength);
        let answers = relayed.answers();
        let found = answers.iter().find(|(_, answer)| answer.is_final() && answer.framing == bad);
        let Some(&(inbound, invalid)) = found else { continue };
        if !relayed.is_beyond_doubt() || relayed.inbound.len() > 1 {
            continue;
        }
        replaced(view, &relayed, invalid, findings);
        connection_closed(view, inbound, findings);
    }
}

fn replaced(view: &View<'_>, relayed: &Relayed<'_>, invalid: &Response, findings: &mut Findings) {
    let outbound = relayed.outbound;
    let accuse = |mark, at, found: String, findings: &mut Findings| {
        if is_proxy(view) {
            findings.broken(&PRX_024, mark, at, BAD_GATEWAY, found);
        } else {
            findings.chosen(&PRX_024, mark, at);
        }
    };
    let Some(answer) = outbound.exchange.final_response() else {
        if let Some(gone) = outbound.connection.server_gone() {
            // Not what is demanded, but no length is passed on either.
            findings.chosen(&PRX_024, "closed", gone);
        } else if let Some(silence) = silence_behind(view, outbound, invalid.start) {
            let at = silence.until;
            match is_proxy(view) {
                true => {
                    findings.broken(&PRX_024, "silence", at, BAD_GATEWAY, silence.text()).by_clock()
                }
                false => findings.chosen(&PRX_024, "silence", at),
            }
        }
        return;
    };
    // What had been on the way before is another matter.
    if answer.start < invalid.start {
        return;
    }
    match answer.code() {
        Some(502) => findings.kept(&PRX_024, "502", answer.start),
        _ if relayed.source(answer) == Source::Relayed => {
            let found = format!("the {} of the origin server", status(answer));
            accuse("relayed", answer.start, found, findings);
        }
        _ => findings.chosen(&PRX_024, "own-final", answer.start),
    }
}

/// No later request goes to a server on a connection where nobody knows where a response begins.
fn connection_closed(view: &View<'_>, inbound: Hop<'_>, findings: &mut Findings) {
    let next = inbound.connection.exchanges.get(inbound.index + 1);
    let answered = inbound.exchange.final_response().and_then(|answer| answer.head_end);
    let (Some(next), Some(answered)) = (next, answered) else { return };
    let at = next.request.start;
    if at.at_us.saturating_sub(answered.at_us) < view.windows.quiet_us {
        return;
    }
    if is_proxy(view) {
        let found = "another request on it";
        findings.broken(&PRX_024, "reused", at, BAD_GATEWAY, found).by_clock();
    } else {
        findings.chosen(&PRX_024, "reused", at);
    }
}
