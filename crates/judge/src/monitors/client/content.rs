//! How much content a client sends: what it announced, once (RFC 9112 §6.2).

use expectspec_message::Framing;
use expectspec_requirements::{CLI_010, CLI_021, CLI_027, CLI_034, CLI_035, FRM_001};

use super::hidden::hidden_request;
use super::moments::{content_of, early_final, request_end};
use crate::monitors::between::{clients_are_sound, is_between};
use crate::{Connection, Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CLI_010, &CLI_027, &CLI_034, &CLI_035, &FRM_001],
        role: Watched::AsAnyClient,
        watch: nothing_behind_the_end,
    },
    Monitor { requirements: &[&CLI_021], role: Watched::AsClient, watch: empty_chunk },
];

/// So many octets that are alike are no accident.
const ALIKE_OCTETS: usize = 16;

/// What stands behind the end of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Behind {
    Nothing,
    Request,
    Crlf,
    /// The content over again.
    Again,
    /// Octets that are no request.
    Surplus,
}

/// CLI-010, CLI-027, CLI-034, CLI-035, FRM-001: behind a request comes a request, or nothing.
fn nothing_behind_the_end(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let between = is_between(view);
    if !clients_are_sound(view) {
        return;
    }
    if connection.sent.octets().starts_with(b"\r\n") && !between {
        let at = connection.sent.stamp(0).expect("an octet was sent");
        let expected = "no octets before a request-line";
        findings.broken(&CLI_034, "before-request", at, expected, "an empty line");
    }
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(end) = request.end else { continue };
        if connection.switched.is_some()
            || request.error.is_some()
            // What looks like surplus may be the rest of a request; that is judged elsewhere.
            || hidden_request(connection, exchange).is_some()
        {
            continue;
        }
        let end_offset = request_end(exchange);
        let behind = behind(connection, index, end_offset);
        let at = connection.sent.stamp(end_offset).unwrap_or(end);
        let framed = request.announces_content();
        let expected = "the announced octets of content, and then a request or nothing";
        match behind {
            // It binds user agents.
            Behind::Crlf if between => {}
            Behind::Crlf => {
                let expected = "nothing behind the end of the request";
                findings.broken(&CLI_034, "behind-request", at, expected, "CRLF");
            }
            Behind::Again => {
                let found = "the content once more, behind its end";
                findings.broken(&CLI_010, "sent-twice", at, expected, found);
                findings.broken(&CLI_035, "sent-twice", at, expected, found);
            }
            Behind::Surplus if framed => {
                let found = "octets that are neither content nor a request";
                findings.broken(&CLI_035, "surplus", at, expected, found);
            }
            Behind::Surplus => {
                let expected = "Content-Length or chunked with content";
                let found = "octets behind a head that announces none";
                if !between {
                    findings.broken(&CLI_027, "unframed", at, expected, found);
                }
                findings.broken(&FRM_001, "unframed", at, expected, found);
            }
            Behind::Nothing | Behind::Request => {
                if !between {
                    findings.kept(&CLI_034, "no-crlf", end);
                }
                if framed {
                    findings.kept(&CLI_035, "exact", end);
                    findings.kept(&FRM_001, "signaled", end);
                }
            }
        }
    }
}

fn behind(connection: &Connection, index: usize, end: usize) -> Behind {
    let rest = connection.sent.octets().get(end..).unwrap_or_default();
    if rest.is_empty() {
        return Behind::Nothing;
    }
    if rest.starts_with(b"\r\n") {
        return Behind::Crlf;
    }
    let Some(next) = connection.exchanges.get(index + 1) else { return Behind::Nothing };
    if next.request.head_end.is_some() && next.request.error.is_none() {
        return Behind::Request;
    }
    let content = content_of(connection, &connection.exchanges[index]);
    let len = content.len().min(rest.len()).min(ALIKE_OCTETS);
    let method = rest.iter().take_while(|octet| octet.is_ascii_uppercase()).count();
    if len >= content.len().min(ALIKE_OCTETS) && len > 0 && rest[..len] == content[..len] {
        Behind::Again
    } else if method == 0 || next.request.error.is_some() {
        Behind::Surplus
    } else {
        // It may become a request.
        Behind::Nothing
    }
}

/// CLI-021: after an early final response, the last chunk may end content that never began.
fn empty_chunk(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let (Some(_), Some(end)) = (early_final(exchange), request.end) else { continue };
        if request.framing.framing == Framing::Chunked {
            let empty = content_of(connection, exchange) == b"0\r\n\r\n";
            let mark = if empty { "zero-chunk" } else { "finished" };
            findings.chosen(&CLI_021, mark, end);
        }
    }
}
