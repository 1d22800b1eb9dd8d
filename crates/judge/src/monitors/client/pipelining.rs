//! Requests sent before the response to the one before has come (RFC 9112 §9.3.2).

use expectspec_requirements::{PIP_004, PIP_005, PIP_006, PIP_007};

use super::hidden::hidden_request;
use crate::monitors::between::is_shifted;
use crate::{Connection, Exchange, Findings, Monitor, Response, Said, Side, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PIP_004], role: Watched::AsClient, watch: waits_behind_unsafe },
    Monitor { requirements: &[&PIP_005], role: Watched::AsClient, watch: content_comes_first },
    Monitor { requirements: &[&PIP_006], role: Watched::AsClient, watch: careful_after_a_loss },
    Monitor { requirements: &[&PIP_007], role: Watched::AsClient, watch: keeps_the_order },
];

/// PIP-004: behind a method that is not idempotent a client waits.
fn waits_behind_unsafe(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, pair) in connection.exchanges.windows(2).enumerate() {
        let [exchange, next] = pair else { continue };
        if is_shifted(view, connection, index) {
            continue;
        }
        let method = exchange.request.method(&connection.sent);
        if !matches!(method, b"POST" | b"PATCH") || next.request.head_end.is_none() {
            continue;
        }
        let at = next.request.start;
        if exchange.final_response().is_some_and(|answer| answer.start < at) {
            findings.kept(&PIP_004, "waited", at);
        } else {
            let expected = "no request behind one that is not idempotent, until it is answered";
            let found = "another request before the final response";
            findings.broken(&PIP_004, "pipelined", at, expected, found);
        }
    }
}

/// PIP-005: while content is due, nothing but content is sent.
fn content_comes_first(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in connection.exchanges.iter().filter(|it| it.request.expects_continue()) {
        let answered = exchange.final_response();
        match hidden_request(connection, exchange) {
            Some(hidden) if answered.is_none_or(|answer| answer.start > hidden.begins) => {
                let expected = "the announced content before another request";
                let found = "another request where the content is due, no response yet";
                let at = hidden.begins;
                findings.broken(&PIP_005, "head-for-content", at, expected, found);
            }
            // Behind an early final response it is another rule.
            Some(_) => {}
            None => {
                if let Some(end) = exchange.request.end {
                    findings.kept(&PIP_005, "content", end);
                }
            }
        }
    }
}

/// PIP-006: after a pipeline that was lost, a new connection begins with one request.
fn careful_after_a_loss(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(first) = connection.exchanges.first() else { return };
    let begins = first.request.start;
    let lost = view.reading.connections.iter().any(|earlier| {
        earlier.side == Side::Inbound
            && !is_shifted(view, earlier, usize::MAX)
            && earlier.server_gone().is_some_and(|gone| gone < begins)
            && outstanding(earlier) > 1
    });
    if !lost || is_shifted(view, connection, usize::MAX) {
        return;
    }
    let Some(answer) = first.final_response() else {
        if connection.exchanges.len() > 1 {
            pipelined_again(connection, findings);
        }
        return;
    };
    let again = connection.exchanges.get(1).is_some_and(|it| it.request.start < answer.start);
    if again {
        pipelined_again(connection, findings);
    } else {
        findings.kept(&PIP_006, "one-at-a-time", answer.start);
    }
}

fn pipelined_again(connection: &Connection, findings: &mut Findings) {
    let at = connection.exchanges[1].request.start;
    let expected = "one request on a new connection, until it is answered";
    let found = "two requests at once, right after a pipeline was lost";
    findings.broken(&PIP_006, "pipelined-again", at, expected, found);
}

/// Requests without a final response when the connection ended.
fn outstanding(connection: &Connection) -> usize {
    connection.exchanges.iter().filter(|it| it.final_response().is_none()).count()
}

/// PIP-007: the responses belong to the requests in order.
fn keeps_the_order(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let said = &view.reading.said;
    let exchanges = &connection.exchanges;
    let pipelined = exchanges.windows(2).any(|pair| {
        pair[0].final_response().is_some_and(|answer| pair[1].request.start < answer.start)
    });
    let codes: Option<Vec<u16>> = exchanges.iter().map(final_code).collect();
    let told: Option<Vec<u16>> = said.iter().map(|(word, _)| status(*word)).collect();
    let (Some(codes), Some(told), Some(&(_, at))) = (codes, told, said.last()) else { return };
    if !pipelined || codes.len() != told.len() || is_shifted(view, connection, usize::MAX) {
        return;
    }
    // Who takes an interim response for the answer breaks another rule.
    if told.iter().any(|&code| code < 200) {
        return;
    }
    if codes == told {
        findings.kept(&PIP_007, "in-order", at);
    } else {
        let expected = "each request told the status code of its own response";
        let found = format!("{told:?}, where the responses were {codes:?}");
        findings.broken(&PIP_007, "out-of-order", at, expected, found);
    }
}

fn final_code(exchange: &Exchange) -> Option<u16> {
    exchange.final_response().and_then(Response::code)
}

const fn status(word: Said) -> Option<u16> {
    match word {
        Said::Status(code) => Some(code),
        _ => None,
    }
}
