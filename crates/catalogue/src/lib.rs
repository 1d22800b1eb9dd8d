//! The cases: `const` data, one file a topic, so that a case can be listed, explained, replayed and shrunk.
#![forbid(unsafe_code)]

mod case;
mod expand;
pub mod origin_server;
mod select;
mod step;

pub use case::{Case, Danger, Need};
pub use expand::{Expanded, Places, expand};
pub use select::{Selection, SelectionError};
pub use step::{Step, Until};

/// All cases, ordered by id.
///
/// ```
/// assert!(expectspec_catalogue::all().iter().any(|case| case.id.starts_with("origin-server/")));
/// ```
#[must_use]
pub fn all() -> Vec<&'static Case> {
    let mut cases: Vec<_> = origin_server::TOPICS.iter().flat_map(|topic| topic.iter()).collect();
    cases.sort_by_key(|case| case.id);
    cases
}

/// The case with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Case> {
    all().into_iter().find(|case| case.id == id)
}
