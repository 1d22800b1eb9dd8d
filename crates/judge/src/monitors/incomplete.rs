//! Requests that never become complete, and clients that have said all they will (RFC 9112 §6.3,
//! §8, §9.6).

use expectspec_requirements::{SRV_015, SRV_024, SRV_025};

use super::doubts::Doubts;
use super::duty::{Silence, due_from};
use super::fate::{is_giving_up, later_final};
use super::words::status;
use crate::{Exchange, Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&SRV_015], role: Watched::AsServer, watch: half_closed },
    Monitor { requirements: &[&SRV_024], role: Watched::AsServer, watch: gives_up },
    Monitor { requirements: &[&SRV_025], role: Watched::AsServer, watch: incomplete_is_over },
];

/// SRV-015: a client that has ended its direction still wants its answers.
fn half_closed(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some(end) = connection.client_end else { return };
    if connection.client_reset.is_some() || connection.switched.is_some() {
        return;
    }
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let answered_before = exchange.final_response().is_some_and(|answer| answer.start < end);
        if answered_before || !Doubts::of(exchange, connection).only(Doubts::CONTENT) {
            continue;
        }
        let complete = request.end.is_some_and(|complete| complete <= end);
        let expected = "the answer to a request whose client has ended only its own direction";
        let gone = connection.server_gone();
        match (exchange.final_response(), gone) {
            (Some(answer), _) => findings.kept(&SRV_015, "answered", answer.start),
            (None, Some(gone)) if gone < end => {}
            (None, Some(gone)) if complete && due_from(connection, index).is_some() => {
                let found = "the connection was closed without the answer";
                findings.broken(&SRV_015, "dropped", gone, expected, found);
            }
            (None, Some(gone)) => findings.kept(&SRV_015, "ended", gone),
            (None, None) => {
                let Some(due) = due_from(connection, index) else { continue };
                let silence = silence_behind(view, exchange, due.max(end));
                if let Some(silence) = silence {
                    let at = silence.until;
                    findings.broken(&SRV_015, "silence", at, expected, silence.text()).by_clock();
                }
            }
        }
    }
}

/// The silence behind the client's end, if it lasted for the window of final responses.
fn silence_behind(view: &View<'_>, exchange: &Exchange, from: Stamp) -> Option<Silence> {
    let last = exchange.responses.last();
    if last.is_some_and(|last| !last.is_interim()) || view.connection.garbage.is_some() {
        return None;
    }
    let from = last.and_then(|last| last.end).map_or(from, |end| from.max(end));
    let until = view.connection.silent_until(from);
    let lasted = until.at_us.saturating_sub(from.at_us) >= view.windows.final_us;
    lasted.then_some(Silence { from, until })
}

/// What does not change that a request is incomplete.
const MAY_BE_CUT: Doubts = Doubts::SIZE.or(Doubts::EXPECTATION).or(Doubts::CONTENT);

/// The last exchange, if its content was announced and never became complete, all else in order.
fn incomplete<'a>(view: &View<'a>) -> Option<(usize, &'a Exchange)> {
    let connection = view.connection;
    let index = connection.exchanges.len().checked_sub(1)?;
    let exchange = &connection.exchanges[index];
    let request = &exchange.request;
    let in_order = request.announces_content()
        && request.broken.is_none()
        && Doubts::of(exchange, connection).only(MAY_BE_CUT);
    (in_order && request.end.is_none() && connection.switched.is_none())
        .then_some((index, exchange))
}

/// SRV-024: what a server does about content that does not come is its own business.
fn gives_up(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let Some((index, exchange)) = incomplete(view) else { return };
    let waited = exchange.continue_response().is_some() || exchange.request.content.first.is_some();
    if !waited || due_from(connection, index).is_none() {
        return;
    }
    match (exchange.final_response(), connection.server_gone()) {
        (Some(answer), _) if answer.code() == Some(408) => {
            findings.chosen(&SRV_024, "408", answer.start);
        }
        (Some(answer), Some(_)) if answer.code() == Some(400) => {
            findings.chosen(&SRV_024, "400", answer.start);
        }
        (Some(_), _) => {}
        (None, Some(gone)) => findings.chosen(&SRV_024, "closed", gone),
        (None, None) => {
            let sent = connection.sent.stamp(connection.sent.len() - 1);
            let until = connection.watched_until;
            let idle = sent.map_or(0, |sent| until.at_us.saturating_sub(sent.at_us));
            if idle >= view.windows.quiet_us {
                findings.chosen(&SRV_024, "open", until);
            }
        }
    }
}

/// SRV-025: once a request is known to stay incomplete, the connection ends, and no later octet is
/// a request.
fn incomplete_is_over(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        let timed_out = answer.code() == Some(408)
            && request.announces_content()
            && request.end.is_none_or(|end| answer.start < end);
        if timed_out {
            over(view, index, (answer, answer.end), findings);
        }
    }
    let Some((index, exchange)) = incomplete(view) else { return };
    let Some(end) = connection.client_end.filter(|_| connection.client_reset.is_none()) else {
        return;
    };
    match exchange.final_response() {
        Some(answer) if answer.code() == Some(408) => {}
        Some(answer) => over(view, index, (answer, answer.end.map(|it| it.max(end))), findings),
        None => match connection.server_gone() {
            Some(gone) => findings.kept(&SRV_025, "closed", gone),
            None => open(view, exchange.responses.last().and_then(|it| it.end), end, findings),
        },
    }
}

/// What became of the connection once nobody could expect the rest of the request.
fn over(
    view: &View<'_>,
    index: usize,
    (answer, from): (&Response, Option<Stamp>),
    findings: &mut Findings,
) {
    let connection = view.connection;
    if let Some(later) = later_final(connection, index, answer).filter(|it| !is_giving_up(view, it))
    {
        let found = format!("{} behind an incomplete request", status(later));
        findings.broken(&SRV_025, "answered", later.start, OVER, found);
    } else if let Some(gone) = connection.server_gone() {
        findings.kept(&SRV_025, "closed", gone);
    } else if let (Some(from), None) = (from, connection.client_reset) {
        open(view, answer.end, from, findings);
    }
}

const OVER: &str = "the connection closed behind an incomplete request, and nothing answered there";

/// The connection stayed open for longer than the window of closing.
fn open(view: &View<'_>, last: Option<Stamp>, from: Stamp, findings: &mut Findings) {
    let from = last.map_or(from, |last| from.max(last));
    let until = view.connection.silent_until(from);
    if until.at_us.saturating_sub(from.at_us) >= view.windows.close_us {
        let found = format!("still open: {}", Silence { from, until }.text());
        findings.broken(&SRV_025, "open", until, OVER, found).by_clock();
    }
}
