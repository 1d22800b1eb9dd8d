//! The faults of clients, one file a topic.

mod connection;
mod content;
mod early_final;
mod ending;
mod expectation;
mod expectation_failed;
mod form;
mod interim;
mod redirection;
mod waiting;

use core::time::Duration;

use expectspec_engine::client::{EarlyFinal, Patience, Policy, SendExpectation, Timers};

use super::rule::Deviation::{self, Does};
use super::rule::Reaction;
use super::{Fault, Moment};

/// Every fault, by topic.
pub static FAULTS: &[&[Fault]] = &[
    connection::FAULTS,
    content::FAULTS,
    early_final::FAULTS,
    ending::FAULTS,
    expectation::FAULTS,
    expectation_failed::FAULTS,
    form::FAULTS,
    interim::FAULTS,
    redirection::FAULTS,
    waiting::FAULTS,
];

/// The response at hand is the end of the connection, and the request has failed.
const BREAKS_OFF: Deviation = Does(Reaction::BreaksOff);

/// The response at hand is where the client hangs.
const FALLS_SILENT: Deviation = Does(Reaction::FallsSilent);

const fn always(_: &Moment<'_>) -> bool {
    true
}

fn is_final(moment: &Moment<'_>) -> bool {
    moment.is_final()
}

fn is_early(moment: &Moment<'_>) -> bool {
    moment.is_early()
}

const fn has_final(moment: &Moment<'_>) -> bool {
    moment.has_final()
}

fn expects(moment: &Moment<'_>) -> bool {
    moment.expects()
}

/// Content of more than a megabyte, so that responses can come while it goes out, and all of it sent
/// whatever comes.
fn finishing_much() -> Policy {
    Policy {
        early_final: EarlyFinal::FinishContent { octets_max: u64::MAX },
        expectation: SendExpectation::ContentAbove(1024 * 1024),
        ..Policy::default()
    }
}

/// As long as it takes, and longer.
fn patient() -> Policy {
    let for_ever = Duration::from_secs(1_000_000);
    Policy {
        patience: Patience::Endless,
        early_final: EarlyFinal::Abort,
        timers: Timers {
            response: for_ever,
            early: for_ever,
            exchange: for_ever,
            ..Timers::default()
        },
        ..Policy::default()
    }
}
