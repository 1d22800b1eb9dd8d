//! A final response that comes before the content has been sent (RFC 9110 §7.5, RFC 9112 §9.5).

use expectspec_message::Framing;
use expectspec_requirements::{CLI_013, CLI_014, CLI_015, CLI_016, O16_008};

use super::delivery::{Delivery, delivery, judge_delivery};
use super::hidden::hidden_request;
use super::moments::{client_gone, content_of, early_final, is_plain, last_octet, us_between};
use crate::monitors::words::{ms, status};
use crate::{Exchange, Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CLI_013, &CLI_016],
        role: Watched::AsClient,
        watch: delivers_early_finals,
    },
    Monitor { requirements: &[&CLI_014], role: Watched::AsClient, watch: goes_on_or_not },
    Monitor { requirements: &[&CLI_015, &O16_008], role: Watched::AsClient, watch: ceases_to_send },
];

/// CLI-013, CLI-016: an early final response is delivered, content or not.
fn delivers_early_finals(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let Some(answer) = early_final(exchange).filter(|answer| is_plain(answer)) else {
            continue;
        };
        // What else may have disturbed the client is judged on its own.
        if !exchange.interims().all(is_plain) {
            continue;
        }
        let delivery = delivery(view, index);
        if let Delivery::Refused(at) = delivery {
            let found = format!("an error, which may stand for the {}", status(answer));
            findings.unclear(&CLI_013, "error", at, found);
        }
        judge_delivery(&CLI_013, "delivered", delivery, findings);
        let sending = exchange.request.has_content_before(answer.start);
        if !sending || answer.code() < Some(400) {
            continue;
        }
        match delivery {
            Delivery::Told(at) | Delivery::Followed(at) => {
                let whole = exchange.request.end.is_some_and(|end| end < at);
                let mark = if whole { "noticed-at-the-end" } else { "noticed" };
                findings.kept(&CLI_016, mark, at);
            }
            Delivery::Hung { .. } => judge_delivery(&CLI_016, "noticed", delivery, findings),
            _ => {}
        }
    }
}

/// CLI-014: after an early final response the client sends the rest, or closes; both are right.
fn goes_on_or_not(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let Some(answer) = early_final(exchange) else { continue };
        if hidden_request(connection, exchange).is_some() {
            continue;
        }
        let began = exchange.request.has_content_before(answer.start);
        if let Some(end) = exchange.request.end {
            let empty = exchange.request.framing.framing == Framing::Chunked
                && content_of(connection, exchange) == b"0\r\n\r\n";
            let mark = match (empty, began) {
                (true, _) => "ended-by-empty-chunk",
                (false, true) => "finished",
                (false, false) => "sent-in-full",
            };
            findings.kept(&CLI_014, mark, end);
        } else if let Some(gone) = client_gone(connection) {
            findings.chosen(&CLI_014, if began { "cut" } else { "closed" }, gone);
        }
    }
}

/// CLI-015, O16-008: no more content for a server that says that it wants none.
fn ceases_to_send(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let Some(answer) = early_final(exchange) else { continue };
        let Some(came) = answer.end else { continue };
        let refuses = answer.code() >= Some(400);
        if !refuses || hidden_request(connection, exchange).is_some() {
            continue;
        }
        let closes = answer.closes(&connection.received);
        let expected = "no more content behind the response, and the connection closed";
        if let Some(late) = content_long_after(view, exchange, came) {
            let after = ms(us_between(came, late));
            let found = format!("content {after} after the {}", status(answer));
            if closes {
                findings.broken(&CLI_015, "kept-sending", late, expected, found.clone()).by_clock();
            }
            let expected = "no more content behind an error";
            findings.broken(&O16_008, "kept-sending", late, expected, found).by_clock();
        } else if let Some(gone) = client_gone(connection) {
            ceased(exchange, answer, gone, findings, closes);
        }
    }
}

fn ceased(
    exchange: &Exchange,
    answer: &Response,
    gone: Stamp,
    findings: &mut Findings,
    closes: bool,
) {
    if exchange.request.end.is_some() || gone < answer.start {
        return;
    }
    if closes {
        findings.kept(&CLI_015, "ceased", gone);
    }
    findings.kept(&O16_008, "ceased", gone);
}

/// When content was sent that no buffer can have held since the response came: later than the quiet
/// window.
fn content_long_after(view: &View<'_>, exchange: &Exchange, came: Stamp) -> Option<Stamp> {
    let connection = view.connection;
    let last = match exchange.request.end {
        Some(end) => end,
        None => last_octet(connection)?,
    };
    let content = exchange.request.content.first.is_some_and(|first| first <= last);
    (content && last > came && us_between(came, last) > view.windows.quiet_us).then_some(last)
}
