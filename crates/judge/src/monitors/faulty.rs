//! Requests whose framing is faulty or may be read in two ways (RFC 9112 §6.1, §6.3).

use expectspec_message::octet::list_members;
use expectspec_message::{Ambiguity, BadFraming, Framing, unfold};
use expectspec_requirements::{FRM_003, FRM_004, FRM_005, FRM_006, Requirement};

use super::between::is_between;
use super::doubts::Doubts;
use super::duty::{Patience, Reaction, reaction, took_back};
use super::fate::{Fate, fate_behind};
use super::words::{CLOSED, shows_nothing, status};
use crate::{Exchange, Findings, Monitor, Request, Response, Stamp, Stream, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&FRM_003, &FRM_004], role: Watched::AsAnyServer, watch: no_length },
    Monitor { requirements: &[&FRM_005, &FRM_006], role: Watched::AsAnyServer, watch: two_lengths },
];

/// FRM-003, FRM-004: a length that can't be determined gets 400 and the end of the connection.
fn no_length(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let Some(fault) = fault(exchange, &view.connection.sent) else { continue };
        let (row, expected) = (fault.row, REFUSAL);
        let reaction = reaction(view, index, Patience::Final);
        match (reaction, exchange.final_response()) {
            (Reaction::Continue(invited), Some(answer))
                if took_back(exchange).is_some() && fault.certainty == Certainty::Named =>
            {
                let found = format!("100 (Continue), and {} only then", status(answer));
                findings.doubtful(row, "refused-after-continue", invited.start, expected, found);
                refusal(view, index, (fault, answer), findings);
            }
            (Reaction::Continue(invited), _) => {
                let found = "100 (Continue): content of unknown length was asked for";
                fault.accuse("continue", invited.start, found.to_owned(), findings);
            }
            (_, Some(answer)) if shows_nothing(answer) => {}
            (_, Some(answer)) => refusal(view, index, (fault, answer), findings),
            (Reaction::Closed(gone), None) => match fault.certainty {
                Certainty::Named => {
                    findings.doubtful(row, "closed", gone, expected, CLOSED);
                }
                Certainty::Arguable => findings.chosen(row, "closed", gone),
            },
            // Who reads chunked twice as chunked may well wait for the content.
            (Reaction::Silent(silence), None)
                if fault.certainty == Certainty::Named && is_alone(exchange, view) =>
            {
                let at = silence.until;
                findings.broken(row, "silence", at, expected, silence.text()).by_clock();
            }
            _ => {}
        }
    }
}

const REFUSAL: &str = "400, and the connection closed: the length can't be determined";

/// A fault of the framing.
#[derive(Clone, Copy, Debug)]
struct Fault {
    row: &'static Requirement,
    certainty: Certainty,
}

/// Whether the rule names the fault, or only may mean it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Certainty {
    Named,
    Arguable,
}

impl Fault {
    fn accuse(self, mark: &'static str, at: Stamp, found: String, findings: &mut Findings) {
        match self.certainty {
            Certainty::Named => {
                findings.broken(self.row, mark, at, REFUSAL, found);
            }
            Certainty::Arguable => findings.chosen(self.row, mark, at),
        }
    }
}

fn fault(exchange: &Exchange, sent: &Stream) -> Option<Fault> {
    let request = &exchange.request;
    let Framing::Bad(bad) = request.framing.framing else { return None };
    let (row, certainty) = match bad {
        BadFraming::ContentLength => (&FRM_003, Certainty::Named),
        // A large number is still a number.
        BadFraming::ContentLengthTooLarge => return None,
        // HTTP/1.0 knows no transfer codings.
        _ if !request.version().is_11_or_later() => return None,
        BadFraming::ChunkedNotLast if has_coding(request, sent) => (&FRM_004, Certainty::Named),
        // No coding at all, chunked twice, chunked with parameters: chunked may pass for the last.
        BadFraming::ChunkedNotLast | BadFraming::TransferEncoding => {
            (&FRM_004, Certainty::Arguable)
        }
    };
    Some(Fault { row, certainty })
}

fn has_coding(request: &Request, sent: &Stream) -> bool {
    let mut values = request.head.values(request.octets(sent), b"transfer-encoding");
    values.any(|value| list_members(&unfold(value)).next().is_some())
}

fn is_alone(exchange: &Exchange, view: &View<'_>) -> bool {
    let framing = Doubts::FRAMING.or(Doubts::CODING).or(Doubts::AMBIGUITY);
    Doubts::of(exchange, view.connection).only(framing)
}

fn refusal(
    view: &View<'_>,
    index: usize,
    (fault, answer): (Fault, &Response),
    findings: &mut Findings,
) {
    let (row, at, found) = (fault.row, answer.start, status(answer));
    let mark = match answer.code() {
        Some(400) => "400",
        Some(501) => "501",
        Some(401..500) => "4xx",
        Some(500..600) => "5xx",
        _ => "accepted",
    };
    match mark {
        "400" => findings.kept(row, mark, at),
        "accepted" => fault.accuse(mark, at, found, findings),
        _ if !is_alone(&view.connection.exchanges[index], view) => findings.kept(row, mark, at),
        _ if fault.certainty == Certainty::Arguable => findings.chosen(row, mark, at),
        _ => {
            findings.doubtful(row, mark, at, REFUSAL, found);
        }
    }
    if fault.certainty == Certainty::Named {
        closes(view, index, (row, answer), findings);
    }
}

/// Whatever was answered, the connection ends behind it.
fn closes(
    view: &View<'_>,
    index: usize,
    (row, answer): (&'static Requirement, &Response),
    findings: &mut Findings,
) {
    let expected =
        "the end of the connection behind the final response, and nothing answered there";
    match fate_behind(view, index, answer) {
        Fate::Gone(gone) => findings.kept(row, "closed", gone),
        Fate::Answered(later) => {
            let found = format!("{} behind {}", status(later), status(answer));
            findings.broken(row, "answered", later.start, expected, found);
        }
        Fate::Open(silence) => {
            let found = format!("still open: {}", silence.text());
            findings.broken(row, "open", silence.until, expected, found).by_clock();
        }
        Fate::Unknown => {}
    }
}

/// FRM-005, FRM-006: the connection ends behind a request whose length may be read in two ways.
fn two_lengths(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let row = match exchange.request.framing.ambiguity {
            Some(Ambiguity::LengthAndTransferEncoding) => &FRM_005,
            Some(Ambiguity::TransferEncodingInHttp10) => &FRM_006,
            None => continue,
        };
        let Some(answer) = exchange.final_response() else { continue };
        let chunked = exchange.request.framing.framing == Framing::Chunked;
        let was_read = exchange.request.broken.is_some()
            && exchange.continue_response().is_some()
            && exchange.request.has_content_before(answer.start)
            && matches!(answer.code(), Some(200..300));
        // Behind an intermediary, an early success may come from the origin server.
        if chunked && was_read && row.id == FRM_005.id && !is_between(view) {
            let expected = "content that is not chunked refused, not read by Content-Length";
            let found = format!("{} to content that is not chunked", status(answer));
            findings.doubtful(row, "by-length", answer.start, expected, found);
        }
        closes(view, index, (row, answer), findings);
    }
}
