//! Whether a connection is fit for another request (RFC 9112 §6.3, §9.2, §9.3).

use expectspec_requirements::{CLI_020, CLI_022, CON_009, RED_005, Requirement};

use super::delivery::{Delivery, delivery};
use super::errand::{attempts, errand_of};
use super::hidden::{Hidden, hidden_request};
use super::moments::{client_gone, early_final, us_between};
use crate::monitors::words::status;
use crate::{Exchange, Findings, Monitor, Response, Said, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CLI_020, &RED_005],
        role: Watched::AsClient,
        watch: content_before_the_next_request,
    },
    Monitor { requirements: &[&CLI_022], role: Watched::AsClient, watch: nothing_was_asked },
    Monitor { requirements: &[&CON_009], role: Watched::AsClient, watch: reads_to_the_end },
];

/// CLI-020, RED-005: after an early final response the announced content comes before the next
/// request on that connection, or there is none.
fn content_before_the_next_request(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(answer) = early_final(exchange) else { continue };
        let redirects = matches!(answer.code(), Some(301 | 302 | 303 | 307 | 308));
        let rows: &[&'static Requirement] =
            if redirects { &[&CLI_020, &RED_005] } else { &[&CLI_020] };
        if let Some(hidden) = hidden_request(connection, exchange) {
            if hidden.begins > answer.start {
                missing(rows, exchange, answer, &hidden, findings);
            }
            continue;
        }
        let next = connection
            .exchanges
            .get(index + 1)
            .filter(|next| next.request.head_end.is_some() && next.request.error.is_none());
        let elsewhere = attempts(view.reading).into_iter().find(|attempt| {
            !core::ptr::eq(attempt.connection, connection) && attempt.begins > answer.start
        });
        let (mark, at) = if let Some(next) = next {
            ("content-first", next.request.start)
        } else if let Some(gone) = client_gone(connection) {
            ("closed", gone)
        } else if let Some(attempt) = elsewhere {
            ("new-connection", attempt.begins)
        } else {
            continue;
        };
        for row in rows {
            findings.kept(row, mark, at);
        }
    }
}

fn missing(
    rows: &[&'static Requirement],
    exchange: &Exchange,
    answer: &Response,
    hidden: &Hidden<'_>,
    findings: &mut Findings,
) {
    let (method, target) = hidden.line();
    let expected = "the announced content before another request, or another connection";
    let sent = exchange.request.content.first.filter(|&first| first < hidden.begins);
    let how = if sent.is_some() { "within" } else { "in place of" };
    let found = format!(
        "behind the early {}, {} {} {how} the announced content: a server takes it for content",
        status(answer),
        String::from_utf8_lossy(method),
        String::from_utf8_lossy(target),
    );
    for row in rows {
        findings.broken(row, "content-missing", hidden.begins, expected, found.clone());
    }
}

/// CLI-022: a response that nobody asked for is no response to what is asked next.
fn nothing_was_asked(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(stray) = connection.strays.iter().find(|stray| stray.head_end.is_some()) else {
        return;
    };
    let came = stray.head_end.unwrap_or(stray.start);
    // A server that takes its leave says so, and ends the connection.
    if stray.closes(&connection.received) || stray.code() == Some(408) {
        return;
    }
    // What had begun before a request, and ended behind it, may well be the response to it.
    let within = |start: Stamp| stray.start < start && start < came;
    if connection.exchanges.iter().any(|it| within(it.request.start)) {
        return;
    }
    let next = connection.exchanges.iter().position(|it| it.request.start > came);
    let elsewhere = attempts(view.reading)
        .into_iter()
        .find(|attempt| !core::ptr::eq(attempt.connection, connection) && attempt.begins > came);
    let Some(next) = next else {
        match (client_gone(connection), elsewhere) {
            (Some(gone), _) => findings.kept(&CLI_022, "closed", gone),
            (None, Some(attempt)) => findings.kept(&CLI_022, "new-connection", attempt.begins),
            (None, None) => {}
        }
        return;
    };
    let exchange = &connection.exchanges[next];
    let at = exchange.request.start;
    // It may have been on the way when the client wrote the request.
    if us_between(came, at) < view.windows.quiet_us {
        let found = "a response that came when the next request may have been written already";
        findings.unclear(&CLI_022, "crossed", at, found).by_clock();
        return;
    }
    let expected = "the connection closed when a response comes that nothing asked for";
    let word = errand_of(view, next).and_then(|(errand, _)| errand.word);
    let answer = exchange.final_response().and_then(Response::code);
    match word {
        Some((Said::Status(code), told))
            if stray.is_final() && stray.code() == Some(code) && answer != Some(code) =>
        {
            let found = format!("the {code} that nothing asked for told as the next response");
            findings.broken(&CLI_022, "stray-delivered", told, expected, found).by_clock();
        }
        _ => {
            let found = format!("another request behind the {}", status(stray));
            findings.doubtful(&CLI_022, "reused", at, expected, found).by_clock();
        }
    }
}

/// CON-009: the content of a response is read to its end before the connection is used again.
fn reads_to_the_end(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, pair) in connection.exchanges.windows(2).enumerate() {
        let [exchange, next] = pair else { continue };
        let Some(answer) = exchange.final_response() else { continue };
        let Some(end) = answer.end.filter(|_| answer.content.octets > 0) else { continue };
        if next.request.head_end.is_none() || connection.switched.is_some() {
            continue;
        }
        let at = next.request.start;
        if at < end {
            findings.chosen(&CON_009, "pipelined", at);
            continue;
        }
        let unread = |at: Stamp, found: &'static str, findings: &mut Findings| {
            let expected = "the content of the response before read, and not taken for a response";
            findings.doubtful(&CON_009, "unread", at, expected, found).by_clock();
        };
        match delivery(view, index + 1) {
            Delivery::Told(_) | Delivery::Followed(_) => {
                findings.kept(&CON_009, "read", at);
            }
            Delivery::Failed(at) => unread(at, "an error on the connection used again", findings),
            Delivery::Invented(_, at) => {
                unread(at, "a status code that was never sent", findings);
            }
            _ => {}
        }
    }
}
