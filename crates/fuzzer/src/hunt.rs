//! What becomes of a deviation that was seen: it is repeated, shrunk, and repeated again.

use core::time::Duration;
use std::sync::Arc;

use expectspec_judge::Basis;
use expectspec_subject::Clock;

use crate::player::{Execution, Patience, Player};
use crate::shrink::shrink;
use crate::{Find, Input, Repeats, Shown};

/// What came of a deviation that was seen.
#[derive(Debug)]
pub(crate) struct Hunted {
    pub(crate) shown: Shown,
    /// Nothing if it was not seen again and rested on a clock.
    pub(crate) find: Option<Find>,
}

/// Where and when a deviation was seen first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sighting {
    pub(crate) shown: Shown,
    pub(crate) execution: u64,
    pub(crate) elapsed: Duration,
}

/// Repeats and shrinks what this execution shows.
pub(crate) async fn hunt(player: &Player<'_>, seen: Execution, sighting: Sighting) -> Hunted {
    let shown = sighting.shown;
    let played = player.played();
    let original = Arc::clone(&seen.input);
    let (repeats, again) = repeat(player, &original, shown, basis(player, &seen, shown)).await;
    let (last, repeats) = match again {
        None if basis(player, &seen, shown) == Basis::Clock => {
            return Hunted { shown, find: None };
        }
        // Octets are what they are. But there is nothing to go by when it is shrunk.
        None => (seen, repeats),
        Some(again) => {
            let shrunk = shrink(player, seen, shown).await;
            let basis = basis(player, &shrunk, shown);
            match repeat(player, &shrunk.input, shown, basis).await {
                (repeats, Some(last)) => (last, repeats),
                (_, None) => (again, repeats),
            }
        }
    };
    let find = Find {
        requirement: shown.requirement,
        mark: shown.mark,
        also: others(player, &last, shown),
        steps: player.steps(&last.input),
        input: last.input.with_a_last_wait(),
        original: Input::clone(&original),
        transcript: last.transcript,
        findings: last.findings,
        repeats,
        execution: sighting.execution,
        elapsed: sighting.elapsed,
        shrunk_by: usize::try_from(player.played() - played).unwrap_or(usize::MAX),
    };
    Hunted { shown, find: Some(find) }
}

/// What else an execution shows for certain.
fn others(player: &Player<'_>, execution: &Execution, shown: Shown) -> Vec<Shown> {
    let settings = player.settings;
    let mut others: Vec<Shown> = Vec::new();
    for finding in &execution.findings {
        let other = Shown::of(finding);
        let is_known = others.iter().chain([&shown]).any(|it| it.key() == other.key());
        if finding.verdict(settings.profile) >= settings.least
            && basis(player, execution, other) == Basis::Octets
            && !is_known
        {
            others.push(other);
        }
    }
    others
}

/// What the finding rests on; on a paused clock everything is the same each time.
fn basis(player: &Player<'_>, execution: &Execution, shown: Shown) -> Basis {
    let bar = (player.settings.profile, player.settings.least);
    let certain = |it: &&expectspec_judge::Finding| {
        shown.among(core::slice::from_ref(*it), bar).is_some() && it.basis == Basis::Octets
    };
    let is_certain = execution.findings.iter().any(|it| certain(&it));
    if is_certain || player.clock() == Clock::Virtual { Basis::Octets } else { Basis::Clock }
}

/// Plays an input again; the last execution that showed it, if it was shown often enough: what rests on a
/// clock twice in a calm, what does not once.
async fn repeat(
    player: &Player<'_>,
    input: &Arc<Input>,
    shown: Shown,
    basis: Basis,
) -> (Repeats, Option<Execution>) {
    let (patience, enough) = match basis {
        Basis::Octets => (Patience::Brisk, 1),
        Basis::Clock => (Patience::Calm, 2),
    };
    let of = if player.clock() == Clock::Virtual { 1 } else { REPEATS };
    let mut repeats = Repeats { seen: 0, of: 0 };
    let mut last = None;
    let bar = (player.settings.profile, player.settings.least);
    while repeats.of < of {
        repeats.of += 1;
        let Ok(execution) = player.play(input, patience).await else { continue };
        if shown.among(&execution.findings, bar).is_some() {
            repeats.seen += 1;
            last = Some(execution);
        } else if basis == Basis::Clock {
            break;
        }
    }
    let is_enough = repeats.seen >= enough.min(of);
    (repeats, last.filter(|_| is_enough))
}

const REPEATS: u32 = 2;
