//! The monitors of servers.

mod answer;
mod chunks;
mod closing;
mod expectation;
mod faulty;
mod framing;
mod handshake;
mod head;
mod incomplete;
mod interim;
mod malformed;
mod method;
mod persistence;
mod pipelining;
mod refused;
mod sequence;
mod upgrade;
mod value;

use crate::story::Story;

pub(crate) static STORIES: &[&[Story]] = &[
    answer::STORIES,
    chunks::STORIES,
    closing::STORIES,
    expectation::STORIES,
    faulty::STORIES,
    framing::STORIES,
    handshake::STORIES,
    head::STORIES,
    incomplete::STORIES,
    interim::STORIES,
    malformed::STORIES,
    method::STORIES,
    persistence::STORIES,
    pipelining::STORIES,
    refused::STORIES,
    sequence::STORIES,
    upgrade::STORIES,
    value::STORIES,
];

/// Rows that nothing can break: their findings are facts, or they say what may be sent, or ignored.
pub(crate) const NEVER_ACCUSED: &[&str] = &[
    "EXP-AUT-006",
    "EXP-CON-010",
    "EXP-CON-012",
    "EXP-CON-013",
    "EXP-EHT-001",
    "EXP-EHT-004",
    "EXP-EHT-005",
    "EXP-GRM-007",
    "EXP-GRM-016",
    "EXP-GRM-024",
    "EXP-IR-004",
    "EXP-O31-001",
    "EXP-RED-004",
    "EXP-SRV-011",
    "EXP-SRV-019",
    "EXP-SRV-023",
    "EXP-SRV-020",
    "EXP-SRV-021",
    "EXP-SRV-024",
    "EXP-UPG-002",
];
