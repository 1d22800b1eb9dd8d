//! How and why a connection ends, and when it need not (RFC 9112 §9.3, §9.5, §9.6).

use expectspec_message::{Framing, Version};
use expectspec_requirements::{CON_007, CON_010, CON_012, CON_013, CON_014, CON_015};

use super::between::{answers, is_between, origin_is_sound};
use super::doubts::is_beyond_doubt;
use super::duty::{client_left_before, may_be_last, silent_for};
use super::words::{ms, status};
use crate::{Connection, Exchange, Findings, Monitor, Response, Side, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&CON_007], role: Watched::AsServer, watch: closes_in_stages },
    Monitor { requirements: &[&CON_010], role: Watched::AsServer, watch: keeps_http_10_alive },
    Monitor { requirements: &[&CON_012], role: Watched::AsServer, watch: persists },
    Monitor { requirements: &[&CON_013], role: Watched::AsServer, watch: closes_at_any_time },
    Monitor { requirements: &[&CON_014], role: Watched::AsServer, watch: reads_all_by_rfc_2616 },
    Monitor {
        requirements: &[&CON_015],
        role: Watched::AsAnyServer,
        watch: ends_content_by_closing,
    },
];

/// CON-007: content that nobody reads must not destroy the response by a reset.
fn closes_in_stages(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(exchange) = connection.exchanges.last() else { return };
    let Some(content) = exchange.request.content.first else { return };
    let answer = exchange.final_response();
    let early = exchange.request.end.is_none_or(|end| answer.is_some_and(|it| it.start < end));
    // Content that ends with the connection may be all there, whatever way the connection ends.
    let whole = answer.filter(|it| it.end.is_some() || it.framing == Framing::UntilClose);
    match (connection.server_reset, whole) {
        (Some(reset), None) if content < reset && connection.client_reset.is_none() => {
            let expected = "the final response readable before the connection ends";
            let found = "the connection reset while content was being sent, no final response read";
            findings.broken(&CON_007, "reset", reset, expected, found).by_clock();
        }
        (Some(reset), Some(_)) => findings.chosen(&CON_007, "reset-behind-final", reset),
        (None, Some(answer)) if early && connection.server_end.is_some() => {
            findings.kept(&CON_007, "in-stages", answer.start);
        }
        _ => {}
    }
}

/// What became of the connection behind a final response: the first sign of it.
fn went_on(connection: &Connection, index: usize) -> Option<(&'static str, Stamp)> {
    let next = connection.exchanges.get(index + 1).and_then(|next| next.responses.first());
    match (next, connection.server_gone()) {
        (Some(next), _) => Some(("persists", next.start)),
        (None, Some(gone)) if !client_left_before(connection, gone) => Some(("closes", gone)),
        _ => None,
    }
}

/// CON-010: HTTP/1.0 persists if both sides want it.
fn keeps_http_10_alive(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if request.head.version() == Some(Version::HTTP_10)
            && exchange.final_response().is_some()
            && request.has_member(&connection.sent, b"connection", b"keep-alive")
            && let Some((mark, at)) = went_on(connection, index)
        {
            findings.chosen(&CON_010, mark, at);
        }
    }
}

/// CON-012: a connection that can persist behind a handshake should.
fn persists(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if !request.expectations.has_continue()
            || exchange.final_response().is_none()
            || connection.switched.is_some()
            || !is_beyond_doubt(exchange, connection)
            || request.has_member(&connection.sent, b"connection", b"close")
        {
            continue;
        }
        match went_on(connection, index) {
            Some(("persists", at)) => findings.kept(&CON_012, "persists", at),
            Some((_, at)) => findings.chosen(&CON_012, "closes", at),
            None => {}
        }
    }
}

/// CON-013: any end of a connection is legal by itself; what preceded it is worth knowing.
fn closes_at_any_time(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(gone) = connection.server_gone() else { return };
    if client_left_before(connection, gone) || connection.switched.is_some() {
        return;
    }
    let mark = match connection.exchanges.last() {
        None => "without-request",
        Some(exchange) => match (exchange.responses.last(), exchange.final_response()) {
            (_, Some(answer)) if answer.broken.is_some() => "within-response",
            (_, Some(answer)) if may_be_last(connection, exchange, answer) => "announced",
            (_, Some(answer)) if answer.framing == Framing::UntilClose => "announced",
            (_, Some(_)) => "behind-final",
            (Some(_), None) => "behind-interim",
            (None, None) => "without-response",
        },
    };
    findings.chosen(&CON_013, mark, gone);
}

/// No server can be asked to read so much content that it does not want.
const LARGE_OCTETS: u64 = 16 * 1024 * 1024 + 1;

/// CON-014, for RFC 2616: without an expectation the whole request is read before the end.
fn reads_all_by_rfc_2616(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        if !request.announces_content()
            || request.expect_lines > 0
            // RFC 2616 §10.4.14 lets a server close here.
            || answer.code() == Some(413)
            || request.has_member(&connection.sent, b"connection", b"close")
            // What can't be read on need not be, nor what nobody reads to its end.
            || request.broken.is_some()
            || matches!(request.framing.framing, Framing::Length(LARGE_OCTETS..))
            || request.end.is_some_and(|end| end <= answer.start)
            || connection.switched.is_some()
            || !request.version().is_11_or_later()
            || !is_beyond_doubt(exchange, connection)
        {
            continue;
        }
        let gone = connection.server_gone();
        match (request.end, gone) {
            (Some(end), None) => findings.kept(&CON_014, "read", end),
            (Some(end), Some(gone)) if end < gone => findings.kept(&CON_014, "read", end),
            (_, Some(gone))
                if !client_left_before(connection, gone) && !gave_up(view, answer, gone) =>
            {
                let expected = "the whole request read before the connection ends";
                let found = format!("closed behind {}, content still to come", status(answer));
                findings.broken(&CON_014, "closed-early", gone, expected, found).by_clock();
            }
            _ => {}
        }
    }
}

/// Whether the server need not read on: the client had sent nothing for that long, or had all that time to send the
/// rest behind the final response.
fn gave_up(view: &View<'_>, answer: &Response, gone: Stamp) -> bool {
    let sent = &view.connection.sent;
    let last = sent.len_before(gone).checked_sub(1).and_then(|last| sent.stamp(last));
    let since = last.map(|last| last.at_us.min(answer.start.at_us));
    since.is_some_and(|since| gone.at_us.saturating_sub(since) >= view.windows.close_us)
}

/// CON-015: content without a length of its own ends with the connection.
fn ends_content_by_closing(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(answer) = exchange.final_response() else { continue };
        if answer.framing != Framing::UntilClose {
            continue;
        }
        // Who relays what is no response knows of no end.
        if !origin_is_sound(view) {
            continue;
        }
        let expected = "the connection ended behind content without a length";
        // Content of the origin server may look like a response.
        let passes_on = origin_says(view, |it| it.content.octets > 0);
        // It has not come to its end there.
        let goes_on = answers(view, index).any(|it| it.end.is_none())
            || origin_says(view, |it| it.end.is_none());
        let next = next_answer(connection, index, answer);
        if let Some(at) = next.filter(|_| !passes_on) {
            let found = "a response to the next request on the same connection";
            findings.broken(&CON_015, "answered", at, expected, found);
        } else if let Some(gone) = connection.server_gone() {
            findings.kept(&CON_015, "closed", gone);
        } else if let Some(last) = connection.received.stamp(connection.received.len() - 1) {
            let window_us = view.windows.final_us.max(view.windows.close_us);
            let until = connection.watched_until;
            if !goes_on && silent_for(view, last, until, window_us) {
                let found = format!("still open after {}", ms(until.at_us - last.at_us));
                findings.broken(&CON_015, "open", until, expected, found).by_clock();
            }
        }
    }
}

/// Whether this is so of a response of the origin server behind an intermediary whose content lasts until its
/// connection ends: nothing may pair it with what it became.
fn origin_says(view: &View<'_>, is_so: impl Fn(&Response) -> bool) -> bool {
    let inbound = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    let mut answers = inbound.flat_map(|it| {
        let finals = it.exchanges.iter().filter_map(Exchange::final_response);
        finals.chain(&it.strays)
    });
    is_between(view) && answers.any(|it| it.framing == Framing::UntilClose && is_so(it))
}

/// When octets came behind the next request that begin as a response does, though by the framing
/// they are still content of this one.
fn next_answer(connection: &Connection, index: usize, answer: &Response) -> Option<Stamp> {
    let next: &Exchange = connection.exchanges.get(index + 1)?;
    let asked = next.request.head_end?;
    let octets = connection.received.octets();
    let behind = connection.received.len_before(asked).max(answer.offset + answer.head_octets);
    let begins = asked > answer.start && octets.get(behind..)?.starts_with(b"HTTP/1.");
    begins.then(|| connection.received.stamp(behind))?
}
