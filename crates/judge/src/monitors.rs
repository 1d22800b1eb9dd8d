//! The monitors, one file a topic. A row says what is watched; the function beside it says how.

use crate::Monitor;

mod answer;
mod chunks;
mod client;
mod closing;
mod doubts;
mod duty;
mod expectation;
mod fate;
mod faulty;
mod framing;
mod handshake;
mod head;
mod incomplete;
mod interim;
mod malformed;
mod method;
mod obsolete;
mod persistence;
mod pipelining;
mod refused;
mod sequence;
mod upgrade;
mod value;
mod words;

/// Every monitor, by topic.
pub static TABLE: &[&[Monitor]] = &[
    handshake::MONITORS,
    expectation::MONITORS,
    value::MONITORS,
    sequence::MONITORS,
    interim::MONITORS,
    head::MONITORS,
    malformed::MONITORS,
    refused::MONITORS,
    framing::MONITORS,
    faulty::MONITORS,
    chunks::MONITORS,
    persistence::MONITORS,
    closing::MONITORS,
    incomplete::MONITORS,
    pipelining::MONITORS,
    upgrade::MONITORS,
    method::MONITORS,
    answer::MONITORS,
    obsolete::MONITORS,
    client::expectation::MONITORS,
    client::waiting::MONITORS,
    client::content::MONITORS,
    client::interim::MONITORS,
    client::interim_fields::MONITORS,
    client::early_final::MONITORS,
    client::reuse::MONITORS,
    client::expectation_failed::MONITORS,
    client::repeat::MONITORS,
    client::redirect::MONITORS,
    client::persistence::MONITORS,
    client::pipelining::MONITORS,
    client::upgrade::MONITORS,
    client::framing::MONITORS,
    client::head::MONITORS,
    client::large_response::MONITORS,
];
