//! Whether a client repeats a request by itself (RFC 9110 §9.2.2), and what it says of one that was
//! lost (RFC 9112 §8).

use expectspec_requirements::{AUT_004, AUT_005, CLI_029, CLI_030, CLI_031, O16_007};

use super::errand::{Attempt, Bond, Errand, errand_of};
use super::moments::{client_gone, us_between};
use crate::monitors::between::is_shifted;
use crate::{
    Break, Connection, Exchange, Findings, Monitor, Response, Said, Side, Stamp, View, Watched,
};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CLI_029, &CLI_030, &O16_007],
        role: Watched::AsClient,
        watch: after_a_loss,
    },
    Monitor {
        requirements: &[&CLI_031, &AUT_004, &AUT_005],
        role: Watched::AsClient,
        watch: after_an_error,
    },
];

/// CLI-029, CLI-030, O16-007: the server ended the connection without a final response.
fn after_a_loss(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        if is_shifted(view, connection, index) {
            continue;
        }
        let Some((errand, place)) = errand_of(view, index) else { continue };
        if let Some((said, at)) = errand.word.filter(|_| errand.later(place).is_empty()) {
            part_told(exchange, (said, at), findings);
        }
        let Some(gone) = lost(connection, exchange) else { continue };
        let own = &errand.attempts[place];
        let next = errand.later(place).iter().find(|next| next.begins > gone && next.repeats(own));
        match (next, errand.word) {
            (Some(_), _) if errand.bond != Bond::Certain => {}
            (Some(next), _) => {
                findings.chosen(&CLI_030, "repeated", next.begins);
                repeated((connection, exchange, index), own, next, findings);
                if exchange.request.expectations.is_empty() {
                    let waited = us_between(gone, next.begins) >= view.windows.quiet_us;
                    let mark = if waited { "after-a-while" } else { "at-once" };
                    findings.chosen(&O16_007, mark, next.begins);
                }
            }
            // Half a head may be enough for a client to tell a status code, and an empty line for one that still
            // knows HTTP/0.9.
            (None, Some((said, _)))
                if said != Said::Failure
                    && (has_half_a_head(exchange) || connection.ends_with_empty_lines()) => {}
            (None, Some((said, at))) if came_unasked(view, said, at) => {}
            (None, Some((said, at))) if errand.later(place).is_empty() && at > gone => {
                told(view, exchange, (said, at), findings);
            }
            _ => {}
        }
    }
}

/// CLI-030, where a part of the final response came: a client may have told what its head says, and
/// left the content alone.
fn part_told(exchange: &Exchange, (said, at): (Said, Stamp), findings: &mut Findings) {
    let cut = exchange.final_response().filter(|answer| answer.broken == Some(Break::Off));
    match (cut, said) {
        (Some(answer), Said::Status(_) | Said::Success) if at > answer.start => {
            let expected = "an error: the content of the response was cut off";
            let found = "the response told as if it were complete";
            findings.doubtful(&CLI_030, "part-told", at, expected, found);
        }
        (Some(_), Said::Failure) => findings.kept(&CLI_030, "reported", at),
        _ => {}
    }
}

/// When the server ended the connection, if the request had no final response by then and the
/// client was still there.
fn lost(connection: &Connection, exchange: &Exchange) -> Option<Stamp> {
    let gone = connection.server_gone()?;
    let head_end = exchange.request.head_end.filter(|&end| end < gone)?;
    let answered = exchange.final_response().is_some();
    let stayed = client_gone(connection).is_none_or(|client| client > gone);
    (!answered && stayed && connection.garbage.is_none() && head_end < gone).then_some(gone)
}

fn has_half_a_head(exchange: &Exchange) -> bool {
    exchange.responses.last().is_some_and(|response| response.head_end.is_none())
}

/// Whether what the client told is a final response that came to no request the tester saw: the request
/// may have been under way to it, and lost.
fn came_unasked(view: &View<'_>, said: Said, at: Stamp) -> bool {
    let is_told = |code| match said {
        Said::Status(told) => code == told,
        Said::Success => (200..300).contains(&code),
        Said::Failure | Said::Nothing => false,
    };
    let connections = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    let mut finals = connections.flat_map(|it| &it.strays).filter(|stray| stray.is_final());
    finals.any(|stray| stray.start < at && stray.code().is_some_and(is_told))
}

fn repeated(
    (connection, exchange, index): (&Connection, &Exchange, usize),
    own: &Attempt<'_>,
    next: &Attempt<'_>,
    findings: &mut Findings,
) {
    let at = next.begins;
    let request = &exchange.request;
    let octets = request.octets(&connection.sent);
    // To be sure of the effect: a field that lets the server tell a repetition.
    let has_key = request.head.has(octets, b"idempotency-key");
    let idempotent = matches!(
        own.method,
        b"GET" | b"HEAD" | b"OPTIONS" | b"TRACE" | b"PUT" | b"DELETE" | b"PROPFIND" | b"SEARCH"
    );
    let begun = request.content.first.is_some() || !request.announces_content();
    // A connection that was idle may have ended before the request came.
    let stale = index > 0 && exchange.responses.is_empty();
    let mark = match () {
        () if idempotent => "idempotent-retried",
        () if has_key => "retried-with-key",
        () if !begun => "retried-unapplied",
        () if stale => "retried-on-stale-connection",
        () => {
            let expected = "no automatic repetition of a request that may have been applied";
            let method = String::from_utf8_lossy(own.method);
            let found = format!("{method} repeated after its content had been sent and taken");
            findings.broken(&CLI_029, "non-idempotent-retried", at, expected, found);
            return;
        }
    };
    findings.chosen(&CLI_029, mark, at);
}

fn told(view: &View<'_>, exchange: &Exchange, (said, at): (Said, Stamp), findings: &mut Findings) {
    let expected = "an error: the connection ended without a final response";
    match said {
        Said::Failure => {
            findings.kept(&CLI_030, "reported", at);
            findings.kept(&CLI_029, "reported", at);
        }
        Said::Success => {
            let found = "success";
            findings.broken(&CLI_030, "success", at, expected, found);
        }
        Said::Status(code) => {
            let found = format!("status code {code} told");
            let interim = exchange.interims().any(|interim| interim.code() == Some(code));
            let mark = if interim { "interim-delivered" } else { "invented-status" };
            // A client may well put a 5xx of its own in the place of an error.
            if interim || (200..300).contains(&code) {
                findings.broken(&CLI_030, mark, at, expected, found);
            }
        }
        Said::Nothing => {
            let gone = view.connection.server_gone().unwrap_or(at);
            if us_between(gone, at) >= view.windows.final_us {
                let found = "nothing, as if a response could still come";
                findings.broken(&CLI_030, "hung", at, expected, found).by_clock();
            }
        }
    }
}

/// CLI-031, AUT-004, AUT-005: an error that a client may, or should not, answer with a repetition.
fn after_an_error(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let complete = exchange.final_response().filter(|answer| answer.end.is_some());
        let Some(code) = complete.and_then(Response::code) else { continue };
        if !matches!(code, 401 | 403 | 408) || is_shifted(view, view.connection, index) {
            continue;
        }
        let Some((errand, place)) = errand_of(view, index) else { continue };
        match (next_of(&errand, place), errand.word) {
            (Some(_), _) if errand.bond != Bond::Certain => {}
            (Some((own, next)), _) => again(code, own, next, findings),
            (None, Some((_, at))) if errand.later(place).is_empty() => match code {
                401 => findings.chosen(&AUT_004, "delivered", at),
                403 => findings.kept(&AUT_005, "not-repeated", at),
                _ => findings.chosen(&CLI_031, "delivered", at),
            },
            _ => {}
        }
    }
}

fn next_of<'e, 'a>(
    errand: &'e Errand<'a>,
    place: usize,
) -> Option<(&'e Attempt<'a>, &'e Attempt<'a>)> {
    let own = &errand.attempts[place];
    let next = errand.later(place).first()?;
    next.repeats(own).then_some((own, next))
}

fn again(code: u16, own: &Attempt<'_>, next: &Attempt<'_>, findings: &mut Findings) {
    let same = own.credentials == next.credentials;
    let at = next.begins;
    match (code, same) {
        (401, false) => findings.chosen(&AUT_004, "repeated-with-credentials", at),
        (401, true) => findings.chosen(&AUT_004, "repeated-without-news", at),
        (403, true) => {
            let expected = "no automatic repetition with the same credentials";
            let found = "the request repeated, credentials and all";
            findings.broken(&AUT_005, "repeated", at, expected, found);
        }
        (403, false) => findings.kept(&AUT_005, "repeated-with-others", at),
        _ => findings.chosen(&CLI_031, "repeated", at),
    }
}
