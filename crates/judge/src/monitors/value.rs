//! `Expect` field values that are nearly, but not, a 100-continue expectation (RFC 9110 §10.1.1).

use expectspec_message::expect::{Expectation, members};
use expectspec_message::octet::{is_ows, list_members};
use expectspec_message::{AnomalyKind, unfold};
use expectspec_requirements::{GRM_017, GRM_018, GRM_019, GRM_020, GRM_021, Requirement};

use super::doubts::{Doubts, repeats_expect};
use super::duty::{Patience, Reaction, Silence, reaction};
use super::words::{has_other_reason, mark_of, status};
use crate::{Connection, Exchange, Findings, Monitor, Request, Response, Stream, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&GRM_017, &GRM_018, &GRM_019, &GRM_020, &GRM_021],
    role: Watched::AsServer,
    watch: takes_nothing_else_for_continue,
}];

/// What is peculiar about a member. Each has its own rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Peculiarity {
    /// It looks like `100-continue`, in whole or in part: `100-continued`, `"100-continue"`.
    NearMiss,
    /// It is `100-continue` with a value or parameters, or outside the grammar in a way that is no
    /// other peculiarity.
    Adorned,
    /// It has whitespace around `=`.
    Spaced,
    /// It is valid and has an empty parameter.
    EmptyParameter,
    /// It is valid and has `100-continue` inside a quoted-string.
    Quoted,
}

impl Peculiarity {
    const fn requirement(self) -> &'static Requirement {
        match self {
            Self::NearMiss => &GRM_017,
            Self::Adorned => &GRM_018,
            Self::Spaced => &GRM_019,
            Self::EmptyParameter => &GRM_020,
            Self::Quoted => &GRM_021,
        }
    }
}

/// GRM-017 to GRM-021: what is not a 100-continue expectation need not be answered as one, and any
/// request is answered in the end.
fn takes_nothing_else_for_continue(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let expectations = request.expectations;
        if (expectations.others == 0 && expectations.malformed == 0)
            || expectations.has_continue()
            || !request.version().is_11_or_later()
            || !is_readable(exchange, connection)
        {
            continue;
        }
        let Some(peculiarity) = peculiarity(request, &connection.sent) else { continue };
        match reaction(view, index, Patience::Final) {
            Reaction::Continue(invited) => continued(peculiarity, exchange, invited, findings),
            Reaction::Final(answer) if has_other_reason(answer) => {
                findings.kept(peculiarity.requirement(), "refused-otherwise", answer.start);
            }
            Reaction::Final(answer) => answered(peculiarity, request, answer, findings),
            Reaction::Silent(silence) => silent(peculiarity, silence, findings),
            Reaction::Closed(gone) if expectations.malformed > 0 => {
                findings.chosen(peculiarity.requirement(), "closed", gone);
            }
            Reaction::Closed(_) | Reaction::Unknown => {}
        }
    }
}

/// Whether nothing but `Expect` is out of order. Control octets in it are, but may be kept
/// (RFC 9110 §5.5).
fn is_readable(exchange: &Exchange, connection: &Connection) -> bool {
    let head = &exchange.request.head;
    let octets = exchange.request.octets(&connection.sent);
    let in_expect = |offset: u32| {
        head.fields.iter().any(|field| {
            field.name.of(octets).eq_ignore_ascii_case(b"expect")
                && (field.value.start..field.value.end).contains(&offset)
        })
    };
    let retained = head
        .anomalies
        .iter()
        .all(|anomaly| anomaly.kind == AnomalyKind::ControlOctet && in_expect(anomaly.offset));
    let doubts = Doubts::of(exchange, connection);
    retained && doubts.only(Doubts::EXPECTATION.or(Doubts::ANOMALY))
}

fn continued(
    peculiarity: Peculiarity,
    exchange: &Exchange,
    invited: &Response,
    findings: &mut Findings,
) {
    let row = peculiarity.requirement();
    let expected = match peculiarity {
        Peculiarity::NearMiss => {
            "no 100-continue seen where none is: the member is another, or outside the grammar"
        }
        Peculiarity::Quoted => "no 100-continue seen where none is: it stands in a quoted-string",
        Peculiarity::Adorned | Peculiarity::Spaced | Peculiarity::EmptyParameter => {
            return findings.chosen(row, "continue", invited.start);
        }
    };
    let found = exchange.final_response().map_or_else(
        || "100 (Continue)".to_owned(),
        |answer| format!("100 (Continue), then {}", status(answer)),
    );
    findings.broken(row, "continue", invited.start, expected, found);
}

fn answered(
    peculiarity: Peculiarity,
    request: &Request,
    answer: &Response,
    findings: &mut Findings,
) {
    let row = peculiarity.requirement();
    match peculiarity {
        Peculiarity::Adorned if !matches!(answer.code(), Some(400 | 417)) => {
            findings.chosen(row, mark_of(answer), answer.start)
        }
        Peculiarity::EmptyParameter if answer.code() == Some(400) && !repeats_expect(request) => {
            let expected = "the valid member ignored, or refused with 417";
            findings.broken(row, "400", answer.start, expected, "400");
        }
        _ => findings.kept(row, mark_of(answer), answer.start),
    }
}

fn silent(peculiarity: Peculiarity, silence: Silence, findings: &mut Findings) {
    let expected = "a final response to the complete request";
    let row = peculiarity.requirement();
    findings.broken(row, "silence", silence.until, expected, silence.text()).by_clock();
}

/// What is peculiar about the members; nothing if more than one thing is.
fn peculiarity(request: &Request, sent: &Stream) -> Option<Peculiarity> {
    let mut found = None;
    for value in request.head.values(request.octets(sent), b"expect") {
        for member in list_members(&unfold(value)) {
            match (found, of_member(member)) {
                (_, None) => {}
                (Some(one), Some(other)) if one != other => return None,
                (_, some) => found = some,
            }
        }
    }
    found
}

fn of_member(member: &[u8]) -> Option<Peculiarity> {
    let rest = member.get(CONTINUE.len()..).unwrap_or_default();
    let begins =
        member.len() >= CONTINUE.len() && member[..CONTINUE.len()].eq_ignore_ascii_case(CONTINUE);
    let behind_ows = rest.iter().find(|octet| !is_ows(**octet));
    if begins && (rest.starts_with(b"=") || behind_ows == Some(&b';')) {
        return Some(Peculiarity::Adorned);
    }
    if has_spaced_equals(member) {
        return Some(Peculiarity::Spaced);
    }
    let Some(Ok(expectation)) = members(member).next() else {
        let near = !member.iter().any(|octet| b"=;".contains(octet)) && resembles(member);
        return Some(if near { Peculiarity::NearMiss } else { Peculiarity::Adorned });
    };
    match expectation.value {
        None => resembles(expectation.name).then_some(Peculiarity::NearMiss),
        Some(_) if member.contains(&b'"') && contains(member, CONTINUE) => {
            Some(Peculiarity::Quoted)
        }
        Some(value) if resembles(value) => Some(Peculiarity::NearMiss),
        Some(_) => has_empty_parameter(&expectation).then_some(Peculiarity::EmptyParameter),
    }
}

const CONTINUE: &[u8] = b"100-continue";

fn resembles(member: &[u8]) -> bool {
    contains(member, b"100") || contains(member, b"continue")
}

/// Whether `part` stands in `octets`, in any case.
fn contains(octets: &[u8], part: &[u8]) -> bool {
    octets.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}

/// Whether the first `=` outside a quoted-string has whitespace beside it.
fn has_spaced_equals(member: &[u8]) -> bool {
    let Some(equals) = member.iter().position(|&octet| octet == b'=') else { return false };
    let beside = [equals.checked_sub(1), equals.checked_add(1)];
    !member[..equals].contains(&b'"')
        && beside.into_iter().flatten().any(|at| member.get(at).copied().is_some_and(is_ows))
}

fn has_empty_parameter(expectation: &Expectation<'_>) -> bool {
    let mut quoted = false;
    let mut escaped = false;
    let mut semicolons = 0;
    for &octet in expectation.parameters {
        match octet {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b';' if !quoted => semicolons += 1,
            _ => {}
        }
    }
    semicolons > expectation.parameter_list().count()
}
