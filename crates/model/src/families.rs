//! Which compositions are explored: families of them, in a small and in a full bound.

mod peers;
mod references;

use crate::composition::Composition;

/// How much is explored.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Bound {
    /// Some of every family, in a few seconds.
    Small,
    /// All of every family.
    Full,
}

/// Compositions that have something in common.
#[derive(Clone, Debug)]
pub struct Family {
    /// What they have in common.
    pub name: &'static str,
    /// The compositions.
    pub compositions: Vec<Composition>,
}

/// Every family.
#[must_use]
pub fn families(bound: Bound) -> Vec<Family> {
    let family = |(name, compositions)| Family { name, compositions };
    references::families(bound).into_iter().chain(peers::families(bound)).map(family).collect()
}

/// In the small bound, one of so many, and all with a deadlock.
fn some(bound: Bound, one_of: usize, mut all: Vec<Composition>) -> Vec<Composition> {
    if bound == Bound::Small {
        let mut number = 0;
        all.retain(|composition| {
            number += 1;
            number % one_of == 1 || composition.deadlock_is_expected()
        });
    }
    all
}
