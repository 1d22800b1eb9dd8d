//! The policies of the reference by name.

use expectspec_engine::origin_server::Policy;
use expectspec_engine::{client, intermediary};

use crate::arguments::ProxyRole;
use crate::failure::Failure;

/// The policy with this name.
pub(crate) fn named(name: &str) -> Result<Policy, Failure> {
    of(Policy::presets(), name)
}

/// The policy of the reference client with this name.
pub(crate) fn of_client(name: &str) -> Result<client::Policy, Failure> {
    of(client::Policy::presets(), name)
}

/// The policy of the reference intermediary with this name.
pub(crate) fn of_intermediary(name: &str) -> Result<intermediary::Policy, Failure> {
    of(intermediary::Policy::presets(), name)
}

fn of<P>(presets: Vec<(&'static str, P)>, name: &str) -> Result<P, Failure> {
    let known = presets.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
    presets
        .into_iter()
        .find_map(|(known, policy)| (known == name).then_some(policy))
        .ok_or_else(|| Failure::Policy { name: name.to_owned(), known })
}

/// The role that a policy of the reference intermediary is for.
pub(crate) const fn role(policy: &intermediary::Policy) -> ProxyRole {
    match policy.role {
        intermediary::Role::Gateway => ProxyRole::Gateway,
        intermediary::Role::Proxy => ProxyRole::Proxy,
        intermediary::Role::Forward => ProxyRole::Forward,
    }
}
