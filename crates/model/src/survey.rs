//! What came of a family: its counts, its deadlocks, and the first thing that is wrong.

use core::fmt::{self, Display, Formatter};

use crate::check::check;
use crate::composition::Composition;
use crate::explore::{Exploration, Wrong};
use crate::families::Family;
use crate::trace::Trace;
use crate::world::Step;

/// The sum of the explorations of some compositions.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// How many compositions.
    pub compositions: usize,
    /// How many states.
    pub states: usize,
    /// How many steps from state to state.
    pub transitions: usize,
    /// How many states in which nothing more can happen.
    pub terminals: usize,
    /// How many different transcripts were judged.
    pub judged: usize,
    /// How many compositions have a deadlock, all of which are expected to.
    pub deadlocked: usize,
    /// The shortest way to one, and whose it is.
    pub deadlock: Option<(Composition, Vec<Step>)>,
    /// The first composition that is wrong.
    pub wrong: Option<(Composition, Wrong)>,
}

impl Survey {
    /// Explores every composition of a family.
    #[must_use]
    pub fn of(family: &Family) -> Self {
        let mut survey = Self::default();
        family.compositions.iter().for_each(|it| survey.add(it, check(it)));
        survey
    }

    fn add(&mut self, composition: &Composition, exploration: Exploration) {
        let Exploration { states, transitions, terminals, judged, deadlock, wrong, .. } =
            exploration;
        self.compositions += 1;
        self.states += states;
        self.transitions += transitions;
        self.terminals += terminals;
        self.judged += judged;
        self.deadlocked += usize::from(deadlock.is_some());
        self.offer(deadlock.map(|steps| (composition.clone(), steps)));
        if let (None, Some(wrong)) = (&self.wrong, wrong) {
            self.wrong = Some((composition.clone(), wrong));
        }
    }

    fn offer(&mut self, deadlock: Option<(Composition, Vec<Step>)>) {
        let len = |it: &(Composition, Vec<Step>)| it.1.len();
        let known = self.deadlock.as_ref().map_or(usize::MAX, len);
        if let Some(deadlock) = deadlock.filter(|it| len(it) < known) {
            self.deadlock = Some(deadlock);
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.compositions += other.compositions;
        self.states += other.states;
        self.transitions += other.transitions;
        self.terminals += other.terminals;
        self.judged += other.judged;
        self.deadlocked += other.deadlocked;
        self.offer(other.deadlock.clone());
        if self.wrong.is_none() {
            self.wrong.clone_from(&other.wrong);
        }
        self
    }

    /// The head of the table that [`Survey::row`] belongs to.
    #[must_use]
    pub fn head() -> String {
        format!(
            "{:<58}{:>8}{:>10}{:>12}{:>9}{:>9}{:>10}  verdict",
            "who", "of them", "states", "transitions", "ends", "judged", "deadlocks"
        )
    }

    /// A row of the table.
    #[must_use]
    pub fn row(&self, name: &str) -> String {
        let Self { compositions, states, transitions, terminals, judged, deadlocked, .. } = self;
        let verdict = if self.wrong.is_some() { "WRONG" } else { "holds" };
        format!(
            "{name:<58}{compositions:>8}{states:>10}{transitions:>12}{terminals:>9}{judged:>9}{deadlocked:>10}  {verdict}"
        )
    }
}

impl Display for Survey {
    /// What is wrong, if anything is, and the deadlock.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some((composition, Wrong { problem, steps })) = &self.wrong {
            writeln!(f, "wrong: {problem}\n{}", Trace::new(composition, steps))?;
        }
        let Some((composition, steps)) = &self.deadlock else { return Ok(()) };
        writeln!(
            f,
            "The one deadlock, in {} compositions, in each where it is expected. The shortest way to it:\n",
            self.deadlocked
        )?;
        write!(f, "{}", Trace::new(composition, steps))
    }
}
