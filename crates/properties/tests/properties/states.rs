//! What the seeds and the generator reach: every state of the server, with everything that can
//! reach a server there.

use std::collections::{BTreeMap, BTreeSet};

use expectspec_engine::origin_server::{Policy, State};
use expectspec_properties::seeds::scripts;
use expectspec_properties::{Input, Visit, play};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::generate::schedule;

/// The states that last until something comes. The server passes through the others at once.
const LASTING: [State; 10] = [
    State::Idle,
    State::Head,
    State::Due,
    State::Invited,
    State::Read,
    State::Full,
    State::EarlyKeep,
    State::Linger,
    State::Switched,
    State::Closed,
];
const INPUTS: [Input; 4] = [Input::Octets, Input::End, Input::Reset, Input::Timeout];

/// How many generated schedules it takes at most to reach all.
const SCHEDULES_MAX: usize = 10_000;

/// Where each input leads from each state, by the scripts alone, under any policy.
const LEADS_TO: &str = "\
Idle Octets: Idle Head Due Invited Read Full EarlyKeep Linger Switched
Idle End: Closed
Idle Reset: Closed
Idle Timeout: Closed
Head Octets: Idle Head
Head End: Closed
Head Reset: Closed
Head Timeout: Linger
Due Octets: Read
Due End: Closed
Due Reset: Closed
Due Timeout: Invited
Invited Octets: Idle Read Full Linger Switched
Invited End: Closed
Invited Reset: Closed
Invited Timeout: Linger
Read Octets: Idle Read Full Linger
Read End: Closed
Read Reset: Closed
Read Timeout: Linger
Full Octets: Full
Full End: Full
Full Reset: Closed
Full Timeout: Idle Linger Closed
EarlyKeep Octets: Idle Invited EarlyKeep Linger
EarlyKeep End: Closed
EarlyKeep Reset: Closed
EarlyKeep Timeout: Linger
Linger Octets: Linger
Linger End: Closed
Linger Reset: Closed
Linger Timeout: Closed
Switched Octets: Switched
Switched End: Closed
Switched Reset: Closed
Switched Timeout: Closed
Closed Octets: Closed
Closed End: Closed
Closed Reset: Closed
";

#[test]
fn only_two_states_do_not_last() {
    let passing: Vec<_> = State::ALL.iter().filter(|state| !LASTING.contains(state)).collect();
    assert_eq!(passing, [&State::EarlyClose, &State::Done]);
}

#[test]
fn the_scripts_reach_every_state_with_every_input() {
    let mut reached = Reached::default();
    for (_, script) in scripts() {
        for (policy, _) in Policy::presets() {
            reached.add(&play(&script.under(policy)).visits);
        }
    }
    assert_eq!(reached.missing(), None);
    assert_eq!(reached.to_text(), LEADS_TO);
}

#[test]
fn generated_schedules_reach_every_state_with_every_input() {
    let mut runner = TestRunner::deterministic();
    let mut reached = Reached::default();
    for _ in 0..SCHEDULES_MAX {
        // It takes a script to have something cross the end of the connection.
        if reached.missing().is_none_or(|(state, _)| state == State::Closed) {
            return;
        }
        let schedule = schedule().new_tree(&mut runner).expect("a schedule").current();
        reached.add(&play(&schedule).visits);
    }
    panic!("not reached: {:?}", reached.missing());
}

/// Where each input led from each state, by name.
#[derive(Default)]
struct Reached(BTreeMap<(usize, usize), BTreeSet<usize>>);

impl Reached {
    fn add(&mut self, visits: &[Visit]) {
        for Visit { from, input, to } in visits {
            self.0
                .entry((place(&LASTING, from), place(&INPUTS, input)))
                .or_default()
                .insert(place(&LASTING, to));
        }
    }

    /// A state in which an input is possible but never came.
    fn missing(&self) -> Option<(State, Input)> {
        let pairs = LASTING.iter().flat_map(|state| INPUTS.map(|input| (*state, input)));
        let mut possible = pairs.filter(|pair| *pair != (State::Closed, Input::Timeout));
        possible.find(|(state, input)| {
            !self.0.contains_key(&(place(&LASTING, state), place(&INPUTS, input)))
        })
    }

    fn to_text(&self) -> String {
        let line = |(from, with): &(usize, usize), to: &BTreeSet<usize>| {
            let to: Vec<_> = to.iter().map(|to| format!("{:?}", LASTING[*to])).collect();
            format!("{:?} {:?}: {}\n", LASTING[*from], INPUTS[*with], to.join(" "))
        };
        self.0.iter().map(|(key, to)| line(key, to)).collect()
    }
}

fn place<T: PartialEq + core::fmt::Debug>(table: &[T], row: &T) -> usize {
    table.iter().position(|known| known == row).unwrap_or_else(|| panic!("{row:?} does not last"))
}
