//! Responses of the origin server whose heads the grammar does not allow (RFC 9112 §5.1, §5.2).

use expectspec_message::AnomalyKind;
use expectspec_requirements::{GRM_011, PRX_026, Requirement};

use super::{Relayed, Source, relayed};
use crate::monitors::words::status;
use crate::{Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&GRM_011], role: Watched::AsIntermediary, watch: space_before_colon },
    Monitor { requirements: &[&PRX_026], role: Watched::AsIntermediary, watch: folds },
];

/// What must not pass, and by which requirement.
#[derive(Clone, Copy, Debug)]
struct Fault {
    row: &'static Requirement,
    kind: AnomalyKind,
    expected: &'static str,
    found: &'static str,
}

/// GRM-011: whitespace before a colon goes no further.
fn space_before_colon(view: &View<'_>, findings: &mut Findings) {
    let fault = Fault {
        row: &GRM_011,
        kind: AnomalyKind::SpaceBeforeColon,
        expected: "whitespace before the colon of a response's field line removed",
        found: "with it",
    };
    goes_no_further(view, fault, findings);
}

/// PRX-026: a folded line is replaced, or the response is.
fn folds(view: &View<'_>, findings: &mut Findings) {
    let fault = Fault {
        row: &PRX_026,
        kind: AnomalyKind::ObsFold,
        expected: "502, or each obs-fold of the response replaced by SP",
        found: "with its obs-fold",
    };
    goes_no_further(view, fault, findings);
}

fn goes_no_further(view: &View<'_>, fault: Fault, findings: &mut Findings) {
    for relayed in relayed(view) {
        let has_it = |response: &Response| response.head.anomaly(fault.kind).is_some();
        let answers = relayed.answers();
        let Some(&(_, sent)) = answers.iter().find(|(_, answer)| has_it(answer)) else { continue };
        let exchange = relayed.outbound.exchange;
        let mut alike = exchange.responses.iter().filter(|it| it.code() == sent.code());
        match alike.clone().find(|it| has_it(it)) {
            Some(response) if view.form.is_some_and(|form| fault.row.binds_form(form)) => {
                let found =
                    format!("the {} of the origin server {}", status(response), fault.found);
                findings.broken(fault.row, "relayed", response.start, fault.expected, found);
            }
            Some(response) => findings.chosen(fault.row, "relayed", response.start),
            None => {
                let repaired = alike.find(|it| relayed.source(it) == Source::Relayed);
                kept(&relayed, fault.row, repaired, findings);
            }
        }
    }
}

/// Nothing of the fault reached the client: the response was repaired, replaced or dropped.
fn kept(
    relayed: &Relayed<'_>,
    row: &'static Requirement,
    repaired: Option<&Response>,
    findings: &mut Findings,
) {
    let answer = relayed.outbound.exchange.final_response();
    match (repaired, answer) {
        (Some(response), _) => findings.kept(row, "repaired", response.start),
        (None, Some(answer)) if answer.code() == Some(502) => {
            findings.kept(row, "502", answer.start);
        }
        (None, Some(answer)) if relayed.source(answer) == Source::Relayed => {
            findings.kept(row, "dropped", answer.start);
        }
        (None, Some(answer)) => findings.chosen(row, "own-final", answer.start),
        (None, None) => {}
    }
}
