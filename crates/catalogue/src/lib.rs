//! The cases: `const` data, one file a topic, so that a case can be listed, explained, replayed and shrunk.
#![forbid(unsafe_code)]

use expectspec_requirements::Party;

mod case;
pub mod client;
mod expand;
pub mod intermediary;
pub mod origin_server;
mod select;
mod step;

pub use case::{Case, Danger, Need, Task, Upload};
pub use expand::{Expanded, Places, expand};
pub use select::{Chosen, Dangerous, Selection, SelectionError, Shard, ShardError};
pub use step::{Script, ScriptService, ScriptStep, Service, Step, Until};

/// All cases, ordered by id.
///
/// ```
/// assert!(expectspec_catalogue::all().iter().any(|case| case.id.starts_with("origin-server/")));
/// ```
#[must_use]
pub fn all() -> Vec<&'static Case> {
    let topics = origin_server::TOPICS.iter().chain(client::TOPICS).chain(intermediary::TOPICS);
    let mut cases: Vec<_> = topics.flat_map(|topic| topic.iter()).collect();
    cases.sort_by_key(|case| case.id);
    cases
}

/// The cases for this party, ordered by id.
#[must_use]
pub fn of(party: Party) -> Vec<&'static Case> {
    all().into_iter().filter(|case| case.party() == party).collect()
}

/// The case with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Case> {
    all().into_iter().find(|case| case.id == id)
}
