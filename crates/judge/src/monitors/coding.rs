//! Requests in a transfer coding that the server need not know (RFC 9112 §6.1).

use expectspec_message::octet::list_members;
use expectspec_message::{Framing, unfold};
use expectspec_requirements::FRM_007;

use super::doubts::{Doubts, repeats_expect};
use super::duty::{Patience, Reaction, reaction, took_back};
use super::words::{mark_of, status};
use crate::{Findings, Monitor, Request, Stream, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&FRM_007], role: Watched::AsAnyServer, watch: unknown_coding }];

/// FRM-007: an unknown transfer coding gets 501.
fn unknown_coding(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if !request.framing.unknown_coding
            || request.framing.framing != Framing::Chunked
            || !Doubts::of(exchange, connection).only(Doubts::CODING)
            || !request.version().is_11_or_later()
        {
            continue;
        }
        let expected = "501 to a transfer coding that is not understood";
        if is_registered(request, &connection.sent) {
            if let Some(answer) = exchange.final_response() {
                findings.chosen(&FRM_007, mark_of(answer), answer.start);
            }
            continue;
        }
        match reaction(view, index, Patience::Final) {
            Reaction::Continue(invited) => {
                if let Some(answer) = took_back(exchange) {
                    let mark = "refused-after-continue";
                    let found = format!("100 (Continue), and {} only then", status(answer));
                    findings.doubtful(&FRM_007, mark, invited.start, expected, found);
                    continue;
                }
                let found = "100 (Continue): content in an unknown coding was asked for";
                findings.broken(&FRM_007, "continue", invited.start, expected, found);
            }
            Reaction::Final(answer) => match answer.code() {
                Some(501) => findings.kept(&FRM_007, "501", answer.start),
                Some(400) if !repeats_expect(request) => {
                    findings.broken(&FRM_007, "400", answer.start, expected, "400");
                }
                Some(200..300) => {
                    let found = status(answer);
                    findings.broken(&FRM_007, "accepted", answer.start, expected, found);
                }
                _ => findings.chosen(&FRM_007, mark_of(answer), answer.start),
            },
            Reaction::Closed(_) | Reaction::Silent(_) | Reaction::Unknown => {}
        }
    }
}

/// Whether every transfer coding is a registered one, which a server may well understand.
fn is_registered(request: &Request, sent: &Stream) -> bool {
    let octets = request.octets(sent);
    request.head.values(octets, b"transfer-encoding").all(|value| {
        list_members(&unfold(value))
            .all(|member| REGISTERED.iter().any(|coding| member.eq_ignore_ascii_case(coding)))
    })
}

/// The HTTP Transfer Coding Registry (RFC 9112 §12.3).
const REGISTERED: [&[u8]; 8] = [
    b"chunked",
    b"compress",
    b"deflate",
    b"gzip",
    b"identity",
    b"trailers",
    b"x-compress",
    b"x-gzip",
];
