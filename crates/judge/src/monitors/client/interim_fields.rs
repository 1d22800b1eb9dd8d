//! What stands in the head of an interim response and must not disturb (RFC 9112 §6.3, RFC 8297).

use expectspec_message::AnomalyKind;
use expectspec_requirements::{CLI_023, CLI_024, CLI_033, EHT_002, EHT_003, GRM_014, Requirement};

use super::delivery::{Delivery, delivery, judge_delivery};
use crate::monitors::doubts::ORDINARY_HEAD_OCTETS_MAX;
use crate::{Connection, Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&CLI_023, &CLI_024, &CLI_033, &EHT_002, &EHT_003, &GRM_014],
    role: Watched::AsClient,
    watch: reads_odd_heads,
}];

/// What is out of the ordinary about the head of a response.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Oddity {
    /// Nothing.
    None,
    /// `Content-Length` in a 1xx.
    Length,
    /// `Transfer-Encoding` in a 1xx.
    Coding,
    /// The `close` connection option in a 1xx.
    Close,
    /// A 103 with fields that are meant for the final response.
    Hints,
    /// Both, in one 103.
    HintsAndFraming,
    /// Another reason phrase than usual, or none.
    Reason,
    /// No SP behind the status code.
    NoSpace,
    /// A line folded in the obsolete way.
    Fold,
    /// Anything else, or several of these.
    Other,
}

impl Oddity {
    /// Whether it is a field that belongs into a final response.
    const fn is_field(self) -> bool {
        matches!(self, Self::Length | Self::Coding | Self::Close | Self::Hints)
    }
}

/// CLI-023, CLI-024, CLI-033, EHT-002, EHT-003, GRM-014: one thing that is odd about a head, and
/// the final response is delivered all the same.
fn reads_odd_heads(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let mut oddities: Vec<(Oddity, Option<u16>)> = exchange
            .responses
            .iter()
            .filter(|response| response.head_end.is_some())
            .map(|response| (oddity(connection, response), response.code()))
            .filter(|(oddity, _)| *oddity != Oddity::None)
            .collect();
        oddities.dedup();
        let &[(oddity, code)] = oddities.as_slice() else { continue };
        let delivery = delivery(view, index);
        let early_hints = code == Some(103);
        match oddity {
            Oddity::Close => {
                close_in_interim(delivery, findings);
                if early_hints {
                    hints(&EHT_003, delivery, findings);
                }
            }
            Oddity::Length | Oddity::Coding if early_hints => {
                hints(&EHT_003, delivery, findings);
            }
            Oddity::Length => judge_delivery(&CLI_023, "content-length", delivery, findings),
            Oddity::Coding => judge_delivery(&CLI_023, "transfer-encoding", delivery, findings),
            Oddity::HintsAndFraming => {
                hints(&EHT_002, delivery, findings);
                hints(&EHT_003, delivery, findings);
            }
            Oddity::Hints => hints(&EHT_002, delivery, findings),
            Oddity::Reason => judge_delivery(&CLI_024, "ignored", delivery, findings),
            Oddity::NoSpace => tolerated(&CLI_024, "without-space", delivery, findings),
            Oddity::Fold => judge_delivery(&GRM_014, "unfolded", delivery, findings),
            Oddity::None | Oddity::Other => {}
        }
    }
}

/// EHT-002, EHT-003. Who takes the 103 for the final response does so whatever its fields are.
fn hints(row: &'static Requirement, delivery: Delivery, findings: &mut Findings) {
    if !matches!(delivery, Delivery::Interim(..)) {
        judge_delivery(row, "delivered", delivery, findings);
    }
}

/// CLI-033, to the letter, would have the client close; the response that says so is no final one,
/// and the sentence is for those (RFC 9112 §9.3).
fn close_in_interim(delivery: Delivery, findings: &mut Findings) {
    match delivery {
        Delivery::Obeyed(at) => {
            let expected = "the final response read before the connection is closed";
            let found = "the connection closed at the close option of an interim response";
            findings.doubtful(&CLI_033, "closed-at-interim", at, expected, found).by_clock();
        }
        Delivery::Told(at) | Delivery::Followed(at) => {
            findings.kept(&CLI_033, "interim-read-on", at);
        }
        _ => {}
    }
}

/// What a client may refuse and need not.
fn tolerated(
    row: &'static Requirement,
    mark: &'static str,
    delivery: Delivery,
    findings: &mut Findings,
) {
    match delivery {
        Delivery::Told(at) | Delivery::Followed(at) => findings.kept(row, mark, at),
        Delivery::Failed(at) | Delivery::Refused(at) | Delivery::Dropped(at) => {
            findings.chosen(row, "refused-without-space", at);
        }
        _ => {}
    }
}

fn oddity(connection: &Connection, response: &Response) -> Oddity {
    let received = &connection.received;
    let octets = response.octets(received);
    let mut found = Vec::new();
    for anomaly in &response.head.anomalies {
        found.push(match anomaly.kind {
            AnomalyKind::ObsFold => Oddity::Fold,
            AnomalyKind::MissingReasonSpace => Oddity::NoSpace,
            _ => Oddity::Other,
        });
    }
    if response.head_octets > ORDINARY_HEAD_OCTETS_MAX {
        found.push(Oddity::Other);
    }
    if response.is_interim() {
        let has = |name| response.head.has(octets, name);
        let mut note = |present: bool, oddity| {
            if present {
                found.push(oddity);
            }
        };
        note(has(b"content-length"), Oddity::Length);
        note(has(b"transfer-encoding"), Oddity::Coding);
        note(response.closes(received), Oddity::Close);
        let meant_for_final: [&[u8]; 5] =
            [b"location", b"set-cookie", b"content-encoding", b"content-type", b"www-authenticate"];
        let hints = response.code() == Some(103) && meant_for_final.into_iter().any(has);
        note(hints, Oddity::Hints);
        let usual = !matches!(response.code(), Some(100))
            || octets.get(12..).is_some_and(|reason| reason.starts_with(b" Continue\r\n"));
        note(!usual && found_none_of_line(&response.head.anomalies), Oddity::Reason);
    }
    found.dedup();
    match found.as_slice() {
        [] => Oddity::None,
        [one] => *one,
        several if several.iter().all(|it| it.is_field()) && response.code() == Some(103) => {
            if several.contains(&Oddity::Hints) {
                Oddity::HintsAndFraming
            } else {
                several[0]
            }
        }
        _ => Oddity::Other,
    }
}

/// Whether the status-line itself is as the grammar has it.
fn found_none_of_line(anomalies: &[expectspec_message::Anomaly]) -> bool {
    anomalies.iter().all(|anomaly| anomaly.kind != AnomalyKind::MissingReasonSpace)
}
