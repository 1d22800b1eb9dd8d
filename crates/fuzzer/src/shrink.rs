//! Shrinks an input as long as what it shows stays the same.

use core::future::poll_fn;
use core::time::Duration;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use expectspec_subject::Clock;
use tokio::time::timeout;

use crate::crowd::Crowd;
use crate::player::{Execution, Patience, Player};
use crate::simpler::{cost, simpler};
use crate::{Input, Shown};

/// The simplest execution that shows the same, within the bounds of the settings, and how many were
/// played to get there.
pub(crate) async fn shrink(
    player: &Player<'_>,
    seen: Execution,
    shown: Shown,
) -> (Execution, usize) {
    let bar = (player.settings.profile, player.settings.least);
    let shows = |it: &Execution| shown.among(&it.findings, bar).is_some();
    let input = Arc::clone(&seen.input);
    let shrunk = shrink_with(player, (input, seen), async |input| {
        player.play(&input, Patience::Brisk).await.ok().filter(shows)
    })
    .await;
    (shrunk.seen, shrunk.played)
}

/// What became of an input that was shrunk.
pub(crate) struct Shrunk<T> {
    pub(crate) input: Arc<Input>,
    /// What was seen when it was played.
    pub(crate) seen: T,
    /// How many inputs were played to get there.
    pub(crate) played: usize,
}

/// The simplest input of which `play` says what was seen: what the input shows, and nothing where that is
/// not the same any more. Many are played at once. When one shows it, the others have a moment to do so
/// too, and the simplest is taken: what takes long to play has waits that are not needed.
pub(crate) async fn shrink_with<T>(
    player: &Player<'_>,
    (input, seen): (Arc<Input>, T),
    play: impl AsyncFn(Arc<Input>) -> Option<T>,
) -> Shrunk<T> {
    let settings = player.settings;
    let until = Instant::now() + settings.shrink_time_max;
    // What waits for a clock costs no more when much of it waits at once.
    let at_once = player.concurrency.min(AT_ONCE);
    let mut left = settings.shrink_executions_max;
    let mut tried = BTreeSet::new();
    let mut best = (input, seen);
    'simplify: loop {
        let mut candidates = simpler(&best.0).into_iter();
        loop {
            let mut batch = Vec::new();
            while batch.len() < at_once.min(left) {
                let Some(input) = candidates.next() else { break };
                // Their texts tell inputs apart.
                if tried.insert(input.to_string()) {
                    batch.push(Arc::new(input));
                }
            }
            if batch.is_empty() || Instant::now() >= until || player.is_late() {
                let (input, seen) = best;
                return Shrunk { input, seen, played: settings.shrink_executions_max - left };
            }
            left -= batch.len();
            if let Some(better) = simplest(player.clock(), batch, &play).await {
                best = better;
                continue 'simplify;
            }
        }
    }
}

/// The simplest of those that show it soonest.
async fn simplest<T>(
    clock: Clock,
    batch: Vec<Arc<Input>>,
    play: &impl AsyncFn(Arc<Input>) -> Option<T>,
) -> Option<(Arc<Input>, T)> {
    let mut crowd = Crowd::new();
    for input in batch {
        crowd.add(async move { (Arc::clone(&input), play(input).await) });
    }
    let mut best: Option<(Arc<Input>, T)> = None;
    while crowd.len() > 0 {
        let next = poll_fn(|context| crowd.poll_next(context));
        let (input, seen) = match (clock, &best) {
            (Clock::Real, Some(_)) => match timeout(MOMENT, next).await {
                Ok(next) => next,
                Err(_) => break,
            },
            (Clock::Real | Clock::Virtual, _) => next.await,
        };
        let Some(seen) = seen else { continue };
        if best.as_ref().is_none_or(|(known, _)| cost(&input) < cost(known)) {
            best = Some((input, seen));
        }
    }
    best
}

/// So many simpler inputs are tried at once over sockets.
const AT_ONCE: usize = 24;
/// When one of them shows it, those that do not within this time are given up.
const MOMENT: Duration = Duration::from_millis(100);
