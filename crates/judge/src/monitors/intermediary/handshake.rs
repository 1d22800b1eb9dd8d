//! What an intermediary does as soon as it has a head with an expectation (RFC 9110 §10.1.1, §3.7).

use expectspec_message::Expectations;
use expectspec_requirements::{PRX_001, PRX_002, PRX_006, PRX_007};

use super::next_hop::is_primed;
use super::{Relayed, Source, is_proxy, relayed};
use crate::monitors::duty::{Silence, due_from, immediate_silence};
use crate::monitors::words::{ms, status};
use crate::{Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&PRX_001],
        role: Watched::AsIntermediary,
        watch: forwards_or_finishes,
    },
    Monitor { requirements: &[&PRX_002], role: Watched::AsIntermediary, watch: head_first },
    Monitor { requirements: &[&PRX_007], role: Watched::AsIntermediary, watch: answers_first },
    Monitor { requirements: &[&PRX_006], role: Watched::AsIntermediary, watch: ignores_in_http_10 },
];

/// PRX-001: the final response at once, or the head forwarded at once.
fn forwards_or_finishes(view: &View<'_>, findings: &mut Findings) {
    let expected = "a final response, or the head forwarded, without waiting for the content";
    for relay in owed(view) {
        let Some(due) = due_from(view.connection, relay.outbound.index) else { continue };
        let content = relay.outbound.request().content.first;
        let in_time = |at: &Stamp| content.is_none_or(|content| *at < content);
        let answer = relay.outbound.exchange.final_response().map(|answer| answer.start);
        let forwarded = relay.head_forwarded().filter(in_time);
        if !is_proxy(view) {
            let continued = relay.first_continue().map(|(interim, _)| interim.start);
            if let Some(at) = forwarded {
                findings.chosen(&PRX_001, "forwarded-by-gateway", at);
            } else if let Some(at) = continued.or(answer).filter(in_time) {
                findings.chosen(&PRX_001, "answered-by-gateway", at);
            }
        } else if let Some(at) = forwarded {
            let waited_us = at.at_us.saturating_sub(due.at_us);
            if waited_us > view.windows.immediate_us {
                let found = format!("the head forwarded after {}", ms(waited_us));
                findings.doubtful(&PRX_001, "late", at, expected, found).by_clock();
            } else {
                findings.kept(&PRX_001, "forwarded", at);
            }
        } else if let Some(at) = answer.filter(in_time) {
            findings.kept(&PRX_001, "final", at);
        } else if let Some(silence) = immediate_silence(view, relay.outbound.index) {
            let at = silence.until;
            let found = format!("{}, on either side", silence.text());
            findings.broken(&PRX_001, "silence", at, expected, found).by_clock();
        }
    }
}

/// PRX-002: the head is forwarded by itself, not with the content that a 100 (Continue) of the
/// intermediary's own has fetched.
fn head_first(view: &View<'_>, findings: &mut Findings) {
    let expected = "the head forwarded before the content is asked for";
    for relay in owed(view) {
        let content = relay.outbound.request().content.first;
        let head = relay.head_forwarded();
        if let Some(head) = head.filter(|&head| content.is_none_or(|content| head < content)) {
            findings.kept(&PRX_002, "head-first", head);
            continue;
        }
        let Some((interim, Source::Own)) = relay.first_continue() else { continue };
        if relay.outbound.exchange.final_response().is_some_and(|it| Some(it.start) < content) {
            continue;
        }
        let until = content.unwrap_or(view.connection.watched_until);
        let due = relay.outbound.request().head_end.unwrap_or(interim.start);
        let waited_us = until.at_us.saturating_sub(due.at_us);
        if waited_us < view.windows.quiet_us || client_left(&relay, until) {
            continue;
        }
        let found = format!("a 100, and no head toward the origin server for {}", ms(waited_us));
        // Only what is forwarded in the end shows which version the next hop is believed to know.
        let version = relay.forwarded().map(|hop| hop.request().version());
        let primed = is_primed(view, relay.outbound.request().start);
        if !is_proxy(view) {
            findings.chosen(&PRX_002, "buffered-by-gateway", until);
        } else if version.is_none() {
            findings.unclear(&PRX_002, "not-forwarded", until, found);
        } else if primed || version.is_some_and(|version| !version.is_11_or_later()) {
            findings.chosen(&PRX_002, "buffered-for-http-1.0", until);
        } else if waited_us >= view.windows.immediate_us {
            findings.broken(&PRX_002, "buffered", until, expected, found).by_clock();
        } else if relay.forwarded().is_some_and(|hop| hop.request().expectations.has_continue()) {
            // Who had the content need not ask for leave to send it: the two may have crossed.
            findings.unclear(&PRX_002, "crossed", until, found);
        } else {
            findings.doubtful(&PRX_002, "buffered", until, expected, found).by_clock();
        }
    }
}

/// PRX-007: a gateway is an origin server toward its clients: it owes a 100 or a final response, be it
/// its own or a relayed one.
fn answers_first(view: &View<'_>, findings: &mut Findings) {
    if is_proxy(view) {
        return;
    }
    let expected =
        "a 100 (Continue) or a final response, relayed or not, before any content is sent";
    for relay in owed(view).into_iter().filter(|relay| !relay.outbound.nominates_expect()) {
        let exchange = relay.outbound.exchange;
        let content = exchange.request.content.first;
        let early = |at: Stamp| content.is_none_or(|content| at < content);
        let final_response = exchange.final_response();
        if let Some((interim, source)) = relay.first_continue().filter(|it| early(it.0.start)) {
            let mark = match source {
                Source::Own => "own-continue",
                Source::Relayed => "relayed-continue",
            };
            findings.kept(&PRX_007, mark, interim.start);
        } else if let Some(answer) = final_response.filter(|answer| early(answer.start)) {
            findings.kept(&PRX_007, "final", answer.start);
        } else if let Some(silence) = immediate_silence(view, relay.outbound.index) {
            silent(view, &relay, silence, expected, findings);
        }
    }
}

/// PRX-007: a silence, by what the origin server did meanwhile.
fn silent(
    view: &View<'_>,
    relay: &Relayed<'_>,
    silence: Silence,
    expected: &'static str,
    findings: &mut Findings,
) {
    let at = silence.until;
    let hop = relay.forwarded().filter(|hop| hop.request().head_end.is_some_and(|head| head < at));
    let answers = relay.answers();
    let counts =
        |answer: &&Response| answer.start < at && (answer.code() == Some(100) || answer.is_final());
    let answer = answers.iter().map(|&(_, answer)| answer).find(counts);
    let Expectations { continues, others, empty, .. } = relay.outbound.request().expectations;
    if (continues, others, empty) != (1, 0, 0) && answer.is_none() {
        // RFC 7231 knew no lists, and who takes the first member for the whole is not alone.
        let found = silence.text();
        findings.doubtful(&PRX_007, "silence-to-a-list", at, expected, found).by_clock();
        return;
    }
    let mut broken = |mark, how: &str| {
        let found = format!("{}, {how}", silence.text());
        findings.broken(&PRX_007, mark, at, expected, found).by_clock();
    };
    match (hop, answer) {
        (None, _) => broken("deadlock", "and no head forwarded either"),
        (Some(hop), None) if !hop.request().expectations.has_continue() => {
            broken("stripped", "while the origin server was not asked for a 100 (Continue)");
        }
        (Some(_), None) => {
            let found = format!("{}, while the origin server was silent", silence.text());
            findings.doubtful(&PRX_007, "silence", at, expected, found).by_clock();
        }
        (Some(_), Some(answer)) => {
            let waited_us = at.at_us.saturating_sub(answer.start.at_us);
            // What becomes of a final response is judged elsewhere.
            if answer.is_interim() && waited_us >= view.windows.immediate_us {
                broken("swallowed", "although the origin server had sent a 100 (Continue)");
            }
        }
    }
}

/// PRX-006: the expectation of an HTTP/1.0 request is ignored.
fn ignores_in_http_10(view: &View<'_>, findings: &mut Findings) {
    let expected = "no 100 and no 417, as if there were no Expect field";
    for relay in relayed(view) {
        let request = relay.outbound.request();
        let expectations = request.expectations;
        if !relay.is_beyond_doubt()
            || request.version().is_11_or_later()
            || !expectations.has_continue()
        {
            continue;
        }
        // Whoever answers it in HTTP/1.0 is wrong as well; that is not the intermediary's doing.
        let passed_on = relay.inbound.iter().map(|hop| hop.request()).any(|request| {
            request.expectations.has_continue() && request.version().is_11_or_later()
        });
        if let Some((interim, source)) = relay.first_continue() {
            // What the origin server sent unasked is relayed for another reason.
            if passed_on || source == Source::Own {
                let found = format!("{} to an HTTP/1.0 request", status(interim));
                findings.broken(&PRX_006, "interim", interim.start, expected, found);
            }
        } else if let Some(answer) = relay.outbound.exchange.final_response() {
            let refused = answer.code() == Some(417) && expectations.others == 0;
            if refused && relay.own_final().is_some() {
                findings.broken(&PRX_006, "417", answer.start, expected, "417");
            } else if !refused {
                let mark = if passed_on { "forwarded" } else { "ignored" };
                findings.kept(&PRX_006, mark, answer.start);
            }
        }
    }
}

/// The requests whose expectation leaves no room for argument, with content withheld.
fn owed<'a>(view: &View<'a>) -> Vec<Relayed<'a>> {
    let mut relays = relayed(view);
    relays.retain(|relay| relay.outbound.withholds() && relay.is_beyond_doubt());
    relays
}

fn client_left(relay: &Relayed<'_>, until: Stamp) -> bool {
    let connection = relay.outbound.connection;
    let left = [connection.client_end, connection.client_reset];
    left.into_iter().flatten().any(|end| end <= until)
}
