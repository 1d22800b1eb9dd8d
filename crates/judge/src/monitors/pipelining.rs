//! Requests that were sent before the answers to earlier ones (RFC 9112 §9.2, §9.3.2).

use expectspec_requirements::{PIP_001, PIP_002, PIP_003};

use super::between::{
    answers, has_kept_the_continue, has_origin_sent, has_strayed, is_any_shifted,
    is_its_own_silence,
};
use super::doubts::{is_beyond_doubt, loses_requests, repeats_expect};
use super::duty::{due_from, first_answer, immediate_silence, own_final_silence};
use super::fate::surplus;
use super::handshake::expects_plainly;
use super::words::status;
use crate::{Exchange, Findings, Monitor, Response, Stamp, View, Watched, tag_of};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PIP_001], role: Watched::AsAnyServer, watch: keeps_the_order },
    Monitor { requirements: &[&PIP_002], role: Watched::AsAnyServer, watch: immediate_in_its_turn },
    Monitor { requirements: &[&PIP_003], role: Watched::AsAnyServer, watch: one_final_each },
];

/// The exchanges whose request was complete in its head before the final response to the one
/// before, with their places and that one.
fn pipelined<'a>(view: &View<'a>) -> impl Iterator<Item = (usize, &'a Exchange, &'a Exchange)> {
    let pairs = view.connection.exchanges.windows(2).enumerate();
    pairs.filter_map(|(index, pair)| {
        let [before, exchange] = pair else { return None };
        let head_end = exchange.request.head_end?;
        let answered = before.final_response().is_some_and(|answer| answer.start < head_end);
        (!answered).then_some((index + 1, before, exchange))
    })
}

/// A 100 that belongs to the request before by its place, but that only this one asked for.
fn early_continue<'a>(before: &'a Exchange, exchange: &Exchange) -> Option<&'a Response> {
    let unasked = before.request.expect_lines == 0 && before.request.error.is_none();
    let asked = exchange.request.expects_continue();
    before.continue_response().filter(|_| unasked && asked)
}

/// Whether a 100 of the origin server may well be the answer to a request that has no tag.
fn is_untraced(view: &View<'_>, before: &Exchange) -> bool {
    let tag = tag_of(before.request.target(&view.connection.sent));
    tag.is_none() && has_origin_sent(view, 100)
}

/// PIP-001: responses come in the order of the requests, and a 100 is part of its response.
fn keeps_the_order(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let expected = "the 100 (Continue) behind the final response to the request before";
    for (index, before, exchange) in pipelined(view) {
        let answer = first_answer(exchange);
        // A 100 of the origin server to the request before is where it belongs.
        let relayed = answers(view, index - 1).any(|answer| answer.code() == Some(100))
            || is_any_shifted(view)
            || has_strayed(view, 100)
            || is_untraced(view, before);
        match early_continue(before, exchange).filter(|_| !relayed) {
            Some(early) if is_beyond_doubt(exchange, connection) => {
                let content = exchange.request.content.first;
                // Content that waited for no answer needs none.
                let turn = before.final_response().and_then(|answer| answer.end);
                let waited = content.is_some_and(|content| {
                    let since = turn.filter(|&turn| turn < content).or(exchange.request.head_end);
                    let waited_us = |since: Stamp| content.at_us.saturating_sub(since.at_us);
                    since.is_some_and(|since| waited_us(since) >= view.windows.quiet_us)
                });
                let only_then = waited
                    && answer.is_some_and(|answer| {
                        answer.is_final() && content.is_some_and(|content| content < answer.start)
                    });
                if immediate_silence(view, index).is_some() {
                    let found = "100 (Continue) before it, and no answer to the expectation behind";
                    let at = early.start;
                    findings.broken(&PIP_001, "early-continue", at, expected, found).by_clock();
                } else if only_then {
                    let found =
                        "100 (Continue) before it, and the final response once content came";
                    findings.doubtful(&PIP_001, "early-continue", early.start, expected, found);
                } else if let Some(answer) = answer {
                    findings.chosen(&PIP_001, "unsolicited-continue", answer.start);
                }
            }
            _ => {
                if let (Some(_), Some(answer)) = (before.final_response(), answer) {
                    findings.kept(&PIP_001, "in-order", answer.start);
                }
            }
        }
    }
}

/// PIP-002: what is due immediately is due when the responses before are complete.
fn immediate_in_its_turn(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, _, exchange) in pipelined(view) {
        if !exchange.request.expects_continue() || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        let content = exchange.request.content.first;
        if let Some(silence) = immediate_silence(view, index) {
            let window_us = view.windows.immediate_us;
            let is_its_own = is_its_own_silence(view, index, silence, window_us)
                || has_kept_the_continue(view, index, silence, window_us);
            // Toward a list or several lines, silence need not be due to the place of the request.
            let is_plain = expects_plainly(&exchange.request) && !repeats_expect(&exchange.request);
            if !is_its_own || !is_plain {
                continue;
            }
            let expected = "an answer to the expectation as soon as its turn has come";
            let at = silence.until;
            findings.broken(&PIP_002, "silence", at, expected, silence.text()).by_clock();
        } else if let Some(answer) = first_answer(exchange)
            && content.is_none_or(|content| answer.start < content)
        {
            let mark = if answer.is_final() { "final" } else { "continue" };
            findings.kept(&PIP_002, mark, answer.start);
        }
    }
}

/// PIP-003: each request gets one final response, whether or not content stands between them.
fn one_final_each(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let mut content_between = false;
    for (index, before, exchange) in pipelined(view) {
        let handshake = before.request.announces_content() || before.request.expect_lines > 0;
        content_between |= handshake;
        if !handshake || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        if let Some(answer) = exchange.final_response() {
            findings.kept(&PIP_003, "final-each", answer.start);
        } else if due_from(connection, index).is_some()
            && let Some(silence) = own_final_silence(view, index)
        {
            let expected = "a final response to the request behind the content";
            let at = silence.until;
            findings.broken(&PIP_003, "lost", at, expected, silence.text()).by_clock();
        }
    }
    let can_count = content_between && !loses_requests(connection);
    if let Some(stray) = surplus(view).filter(|_| can_count) {
        let expected = "as many final responses as there are requests";
        let found = format!("{} when every request had its final response", status(stray));
        findings.broken(&PIP_003, "surplus", stray.start, expected, found);
    }
}
