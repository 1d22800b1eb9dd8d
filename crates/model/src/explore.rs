//! The explorer: every state that a composition can reach, each once.

use core::fmt;
use std::collections::{HashSet, VecDeque};

use crate::world::{Step, World};

/// What an exploration found.
#[derive(Clone, Debug, Default)]
pub struct Exploration {
    /// States, the first one included.
    pub states: usize,
    /// Steps from state to state.
    pub transitions: usize,
    /// States in which nothing more can happen.
    pub terminals: usize,
    /// Different transcripts that were judged.
    pub judged: usize,
    /// Terminal states in which a request has no outcome.
    pub deadlocks: usize,
    /// The shortest way to one of them.
    pub deadlock: Option<Vec<Step>>,
    /// The first wrong state that was found, by the shortest way to it.
    pub wrong: Option<Wrong>,
}

/// A terminal state that is not wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum End {
    /// Every request has its outcome.
    Over,
    /// Nothing more can happen, yet a request has no outcome.
    Deadlock,
}

/// A wrong state.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// What is wrong.
    pub problem: Problem,
    /// How to get there.
    pub steps: Vec<Step>,
}

/// What is wrong with a composition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Problem {
    /// Nothing more can happen, yet a request has no outcome, where none is expected.
    Deadlock,
    /// No deadlock was found where one is expected.
    NoDeadlock,
    /// Connections are left that nobody will ever end.
    LeftOpen(String),
    /// A party took something else for a request or its content than another one.
    Misframed(String),
    /// A client was told what it must not be told.
    Outcome(String),
    /// The judge accuses a machine.
    Deviation(String),
    /// There are more states than anyone expects.
    TooMany,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deadlock => f.write_str("a deadlock where none is expected"),
            Self::NoDeadlock => f.write_str("no deadlock where one is expected"),
            Self::LeftOpen(what) => write!(f, "a connection without end: {what}"),
            Self::Misframed(what) | Self::Outcome(what) | Self::Deviation(what) => {
                f.write_str(what)
            }
            Self::TooMany => write!(f, "more than {STATES_MAX} states"),
        }
    }
}

/// Explores everything from `first` on, in breadth, so that the first wrong state has a shortest way.
/// `check` looks at the states in which nothing more can happen. Behind the first wrong one the
/// exploration ends.
pub fn explore(first: World, mut check: impl FnMut(&World) -> Result<End, Problem>) -> Exploration {
    let mut exploration = Exploration { states: 1, ..Exploration::default() };
    let mut known = HashSet::from([first.fingerprint()]);
    // How each state was first reached: from which one, and by which step.
    let mut ways: Vec<Option<(usize, Step)>> = vec![None];
    let mut waiting = VecDeque::from([(0, first)]);
    while let Some((index, world)) = waiting.pop_front() {
        let steps = world.steps();
        if steps.is_empty() {
            exploration.terminals += 1;
            match check(&world) {
                Ok(End::Over) => {}
                Ok(End::Deadlock) => {
                    exploration.deadlocks += 1;
                    exploration.deadlock.get_or_insert_with(|| way(&ways, index));
                }
                Err(problem) => {
                    exploration.wrong = Some(Wrong { problem, steps: way(&ways, index) });
                    return exploration;
                }
            }
        }
        for step in steps {
            exploration.transitions += 1;
            let next = world.after(step);
            if known.insert(next.fingerprint()) {
                exploration.states += 1;
                ways.push(Some((index, step)));
                waiting.push_back((ways.len() - 1, next));
            }
        }
        if exploration.states > STATES_MAX {
            let steps = way(&ways, index);
            exploration.wrong = Some(Wrong { problem: Problem::TooMany, steps });
            return exploration;
        }
    }
    exploration
}

fn way(ways: &[Option<(usize, Step)>], mut index: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    while let Some((before, step)) = ways[index] {
        steps.push(step);
        index = before;
    }
    steps.reverse();
    steps
}

/// No composition that is small enough to be explored has more.
const STATES_MAX: usize = 5_000_000;
