//! What the first conversation showed.

use expectspec_runner::FirstConversation;
use serde::{Deserialize, Serialize};

/// What came first; its members tell by themselves with whom.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Check {
    /// With a server.
    Server(ServerCheck),
    /// With a client.
    Client(ClientCheck),
    /// Through an intermediary.
    Intermediary(IntermediaryCheck),
}

/// What the first conversation with a server showed: see [`expectspec_runner::Check`].
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the members are those of the runner's struct, and told there")]
pub struct ServerCheck {
    pub get_status: u16,
    pub post_status: Option<u16>,
    pub accepts_content: bool,
    pub persists: bool,
    pub serves_in_parallel: bool,
    pub round_trip_us: u64,
    pub jitter_us: u64,
}

/// What the first requests of a client showed: see [`expectspec_runner::ClientCheck`].
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the members are those of the runner's struct, and told there")]
pub struct ClientCheck {
    pub expects_from: Option<usize>,
    pub content_octets: usize,
    pub start_us: u64,
}

/// What the first requests through an intermediary showed: see
/// [`expectspec_runner::IntermediaryCheck`].
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the members are those of the runner's struct, and told there")]
pub struct IntermediaryCheck {
    pub accepts_content: bool,
    pub persists: bool,
    pub pools: bool,
    pub serves_in_parallel: bool,
    pub round_trip_us: u64,
    pub jitter_us: u64,
}

impl Check {
    pub(super) const fn of(first: &FirstConversation) -> Self {
        match first {
            FirstConversation::Server(check) => Self::Server(ServerCheck {
                get_status: check.get_status,
                post_status: check.post_status,
                accepts_content: check.accepts_content,
                persists: check.persists,
                serves_in_parallel: check.serves_in_parallel,
                round_trip_us: check.round_trip_us,
                jitter_us: check.jitter_us,
            }),
            FirstConversation::Client(check) => Self::Client(ClientCheck {
                expects_from: check.expects_from,
                content_octets: check.content_octets,
                start_us: check.start_us,
            }),
            FirstConversation::Intermediary(check) => Self::Intermediary(IntermediaryCheck {
                accepts_content: check.accepts_content,
                persists: check.persists,
                pools: check.pools,
                serves_in_parallel: check.serves_in_parallel,
                round_trip_us: check.round_trip_us,
                jitter_us: check.jitter_us,
            }),
        }
    }
}
