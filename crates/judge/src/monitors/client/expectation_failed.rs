//! What a client does about a 417 (Expectation Failed) (RFC 9110 §10.1.1).

use expectspec_message::Framing;
use expectspec_requirements::{CLI_005, CLI_006, CLI_007};

use super::errand::{Attempt, Bond, Errand, Sight, errand_of};
use super::moments::is_plain;
use crate::monitors::between::is_shifted;
use crate::{Exchange, Findings, Monitor, Response, Said, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&CLI_005, &CLI_006], role: Watched::AsClient, watch: repeats },
    Monitor { requirements: &[&CLI_007], role: Watched::AsClient, watch: repeats_once },
];

/// CLI-005, CLI-006: the request is repeated without the expectation, where no content is due.
fn repeats(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let Some(refused) = refusal(exchange) else { continue };
        if !exchange.request.expectations.has_continue() || is_shifted(view, view.connection, index)
        {
            continue;
        }
        let Some((errand, place)) = errand_of(view, index) else { continue };
        let own = &errand.attempts[place];
        let next = errand.later(place).iter().find(|next| next.begins > refused.start);
        match (next, errand.word) {
            (Some(next), _) => {
                let expects = next.expectations.has_continue();
                let is_known = errand.bond == Bond::Certain
                    && !is_redirected_between(view, refused.start, next.begins);
                if is_known || !expects {
                    repeated(own, next, findings);
                }
                over_which_connection(exchange, own, next, findings);
            }
            // Still at it: judged as an early final response that was not delivered.
            (None, Some((Said::Nothing, _)) | None) => {}
            (None, _) if errand.bond != Bond::Certain => {}
            (None, _) if is_cut_off(view, refused.start) => {}
            // It had given up before.
            (None, Some((_, at))) if at < refused.start => {}
            // A client may give up on a response that is none by the grammar.
            (None, Some((Said::Failure, _))) if !exchange.responses.iter().all(is_plain) => {}
            (None, Some((_, at))) => not_repeated(exchange, at, findings),
        }
    }
}

/// Whether the tester may not have read a repetition: behind a 101, on a connection that it reset, or where it
/// had answered before it was asked.
fn is_cut_off(view: &View<'_>, refused: Stamp) -> bool {
    view.reading.connections.iter().any(|it| {
        let is_reset = it.server_reset.is_some_and(|reset| reset > refused);
        it.switched.is_some() || is_reset || is_shifted(view, it, usize::MAX)
    })
}

/// Whether a redirection came between the two that nobody had asked for: it may have answered a
/// repetition that was lost, and lead to the same target.
fn is_redirected_between(view: &View<'_>, refused: Stamp, next: Stamp) -> bool {
    let mut strays = view.reading.connections.iter().flat_map(|it| &it.strays);
    strays.any(|stray| {
        (refused..next).contains(&stray.start) && matches!(stray.code(), Some(300..=399))
    })
}

fn refusal(exchange: &Exchange) -> Option<&Response> {
    exchange.final_response().filter(|it| it.code() == Some(417) && it.end.is_some())
}

fn repeated(own: &Attempt<'_>, next: &Attempt<'_>, findings: &mut Findings) {
    let at = next.begins;
    if !next.repeats(own) {
        findings.chosen(&CLI_005, "repeated-otherwise", at);
    } else if next.expectations.has_continue() {
        let expected = "the request repeated without the expectation, or not at all";
        let found = "the request repeated with the expectation that had failed";
        findings.broken(&CLI_005, "repeated-with-expectation", at, expected, found);
    } else {
        findings.kept(&CLI_005, "repeated", at);
    }
}

fn not_repeated(exchange: &Exchange, at: Stamp, findings: &mut Findings) {
    let request = &exchange.request;
    // What was sent as it came into being can't be sent again.
    if request.framing.framing == Framing::Chunked && request.content.first.is_some() {
        findings.chosen(&CLI_005, "content-spent", at);
        return;
    }
    let expected = "the request repeated without the expectation";
    let found = "the 417 left to the user, no repetition";
    findings.broken(&CLI_005, "not-repeated", at, expected, found);
}

fn over_which_connection(
    exchange: &Exchange,
    own: &Attempt<'_>,
    next: &Attempt<'_>,
    findings: &mut Findings,
) {
    let at = next.begins;
    let complete = exchange.request.end.is_some_and(|end| end <= at);
    if !next.shares_connection(own) {
        findings.kept(&CLI_006, "new-connection", at);
    } else if next.sight == Sight::Hidden && next.index == own.index {
        let expected = "the announced content before the repetition, or another connection";
        let found = "the repetition where the content of the first request is due";
        findings.broken(&CLI_006, "content-missing", at, expected, found);
    } else if complete {
        findings.kept(&CLI_006, "same-connection", at);
    }
}

/// CLI-007: what was repeated once and failed again is not repeated again.
fn repeats_once(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        if refusal(exchange).is_none() {
            continue;
        }
        let Some((errand, place)) = errand_of(view, index) else { continue };
        // The first attempt that was refused speaks for all.
        if errand.bond != Bond::Certain || errand.attempts[..place].iter().any(was_refused) {
            continue;
        }
        // It can't be told which of them was refused.
        if errand.attempts.iter().any(|it| is_shifted(view, it.connection, it.index)) {
            continue;
        }
        let repetitions = repetitions(&errand, place);
        // Of what was redirected to where it was, each may be repeated once.
        if let [first, .., last] = repetitions.as_slice()
            && is_redirected_between(
                view,
                errand.attempts[place].begins.min(first.begins),
                last.begins,
            )
        {
            continue;
        }
        let expected = "one repetition at most";
        let found = format!("{} repetitions, each behind a 417", repetitions.len());
        match repetitions.as_slice() {
            [] => {}
            [one] => findings.kept(&CLI_007, "one", one.begins),
            [_, second] => {
                findings.broken(&CLI_007, "two", second.begins, expected, found);
            }
            [.., last] => {
                findings.broken(&CLI_007, "unbounded", last.begins, expected, found);
            }
        }
    }
}

/// The attempts that each repeat one that got a 417.
fn repetitions<'e, 'a>(errand: &'e Errand<'a>, place: usize) -> Vec<&'e Attempt<'a>> {
    let pairs = errand.attempts[place..].windows(2);
    let again = pairs.take_while(|pair| was_refused(&pair[0]) && pair[1].repeats(&pair[0]));
    again.map(|pair| &pair[1]).collect()
}

fn was_refused(attempt: &Attempt<'_>) -> bool {
    attempt.exchange().and_then(refusal).is_some()
}
