//! What the first conversation showed.

use expectspec_runner::{Check, ClientCheck, FirstConversation, IntermediaryCheck};
use serde::Serialize;

/// What came first; its members tell by themselves with whom.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum CheckObject {
    Server(ServerCheck),
    Client(ClientCheckObject),
    Intermediary(IntermediaryCheckObject),
}

#[derive(Serialize)]
pub(super) struct ClientCheckObject {
    expects_from: Option<usize>,
    content_octets: usize,
    start_us: u64,
}

#[derive(Serialize)]
pub(super) struct ServerCheck {
    get_status: u16,
    post_status: Option<u16>,
    accepts_content: bool,
    persists: bool,
    serves_in_parallel: bool,
    round_trip_us: u64,
    jitter_us: u64,
}

#[derive(Serialize)]
pub(super) struct IntermediaryCheckObject {
    accepts_content: bool,
    persists: bool,
    pools: bool,
    serves_in_parallel: bool,
    round_trip_us: u64,
    jitter_us: u64,
}

impl CheckObject {
    pub(super) const fn of(first: &FirstConversation) -> Self {
        match first {
            FirstConversation::Server(check) => Self::Server(ServerCheck::of(check)),
            FirstConversation::Client(check) => Self::Client(ClientCheckObject::of(check)),
            FirstConversation::Intermediary(check) => {
                Self::Intermediary(IntermediaryCheckObject::of(check))
            }
        }
    }
}

impl ClientCheckObject {
    const fn of(check: &ClientCheck) -> Self {
        let ClientCheck { expects_from, content_octets, start_us, .. } = *check;
        Self { expects_from, content_octets, start_us }
    }
}

impl ServerCheck {
    const fn of(check: &Check) -> Self {
        Self {
            get_status: check.get_status,
            post_status: check.post_status,
            accepts_content: check.accepts_content,
            persists: check.persists,
            serves_in_parallel: check.serves_in_parallel,
            round_trip_us: check.round_trip_us,
            jitter_us: check.jitter_us,
        }
    }
}

impl IntermediaryCheckObject {
    const fn of(check: &IntermediaryCheck) -> Self {
        Self {
            accepts_content: check.accepts_content,
            persists: check.persists,
            pools: check.pools,
            serves_in_parallel: check.serves_in_parallel,
            round_trip_us: check.round_trip_us,
            jitter_us: check.jitter_us,
        }
    }
}
