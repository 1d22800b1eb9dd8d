//! The monitors, one file a topic. A row says what is watched; the function beside it says how.

use crate::Monitor;

mod answer;
mod between;
mod chunks;
mod client;
mod closing;
mod coding;
mod doubts;
mod duty;
mod expectation;
mod fate;
mod faulty;
mod framing;
mod groundless;
mod handshake;
mod head;
mod incomplete;
mod interim;
mod intermediary;
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
    coding::MONITORS,
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
    intermediary::handshake::MONITORS,
    intermediary::next_hop::MONITORS,
    intermediary::content::MONITORS,
    intermediary::expectations::MONITORS,
    intermediary::nominated::MONITORS,
    intermediary::fields::MONITORS,
    intermediary::retry::MONITORS,
    intermediary::tunnel::MONITORS,
    intermediary::forwarded_head::MONITORS,
    intermediary::interim::MONITORS,
    intermediary::hints::MONITORS,
    intermediary::interim_framing::MONITORS,
    intermediary::added::MONITORS,
    intermediary::early_final::MONITORS,
    intermediary::final_response::MONITORS,
    intermediary::malformed::MONITORS,
    intermediary::invalid::MONITORS,
    intermediary::response_version::MONITORS,
    intermediary::pool::MONITORS,
    intermediary::attribution::MONITORS,
    intermediary::loss::MONITORS,
    intermediary::persistence::MONITORS,
];
