//! The policy of the reference client, with a defect.

use expectspec_engine::client::{ExpectationFailed, Patience, Policy};

use super::planted;

/// The policy, or a careless one in the place of the default one.
pub(crate) fn client_policy(policy: Policy) -> Policy {
    let is_usual =
        policy == Policy { piece_octets_max: policy.piece_octets_max, ..Policy::default() };
    match planted() {
        Some("endless-patience") if is_usual => Policy { patience: Patience::Endless, ..policy },
        Some("417-delivered") if is_usual => {
            Policy { expectation_failed: ExpectationFailed::Deliver, ..policy }
        }
        _ => policy,
    }
}
