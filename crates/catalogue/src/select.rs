//! Choosing cases: by pattern, by profile, by what may do harm.

mod error;
mod pattern;
mod shard;

use expectspec_requirements::{Party, Profile};

pub use self::error::SelectionError;
use self::pattern::matches;
pub use self::shard::{Shard, ShardError};
use crate::{Case, Danger};

/// Patterns that choose cases: a piece of an id (`handshake`), an id with `*` in it
/// (`*/handshake/*`), or a requirement (`EXP-SRV-003`). No patterns choose every case.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    patterns: Vec<String>,
}

/// What becomes of cases that may do harm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Dangerous {
    /// They are run.
    Run,
    /// They are left out, and counted.
    LeaveOut,
}

/// The cases of a run.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// By id.
    pub cases: Vec<&'static Case>,
    /// How many cases were left out since they may do harm.
    pub dangerous_left_out: usize,
}

impl Chosen {
    /// The part of these cases that `shard` takes, with the bases that they are compared with.
    #[must_use]
    pub fn part(self, shard: Shard) -> Self {
        let taken = self.cases.iter().enumerate().filter(|&(index, _)| shard.takes(index));
        let taken = taken.map(|(_, case)| *case).collect();
        Self { cases: with_bases(taken, &self.cases), ..self }
    }
}

impl Selection {
    /// The selection that these patterns make together.
    #[must_use]
    pub fn new(patterns: Vec<String>) -> Self {
        Self { patterns }
    }

    /// The chosen ones of `cases`, in their order.
    ///
    /// # Errors
    /// When a pattern matches none of them.
    pub fn choose(&self, cases: &[&'static Case]) -> Result<Vec<&'static Case>, SelectionError> {
        if let Some(pattern) =
            self.patterns.iter().find(|pattern| !cases.iter().any(|case| matches(pattern, case)))
        {
            return Err(SelectionError::NoMatch { pattern: pattern.clone() });
        }
        let chosen = |case: &&&'static Case| {
            self.patterns.is_empty() || self.patterns.iter().any(|pattern| matches(pattern, case))
        };
        Ok(cases.iter().filter(chosen).copied().collect())
    }

    /// What a run consists of: the chosen cases for the party that exercise a requirement in force
    /// under the profile, with the bases that they are compared with.
    ///
    /// # Errors
    /// When a pattern matches nothing, or nothing is left of what matches.
    ///
    /// ```
    /// use expectspec_catalogue::{Dangerous, Selection};
    /// use expectspec_requirements::{Party, Profile};
    ///
    /// let selection = Selection::new(vec!["/handshake/".to_owned()]);
    /// let chosen = selection.plan(Party::OriginServer, Profile::default(), Dangerous::LeaveOut)?;
    /// assert!(chosen.cases.iter().any(|case| case.id.starts_with("origin-server/handshake/")));
    /// # Ok::<(), expectspec_catalogue::SelectionError>(())
    /// ```
    pub fn plan(
        &self,
        party: Party,
        profile: Profile,
        dangerous: Dangerous,
    ) -> Result<Chosen, SelectionError> {
        let all = crate::of(party);
        let matching = self.choose(&all)?;
        let in_force = |case: &&Case| case.exercises.iter().any(|row| row.scope.includes(profile));
        let in_profile: Vec<_> = matching.iter().copied().filter(in_force).collect();
        if in_profile.is_empty() {
            return Err(SelectionError::OutOfProfile { profile, cases: matching.len() });
        }
        let may_run = |case: &&Case| dangerous == Dangerous::Run || case.danger == Danger::None;
        let cases: Vec<_> = in_profile.iter().copied().filter(may_run).collect();
        if cases.is_empty() {
            return Err(SelectionError::AllDangerous { cases: in_profile.len() });
        }
        let dangerous_left_out = in_profile.len() - cases.len();
        let may_be_base: Vec<_> = all.into_iter().filter(may_run).collect();
        Ok(Chosen { cases: with_bases(cases, &may_be_base), dangerous_left_out })
    }
}

/// Adds the base of every relation, and its base in turn.
fn with_bases(chosen: Vec<&'static Case>, bases: &[&'static Case]) -> Vec<&'static Case> {
    let mut cases = chosen;
    let mut at = 0;
    while let Some(case) = cases.get(at) {
        let base = case.relation.and_then(|relation| bases.iter().find(|c| c.id == relation.base));
        if let Some(base) = base.filter(|base| !cases.iter().any(|known| known.id == base.id)) {
            cases.push(base);
        }
        at += 1;
    }
    cases.sort_by_key(|case| case.id);
    cases
}

#[cfg(test)]
mod tests;
