//! What a client made of the responses to a request, as far as its user and the wire can tell.

use expectspec_message::{AnomalyKind, Version};
use expectspec_requirements::Requirement;

use super::errand::errand_of;
use super::moments::{
    client_gone, client_silent_until, is_plain, last_octet, right_behind, us_between,
};
use crate::monitors::between::is_shifted;
use crate::monitors::words::ms;
use crate::{Exchange, Findings, Response, Said, Stamp, View};

/// What became of the final response.
#[derive(Clone, Copy, Debug)]
pub(super) enum Delivery {
    /// The client told it to its user.
    Told(Stamp),
    /// The client acted on it: another attempt followed.
    Followed(Stamp),
    /// The client told its user of an interim response as if it were the final one.
    Interim(u16, Stamp),
    /// The client told a status code that no response had.
    Invented(u16, Stamp),
    /// The client reported an error, and a 2xx (Successful) response had come to its end.
    Failed(Stamp),
    /// The client reported an error; the response may have been one to it.
    Refused(Stamp),
    /// The client ended the connection right behind an interim response.
    Dropped(Stamp),
    /// The same, where the interim response may be taken to end the connection.
    Obeyed(Stamp),
    /// The response had come to its end, and the client waited on.
    Hung { from: Stamp, until: Stamp },
    /// The transcript does not show it.
    Unknown,
}

/// What became of the responses of exchange `index`.
pub(super) fn delivery(view: &View<'_>, index: usize) -> Delivery {
    let exchange = &view.connection.exchanges[index];
    if is_shifted(view, view.connection, index) {
        return Delivery::Unknown;
    }
    let Some((errand, place)) = errand_of(view, index) else { return Delivery::Unknown };
    let word = errand.word.filter(|_| errand.later(place).is_empty());
    if let Some((Said::Status(code @ (100 | 102..=199)), at)) = word {
        let seen = exchange.interims().any(|interim| interim.code() == Some(code));
        return match (seen, was_sent(view, code)) {
            (true, _) => Delivery::Interim(code, at),
            // It came unasked, behind another response.
            (false, true) => Delivery::Unknown,
            (false, false) => Delivery::Invented(code, at),
        };
    }
    let complete = exchange.final_response().and_then(|answer| Some((answer, answer.end?)));
    let Some((answer, end)) = complete else {
        // What an earlier attempt had been answered may be why a later one was given up.
        return if place > 0 { Delivery::Unknown } else { unanswered(view, exchange, word) };
    };
    if let Some(next) = errand.later(place).iter().find(|next| next.begins > answer.start) {
        return Delivery::Followed(next.begins);
    }
    let cut_short = exchange.request.end.is_none() && view.connection.server_gone().is_some();
    let confused = view.connection.garbage.is_some() || !view.connection.strays.is_empty();
    let left = client_gone(view.connection).is_some_and(|gone| gone < end);
    let ended = exchange.interims().any(|interim| may_end_the_connection(view, interim));
    // Behind a 2xx to CONNECT stands a tunnel, and what comes through it may be an error.
    let tunnel = exchange.request.method(&view.connection.sent) == b"CONNECT";
    // A later minor version may be processed (RFC 9110 §2.5); what refuses it does so for its own sake.
    let is_known = is_plain(answer)
        && exchange.interims().all(is_readable)
        && answer.head.version() <= Some(Version::HTTP_11)
        && !has_two_framings(view, answer);
    let has_excuse = left || cut_short || confused || ended || tunnel || place > 0 || !is_known;
    match word {
        Some((Said::Status(code), at)) if Some(code) == answer.code() => Delivery::Told(at),
        Some((Said::Status(code), at)) if !was_sent(view, code) => Delivery::Invented(code, at),
        Some((Said::Success, at)) => Delivery::Told(at),
        Some((Said::Failure, at)) => match answer.code() {
            Some(200..300) if at > end && !has_excuse => Delivery::Failed(at),
            _ => Delivery::Refused(at),
        },
        Some((Said::Nothing, at)) => {
            let from = last_octet(view.connection).map_or(end, |octet| octet.max(end));
            let waited = us_between(from, at) >= view.windows.final_us;
            if waited && is_plain(answer) && !seems_to_have_content(view, answer) {
                Delivery::Hung { from, until: at }
            } else {
                Delivery::Unknown
            }
        }
        _ => Delivery::Unknown,
    }
}

/// No final response came to its end: an interim response may have been the last straw.
fn unanswered(view: &View<'_>, exchange: &Exchange, word: Option<(Said, Stamp)>) -> Delivery {
    let connection = view.connection;
    let Some(gone) = client_gone(connection) else { return Delivery::Unknown };
    let reported = !matches!(word, Some((Said::Status(_) | Said::Success | Said::Nothing, _)));
    let Some(last) = exchange.responses.last().filter(|last| last.is_interim()) else {
        return Delivery::Unknown;
    };
    let came = last.head_end.unwrap_or(last.start);
    let server_stayed = connection.server_gone().is_none_or(|server| server > gone);
    // What came behind it may have been the reason.
    let was_last = connection.received.len_before(gone) == last.offset + last.head_octets;
    // Behind a status code of no class nobody knows which response is whose.
    let mut responses = connection.exchanges.iter().flat_map(|it| &it.responses);
    if responses.any(|it| !matches!(it.code(), Some(100..=599))) {
        return Delivery::Unknown;
    }
    // Its patience may have come to an end at that very moment.
    let head = exchange.request.head_end.unwrap_or(exchange.request.start);
    let waited = us_between(head, came) >= view.windows.final_us;
    if reported && server_stayed && was_last && !waited && right_behind(view, came, gone) {
        let obeyed = exchange.interims().any(|interim| may_end_the_connection(view, interim));
        if obeyed { Delivery::Obeyed(gone) } else { Delivery::Dropped(gone) }
    } else {
        Delivery::Unknown
    }
}

/// Whether a client may take the connection to end behind this interim response: by the letter of
/// RFC 9112 §9.6, or because HTTP/1.0 persists only if asked to.
fn may_end_the_connection(view: &View<'_>, interim: &Response) -> bool {
    interim.closes(&view.connection.received)
        || interim.head.version().is_some_and(|version| !version.is_11_or_later())
}

/// Whether a client has to read the head of this response: a folded line it has, RFC 9112 §5.2.
fn is_readable(interim: &Response) -> bool {
    interim.head.anomalies.iter().all(|anomaly| anomaly.kind == AnomalyKind::ObsFold)
}

/// Whether both framing fields are there, which ought to be handled as an error (RFC 9112 §6.3).
fn has_two_framings(view: &View<'_>, answer: &Response) -> bool {
    let octets = answer.octets(&view.connection.received);
    answer.head.has(octets, b"content-length") && answer.head.has(octets, b"transfer-encoding")
}

/// Whether a response that has no content by its status code has a framing field all the same: who
/// waits for content is wrong, but not about interim responses.
fn seems_to_have_content(view: &View<'_>, answer: &Response) -> bool {
    let octets = answer.octets(&view.connection.received);
    let has = |name: &[u8]| answer.head.has(octets, name);
    matches!(answer.code(), Some(204 | 304))
        && (has(b"content-length") || has(b"transfer-encoding"))
}

fn was_sent(view: &View<'_>, code: u16) -> bool {
    let exchanges = view.reading.connections.iter().flat_map(|it| &it.exchanges);
    let strays = view.reading.connections.iter().flat_map(|it| &it.strays);
    let responses = exchanges.flat_map(|exchange| &exchange.responses).chain(strays);
    responses.map(Response::code).any(|sent| sent == Some(code))
}

/// Says of a row that wants the final response delivered what became of it; `kept` is the mark of a
/// response that was. What can't be held against a client is passed over.
pub(super) fn judge_delivery(
    row: &'static Requirement,
    kept: &'static str,
    delivery: Delivery,
    findings: &mut Findings,
) {
    let expected = "the final response delivered, whatever came before it";
    match delivery {
        Delivery::Told(at) | Delivery::Followed(at) => findings.kept(row, kept, at),
        Delivery::Refused(_) | Delivery::Obeyed(_) | Delivery::Unknown => {}
        Delivery::Interim(code, at) => {
            let found = format!("{code} told as the status code of the response");
            findings.broken(row, "interim-delivered", at, expected, found);
        }
        Delivery::Invented(code, at) => {
            let found = format!("{code}, a status code that was never sent");
            findings.doubtful(row, "other-status", at, expected, found);
        }
        // A client may give up for a reason of its own at that very moment: that is tried again.
        Delivery::Failed(at) => {
            let found = "an error, although a successful response had come to its end";
            findings.broken(row, "failed", at, expected, found).by_clock();
        }
        Delivery::Dropped(at) => {
            let found = "the connection ended by the client right behind an interim response";
            findings.broken(row, "dropped", at, expected, found).by_clock();
        }
        Delivery::Hung { from, until } => {
            let found = format!("nothing for {}", ms(us_between(from, until)));
            findings.broken(row, "hung", until, expected, found).by_clock();
        }
    }
}

/// Until when the client kept silent from `stamp` on, if that was for the window of final responses
/// and neither it nor the server had ended the connection. An answer ends the silence as well.
pub(super) fn idle_for_long(
    view: &View<'_>,
    stamp: Stamp,
    answer: Option<&Response>,
) -> Option<Stamp> {
    let connection = view.connection;
    let nothing = view.reading.said.iter().find(|(word, _)| *word == Said::Nothing);
    let others = [
        // What a client does when the tester gives it up is not its own doing.
        nothing.map(|&(_, at)| at),
        answer.map(|answer| answer.start),
        connection.garbage.map(|garbage| garbage.start),
        connection.server_gone(),
        // Behind it the tester sees nothing.
        connection.server_reset,
    ];
    let others = others.into_iter().flatten().filter(|&at| at > stamp).min();
    let own = client_silent_until(connection, stamp);
    let until = others.map_or(own, |at| at.min(own));
    let left = client_gone(connection).is_some_and(|gone| gone <= until);
    (!left && us_between(stamp, until) >= view.windows.final_us).then_some(until)
}
