//! The inputs that showed something new, and which of them is worth changing next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::input::Input;
use crate::random::Random;
use crate::states::Feature;

/// The inputs that showed something new.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    /// How many executions showed each feature.
    shown: BTreeMap<Feature, u32>,
    kept: Vec<Kept>,
}

#[derive(Debug)]
struct Kept {
    input: Arc<Input>,
    /// The rarest of its features when it was added, and all others that were new then.
    features: Vec<Feature>,
    chosen: u32,
}

impl Pool {
    /// Takes note of what an execution showed, and keeps its input if any of that is new.
    pub(crate) fn add(&mut self, input: &Arc<Input>, features: &BTreeSet<Feature>) {
        let mut fresh = Vec::new();
        for &feature in features {
            let times = self.shown.entry(feature).or_insert(0);
            if *times == 0 {
                fresh.push(feature);
            }
            *times = times.saturating_add(1);
        }
        if !fresh.is_empty() {
            self.kept.push(Kept { input: Arc::clone(input), features: fresh, chosen: 0 });
        }
    }

    /// How many features there are.
    pub(crate) fn features(&self) -> usize {
        self.shown.len()
    }

    /// How many inputs there are.
    pub(crate) const fn inputs(&self) -> usize {
        self.kept.len()
    }

    /// An input to change: of a few, the one that shows what was seen least and was chosen least.
    pub(crate) fn choose(&mut self, random: &mut Random) -> Option<Arc<Input>> {
        let drawn = (0..DRAWN).map(|_| random.below(self.kept.len()));
        let chosen = drawn.min_by_key(|&index| self.interest(index))?;
        let kept = self.kept.get_mut(chosen)?;
        kept.chosen = kept.chosen.saturating_add(1);
        Some(Arc::clone(&kept.input))
    }

    /// The smaller, the more worth changing.
    fn interest(&self, index: usize) -> u32 {
        let Some(kept) = self.kept.get(index) else { return u32::MAX };
        let times = kept.features.iter().filter_map(|feature| self.shown.get(feature));
        times.min().copied().unwrap_or(u32::MAX).saturating_add(kept.chosen)
    }
}

/// Of so many inputs one is chosen.
const DRAWN: usize = 4;
