//! What final responses to an expectation say, and must say (RFC 9110 §11.4, §13.2.1, §15).

use expectspec_requirements::{AUT_001, AUT_002, AUT_006, RED_004, SRV_019};

use super::duty::first_answer;
use crate::{Connection, Exchange, Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&AUT_001, &AUT_002, &AUT_006, &RED_004, &SRV_019],
    role: Watched::AsServer,
    watch: final_status,
}];

/// AUT-001, AUT-002, AUT-006, RED-004, SRV-019: by the status code of the final response.
fn final_status(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let Some(answer) = exchange.final_response() else { continue };
        match answer.code() {
            Some(300..=399) if exchange.request.expects_continue() => {
                findings.chosen(&RED_004, moment(exchange, answer), answer.start);
            }
            Some(401) => unauthorized(connection, exchange, answer, findings),
            Some(413) => {
                let retry = answer.head.has(answer.octets(&connection.received), b"retry-after");
                let mark = if retry { "retry-after" } else { "no-retry-after" };
                findings.chosen(&AUT_006, mark, answer.start);
            }
            Some(412) if exchange.request.expects_continue() => {
                findings.chosen(&SRV_019, moment(exchange, answer), answer.start);
            }
            _ if exchange.request.expects_continue() && has_precondition(connection, exchange) => {
                findings.chosen(&SRV_019, "not-failed", answer.start);
            }
            _ => {}
        }
    }
}

fn has_precondition(connection: &Connection, exchange: &Exchange) -> bool {
    let request = &exchange.request;
    let octets = request.octets(&connection.sent);
    [&b"if-match"[..], b"if-unmodified-since"].iter().any(|name| request.head.has(octets, name))
}

fn unauthorized(
    connection: &Connection,
    exchange: &Exchange,
    answer: &Response,
    findings: &mut Findings,
) {
    let expected = "a WWW-Authenticate field with a challenge in a 401";
    let octets = answer.octets(&connection.received);
    let mut challenges = answer.head.values(octets, b"www-authenticate");
    if challenges.any(|challenge| !challenge.is_empty()) {
        findings.kept(&AUT_002, "challenge", answer.start);
        match moment(exchange, answer) {
            "at-once" => findings.kept(&AUT_001, "at-once", answer.start),
            later => findings.chosen(&AUT_001, later, answer.start),
        }
    } else {
        let found = "401 without a challenge";
        findings.broken(&AUT_002, "no-challenge", answer.start, expected, found);
        findings.broken(&AUT_001, "no-challenge", answer.start, expected, found);
    }
}

/// When, as seen from the content, the final response came.
fn moment(exchange: &Exchange, answer: &Response) -> &'static str {
    let invited = first_answer(exchange).is_some_and(|first| !first.is_final());
    let content = exchange.request.has_content_before(answer.start);
    match (invited, content) {
        (true, _) => "after-continue",
        (false, true) => "after-content",
        (false, false) => "at-once",
    }
}
