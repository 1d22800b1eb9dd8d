//! The monitors of clients, one file a topic, and what they have in common.

mod delivery;
mod errand;
pub(super) mod hidden;
pub(super) mod moments;

pub(super) mod content;
pub(super) mod early_final;
pub(super) mod expectation;
pub(super) mod expectation_failed;
pub(super) mod framing;
pub(super) mod head;
pub(super) mod interim;
pub(super) mod interim_fields;
pub(super) mod large_response;
pub(super) mod persistence;
pub(super) mod pipelining;
pub(super) mod redirect;
pub(super) mod repeat;
pub(super) mod reuse;
pub(super) mod upgrade;
pub(super) mod waiting;
