//! Requests that get 400 whatever they ask for: without one good `Host`, or not in HTTP at all.

use expectspec_message::{AnomalyKind, HeadErrorKind};
use expectspec_requirements::{SRV_016, SRV_017};

use super::doubts::Doubts;
use super::duty::{Patience, Reaction, reaction, silent_for};
use super::fate::{Fate, fate_behind};
use super::words::{CLOSED, shows_nothing, status};
use crate::{
    Connection, Exchange, Findings, HostField, Monitor, Request, Response, Stream, View, Watched,
};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&SRV_016], role: Watched::AsAnyServer, watch: one_host },
    Monitor { requirements: &[&SRV_017], role: Watched::AsAnyServer, watch: no_http },
];

/// SRV-016: 400 where `Host` is missing, repeated or invalid.
fn one_host(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let is_11 = request.version().is_11_or_later();
        let doubts = Doubts::of(exchange, view.connection);
        if request.host == HostField::One
            || (request.host == HostField::Missing && !is_11)
            || !doubts.only(Doubts::HOST.or(Doubts::METHOD))
        {
            continue;
        }
        let expected = match request.host {
            HostField::Missing => "400 to an HTTP/1.1 request without Host",
            HostField::Several => "400 to a request with more than one Host line",
            HostField::Invalid | HostField::One => "400 to a request with an invalid Host",
        };
        if let Some(answer) = exchange.final_response() {
            let invited = exchange.continue_response().is_some();
            if answer.code() != Some(400) && is_absolute(request, view.connection) {
                // Who reads the host from the target ignores the field (RFC 9112 §3.2.2).
                findings.chosen(&SRV_016, "absolute-form", answer.start);
            } else {
                host_answer(expected, answer, invited, findings);
            }
            continue;
        }
        match reaction(view, index, Patience::Immediate) {
            Reaction::Continue(invited) if waits_for_content(view, exchange, invited) => {
                let found = "100 (Continue) to a request that has to be refused";
                findings.doubtful(&SRV_016, "continue", invited.start, expected, found);
            }
            Reaction::Closed(gone) => {
                findings.doubtful(&SRV_016, "closed", gone, expected, CLOSED);
            }
            Reaction::Silent(silence) => {
                let at = silence.until;
                findings.broken(&SRV_016, "silence", at, expected, silence.text()).by_clock();
            }
            Reaction::Continue(_) | Reaction::Final(_) | Reaction::Unknown => {}
        }
    }
}

fn is_absolute(request: &Request, connection: &Connection) -> bool {
    request.target(&connection.sent).windows(3).any(|octets| octets == b"://")
}

/// Whether the refusal did not follow the 100 at once.
fn waits_for_content(view: &View<'_>, exchange: &Exchange, invited: &Response) -> bool {
    let until = exchange.request.content.first.unwrap_or(view.connection.watched_until);
    silent_for(view, invited.start, until, view.windows.quiet_us)
}

fn host_answer(expected: &'static str, answer: &Response, invited: bool, findings: &mut Findings) {
    match answer.code() {
        Some(400) if invited => findings.chosen(&SRV_016, "continue-then-400", answer.start),
        Some(400) => findings.kept(&SRV_016, "400", answer.start),
        _ if shows_nothing(answer) => {}
        // Another refusal may have found another fault first; no rule says which comes first.
        Some(401..600) => {
            findings.doubtful(&SRV_016, "refused", answer.start, expected, status(answer));
        }
        _ => {
            findings.broken(&SRV_016, "final", answer.start, expected, status(answer));
        }
    }
}

/// SRV-017: what does not match the grammar gets 400 and the end of the connection.
fn no_http(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        if !is_no_http(exchange, &connection.sent) {
            continue;
        }
        let expected = "400 to octets that do not match the grammar, and the connection closed";
        match (reaction(view, index, Patience::Final), exchange.final_response()) {
            (Reaction::Continue(invited), _) => {
                let readable = exchange.request.error.is_none();
                let mark = if readable { "recovered" } else { "continue" };
                let found = "100 (Continue) to octets that are no HTTP request";
                findings.broken(&SRV_017, mark, invited.start, expected, found);
            }
            (_, Some(answer)) if shows_nothing(answer) => {}
            (_, Some(answer)) => match answer.code() {
                Some(400) => match fate_behind(view, index, answer) {
                    Fate::Open(silence) => {
                        let found = format!("400, and still open: {}", silence.text());
                        let at = silence.until;
                        findings.broken(&SRV_017, "open", at, expected, found).by_clock();
                    }
                    Fate::Gone(_) | Fate::Answered(_) | Fate::Unknown => {
                        findings.kept(&SRV_017, "400", answer.start);
                    }
                },
                Some(401..600) => findings.chosen(&SRV_017, "refused", answer.start),
                // A target with whitespace may be redirected to one without (RFC 9112 §3.2).
                Some(300..400) => findings.chosen(&SRV_017, "redirected", answer.start),
                _ => {
                    findings.broken(&SRV_017, "accepted", answer.start, expected, status(answer));
                }
            },
            (Reaction::Closed(gone), None) => {
                findings.doubtful(&SRV_017, "closed", gone, expected, CLOSED);
            }
            (Reaction::Silent(silence), None) if has_empty_line(exchange, &connection.sent) => {
                let at = silence.until;
                findings.broken(&SRV_017, "silence", at, expected, silence.text()).by_clock();
            }
            _ => {}
        }
    }
}

/// Whether the head matches no grammar, robustness exceptions (RFC 9112 §2.2, §3, §5) included.
fn is_no_http(exchange: &Exchange, sent: &Stream) -> bool {
    let head = &exchange.request.head;
    match exchange.request.error {
        // `GET /` alone is a request of HTTP/0.9.
        Some(error) if error.kind == HeadErrorKind::Version => {
            let version = exchange.request.octets(sent).get(error.offset as usize);
            version.is_some_and(|octet| !b"\r\n".contains(octet))
        }
        Some(_) => true,
        None => {
            exchange.request.head_end.is_some()
                && !head.anomalies.is_empty()
                && head.anomalies.iter().all(|anomaly| {
                    matches!(anomaly.kind, AnomalyKind::FieldName | AnomalyKind::MissingColon)
                })
        }
    }
}

fn has_empty_line(exchange: &Exchange, sent: &Stream) -> bool {
    exchange.request.octets(sent).windows(4).any(|octets| octets == b"\r\n\r\n")
}
