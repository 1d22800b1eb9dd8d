//! Makes a head readable where the policy accepts what the grammar does not allow.

use expectspec_message::{AnomalyKind, Head};

use super::policy::{Irregularity, Policy};

/// Replaces by SP what must not stay: CR and NUL in fields (RFC 9110 §5.5) and the line ends within
/// folded field lines (RFC 9112 §5.2).
pub(super) fn repair(message: &mut [u8], head: &Head, policy: &Policy) {
    for anomaly in &head.anomalies {
        let at = anomaly.offset as usize;
        match anomaly.kind {
            AnomalyKind::BareCr if policy.bare_cr == Irregularity::Accept => message[at] = b' ',
            AnomalyKind::Nul if policy.nul == Irregularity::Accept => message[at] = b' ',
            AnomalyKind::ObsFold if policy.obs_fold == Irregularity::Accept => {
                replace_line_end(message, at);
            }
            _ => {}
        }
    }
}

/// Replaces the CRLF or LF before `at`.
fn replace_line_end(message: &mut [u8], at: usize) {
    for octet in message[..at].iter_mut().rev().take(2) {
        if matches!(octet, b'\r' | b'\n') {
            *octet = b' ';
        }
    }
}
