//! The server's side of the 100-continue handshake (RFC 9110 §10.1.1).

use expectspec_message::{Expectations, Version};
use expectspec_requirements::{SRV_001, SRV_002, SRV_003, SRV_004, SRV_005, SRV_006, SRV_007};

use super::doubts::{Doubts, is_beyond_doubt};
use super::duty::{
    client_left_before, closed_unanswered, due_from, first_answer, immediate_silence, may_be_last,
    own_final_silence, silent_for,
};
use super::words::{CLOSED, ms, status};
use crate::{Connection, Exchange, Findings, Monitor, Request, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&SRV_001, &SRV_002], role: Watched::AsServer, watch: answers_first },
    Monitor { requirements: &[&SRV_003], role: Watched::AsServer, watch: ignores_in_http_10 },
    Monitor { requirements: &[&SRV_004], role: Watched::AsServer, watch: no_interim_to_http_10 },
    Monitor { requirements: &[&SRV_005], role: Watched::AsAnyServer, watch: may_omit },
    Monitor { requirements: &[&SRV_006], role: Watched::AsServer, watch: final_after_continue },
    Monitor { requirements: &[&SRV_007], role: Watched::AsAnyServer, watch: early_final_says_fate },
];

const ANSWER: &str = "a 100 (Continue) or a final response before any content is sent";
/// An answer later than this part of the window is late.
const LATE_PART: u64 = 5;

/// SRV-001, SRV-002: 100 or a final status at once, not only when the content comes.
fn answers_first(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if !request.expects_continue() || !Doubts::of(exchange, connection).only(Doubts::CONTENT) {
            continue;
        }
        let Some(due) = due_from(connection, index) else { continue };
        let answer = first_answer(exchange);
        let content = request.content.first;
        let in_time = answer.filter(|answer| content.is_none_or(|content| answer.start < content));
        if let Some(answer) = in_time {
            answered(view, due, answer, findings);
        } else if let Some(silence) = immediate_silence(view, index) {
            let at = silence.until;
            let [silent, after_content] = marks(request);
            findings.broken(&SRV_001, silent, at, ANSWER, silence.text()).by_clock();
            if let Some(answer) = answer.filter(|answer| wanted_content(answer)) {
                let found = format!("{} only once the content had come", status(answer));
                findings.broken(&SRV_002, after_content, answer.start, ANSWER, found).by_clock();
            }
        } else if let Some(gone) = closed_unanswered(connection, index)
            // Later it may have been a connection that seemed idle (RFC 9112 §9.5).
            && index == 0
            && content.is_none_or(|content| gone < content)
        {
            findings.doubtful(&SRV_001, "closed", gone, ANSWER, CLOSED);
        }
    }
}

/// Whether `100-continue` is the one member of the `Expect` field.
pub(super) fn expects_plainly(request: &Request) -> bool {
    let Expectations { continues, others, empty, .. } = request.expectations;
    continues == 1 && others == 0 && empty == 0
}

/// What a silence is called, and a late answer: to RFC 7231 a list is no `Expect` field value.
fn marks(request: &Request) -> [&'static str; 2] {
    if expects_plainly(request) {
        ["silence", "after-content"]
    } else {
        ["silence-to-a-list", "after-content-to-a-list"]
    }
}

/// A refusal owes no 100 (Continue), so none was late.
fn wanted_content(answer: &Response) -> bool {
    answer.code().is_some_and(|code| code < 400)
}

fn answered(view: &View<'_>, due: Stamp, answer: &Response, findings: &mut Findings) {
    let mark = if answer.is_final() { "final" } else { "continue" };
    let waited_us = answer.start.at_us.saturating_sub(due.at_us);
    if waited_us > view.windows.immediate_us / LATE_PART {
        let found = format!("{} after {}", status(answer), ms(waited_us));
        findings.doubtful(&SRV_001, "late", answer.start, ANSWER, found).by_clock();
    } else {
        findings.kept(&SRV_001, mark, answer.start);
    }
    findings.kept(&SRV_002, mark, answer.start);
}

fn http_10(exchange: &Exchange) -> bool {
    let request = &exchange.request;
    request.head_end.is_some()
        && request.error.is_none()
        && request.head.version() == Some(Version::HTTP_10)
}

/// SRV-003: the expectation of an HTTP/1.0 request is ignored.
fn ignores_in_http_10(view: &View<'_>, findings: &mut Findings) {
    for exchange in view.connection.exchanges.iter().filter(|exchange| http_10(exchange)) {
        let request = &exchange.request;
        if !request.expectations.has_continue() {
            continue;
        }
        let expected = "no interim response and no 417, as if there were no Expect field";
        let refused = exchange.final_response().filter(|response| response.code() == Some(417));
        if let Some(interim) = exchange.interims().next() {
            let found = format!("{} to an HTTP/1.0 request", status(interim));
            findings.broken(&SRV_003, "interim", interim.start, expected, found);
        } else if let Some(refused) = refused {
            let is_plain = request.expectations.others == 0 && request.expectations.malformed == 0;
            if is_plain && request.head.anomalies.is_empty() {
                findings.broken(&SRV_003, "417", refused.start, expected, "417");
            } else {
                findings.chosen(&SRV_003, "417-to-others", refused.start);
            }
        } else {
            let at = exchange.final_response().map_or(view.connection.watched_until, |f| f.start);
            findings.kept(&SRV_003, "ignored", at);
        }
    }
}

/// SRV-004: no 1xx to an HTTP/1.0 client, whatever it asked for.
fn no_interim_to_http_10(view: &View<'_>, findings: &mut Findings) {
    for exchange in view.connection.exchanges.iter().filter(|exchange| http_10(exchange)) {
        if let Some(interim) = exchange.interims().next() {
            let found = format!("{} to an HTTP/1.0 request", status(interim));
            let expected = "no 1xx response to an HTTP/1.0 request";
            findings.broken(&SRV_004, "interim", interim.start, expected, found);
        } else if let Some(answer) = exchange.final_response() {
            findings.kept(&SRV_004, "no-interim", answer.start);
        }
    }
}

/// SRV-005: with content at hand, or none to come, a 100 may be left out, but not the final
/// response.
fn may_omit(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(head_end) = request.head_end else { continue };
        if !request.expectations.has_continue() || !request.version().is_11_or_later() {
            continue;
        }
        let at_hand = request.content.first.is_some_and(|first| first.entry == head_end.entry);
        if request.announces_content() && !at_hand {
            continue;
        }
        let sent = exchange.continue_response().is_some();
        let mark = match (request.announces_content(), sent) {
            (false, true) => "sent-without-content",
            (false, false) => "omitted-without-content",
            (true, true) => "sent-with-content-at-hand",
            (true, false) => "omitted-with-content-at-hand",
        };
        if let Some(answer) = exchange.final_response() {
            findings.kept(&SRV_005, mark, answer.start);
        } else if is_beyond_doubt(exchange, view.connection)
            && let Some(silence) = own_final_silence(view, index)
        {
            let expected = "a final response to the complete request, with or without a 100";
            let at = silence.until;
            findings.broken(&SRV_005, "silence", at, expected, silence.text()).by_clock();
        }
    }
}

/// SRV-006: a 100 is followed by a final response.
fn final_after_continue(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let expected = "a final response to the request that was invited to send its content";
    for exchange in &connection.exchanges {
        if exchange.continue_response().is_none() {
            continue;
        }
        if let Some(answer) = exchange.final_response() {
            findings.kept(&SRV_006, "final", answer.start);
            continue;
        }
        let Some(complete) = exchange.request.end else { continue };
        let complete = exchange.interims().map(|it| it.start).fold(complete, Stamp::max);
        if let Some(gone) = connection.server_gone() {
            if gone > complete && !client_left_before(connection, gone) {
                let found = "the connection was closed without a final response";
                findings.doubtful(&SRV_006, "closed", gone, expected, found);
            }
        } else {
            let silent = connection.silent_until(complete);
            if silent_for(view, complete, silent, view.windows.final_us) {
                let found = format!("nothing for {}", ms(silent.at_us - complete.at_us));
                findings.broken(&SRV_006, "silence", silent, expected, found).by_clock();
            }
        }
    }
}

/// SRV-007: a final response before the content was read says whether the connection goes on.
fn early_final_says_fate(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        let Some(answer_end) = answer.end else { continue };
        let early = request.end.is_none_or(|end| answer.start < end);
        let ordinary = is_beyond_doubt(exchange, connection) && request.version().is_11_or_later();
        if !early || !ordinary || !request.announces_content() || connection.switched.is_some() {
            continue;
        }
        let next = connection.exchanges.get(index + 1);
        if may_be_last(connection, exchange, answer) || ends_with_connection(answer) {
            findings.kept(&SRV_007, "close", answer_end);
        } else if next.is_some_and(|next| !next.responses.is_empty()) {
            findings.kept(&SRV_007, "reads-on", answer_end);
        } else if let Some(gone) = connection.server_gone() {
            gone_early(view, exchange, (answer_end, gone), findings);
        } else {
            findings.kept(&SRV_007, "open", answer_end);
        }
    }
}

/// A response that ends with the connection says so by having no length (RFC 9112 §6.3).
fn ends_with_connection(answer: &Response) -> bool {
    answer.framing == expectspec_message::Framing::UntilClose
}

/// The connection ended, content still to come. At once, that was meant from the beginning; later,
/// or behind much content, the server may have read on until it had enough.
fn gone_early(
    view: &View<'_>,
    exchange: &Exchange,
    (answer_end, gone): (Stamp, Stamp),
    findings: &mut Findings,
) {
    let connection = view.connection;
    // What can't be read on need not be.
    let complete =
        exchange.request.end.is_some_and(|end| end < gone) || exchange.request.broken.is_some();
    let at_once = gone.at_us.saturating_sub(answer_end.at_us) < view.windows.quiet_us;
    if complete || client_left_before(connection, gone) {
        findings.kept(&SRV_007, "open", answer_end);
    } else if at_once && content_sent_before(connection, exchange, gone) <= MUCH_CONTENT {
        let expected = "the close connection option in a final response that ends the connection";
        let found = "the connection was closed without that sign, content still to come";
        findings.broken(&SRV_007, "dropped", gone, expected, found).by_clock();
    } else {
        findings.chosen(&SRV_007, "gave-up", gone);
    }
}

/// A server that reads and drops content may well stop at this many octets.
const MUCH_CONTENT: usize = 16 * 1024;

fn content_sent_before(connection: &Connection, exchange: &Exchange, moment: Stamp) -> usize {
    connection.sent.len_before(moment).saturating_sub(exchange.request.content_start())
}
