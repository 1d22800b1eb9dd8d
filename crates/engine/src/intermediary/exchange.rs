//! What the intermediary remembers of the request of one client.

use alloc::vec::Vec;

use super::request::Forwarding;

/// The variables of one exchange beside the states of its two sides.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) method: Vec<u8>,
    /// The connection toward the next hop that the request went out on.
    pub(super) inbound: Option<u16>,
    /// A request that waits for the end of its content.
    pub(super) collecting: Option<Collecting>,
    pub(super) content: ContentStage,
    pub(super) response: ResponseStage,
    /// Whether a 100 (Continue) of the next hop is the intermediary's own matter (I7).
    pub(super) asked: Asked,
    /// How many 100 (Continue) of the next hop were relayed.
    pub(super) continues_relayed: u32,
}

/// A request that waits for the end of its content.
#[derive(Clone, Debug)]
pub(super) struct Collecting {
    pub(super) forwarding: Forwarding,
    pub(super) octets: Vec<u8>,
}

/// How much of the content the client has sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ContentStage {
    Coming,
    Complete,
}

/// How much of the final response has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ResponseStage {
    None,
    Begun,
    Complete,
    /// There is none any more: octets go both ways (RFC 9110 §9.3.6).
    Tunnel,
}

/// Who asked the next hop for a 100 (Continue).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// The client, or nobody.
    Client,
    Itself,
}
