//! The faults of intermediaries, one file a topic.

mod connection;
mod content;
mod early_final;
mod expectation;
mod forwarded;
mod framing;
mod handshake;
mod head;
mod interim;
mod loss;
mod pipelining;
mod pool;
mod reading;
mod response;
mod toward_client;
mod toward_origin;
mod tunnel;

use core::time::Duration;

use expectspec_engine::intermediary::{Continues, Policy, Timers};

use super::rule::{Rule, Way};
use super::{Deviation, Fault, Moment};

/// Every fault, by topic.
pub static FAULTS: &[&[Fault]] = &[
    handshake::FAULTS,
    expectation::FAULTS,
    interim::FAULTS,
    early_final::FAULTS,
    content::FAULTS,
    forwarded::FAULTS,
    framing::FAULTS,
    head::FAULTS,
    response::FAULTS,
    loss::FAULTS,
    pool::FAULTS,
    pipelining::FAULTS,
    reading::FAULTS,
    connection::FAULTS,
    toward_client::FAULTS,
    toward_origin::FAULTS,
    tunnel::FAULTS,
];

const fn from_client(when: fn(&Moment<'_>) -> bool, then: Deviation) -> Rule {
    Rule { on: Way::FromClient, when, then }
}

const fn to_origin(when: fn(&Moment<'_>) -> bool, then: Deviation) -> Rule {
    Rule { on: Way::ToOrigin, when, then }
}

const fn from_origin(when: fn(&Moment<'_>) -> bool, then: Deviation) -> Rule {
    Rule { on: Way::FromOrigin, when, then }
}

const fn to_client(when: fn(&Moment<'_>) -> bool, then: Deviation) -> Rule {
    Rule { on: Way::ToClient, when, then }
}

const fn always(_: &Moment<'_>) -> bool {
    true
}

fn expects(moment: &Moment<'_>) -> bool {
    moment.expects()
}

fn is_final(moment: &Moment<'_>) -> bool {
    moment.is_final()
}

fn is_early(moment: &Moment<'_>) -> bool {
    moment.is_early()
}

/// A gateway that never sends a 100 (Continue) of its own.
fn silent_gateway() -> Policy {
    let timers = Timers { immediate: Duration::from_secs(1_000_000), ..Timers::default() };
    Policy { timers, ..Policy::default() }
}

/// A proxy that answers every 100-continue expectation at once, and forwards it all the same.
fn answering_proxy() -> Policy {
    Policy { continues: Continues::AnswerItself, ..Policy::proxy() }
}

const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";
