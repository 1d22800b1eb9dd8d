//! What must hold wherever nothing more can happen.

mod framing;
mod outcome;

use std::collections::HashMap;

use expectspec_engine::client::Outcome;
use expectspec_judge::{
    Entry, Event, Finding, Reading, Said, Side, Transcript, Windows, judge_reading,
};
use expectspec_requirements::{Profile, Verdict};

use crate::composition::{Composition, GiveUp, Made, Subject};
use crate::explore::{End, Exploration, Problem, Wrong, explore};
use crate::machine::{Explored, Progress};
use crate::world::World;

/// Explores a composition and checks all its ends.
///
/// # Panics
/// When there is no policy of a name.
#[must_use]
pub fn check(composition: &Composition) -> Exploration {
    check_from(composition, composition.begin())
}

/// The same from a state of one's own making: with other machines in the place of some.
#[must_use]
pub fn check_from(composition: &Composition, first: World) -> Exploration {
    let mut checker = Checker::new(composition);
    let mut exploration = explore(first, |world| checker.check(world));
    exploration.judged = checker.judged();
    if composition.deadlock_is_expected() && exploration.deadlocks == 0 {
        let problem = Problem::NoDeadlock;
        exploration.wrong.get_or_insert(Wrong { problem, steps: Vec::new() });
    }
    exploration
}

/// Checks the ends of one composition. What one machine was told and did is judged once, however many
/// states share it.
#[derive(Debug)]
pub struct Checker<'a> {
    composition: &'a Composition,
    subjects: Vec<Option<Subject>>,
    made: Vec<Made>,
    judged: HashMap<(usize, [u64; 2]), Result<(), Problem>>,
}

impl<'a> Checker<'a> {
    /// A checker of this composition.
    #[must_use]
    pub fn new(composition: &'a Composition) -> Self {
        let (subjects, made) = (composition.subjects(), composition.made());
        Self { composition, subjects, made, judged: HashMap::new() }
    }

    /// How many different transcripts were judged.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.judged.len()
    }

    /// Checks a state in which nothing more can happen.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&mut self, world: &World) -> Result<End, Problem> {
        let waits = world.machines().any(|machine| machine.progress() == Progress::Waiting);
        if waits && !self.composition.deadlock_is_expected() {
            return Err(Problem::Deadlock);
        }
        if self.composition.give_up == GiveUp::Sometime {
            self.nothing_is_left(world)?;
        }
        for (index, machine) in world.machines().enumerate() {
            outcome::check(self.composition, machine.outcomes())?;
            let history = world.history(index);
            let key = (index, history.hash());
            if let Some(known) = self.judged.get(&key) {
                known.clone()?;
                continue;
            }
            let verdict = self.look(index, history.entries(), machine);
            self.judged.insert(key, verdict.clone());
            verdict?;
        }
        Ok(if waits { End::Deadlock } else { End::Over })
    }

    /// Who may give up leaves no connection behind.
    fn nothing_is_left(&self, world: &World) -> Result<(), Problem> {
        for (index, machine) in world.machines().enumerate() {
            if self.subject(index).is_some() && machine.progress() != Progress::Gone {
                let name = self.composition.name_of(index);
                return Err(Problem::LeftOpen(format!("{name} {}", machine.standing())));
            }
        }
        Ok(())
    }

    /// Looks at what passed at one machine's socket, and what the machine says of it.
    fn look(
        &self,
        index: usize,
        mut entries: Vec<Entry>,
        machine: &dyn Explored,
    ) -> Result<(), Problem> {
        let Some(Subject { party, form }) = self.subject(index) else { return Ok(()) };
        let last_us = entries.last().map_or(0, |entry| entry.at_us);
        entries.extend(machine.outcomes().iter().map(|outcome| said(outcome, last_us)));
        let mut transcript = Transcript::new(party, "h1/model", WINDOWS);
        (transcript.form, transcript.entries) = (form, entries);
        let reading = Reading::of(&transcript);
        framing::check(&reading, &self.made)?;
        framing::check_arrived(machine.arrived(), &reading, &self.made)?;
        let findings = judge_reading(&transcript, &reading);
        let Some(finding) = findings.iter().find(|it| accuses(it)) else { return Ok(()) };
        let name = self.composition.name_of(index);
        Err(Problem::Deviation(format!(
            "{name} breaks {}: expected {}; found {}\n{transcript}",
            finding.requirement.id, finding.expected, finding.found
        )))
    }

    /// Who a machine is to the judge: the connections to the origin server are behind the parties.
    fn subject(&self, index: usize) -> Option<Subject> {
        self.subjects[index.min(self.subjects.len() - 1)]
    }
}

fn said(outcome: &Outcome, at_us: u64) -> Entry {
    let said = outcome.result.map_or(Said::Failure, Said::Status);
    Entry { at_us, side: Side::Inbound, connection: 0, event: Event::Said(said) }
}

fn accuses(finding: &Finding) -> bool {
    PROFILES.iter().any(|profile| finding.verdict(*profile) == Verdict::Deviates)
}

/// The profiles that every policy of the reference claims to conform to where `Expect` fields are as here.
const PROFILES: [Profile; 2] = [Profile::Rfc9110, Profile::Rfc7231];

/// How long everybody is ready to wait for a neighbour: longer than the reference waits for its own, since
/// an intermediary is not to blame for how long the next hop takes.
const WINDOWS: Windows = Windows {
    immediate_us: 10_000_000,
    final_us: 150_000_000,
    quiet_us: 3_000_000,
    close_us: 20_000_000,
};
