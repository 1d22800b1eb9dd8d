//! The policies of the reference by name.

use expectspec_engine::client;
use expectspec_engine::origin_server::Policy;

use crate::failure::Failure;

/// The policy with this name.
pub(crate) fn named(name: &str) -> Result<Policy, Failure> {
    let presets = Policy::presets();
    let known = presets.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
    presets
        .into_iter()
        .find_map(|(known, policy)| (known == name).then_some(policy))
        .ok_or_else(|| Failure::Policy { name: name.to_owned(), known })
}

/// The policy of the reference client with this name.
pub(crate) fn of_client(name: &str) -> Result<client::Policy, Failure> {
    let presets = client::Policy::presets();
    let known = presets.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
    presets
        .into_iter()
        .find_map(|(known, policy)| (known == name).then_some(policy))
        .ok_or_else(|| Failure::Policy { name: name.to_owned(), known })
}
