//! What differs from one reference to another.

use expectspec_catalogue::Need;
use expectspec_requirements::{Party, Profile};
use expectspec_runner::{CaseRun, Run};

/// The reference of a party.
pub(crate) struct Reference {
    pub(crate) party: Party,
    pub(crate) presets: fn() -> Vec<&'static str>,
    /// Plays every case against a preset.
    pub(crate) play: fn(&str, Profile) -> Run,
    pub(crate) whole: &'static [Whole],
    /// Whether a whole policy need not conform in a case.
    pub(crate) is_excused: fn(Profile, &CaseRun) -> bool,
    /// What a preset is discouraged for, on purpose.
    pub(crate) discouraged: &'static [(&'static str, &'static str)],
    /// The rules of which the judge says nothing in any case that exercises them, and why.
    pub(crate) silent: &'static [(&'static [&'static str], &'static str)],
    /// The rules of which it says something in one such case, and nothing in another.
    pub(crate) silent_in_some: &'static [&'static str],
}

/// A policy that does all that the cases need.
pub(crate) struct Whole {
    pub(crate) name: &'static str,
    /// Plays every case against it.
    pub(crate) play: fn(Profile) -> Run,
    /// The profiles that it claims.
    pub(crate) profiles: &'static [Profile],
    /// What it lacks all the same.
    pub(crate) lacks: &'static [Need],
}
