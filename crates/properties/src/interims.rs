//! Interim responses change nothing of what a client tells its user.

use expectspec_engine::client::{Outcome, Patience};

use crate::words::{RESPONSES, Word};
use crate::{HostStep, Reception, receive};

/// C40: interim responses before the final one, whatever their fields, change neither status, fields nor
/// content of what the user is told. It holds where the origin server is [calm](is_calm).
///
/// # Panics
/// When they do.
pub fn interims_change_nothing(reception: &Reception) {
    if !is_calm(reception) {
        return;
    }
    let told = |reception: &Reception| -> Vec<Outcome> {
        let outcomes = receive(reception).outcomes.into_iter();
        outcomes.map(|outcome| Outcome { interims: Vec::new(), ..outcome }).collect()
    };
    let plain = told(reception);
    for interims in [&INTERIMS[..1], &INTERIMS[1..2], INTERIMS] {
        let twin = with_interims(reception, interims);
        assert_eq!(told(&twin), plain, "{reception:?}{interims:?}");
    }
}

/// Whether the origin server answers each request that it waits for with one whole final response, soon
/// enough for every timer, and behind nothing but interim ones; and the client does not wait for a 100
/// for ever.
#[must_use]
pub fn is_calm(reception: &Reception) -> bool {
    let policy = reception.policy();
    let mut owed = false;
    let mut is_calm =
        policy.patience != Patience::Endless && reception.pace.time < policy.timers.early;
    for step in &reception.steps {
        match step {
            HostStep::Request => {
                is_calm &= !owed;
                owed = true;
            }
            HostStep::Answer(word) if INTERIMS.contains(&word.name) => is_calm &= owed,
            HostStep::Answer(word) if FINALS.contains(&word.name) => {
                is_calm &= owed;
                owed = false;
            }
            HostStep::Wait(time) => is_calm &= time.time < policy.timers.early,
            HostStep::SomeContent | HostStep::Content | HostStep::Cut(_) => {}
            _ => is_calm = false,
        }
    }
    is_calm && !owed
}

/// The same with these interim responses to each request.
fn with_interims(reception: &Reception, interims: &[&str]) -> Reception {
    let word = |name: &str| -> &'static Word {
        RESPONSES.iter().find(|word| word.name == name).expect("a word of the table")
    };
    let mut steps = Vec::new();
    for step in &reception.steps {
        steps.push(step.clone());
        if *step == HostStep::Request {
            steps.extend(interims.iter().map(|name| HostStep::Answer(word(name))));
        }
    }
    Reception { steps, ..reception.clone() }
}

/// Interim responses that every client reads, whatever their fields say.
const INTERIMS: &[&str] =
    &["103", "100", "199", "100-with-length", "100-close", "103-nominated", "100-http-1.0"];

/// Final responses that say where they end, and do.
const FINALS: &[&str] = &[
    "200",
    "417",
    "200-close",
    "400-close",
    "200-hello",
    "204",
    "403",
    "413",
    "503",
    "200-chunked",
    "304",
    "200-trailers",
    "200-fold",
    "417-close",
    "401",
    "301",
    "303",
    "307",
    "307-away",
    "200-keep-alive",
    "200-http-1.0",
];
