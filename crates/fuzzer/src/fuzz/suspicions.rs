//! Deviations that were seen and are to be hunted down, and those that are no news.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use crate::hunt::{Hunted, Sighting};
use crate::player::Execution;
use crate::{Find, Shown};

/// Deviations that were seen and are to be hunted down, and those that are no news.
#[derive(Debug, Default)]
pub(super) struct Suspicions {
    /// Requirements and marks that are no news: found, being hunted, or given up.
    known: BTreeSet<Key>,
    /// How often a deviation was not seen again.
    failures: BTreeMap<Key, u32>,
    /// Deviations of an execution of which another one is being hunted: it may show them too.
    queue: VecDeque<Suspicion>,
    unrepeated: usize,
}

type Key = (&'static str, &'static str);

/// An execution, and the deviations that it shows and that are to be hunted down.
#[derive(Debug)]
pub(super) struct Suspicion {
    execution: Arc<Execution>,
    sightings: VecDeque<Sighting>,
}

impl Suspicions {
    /// Whether this was not seen before; from now on it was.
    pub(super) fn is_news(&mut self, shown: Shown) -> bool {
        self.known.insert(shown.key())
    }

    /// Has these deviations of an execution hunted down, if there are any.
    pub(super) fn add(&mut self, execution: Execution, sightings: Vec<Sighting>) {
        if !sightings.is_empty() {
            let sightings = sightings.into();
            self.queue.push_back(Suspicion { execution: Arc::new(execution), sightings });
        }
    }

    /// What is to be hunted next: one deviation of an execution at a time.
    pub(super) fn next(&mut self) -> Option<(Execution, Sighting, Suspicion)> {
        loop {
            let mut suspicion = self.queue.pop_front()?;
            if let Some(sighting) = suspicion.sightings.pop_front() {
                let seen = Execution::clone(&suspicion.execution);
                return Some((seen, sighting, suspicion));
            }
        }
    }

    /// Takes what came of a hunt, and what else its execution shows; what was found with it need not be
    /// hunted any more.
    pub(super) fn conclude(
        &mut self,
        Hunted { shown, find }: Hunted,
        rest: Suspicion,
    ) -> Option<Find> {
        self.queue.push_front(rest);
        let Some(find) = find else {
            self.unrepeated += 1;
            let failures = self.failures.entry(shown.key()).or_insert(0);
            *failures += 1;
            if *failures < FAILURES_MAX {
                self.known.remove(&shown.key());
            }
            return None;
        };
        let is_with_it = |it: &Sighting| find.also.iter().any(|also| also.key() == it.shown.key());
        for suspicion in &mut self.queue {
            suspicion.sightings.retain(|sighting| !is_with_it(sighting));
        }
        self.queue.retain(|suspicion| !suspicion.sightings.is_empty());
        self.known.extend(find.also.iter().map(Shown::key));
        Some(find)
    }

    /// How many executions wait.
    pub(super) fn len(&self) -> usize {
        self.queue.len()
    }

    /// How many deviations were seen once and not again.
    pub(super) const fn unrepeated(&self) -> usize {
        self.unrepeated
    }
}

/// A deviation that was seen so often, and each time not again, is given up.
const FAILURES_MAX: u32 = 8;
