//! The two sides of a script for an intermediary.

use expectspec_catalogue::{Case, Step};

/// Whose step it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Side {
    /// The client's.
    Outbound,
    /// The origin server's.
    Inbound,
}

/// All steps of a case in order, those of the origin server by themselves.
pub(crate) fn steps(case: &Case) -> Vec<(Side, Step)> {
    let mut steps = Vec::new();
    for step in case.script {
        match step {
            Step::AtOrigin(inner) => steps.extend(inner.iter().map(|it| (Side::Inbound, *it))),
            step => steps.push((Side::Outbound, *step)),
        }
    }
    steps
}
