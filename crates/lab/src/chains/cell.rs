//! A cell of the grid: one intermediary in front of one next hop, all cases.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use expectspec_judge::{Basis, Transcript, judge};
use expectspec_requirements::{Profile, Verdict};
use expectspec_runner::Plan;

use super::agreement::{Comparison, Disagreement, compare};
use super::cases::ChainCase;
use super::chain::Chain;
use super::hop::Hop;
use super::scene::{Patience, Scene};

/// What came of a cell.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// The intermediary in front.
    pub(super) first: String,
    /// Who is behind it.
    pub(super) next: String,
    /// How many cases were played.
    pub(super) played: usize,
    /// In how many of them a request reached the next hop: of the others nothing is learnt.
    pub(super) reached: usize,
    /// In how many of them the hops agree.
    pub(super) agree: usize,
    /// The cases in which they disagree, twice in the same way.
    pub(super) disagreements: Vec<Dispute>,
    /// The cases in which they may disagree, since a message may be read in two ways.
    pub(super) unclear: Vec<Dispute>,
    /// The cases in which they disagreed once, and not again.
    pub(super) not_again: Vec<&'static str>,
    /// The cases that could not be played.
    pub(super) not_played: Vec<&'static str>,
    /// In how many cases the expectation did not get past the first hop.
    pub(super) expectations_lost: usize,
    /// In how many cases the first hop deviates, by requirement.
    pub(super) first_deviates: Deviations,
    /// In how many cases the next hop deviates, by requirement.
    pub(super) next_deviates: Deviations,
}

/// How many cases show a deviation from a requirement, by its id.
pub(super) type Deviations = BTreeMap<&'static str, usize>;

/// A case in which two hops disagree.
#[derive(Debug)]
pub(super) struct Dispute {
    pub(super) case: &'static str,
    pub(super) how: BTreeSet<Disagreement>,
    pub(super) chain: Chain,
}

/// Plays all cases in a cell, and again alone those in which the hops disagree. Must be called in a
/// runtime of its own, since with the runtime all of its connections end.
pub(super) async fn play_cell(
    first: &Arc<Hop>,
    next: &Arc<Hop>,
    cases: &[&'static ChainCase],
) -> io::Result<Cell> {
    let scene = Scene::new(first, next)?;
    let mut plan = scene.plan();
    let mut cell = Cell { first: first.name.clone(), next: next.name.clone(), ..Cell::default() };
    let mut again = Vec::new();
    for played in scene.play_together(cases, &plan).await {
        if played.is_shared {
            again.push((played.case, None));
            continue;
        }
        let Some(chain) = played.chain else {
            cell.not_played.push(played.case.id());
            continue;
        };
        let comparison = compare(&chain);
        if comparison.disagreements.is_empty() {
            cell.settle(played.case.id(), comparison, chain);
        } else {
            again.push((played.case, Some(comparison)));
        }
    }
    for (case, before) in again {
        cell.play_again(&scene, case, before, &mut plan).await;
    }
    cell.disagreements.sort_by_key(|it| it.case);
    cell.unclear.sort_by_key(|it| it.case);
    Ok(cell)
}

impl Cell {
    /// Plays a case alone until it has its connections for itself, and once more if the hops disagree for
    /// the first time.
    async fn play_again(
        &mut self,
        scene: &Scene,
        case: &'static ChainCase,
        mut before: Option<Comparison>,
        plan: &mut Plan,
    ) {
        for _ in 0..TRIES_MAX {
            // What comes late from the last try is not this one's.
            plan.seed = plan.seed.wrapping_add(1);
            let places = plan.places_of(case.in_full);
            let played = scene.play(case, &places, Patience::Calm).await;
            let Some(chain) = played.chain else { continue };
            let mut comparison = compare(&chain);
            match &before {
                None if !comparison.disagreements.is_empty() => {
                    before = Some(comparison);
                    continue;
                }
                None => {}
                Some(before) => {
                    comparison.disagreements.retain(|it| before.disagreements.contains(it));
                    if comparison.disagreements.is_empty() {
                        self.not_again.push(case.id());
                    }
                }
            }
            return self.settle(case.id(), comparison, chain);
        }
        self.not_played.push(case.id());
    }

    /// Adds what came of further cases.
    pub(super) fn add(&mut self, further: Self) {
        self.played += further.played;
        self.reached += further.reached;
        self.agree += further.agree;
        self.expectations_lost += further.expectations_lost;
        self.disagreements.extend(further.disagreements);
        self.unclear.extend(further.unclear);
        self.not_again.extend(further.not_again);
        self.not_played = further.not_played;
        for (counts, more) in [
            (&mut self.first_deviates, further.first_deviates),
            (&mut self.next_deviates, further.next_deviates),
        ] {
            more.into_iter().for_each(|(id, count)| *counts.entry(id).or_default() += count);
        }
        self.disagreements.sort_by_key(|it| it.case);
        self.unclear.sort_by_key(|it| it.case);
    }

    fn settle(&mut self, case: &'static str, comparison: Comparison, chain: Chain) {
        self.played += 1;
        self.reached += usize::from(chain.is_reached());
        self.expectations_lost += usize::from(comparison.expectation_lost);
        for (transcript, counts) in
            [(&chain.first, &mut self.first_deviates), (&chain.next, &mut self.next_deviates)]
        {
            for id in deviations(transcript) {
                *counts.entry(id).or_default() += 1;
            }
        }
        if !comparison.disagreements.is_empty() {
            self.disagreements.push(Dispute { case, how: comparison.disagreements, chain });
        } else if !comparison.doubtful.is_empty() {
            self.unclear.push(Dispute { case, how: comparison.doubtful, chain });
        } else {
            self.agree += 1;
        }
    }
}

/// The requirements from which a hop deviates, by its octets alone: the windows are too short to go by a
/// clock.
fn deviations(transcript: &Transcript) -> BTreeSet<&'static str> {
    let findings = judge(transcript);
    let deviates = findings.iter().filter(|it| {
        it.basis == Basis::Octets && it.verdict(Profile::default()) == Verdict::Deviates
    });
    deviates.map(|it| it.requirement.id).collect()
}

/// How often a case is tried alone.
const TRIES_MAX: usize = 4;

#[cfg(test)]
mod tests;
