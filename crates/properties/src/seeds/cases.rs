//! The catalogue's cases as schedules.

use core::time::Duration;

use expectspec_catalogue::{Case, Places, Step, expand, of};
use expectspec_requirements::Party;

use crate::words::{Time, WAITS};
use crate::{Action, Schedule};

/// The first case of each topic that has one connection, with its name.
#[must_use]
pub fn cases() -> Vec<(String, &'static Case)> {
    let mut cases: Vec<(String, &Case)> = Vec::new();
    for case in of(Party::OriginServer).into_iter().filter(|case| has_one_connection(case)) {
        let known = cases.last().is_some_and(|(_, last)| last.topic() == case.topic());
        let [_, topic, behaviour] = case.id.split('/').collect::<Vec<_>>()[..] else { continue };
        if !known {
            cases.push((format!("{topic}-{behaviour}"), case));
        }
    }
    cases
}

fn has_one_connection(case: &Case) -> bool {
    !case.script.iter().any(|step| matches!(step, Step::Open | Step::Use(_)))
}

/// What the peer of a case does on its first connection, waiting a little where the case waits for
/// something.
#[must_use]
pub fn schedule_of(case: &Case) -> Schedule {
    let mut actions = Vec::new();
    for step in case.script {
        match *step {
            Step::Send(octets) => actions.push(send(octets, case)),
            Step::Dribble { octets, octets_each, gap_ms } => {
                let octets = expand(octets, case, &places());
                let most = octets.len() / PIECES_MAX + 1;
                let each = usize::try_from(octets_each).unwrap_or(most).max(most);
                for piece in octets.chunks(each) {
                    actions.extend([Action::Octets(piece.to_vec()), wait(u64::from(gap_ms))]);
                }
            }
            Step::Repeat { octets, times } => {
                let octets = expand(octets, case, &places());
                let times = usize::try_from(times).unwrap_or(usize::MAX);
                let times = times.min(REPEATED_OCTETS_MAX / octets.len().max(1));
                actions.push(Action::Octets(octets.repeat(times)));
            }
            Step::Await(_) => actions.push(wait(300)),
            Step::Quiet => actions.push(wait(1500)),
            Step::Pause(ms) => actions.push(wait(u64::from(ms))),
            Step::Finish => actions.push(Action::Finish),
            Step::Reset => actions.push(Action::Reset),
            Step::Open | Step::Use(_) | Step::Serve(_) | Step::AtOrigin(_) => break,
        }
    }
    Schedule::new("default", actions)
}

fn send(octets: &[u8], case: &Case) -> Action {
    Action::Octets(expand(octets, case, &places()))
}

/// The longest wait that is not longer.
fn wait(ms: u64) -> Action {
    let time = Duration::from_millis(ms);
    let waits = WAITS.iter().filter(|wait| wait.time <= time);
    let longest: Option<&Time> = waits.max_by_key(|wait| wait.time);
    Action::Wait(longest.expect("one wait is zero"))
}

/// Places of the reference's site.
fn places() -> Places {
    Places {
        host: "t".to_owned(),
        path: "/echo".to_owned(),
        get: "/".to_owned(),
        reject: "/reject".to_owned(),
        protected: "/reject-401".to_owned(),
        upgrade: "demo".to_owned(),
        upgrade_path: "/upgrade".to_owned(),
        authority: String::new(),
        nonce: "0".to_owned(),
    }
}

/// More pieces make the schedule too long.
const PIECES_MAX: usize = 16;

const REPEATED_OCTETS_MAX: usize = 60_000;
