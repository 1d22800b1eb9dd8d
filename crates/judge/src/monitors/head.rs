//! Heads that are large, slow or of a later minor version (RFC 9110 §5.3, §5.4, §6.2).

use expectspec_requirements::{GRM_023, GRM_025, SRV_013};

use super::doubts::{Doubts, ORDINARY_HEAD_OCTETS_MAX, is_beyond_doubt};
use super::duty::{Patience, Reaction, client_left_before, reaction};
use super::groundless::is_ordinary_but_later;
use super::handshake::expects_plainly;
use super::words::{CLOSED, mark_of, status};
use crate::{Connection, Exchange, Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&GRM_023], role: Watched::AsServer, watch: large_fields },
    Monitor { requirements: &[&GRM_025], role: Watched::AsAnyServer, watch: waits_for_the_end },
    Monitor { requirements: &[&SRV_013], role: Watched::AsServer, watch: later_minor_version },
];

/// GRM-023: fields that are too large get a 4xx.
fn large_fields(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let only_large = Doubts::SIZE.or(Doubts::EMPTY_MEMBERS).or(Doubts::UNREADABLE);
        if field_octets(exchange, connection) <= ORDINARY_HEAD_OCTETS_MAX
            || exchange.request.error.is_some()
            || !Doubts::of(exchange, connection).only(only_large)
        {
            continue;
        }
        let expected = "the fields processed, or a 4xx because they are too large";
        let gone = connection.server_gone();
        match (reaction(view, index, Patience::Immediate), exchange.final_response()) {
            (_, Some(answer)) => match answer.code() {
                Some(400..500) => findings.kept(&GRM_023, "4xx", answer.start),
                Some(500..600) => findings.chosen(&GRM_023, "5xx", answer.start),
                _ => findings.kept(&GRM_023, "processed", answer.start),
            },
            (Reaction::Continue(invited), None) => {
                findings.kept(&GRM_023, "processed", invited.start);
            }
            (Reaction::Silent(silence), None) => {
                let at = silence.until;
                findings.broken(&GRM_023, "silence", at, expected, silence.text()).by_clock();
            }
            // A reset may have destroyed the response (RFC 9112 §9.6).
            (_, None) if connection.server_reset.is_some() => {
                let at = connection.server_reset.expect("a reset was seen just now");
                let found = "a reset, which may have destroyed the response";
                findings.unclear(&GRM_023, "reset", at, found).by_clock();
            }
            (_, None) => {
                if let Some(gone) = gone
                    && !client_left_before(connection, gone)
                    // Behind another exchange the connection may have had to end (RFC 9112 §9.6).
                    && index == 0
                    && connection.exchanges.len() == 1
                    && exchange.request.start < gone
                {
                    findings.doubtful(&GRM_023, "closed", gone, expected, CLOSED);
                }
            }
        }
    }
}

/// Octets of the field lines, as far as they came.
fn field_octets(exchange: &Exchange, connection: &Connection) -> usize {
    let request = &exchange.request;
    let end = match request.head_end {
        Some(_) => request.head_octets,
        None => connection.sent.len() - request.offset,
    };
    let start = request.head.fields.first().map_or(end, |first| first.name.start as usize);
    end.saturating_sub(start)
}

/// GRM-025: nothing is done for a request before its header section is complete.
fn waits_for_the_end(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        let request = &exchange.request;
        let (Some(response), None) = (exchange.responses.first(), request.error) else { continue };
        if request.head_end.is_some_and(|end| end.entry == request.start.entry)
            || response.head_end.is_none()
        {
            continue;
        }
        if request.head_end.is_some_and(|end| end <= response.start) {
            findings.kept(&GRM_025, "waited", response.start);
            continue;
        }
        // What is wrong with the octets so far may have looked like the end of the head.
        let sent = view.connection.sent.len_before(response.start) - request.offset;
        if request.head.anomalies.iter().any(|anomaly| (anomaly.offset as usize) < sent) {
            continue;
        }
        let expected = "no interim response and no success before the header section is complete";
        let found = format!("{} before the end of the header section", status(response));
        match response.code() {
            Some(300..600) => findings.chosen(&GRM_025, "refused-before-end", response.start),
            Some(200..300 | 101) => {
                let mark = "final-before-end";
                findings.broken(&GRM_025, mark, response.start, expected, found);
            }
            Some(100..200) => {
                let mark = "interim-before-end";
                findings.broken(&GRM_025, mark, response.start, expected, found);
            }
            _ => {}
        }
    }
}

/// SRV-013: HTTP/1.2 is read as HTTP/1.1.
fn later_minor_version(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let version = exchange.request.version();
        if version.major != 1 || version.minor < 2 || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        let expected = "a later minor version processed as HTTP/1.1";
        match reaction(view, index, Patience::Immediate) {
            Reaction::Final(answer)
                if answer.code() == Some(400) && !is_ordinary_but_later(exchange, connection) => {}
            Reaction::Final(answer) if matches!(answer.code(), Some(400 | 505)) => {
                let found = status(answer);
                findings.broken(&SRV_013, "refused", answer.start, expected, found);
            }
            Reaction::Continue(answer) | Reaction::Final(answer) => {
                findings.kept(&SRV_013, mark_of(answer), answer.start);
            }
            Reaction::Closed(gone) => {
                findings.doubtful(&SRV_013, "closed", gone, expected, CLOSED);
            }
            // Toward a list, silence need not be due to the version.
            Reaction::Silent(_)
                if exchange.request.expects_continue() && !expects_plainly(&exchange.request) => {}
            Reaction::Silent(silence) => {
                let at = silence.until;
                findings.broken(&SRV_013, "silence", at, expected, silence.text()).by_clock();
            }
            Reaction::Unknown => {}
        }
    }
}
