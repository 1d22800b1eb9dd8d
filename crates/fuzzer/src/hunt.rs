//! What becomes of a deviation that was seen: it is repeated, shrunk, and repeated again.

use core::time::Duration;
use std::sync::Arc;

use expectspec_judge::Basis;
use expectspec_subject::Clock;

use crate::player::{Execution, Patience, Player};
use crate::shrink::shrink;
use crate::{Find, Input, Persistence, Repeats, Shown};

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

/// Repeats and shrinks what this execution shows. What rests on a clock counts only if its shrunk form
/// shows it with the patience of a run of the suite: a slow subject in a crowd looks alike. Where others
/// may have been the cause, nothing counts that does not show again.
pub(crate) async fn hunt(player: &Player<'_>, seen: Execution, sighting: Sighting) -> Hunted {
    let shown = sighting.shown;
    let original = Arc::clone(&seen.input);
    let rests_on = basis(player, &seen, shown);
    let (repeats, again) = repeat(player, &original, shown, Patience::Brisk).await;
    let mut shrunk_by = 0;
    let (last, repeats, patience) = match again {
        None if rests_on == Basis::Clock || player.is_crowded() => {
            return Hunted { shown, find: None };
        }
        // Octets are what they are. But there is nothing to go by when it is shrunk.
        None => (seen, repeats, Patience::Brisk),
        Some(again) => {
            let seen = in_company(player, seen, shown).await;
            let (shrunk, played) = shrink(player, seen, shown).await;
            shrunk_by = played;
            let rests_on = basis(player, &shrunk, shown);
            let patience = match rests_on {
                Basis::Octets => Patience::Brisk,
                Basis::Clock => Patience::Calm,
            };
            let input = match rests_on {
                Basis::Octets => as_said(player, &shrunk.input, shown).await,
                // Alone it would take the time of all others.
                Basis::Clock => Arc::clone(&shrunk.input),
            };
            match repeat(player, &input, shown, patience).await {
                (repeats, Some(last))
                    if rests_on == Basis::Octets || repeats.seen == repeats.of =>
                {
                    (last, repeats, patience)
                }
                _ if rests_on == Basis::Clock || player.is_crowded() => {
                    return Hunted { shown, find: None };
                }
                _ => (again, repeats, Patience::Brisk),
            }
        }
    };
    let find = Find {
        requirement: shown.requirement,
        mark: shown.mark,
        also: others(player, &last, shown, patience),
        party: player.party(),
        task: player.task(&last.input),
        steps: player.steps(&last.input),
        input: plainly(player, &last.input).with_a_last_wait(player.party()),
        original: Input::clone(&original),
        transcript: last.transcript,
        findings: last.findings,
        repeats,
        execution: sighting.execution,
        elapsed: sighting.elapsed,
        shrunk_by,
    };
    Hunted { shown, find: Some(find) }
}

/// The same with connections to the origin server that end, if it shows the same then: so it is shrunk in
/// company, which is faster.
async fn in_company(player: &Player<'_>, seen: Execution, shown: Shown) -> Execution {
    if !player.pools || seen.input.persistence == Persistence::Never {
        return seen;
    }
    let closing = Input { persistence: Persistence::Never, ..Input::clone(&seen.input) };
    let (_, closing) = repeat(player, &Arc::new(closing), shown, Patience::Brisk).await;
    closing.unwrap_or(seen)
}

/// The same with connections to the origin server that last as its responses say, if it shows the same then:
/// that they end was only for the sake of others.
async fn as_said(player: &Player<'_>, input: &Arc<Input>, shown: Shown) -> Arc<Input> {
    if input.persistence == Persistence::AsSaid {
        return Arc::clone(input);
    }
    let lasting = Arc::new(Input { persistence: Persistence::AsSaid, ..Input::clone(input) });
    let bar = (player.settings.profile, player.settings.least);
    match player.play(&lasting, Patience::Brisk).await {
        Ok(played) if shown.among(&played.findings, bar).is_some() => lasting,
        _ => Arc::clone(input),
    }
}

/// The same input, said without what makes no difference to how it is played.
fn plainly(player: &Player<'_>, input: &Input) -> Input {
    let lasting = Input { persistence: Persistence::AsSaid, ..input.clone() };
    if player.steps(&lasting) == player.steps(input) { lasting } else { input.clone() }
}

/// What else an execution shows for certain.
fn others(
    player: &Player<'_>,
    execution: &Execution,
    shown: Shown,
    patience: Patience,
) -> Vec<Shown> {
    let settings = player.settings;
    let mut others: Vec<Shown> = Vec::new();
    for finding in &execution.findings {
        let other = Shown::of(finding);
        let is_known = others.iter().chain([&shown]).any(|it| it.key() == other.key());
        if finding.verdict(settings.profile) >= settings.least
            && (patience == Patience::Calm || basis(player, execution, other) == Basis::Octets)
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

/// Plays an input again; how often it showed the same, and an execution that did.
async fn repeat(
    player: &Player<'_>,
    input: &Arc<Input>,
    shown: Shown,
    patience: Patience,
) -> (Repeats, Option<Execution>) {
    let of = if player.clock() == Clock::Virtual { 1 } else { REPEATS };
    let inputs: Vec<_> = (0..of).map(|_| Arc::clone(input)).collect();
    let played = player.play_all(&inputs, patience).await;
    let bar = (player.settings.profile, player.settings.least);
    let shows = |it: &Execution| shown.among(&it.findings, bar).is_some();
    let mut showing: Vec<Execution> = played.into_iter().flatten().filter(shows).collect();
    let seen = u32::try_from(showing.len()).unwrap_or(of);
    (Repeats { seen, of }, showing.pop())
}

const REPEATS: u32 = 2;
