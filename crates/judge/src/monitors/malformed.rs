//! Heads that the grammar does not allow: what must be refused, and what may be repaired.

use expectspec_message::octet::trim_ows;
use expectspec_message::{Anomaly, AnomalyKind, Expectations};
use expectspec_requirements::{GRM_010, GRM_013, GRM_015, GRM_016, GRM_024, Requirement};

use super::doubts::{Doubts, has_only_anomaly};
use super::duty::{Patience, Reaction, reaction, took_back};
use super::words::{CLOSED, mark_of, shows_nothing, status};
use crate::{Connection, Exchange, Findings, Monitor, Request, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&GRM_010], role: Watched::AsAnyServer, watch: space_before_colon },
    Monitor { requirements: &[&GRM_013], role: Watched::AsServer, watch: folds },
    Monitor { requirements: &[&GRM_015, &GRM_016], role: Watched::AsServer, watch: nul_or_bare_cr },
    Monitor { requirements: &[&GRM_024], role: Watched::AsServer, watch: lone_line_feeds },
];

/// The readable heads that have something wrong, with their places.
fn malformed<'a>(view: &View<'a>) -> impl Iterator<Item = (usize, &'a Exchange)> {
    view.connection.exchanges.iter().enumerate().filter(|(_, exchange)| {
        let request = &exchange.request;
        !request.head.anomalies.is_empty() && request.head_end.is_some() && request.error.is_none()
    })
}

fn is_alone(exchange: &Exchange, connection: &Connection, kind: AnomalyKind) -> bool {
    has_only_anomaly(&exchange.request, kind)
        && Doubts::of(exchange, connection).only(Doubts::ANOMALY)
}

/// GRM-010: whitespace between field name and colon is refused with 400.
fn space_before_colon(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let expected = "400 to whitespace between field name and colon";
    for (index, exchange) in malformed(view) {
        let kind = AnomalyKind::SpaceBeforeColon;
        let Some(anomaly) = exchange.request.head.anomaly(kind) else { continue };
        let alone = is_alone(exchange, connection, kind);
        let reaction = reaction(view, index, Patience::Final);
        match (reaction, exchange.final_response()) {
            (Reaction::Continue(invited), _)
                if stands_behind_expect(exchange, connection, anomaly) =>
            {
                let found =
                    "100 (Continue): the field was read as if the whitespace were not there";
                let at = invited.start;
                if took_back(exchange).is_some() {
                    findings.doubtful(&GRM_010, "refused-after-continue", at, expected, found);
                } else {
                    findings.broken(&GRM_010, "continue", at, expected, found);
                }
            }
            (_, Some(answer)) if shows_nothing(answer) => {}
            (_, Some(answer)) => match answer.code() {
                Some(400) => findings.kept(&GRM_010, "400", answer.start),
                Some(401..600) if !alone => findings.kept(&GRM_010, "refused", answer.start),
                // It may be refused for other reasons as well.
                Some(401..600) => {
                    let found = status(answer);
                    findings.doubtful(&GRM_010, "refused", answer.start, expected, found);
                }
                _ => {
                    findings.broken(&GRM_010, "final", answer.start, expected, status(answer));
                }
            },
            (Reaction::Closed(gone), None) => {
                findings.doubtful(&GRM_010, "closed", gone, expected, CLOSED);
            }
            (Reaction::Silent(silence), None) if alone => {
                let at = silence.until;
                findings.broken(&GRM_010, "silence", at, expected, silence.text()).by_clock();
            }
            _ => {}
        }
    }
}

/// Whether the anomaly stands behind the name of an `Expect` field.
fn stands_behind_expect(exchange: &Exchange, connection: &Connection, anomaly: Anomaly) -> bool {
    let request = &exchange.request;
    let octets = request.octets(&connection.sent);
    request.head.fields.iter().any(|field| {
        field.name.end == anomaly.offset && field.name.of(octets).eq_ignore_ascii_case(b"expect")
    })
}

/// GRM-013: a folded line is refused with 400, or each fold is read as SP.
fn folds(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let expected = "400, or each obs-fold replaced by SP before the field value is read";
    for (index, exchange) in malformed(view) {
        let request = &exchange.request;
        let others = Doubts::ANOMALY.or(Doubts::EXPECTATION);
        if !has_only_anomaly(request, AnomalyKind::ObsFold)
            || !Doubts::of(exchange, connection).only(others)
        {
            continue;
        }
        match reaction(view, index, Patience::Immediate) {
            Reaction::Continue(invited) if continues_if(request, connection, without_folds) => {
                let found = "100 (Continue), as if the obs-fold had been deleted";
                findings.doubtful(&GRM_013, "continue", invited.start, expected, found);
            }
            Reaction::Continue(answer) | Reaction::Final(answer) => {
                findings.kept(&GRM_013, mark_of(answer), answer.start);
            }
            Reaction::Closed(gone) => {
                findings.doubtful(&GRM_013, "closed", gone, expected, CLOSED);
            }
            Reaction::Silent(_) if is_refused(exchange) || !is_plain(request) => {}
            Reaction::Silent(silence) => {
                let at = silence.until;
                findings.broken(&GRM_013, "silence", at, expected, silence.text()).by_clock();
            }
            Reaction::Unknown => {}
        }
    }
}

/// Whether the fold is all that could keep a server from seeing what is expected.
fn is_plain(request: &Request) -> bool {
    let others = Expectations { continues: 0, ..request.expectations };
    request.expect_lines == 1 && others == Expectations::default()
}

fn is_refused(exchange: &Exchange) -> bool {
    exchange.final_response().is_some_and(|answer| answer.code() == Some(400))
}

/// Whether no `Expect` line holds 100-continue as it should be read, but one does when read so.
fn continues_if(request: &Request, connection: &Connection, read: fn(&[u8]) -> Vec<u8>) -> bool {
    let mut expectations = Expectations::default();
    for value in request.head.values(request.octets(&connection.sent), b"expect") {
        expectations.read(trim_ows(&read(value)));
    }
    expectations.has_continue() && !request.expectations.has_continue()
}

/// The value with every obs-fold deleted.
fn without_folds(value: &[u8]) -> Vec<u8> {
    let lines = value.split(|&octet| octet == b'\n');
    lines.flat_map(|line| trim_ows(line.strip_suffix(b"\r").unwrap_or(line))).copied().collect()
}

/// GRM-015, GRM-016: NUL and bare CR are refused, or read as SP.
fn nul_or_bare_cr(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in malformed(view) {
        for (kind, row) in [(AnomalyKind::Nul, &GRM_015), (AnomalyKind::BareCr, &GRM_016)] {
            let Some(anomaly) = exchange.request.head.anomaly(kind) else { continue };
            let first_field = exchange.request.head.fields.first();
            if first_field.is_some_and(|field| field.name.start < anomaly.offset) {
                replaced_or_refused(view, index, kind, row, findings);
            }
        }
    }
}

fn replaced_or_refused(
    view: &View<'_>,
    index: usize,
    kind: AnomalyKind,
    row: &'static Requirement,
    findings: &mut Findings,
) {
    let connection = view.connection;
    let exchange = &connection.exchanges[index];
    let request = &exchange.request;
    let expected = "the message refused, or the octet replaced by SP";
    let alone = has_only_anomaly(request, kind)
        && Doubts::of(exchange, connection).only(Doubts::ANOMALY.or(Doubts::EXPECTATION));
    match reaction(view, index, Patience::Final) {
        Reaction::Continue(invited) if alone && kind == AnomalyKind::Nul => {
            let deleted = continues_if(request, connection, without_nul)
                || continues_if(request, connection, up_to_nul);
            if deleted && !continues_if(request, connection, with_spaces) {
                let found =
                    "100 (Continue), as if the field value went on without it, or ended there";
                findings.doubtful(row, "continue", invited.start, expected, found);
            } else {
                findings.kept(row, "continue", invited.start);
            }
        }
        Reaction::Continue(answer) | Reaction::Final(answer) => {
            findings.kept(row, mark_of(answer), answer.start);
        }
        Reaction::Closed(gone) => findings.kept(row, "closed", gone),
        Reaction::Silent(silence) if alone && kind == AnomalyKind::Nul => {
            let at = silence.until;
            findings.broken(row, "silence", at, expected, silence.text()).by_clock();
        }
        Reaction::Silent(_) | Reaction::Unknown => {}
    }
}

fn with_spaces(value: &[u8]) -> Vec<u8> {
    value.iter().map(|&octet| if octet == 0 { b' ' } else { octet }).collect()
}

fn without_nul(value: &[u8]) -> Vec<u8> {
    value.iter().copied().filter(|&octet| octet != 0).collect()
}

fn up_to_nul(value: &[u8]) -> Vec<u8> {
    value.iter().copied().take_while(|&octet| octet != 0).collect()
}

/// GRM-024: a line may end with LF alone.
fn lone_line_feeds(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in malformed(view) {
        if exchange.request.head.anomaly(AnomalyKind::LoneLf).is_none() {
            continue;
        }
        match reaction(view, index, Patience::Final) {
            Reaction::Final(answer) if answer.code() == Some(400) => {
                findings.kept(&GRM_024, "400", answer.start);
            }
            Reaction::Continue(answer) | Reaction::Final(answer) => {
                findings.chosen(&GRM_024, mark_of(answer), answer.start);
            }
            Reaction::Closed(gone) => findings.chosen(&GRM_024, "closed", gone),
            Reaction::Silent(silence) => findings.chosen(&GRM_024, "silence", silence.until),
            Reaction::Unknown => {}
        }
    }
}
