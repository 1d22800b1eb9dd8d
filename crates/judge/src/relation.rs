//! Rules that bind two transcripts together.

use core::fmt::{self, Display, Formatter};

use expectspec_requirements::{GRM_007, Requirement};

use crate::{Basis, Connection, Exchange, Finding, Findings, Reading, Side, Stamp, Windows};

/// The same exchange, told in two ways that the RFC calls equal, must be answered alike.
#[derive(Clone, Copy, Debug)]
pub struct Relation {
    /// The case that this one is compared with.
    pub base: &'static str,
    /// The requirement that makes them equal.
    pub requirement: &'static Requirement,
    /// What must agree.
    pub agree: Agree,
}

/// What must agree between the transcripts of two cases.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Agree {
    /// The first answer to the first request on the first connection: 100, a final status code, or
    /// none while the content is held back.
    FirstAnswer,
    /// The class of the status code of the final response to the first request.
    FinalStatus,
    /// As [`Agree::FinalStatus`], unless either is 417.
    FinalStatusUnless417,
    /// The status codes of all responses on the first connection, interim ones included.
    StatusCodes,
}

/// How a server first answers a request whose content is held back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum FirstAnswer {
    Continue,
    Final(u16),
    Silence,
    Closed,
}

impl Display for FirstAnswer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Continue => f.write_str("100"),
            Self::Final(code) => write!(f, "{code}"),
            Self::Silence => f.write_str("nothing"),
            Self::Closed => f.write_str("the end of the connection"),
        }
    }
}

/// Compares the reading of a case with that of its base. `None` if there is nothing to compare:
/// one of them shows no answer that the other could differ from.
#[must_use]
pub fn relate(
    relation: &Relation,
    base: &Reading,
    variant: &Reading,
    windows: Windows,
) -> Option<Finding> {
    let (base_reading, variant_reading) = (base, variant);
    let (base, variant) = (first_connection(base)?, first_connection(variant)?);
    let mut findings = Findings::default();
    match relation.agree {
        Agree::FirstAnswer => {
            let (expected, _) = first_answer(base, windows)?;
            let (found, at) = first_answer(variant, windows)?;
            compare_answers(relation.requirement, expected, found, at, &mut findings);
        }
        Agree::FinalStatus | Agree::FinalStatusUnless417 => {
            if is_its_own(base_reading) || is_its_own(variant_reading) {
                return None;
            }
            let (expected, _) = final_status(base)?;
            let (found, at) = final_status(variant)?;
            let excused =
                relation.agree == Agree::FinalStatusUnless417 && (expected == 417 || found == 417);
            if excused {
                findings.chosen(relation.requirement, "417", at);
            } else if expected / 100 == found / 100 {
                findings.kept(relation.requirement, "same-status", at);
            } else {
                let found = format!("{found}, where its twin was answered {expected}");
                let expected = "the same class of status code as for its twin";
                findings.doubtful(relation.requirement, "other-status", at, expected, found);
            }
        }
        Agree::StatusCodes => {
            let (expected, found) = (status_codes(base), status_codes(variant));
            let at = variant.watched_until;
            if expected == found {
                findings.kept(relation.requirement, "same-codes", at);
            } else {
                let found = format!("{found:?}, where its twin was answered {expected:?}");
                let expected = "the same status codes as for its twin";
                findings.doubtful(relation.requirement, "other-codes", at, expected, found);
            }
        }
    }
    findings.into_vec().pop()
}

/// Whether an intermediary answered the first request itself and forwarded nothing: that says nothing
/// of what it makes of the answers of an origin server.
fn is_its_own(reading: &Reading) -> bool {
    let first = reading.relays.iter().find(|relay| {
        let (connection, _) = relay.outbound.of(&reading.connections);
        relay.outbound.exchange == 0 && connection.number == 0
    });
    first.is_some_and(|relay| relay.inbound.is_empty())
}

fn compare_answers(
    row: &'static Requirement,
    base: FirstAnswer,
    variant: FirstAnswer,
    at: Stamp,
    findings: &mut Findings,
) {
    let expected = "the same answer as its twin, which differs only in spelling";
    let found = format!("{variant}, where its twin was answered {base}");
    match (base, variant) {
        (base, variant) if base == variant => findings.kept(row, "same-answer", at),
        (FirstAnswer::Silence, FirstAnswer::Continue) if row.id == GRM_007.id => {
            findings.doubtful(row, "only-in-lines", at, expected, found).basis = Basis::Clock;
        }
        // The twin itself was left without an answer: that is judged there.
        (FirstAnswer::Silence | FirstAnswer::Closed, _) => {}
        (_, FirstAnswer::Silence) => {
            findings.broken(row, "silence", at, expected, found).basis = Basis::Clock;
        }
        // Two lines that say the same may be refused; it is only unwise.
        (FirstAnswer::Continue, FirstAnswer::Final(400 | 417)) if row.id != GRM_007.id => {
            findings.broken(row, "refused", at, expected, found);
        }
        (FirstAnswer::Continue | FirstAnswer::Final(_), _) => {
            findings.doubtful(row, "other-answer", at, expected, found);
        }
    }
}

fn first_connection(reading: &Reading) -> Option<&Connection> {
    reading
        .connections
        .iter()
        .find(|connection| (connection.side, connection.number) == (Side::Outbound, 0))
}

fn first_answer(connection: &Connection, windows: Windows) -> Option<(FirstAnswer, Stamp)> {
    let exchange = connection.exchanges.first()?;
    let head_end = exchange.request.head_end?;
    let answer = exchange.responses.iter().find(|response| {
        response.is_final() || (response.is_interim() && response.code() == Some(100))
    });
    let content = exchange.request.content.first;
    match answer {
        Some(answer) if content.is_none_or(|content| answer.start < content) => {
            let code = answer.code()?;
            let class =
                if answer.is_final() { FirstAnswer::Final(code) } else { FirstAnswer::Continue };
            Some((class, answer.start))
        }
        _ => {
            let until = content.unwrap_or(connection.watched_until);
            if let Some(gone) = connection.server_gone().filter(|&gone| gone < until) {
                return Some((FirstAnswer::Closed, gone));
            }
            let silent = until.at_us.saturating_sub(head_end.at_us) >= windows.immediate_us;
            silent.then_some((FirstAnswer::Silence, until))
        }
    }
}

fn final_status(connection: &Connection) -> Option<(u16, Stamp)> {
    let answer = connection.exchanges.first().and_then(Exchange::final_response)?;
    Some((answer.code()?, answer.start))
}

fn status_codes(connection: &Connection) -> Vec<u16> {
    let responses = connection.exchanges.iter().flat_map(|exchange| &exchange.responses);
    responses.chain(&connection.strays).filter_map(|response| response.code()).collect()
}
