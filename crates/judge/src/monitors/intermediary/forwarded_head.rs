//! Heads of clients that have to be repaired or refused, and must not be forwarded as they are
//! (RFC 9112 §2.2, §5.2; RFC 9110 §5.5).

use expectspec_message::AnomalyKind;
use expectspec_requirements::{GRM_013, GRM_015, GRM_016, Requirement};

use super::{Hop, relayed};
use crate::{Findings, Monitor, Request, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&GRM_013, &GRM_015, &GRM_016],
    role: Watched::AsIntermediary,
    watch: repairs_or_refuses,
}];

const FAULTS: [(AnomalyKind, &Requirement, &str, &str); 3] = [
    (
        AnomalyKind::ObsFold,
        &GRM_013,
        "400, or each obs-fold replaced by SP before the message is forwarded",
        "a folded field line forwarded as it was",
    ),
    (
        AnomalyKind::Nul,
        &GRM_015,
        "the message refused, or NUL replaced by SP before it is forwarded",
        "NUL forwarded as it was",
    ),
    (
        AnomalyKind::BareCr,
        &GRM_016,
        "the element refused, or the bare CR replaced by SP before it is forwarded",
        "a bare CR forwarded as it was",
    ),
];

/// GRM-013, GRM-015, GRM-016: what the next hop may read otherwise does not reach it.
fn repairs_or_refuses(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let has = |request: &Request, kind| request.head.anomaly(kind).is_some();
        for (kind, row, expected, found) in FAULTS {
            if !has(relayed.outbound.request(), kind) {
                continue;
            }
            let passed_on = |hop: &&Hop<'_>| has(hop.request(), kind);
            let ends = relayed.forwarded().and_then(|hop| hop.request().head_end);
            match (relayed.inbound.iter().find(passed_on), ends) {
                (Some(hop), _) => {
                    let at = hop.request().head_end.unwrap_or(hop.request().start);
                    findings.broken(row, "forwarded", at, expected, found);
                }
                (None, Some(end)) => findings.kept(row, "repaired", end),
                (None, None) => {
                    let answer = relayed.outbound.exchange.final_response();
                    if let Some(answer) = answer.filter(|it| it.code() >= Some(400)) {
                        findings.kept(row, "refused", answer.start);
                    }
                }
            }
        }
    }
}
