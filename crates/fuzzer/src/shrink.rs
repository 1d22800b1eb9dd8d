//! Shrinks an input as long as what it shows stays the same.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

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
    let shrunk = shrink_with(player, (input, seen), async |batch| {
        let played = player.play_all(batch, Patience::Brisk).await;
        played.into_iter().map(|it| it.filter(shows)).collect()
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

/// The simplest input of which `play` says what was seen: for each input what it shows, and nothing where
/// that is not the same any more. Of those that are played at once the simplest is taken.
pub(crate) async fn shrink_with<T>(
    player: &Player<'_>,
    (input, seen): (Arc<Input>, T),
    play: impl AsyncFn(&[Arc<Input>]) -> Vec<Option<T>>,
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
            let played = play(&batch).await;
            let shown = batch.into_iter().zip(played).filter_map(|(input, it)| Some((input, it?)));
            if let Some(better) = shown.min_by_key(|(input, _)| cost(input)) {
                best = better;
                continue 'simplify;
            }
        }
    }
}

/// So many simpler inputs are tried at once over sockets.
const AT_ONCE: usize = 24;
