//! One connection toward the next hop.

use alloc::vec::Vec;

use crate::client::{Client, State};

use super::Policy;

/// A connection toward the next hop, and whose request is on it.
#[derive(Clone, Debug)]
pub(super) struct Inbound {
    pub(super) client: Client,
    pub(super) authority: Option<Vec<u8>>,
    /// The connection toward the client whose request is going on.
    pub(super) user: Option<u16>,
    pub(super) output: Output,
}

/// What the transport does with octets that were given out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Output {
    /// It waits for more.
    Free,
    /// It writes.
    Busy,
}

impl Inbound {
    pub(super) fn new(policy: &Policy, authority: Option<Vec<u8>>) -> Self {
        Self { client: Client::new(policy.inbound()), authority, user: None, output: Output::Free }
    }

    /// Whether it waits in the pool for a request to this authority.
    pub(super) fn is_idle_for(&self, authority: Option<&[u8]>) -> bool {
        self.is_idle() && self.authority.as_deref() == authority
    }

    pub(super) fn is_idle(&self) -> bool {
        self.user.is_none() && self.client.state() == State::Idle
    }
}
