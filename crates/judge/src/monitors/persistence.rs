//! What becomes of the connection, and of content that nobody wanted (RFC 9112 §9).

use expectspec_requirements::{CON_001, CON_002, CON_003, CON_004, CON_005, CON_006, Requirement};

use super::between::is_between;
use super::doubts::loses_requests;
use super::duty::{Silence, client_left_before, silent_for};
use super::fate::{is_giving_up, is_last_word, later_final, open_behind};
use super::groundless::is_groundless_end;
use super::words::{ms, status};
use crate::{Connection, Exchange, Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CON_001, &CON_002],
        role: Watched::AsAnyServer,
        watch: content_is_no_request,
    },
    Monitor {
        requirements: &[&CON_003, &CON_004],
        role: Watched::AsAnyServer,
        watch: close_option_sent,
    },
    Monitor {
        requirements: &[&CON_005, &CON_006],
        role: Watched::AsAnyServer,
        watch: close_option_received,
    },
];

/// A response that only the content of an earlier request can have caused.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken<'a> {
    /// The exchange whose content it was.
    pub exchange: &'a Exchange,
    /// The response too many.
    pub response: &'a Response,
}

/// Finds a final response that came when every request had been answered, behind content that
/// looks like a request, if all requests can be told.
pub(super) fn content_taken_for_request<'a>(view: &View<'a>) -> Option<Taken<'a>> {
    let connection = view.connection;
    let response = connection.strays.iter().find(|stray| stray.is_final())?;
    if loses_requests(connection) {
        return None;
    }
    let exchange = connection.exchanges.iter().find(|exchange| {
        let request = &exchange.request;
        request.has_content_before(response.start) && looks_like_a_request(connection, exchange)
    })?;
    (!is_giving_up(view, response)).then_some(Taken { exchange, response })
}

/// Whether the content of the request holds a request-line of HTTP/1.x near its front.
fn looks_like_a_request(connection: &Connection, exchange: &Exchange) -> bool {
    let content = exchange.request.content_octets(&connection.sent);
    let front = &content[..content.len().min(FRONT_OCTETS)];
    front.windows(8).any(|octets| octets == b" HTTP/1.")
}

/// How much of a content is searched for requests.
const FRONT_OCTETS: usize = 16 * 1024;

/// CON-001, CON-002: content is read or the connection is closed; it is never a request.
fn content_is_no_request(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let expected = "the declared content read, or the connection closed";
    if let Some(Taken { exchange, response }) = content_taken_for_request(view) {
        let answered = exchange.final_response().map_or_else(|| "nothing".to_owned(), status);
        let found = format!(
            "{} when every request had been answered: the content of a request answered with \
             {answered} was taken for a request",
            status(response)
        );
        findings.broken(&CON_001, "content-answered", response.start, expected, found.clone());
        findings.broken(&CON_002, "content-answered", response.start, expected, found);
        return;
    }
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        let early = request.end.is_none_or(|end| answer.start < end);
        if !request.announces_content() || !(early || looks_like_a_request(connection, exchange)) {
            continue;
        }
        let next = connection.exchanges.get(index + 1);
        let next_answer = next.and_then(Exchange::final_response);
        let mark = match (next, next_answer) {
            (Some(next), Some(refused))
                if early
                    && !answer.closes(&connection.received)
                    && is_groundless_end(view, next, refused) =>
            {
                let found = "400 to a valid request behind content that was sent in full";
                findings.broken(&CON_001, "next-request-refused", refused.start, expected, found);
                continue;
            }
            (_, Some(_)) => "read",
            (_, None) if connection.server_gone().is_some() => "closed",
            (_, None) if request.end.is_some() => "no-answer",
            (_, None) if is_left_unanswered(view, exchange) => "no-answer",
            (_, None) => continue,
        };
        findings.kept(&CON_001, mark, answer.start);
        findings.kept(&CON_002, mark, answer.start);
    }
}

/// Whether octets that look like a request were sent as content, and nothing came of them.
fn is_left_unanswered(view: &View<'_>, exchange: &Exchange) -> bool {
    let connection = view.connection;
    let last = connection.sent.len().checked_sub(1).and_then(|last| connection.sent.stamp(last));
    looks_like_a_request(connection, exchange)
        && last.is_some_and(|last| {
            silent_for(view, last, connection.silent_until(last), view.windows.quiet_us)
        })
}

/// CON-003, CON-004: whoever says close, closes, and processes nothing more.
fn close_option_sent(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(answer) = exchange.final_response() else { continue };
        let Some(end) = answer.end else { continue };
        if !answer.closes(&connection.received) || connection.switched.is_some() {
            continue;
        }
        let expected = "the end of the connection behind a response with the close option";
        if let Some(gone) = connection.server_gone() {
            findings.kept(&CON_003, "closed", gone);
        } else {
            still_open(&CON_003, view, end, expected, findings);
        }
        // Who says that what follows is no request has processed none.
        let later = later_final(connection, index, answer);
        match later.filter(|response| !is_giving_up(view, response)) {
            Some(response) => {
                let expected = "no response behind one with the close option";
                let found = format!("{} behind it", status(response));
                findings.broken(&CON_004, "answered", response.start, expected, found);
            }
            None if connection.sent.stamp(connection.sent.len().saturating_sub(1)) > Some(end) => {
                findings.kept(&CON_004, "ignored", end);
            }
            None => {
                if let Some(gone) = connection.server_gone() {
                    findings.kept(&CON_004, "closed", gone);
                }
            }
        }
    }
}

fn still_open(
    row: &'static Requirement,
    view: &View<'_>,
    end: Stamp,
    expected: &'static str,
    findings: &mut Findings,
) {
    let Some(Silence { from, until }) = open_behind(view, end) else { return };
    let found = format!("still open after {}", ms(until.at_us - from.at_us));
    findings.broken(row, "open", until, expected, found).by_clock();
}

/// CON-005, CON-006: a request with the close option is the last one answered.
fn close_option_received(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if !request.is_well_formed()
            || !request.has_member(&connection.sent, b"connection", b"close")
            || connection.switched.is_some()
        {
            continue;
        }
        let Some(answer) = exchange.final_response() else {
            closed_behind_continue(view, exchange, findings);
            continue;
        };
        if answer.closes(&connection.received) {
            findings.kept(&CON_006, "close", answer.start);
        } else {
            let found = "a final response without it";
            let expected = "the close connection option in the final response";
            findings.broken(&CON_006, "no-close", answer.start, expected, found);
        }
        let expected = "the end of the connection behind the final response";
        let Some(end) = answer.end else { continue };
        if let Some(later) = later_final(connection, index, answer)
            && !is_last_word(view, later)
        {
            let found = format!("{} to a request behind it", status(later));
            findings.broken(&CON_005, "answered", later.start, expected, found);
        } else if let Some(gone) = connection.server_gone() {
            findings.kept(&CON_005, "closed", gone);
        } else {
            still_open(&CON_005, view, end, expected, findings);
        }
    }
}

/// The option counts from the final response on: a server that obeys it after the 100 (Continue)
/// leaves the request without an answer. One that gives up waiting for content does not.
fn closed_behind_continue(view: &View<'_>, exchange: &Exchange, findings: &mut Findings) {
    let connection = view.connection;
    let (Some(invited), Some(gone)) = (exchange.continue_response(), connection.server_gone())
    else {
        return;
    };
    // An intermediary may close because the origin server did.
    if is_between(view) {
        return;
    }
    let waited_us = gone.at_us.saturating_sub(invited.start.at_us);
    if waited_us < view.windows.quiet_us && !client_left_before(connection, gone) {
        let expected = "the end of the connection behind the final response, not before it";
        let found = format!("closed {} behind {}", ms(waited_us), status(invited));
        findings.broken(&CON_005, "closed-early", gone, expected, found).by_clock();
    }
}
