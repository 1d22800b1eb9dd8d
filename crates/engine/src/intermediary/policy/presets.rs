//! The policies that people run, by name.

use alloc::vec;
use alloc::vec::Vec;
use core::time::Duration;

use expectspec_message::Limits;

use super::{
    ContentMode, Continues, ForwardExpectation, Irregularity, NextHop, OwnExpectation, Policy,
    Pool, Role, Timers, UnknownExpectation,
};

impl Default for Policy {
    fn default() -> Self {
        Self {
            role: Role::Gateway,
            continues: Continues::Relay,
            expectation: ForwardExpectation::Forward,
            unknown_expectation: UnknownExpectation::Forward,
            content: ContentMode::Stream,
            pool: Pool::Reuse,
            next_hop: NextHop::Unknown,
            own_expectation: OwnExpectation::Never,
            patience: Duration::from_secs(1),
            pseudonym: "expectspec",
            irregularity: Irregularity::Accept,
            interims_max: 1000,
            content_octets_max: 16 * 1024 * 1024,
            limits: Limits::default(),
            held_octets_max: 64 * 1024,
            idle_connections_max: 16,
            timers: Timers::default(),
        }
    }
}

impl Policy {
    /// The name and the policy of every preset, the default first.
    #[must_use]
    pub fn presets() -> Vec<(&'static str, Self)> {
        vec![
            ("default", Self::default()),
            ("answering", Self::answering()),
            ("stripping", Self::stripping()),
            ("refusing", Self::refusing()),
            ("buffering", Self::buffering()),
            ("unpooled", Self::unpooled()),
            ("expecting", Self::expecting()),
            ("strict", Self::strict()),
            ("proxy", Self::proxy()),
            ("http10-next-hop", Self::http10_next_hop()),
            ("proxy-refusing", Self::proxy_refusing()),
            ("proxy-expecting", Self::proxy_expecting()),
            ("forward", Self::forward()),
        ]
    }

    /// The preset with this name.
    ///
    /// ```
    /// use expectspec_engine::intermediary::Policy;
    ///
    /// assert_eq!(Policy::preset("proxy"), Some(Policy::proxy()));
    /// assert_eq!(Policy::preset("tunnel"), None);
    /// ```
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        Self::presets().into_iter().find(|(it, _)| *it == name).map(|(_, policy)| policy)
    }

    /// A gateway that answers every 100-continue expectation at once and forwards it all the same.
    #[must_use]
    pub fn answering() -> Self {
        Self { continues: Continues::AnswerItself, ..Self::default() }
    }

    /// A gateway that answers every 100-continue expectation and does not forward it.
    #[must_use]
    pub fn stripping() -> Self {
        Self { expectation: ForwardExpectation::Strip, ..Self::answering() }
    }

    /// A gateway that answers expectations other than 100-continue with 417.
    #[must_use]
    pub fn refusing() -> Self {
        Self { unknown_expectation: UnknownExpectation::Refuse, ..Self::default() }
    }

    /// A gateway that collects the content before it forwards the request.
    #[must_use]
    pub fn buffering() -> Self {
        Self { content: ContentMode::Buffer, ..Self::stripping() }
    }

    /// A gateway that opens a connection for each request.
    #[must_use]
    pub fn unpooled() -> Self {
        Self { pool: Pool::OneRequestAConnection, ..Self::default() }
    }

    /// A gateway that asks before it sends content, whether or not its client does.
    #[must_use]
    pub fn expecting() -> Self {
        Self { own_expectation: OwnExpectation::WhenContent, ..Self::default() }
    }

    /// A gateway that reads past nothing in a response that the grammar does not allow.
    #[must_use]
    pub fn strict() -> Self {
        Self { irregularity: Irregularity::Refuse, ..Self::default() }
    }

    /// A proxy with one next hop, which relays all expectations and all interim responses.
    #[must_use]
    pub fn proxy() -> Self {
        Self { role: Role::Proxy, ..Self::default() }
    }

    /// A proxy that believes the next hop to be HTTP/1.0, and so answers itself.
    #[must_use]
    pub fn http10_next_hop() -> Self {
        Self { next_hop: NextHop::Http10, ..Self::proxy() }
    }

    /// A proxy that answers expectations other than 100-continue with 417.
    #[must_use]
    pub fn proxy_refusing() -> Self {
        Self { unknown_expectation: UnknownExpectation::Refuse, ..Self::proxy() }
    }

    /// A proxy that asks before it sends content, whether or not its client does.
    #[must_use]
    pub fn proxy_expecting() -> Self {
        Self { own_expectation: OwnExpectation::WhenContent, ..Self::proxy() }
    }

    /// A proxy that its clients choose, for any host.
    #[must_use]
    pub fn forward() -> Self {
        Self { role: Role::Forward, ..Self::default() }
    }
}
