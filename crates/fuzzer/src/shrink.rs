//! Shrinks an input as long as the subject shows the same.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use crate::Shown;
use crate::player::{Execution, Patience, Player};
use crate::simpler::{cost, simpler};

/// The simplest execution that shows the same, within the bounds of the settings, and how many were
/// played to get there.
pub(crate) async fn shrink(
    player: &Player<'_>,
    seen: Execution,
    shown: Shown,
) -> (Execution, usize) {
    let settings = player.settings;
    let until = Instant::now() + settings.shrink_time_max;
    // What waits for a clock costs no more when much of it waits at once.
    let at_once = player.concurrency.min(AT_ONCE);
    let mut left = settings.shrink_executions_max;
    let mut tried = BTreeSet::new();
    let mut best = seen;
    'simplify: loop {
        let mut candidates = simpler(&best.input).into_iter();
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
                return (best, settings.shrink_executions_max - left);
            }
            left -= batch.len();
            let played = player.play_all(&batch, Patience::Brisk).await;
            let bar = (settings.profile, settings.least);
            let shows = |it: &Execution| shown.among(&it.findings, bar).is_some();
            let shown = played.into_iter().flatten().filter(shows);
            if let Some(better) = shown.min_by_key(|it| cost(&it.input)) {
                best = better;
                continue 'simplify;
            }
        }
    }
}

/// So many simpler inputs are tried at once over sockets.
const AT_ONCE: usize = 24;
