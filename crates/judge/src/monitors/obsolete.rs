//! What RFC 2616 demanded of a server beside what RFC 9110 does (RFC 2616 §8.2.3, §10.1).

use expectspec_message::Version;
use expectspec_requirements::{O16_004, O16_010};

use super::doubts::is_beyond_doubt;
use super::duty::{due_from, first_answer, silent_for};
use super::words::{ms, status};
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&O16_004], role: Watched::AsServer, watch: answers },
    Monitor { requirements: &[&O16_010], role: Watched::AsServer, watch: no_interim_to_http_10 },
];

/// O16-004: 100 or a final status, not necessarily at once.
fn answers(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if !request.expects_continue() || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        if let Some(answer) = first_answer(exchange) {
            let mark = if answer.is_final() { "final" } else { "continue" };
            findings.kept(&O16_004, mark, answer.start);
            continue;
        }
        let Some(due) = due_from(connection, index) else { continue };
        let from = match (request.content.first, request.end) {
            (_, Some(end)) => due.max(end),
            (None, None) => due,
            (Some(_), None) => continue,
        };
        let until = connection.silent_until(from);
        let window_us = view.windows.final_us;
        if connection.server_gone().is_none() && silent_for(view, from, until, window_us) {
            let expected = "100 (Continue) or a final response";
            let found = format!("nothing for {}", ms(until.at_us - from.at_us));
            findings.broken(&O16_004, "silence", until, expected, found).by_clock();
        }
    }
}

/// O16-010: no 1xx to an HTTP/1.0 client.
fn no_interim_to_http_10(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        let request = &exchange.request;
        if request.head.version() != Some(Version::HTTP_10) || request.error.is_some() {
            continue;
        }
        if let Some(interim) = exchange.interims().next() {
            let expected = "no 1xx response to an HTTP/1.0 client";
            let found = format!("{} to an HTTP/1.0 request", status(interim));
            findings.broken(&O16_010, "interim", interim.start, expected, found);
        } else if let Some(answer) = exchange.final_response() {
            findings.kept(&O16_010, "no-interim", answer.start);
        }
    }
}
