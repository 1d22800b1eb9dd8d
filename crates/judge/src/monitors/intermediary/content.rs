//! Whether content arrives as it was sent, and as much of it (RFC 9110 §10.1.1; RFC 9112 §6, §6.3).

use expectspec_message::framing::Ambiguity;
use expectspec_message::{AnomalyKind, Framing};
use expectspec_requirements::{FRM_001, PRX_019, SRV_025};

use super::{Deframed, Hop, Relayed, content_of_request, relayed};
use crate::monitors::client::hidden::hidden_request;
use crate::monitors::doubts::{Doubts, has_only_anomaly};
use crate::monitors::words::ms;
use crate::{Findings, Monitor, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&FRM_001], role: Watched::AsIntermediary, watch: arrives_as_sent },
    Monitor { requirements: &[&SRV_025], role: Watched::AsIntermediary, watch: stays_incomplete },
    Monitor { requirements: &[&PRX_019], role: Watched::AsIntermediary, watch: content_goes_on },
];

/// What leaves no room for argument about where content ends.
const FRAMING_IS_CLEAR: Doubts = Doubts::EXPECTATION
    .or(Doubts::NO_MEMBERS)
    .or(Doubts::EMPTY_MEMBERS)
    .or(Doubts::SIZE)
    .or(Doubts::CONTENT)
    .or(Doubts::AMBIGUITY)
    .or(Doubts::ANOMALY);

/// FRM-001: both sides see the same content, whatever delimits it there.
fn arrives_as_sent(view: &View<'_>, findings: &mut Findings) {
    let expected = "the content of the client's request, octet by octet";
    for (relay, hop) in framed(view) {
        let sent = content_of_request(relay.outbound);
        let arrived = content_of_request(hop);
        let request = hop.request();
        let at = request.content.first.or(request.head_end).unwrap_or(request.start);
        let announced = relay.outbound.request().announces_content();
        if announced && matches!(arrived.framing, Framing::None | Framing::Length(0)) {
            if sent.is_complete && sent.octets.is_empty() {
                findings.kept(&FRM_001, "same-content", at);
                continue;
            }
            let found = "a head that announces no content";
            // Content has no meaning with these methods (RFC 9110 §9.3).
            if matches!(relay.outbound.method(), b"GET" | b"HEAD" | b"DELETE" | b"OPTIONS") {
                findings.doubtful(&FRM_001, "content-dropped", at, expected, found);
            } else {
                findings.broken(&FRM_001, "content-dropped", at, expected, found);
            }
        } else if let Some(found) = difference(&sent, &arrived) {
            // Another request in the place of content is judged by itself.
            if hidden_request(hop.connection, hop.exchange).is_some() {
                continue;
            }
            findings.broken(&FRM_001, "content-changed", at, expected, found);
        } else if arrived.is_complete && sent.is_complete {
            findings.kept(&FRM_001, "same-content", at);
        }
    }
}

/// What differs, in words, if the one is not the beginning of the other.
fn difference(sent: &Deframed, arrived: &Deframed) -> Option<String> {
    let (sent_len, arrived_len) = (sent.octets.len(), arrived.octets.len());
    let pairs = sent.octets.iter().zip(&arrived.octets);
    if let Some(at) = pairs.clone().position(|(sent, arrived)| sent != arrived) {
        return Some(format!("other content from octet {at} on"));
    }
    if arrived_len > sent_len {
        return Some(format!("{arrived_len} octets, where {sent_len} had been sent"));
    }
    (arrived.is_complete && sent.is_complete && arrived_len < sent_len)
        .then(|| format!("{arrived_len} octets, complete, of {sent_len}"))
}

/// SRV-025: a request that its client broke off is not completed toward the origin server.
fn stays_incomplete(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view) {
        let request = relay.outbound.request();
        if !request.announces_content() || request.end.is_some() || !framing_is_clear(&relay) {
            continue;
        }
        let connection = relay.outbound.connection;
        let left = [connection.client_end, connection.client_reset].into_iter().flatten().min();
        let over =
            left.or(relay.own_final().filter(|_| request.broken.is_some()).map(|it| it.start));
        let Some(over) = over else { continue };
        if relay.inbound.is_empty() {
            findings.kept(&SRV_025, "not-forwarded", over);
        }
        for &hop in relay.inbound.iter().filter(|&&hop| is_readable(hop)) {
            broken_off(&relay, hop, over, findings);
        }
    }
}

/// SRV-025, of one request toward the origin server.
fn broken_off(relay: &Relayed<'_>, hop: Hop<'_>, over: Stamp, findings: &mut Findings) {
    // A head that announces no content is another matter.
    if !hop.request().announces_content() {
        return;
    }
    let answered = hop.exchange.final_response().is_some_and(|answer| answer.start < over);
    match hop.request().end {
        // There may be a reading of the chunks in which they come to an end.
        Some(end) if relay.outbound.request().broken.is_some() => {
            let found = "a complete request, made of chunks outside the grammar";
            findings.unclear(&SRV_025, "read-otherwise", end, found);
        }
        Some(end) if !answered => {
            let expected = "the request left incomplete, as its client left it";
            let found = format!(
                "a complete request with {} octets of content: the origin server acts on it",
                content_of_request(hop).octets.len()
            );
            findings.broken(&SRV_025, "completed", end, expected, found);
        }
        Some(_) => {}
        None => {
            let gone = hop.connection.client_end.or(hop.connection.client_reset);
            let mark = if gone.is_some() { "broken-off" } else { "left-open" };
            findings.kept(&SRV_025, mark, gone.unwrap_or(over));
        }
    }
}

/// PRX-019: content that comes without a 100 is forwarded without one.
fn content_goes_on(view: &View<'_>, findings: &mut Findings) {
    let expected = "the content forwarded, although the origin server sends no 100";
    for (relay, hop) in framed(view) {
        let request = relay.outbound.request();
        if request.expect_lines == 0 || !request.announces_content() {
            continue;
        }
        let answer = hop.exchange.responses.first().map(|answer| answer.start);
        let first = hop.request().content.first;
        if let Some(first) = first.filter(|&first| answer.is_none_or(|answer| first < answer)) {
            findings.kept(&PRX_019, "forwarded", first);
            continue;
        }
        let is_owed = request.expects_continue() && relay.is_beyond_doubt();
        let Some(end) = request.end.filter(|_| is_owed) else { continue };
        let Some(until) = waits_in_vain(&relay, hop) else { continue };
        let end = hop.request().head_end.map_or(end, |head_end| head_end.max(end));
        let waited_us = until.at_us.saturating_sub(end.at_us);
        let found = format!("no octet of it for {}, and no 100 meanwhile", ms(waited_us));
        let is_last = hop.exchange.responses.is_empty() && hop.connection.server_gone().is_none();
        if waited_us >= view.windows.final_us {
            // How long is indefinite nobody says; it was watched for the final window.
            findings.doubtful(&PRX_019, "withheld", until, expected, found).by_clock();
        } else if waited_us >= view.windows.immediate_us && !is_last {
            findings.doubtful(&PRX_019, "withheld-for-a-while", until, expected, found).by_clock();
        }
    }
}

/// Until when the origin server waited for content that the intermediary had: nobody had left, and
/// nobody had answered.
fn waits_in_vain(relay: &Relayed<'_>, hop: Hop<'_>) -> Option<Stamp> {
    let (outbound, inbound) = (relay.outbound.connection, hop.connection);
    let ends = [
        outbound.server_gone(),
        outbound.client_end,
        outbound.client_reset,
        inbound.server_gone(),
        inbound.client_end,
        inbound.client_reset,
        relay.outbound.exchange.final_response().map(|answer| answer.start),
        hop.exchange.responses.first().map(|answer| answer.start),
        inbound.garbage.map(|garbage| garbage.start),
    ];
    let until = ends.into_iter().flatten().min().unwrap_or(outbound.watched_until);
    let is_last =
        relay.inbound.last().is_some_and(|last| core::ptr::eq(last.exchange, hop.exchange));
    let announced = hop.request().announces_content();
    (is_last && announced).then_some(until)
}

/// The requests that were forwarded, with each request that they became, where it is clear on both
/// sides how content is delimited.
fn framed<'a>(view: &View<'a>) -> Vec<(Relayed<'a>, Hop<'a>)> {
    let clear = relayed(view)
        .into_iter()
        .filter(|relay| framing_is_clear(relay) && relay.outbound.request().broken.is_none());
    let pairs = clear.flat_map(|relay| {
        let hops = relay.inbound.clone();
        hops.into_iter().map(move |hop| (relay.clone(), hop))
    });
    pairs.filter(|&(_, hop)| is_readable(hop)).collect()
}

/// Whether there is one way to read how the content of the client's request is delimited.
fn framing_is_clear(relay: &Relayed<'_>) -> bool {
    let outbound = relay.outbound;
    let request = outbound.request();
    // HTTP/1.0 has no transfer codings: there are two readings, and none is wrong.
    let old = request.framing.ambiguity == Some(Ambiguity::TransferEncodingInHttp10);
    let plain =
        request.head.anomalies.is_empty() || has_only_anomaly(request, AnomalyKind::ObsFold);
    !old && plain && Doubts::of(outbound.exchange, outbound.connection).only(FRAMING_IS_CLEAR)
}

fn is_readable(hop: Hop<'_>) -> bool {
    let request = hop.request();
    request.error.is_none()
        && request.broken.is_none()
        && request.framing.ambiguity.is_none()
        && !matches!(request.framing.framing, Framing::Bad(_))
}
