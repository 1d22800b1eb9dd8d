//! The choices that the RFCs leave to an intermediary.

mod choices;
mod parts;
mod presets;
mod timers;

use core::time::Duration;

use expectspec_message::Limits;

pub use crate::client::Irregularity;
pub use choices::{
    ContentMode, Continues, ForwardExpectation, NextHop, OwnExpectation, Pool, Role,
    UnknownExpectation,
};
pub use timers::Timers;

/// Every choice that an [`Intermediary`](super::Intermediary) makes where the RFCs leave one.
///
/// What they do not leave is no field: no interim response to an HTTP/1.0 client (RFC 9110 §15.2),
/// no field that a connection option nominates goes further (§7.6.1), no connection serves again that
/// owes content (RFC 9112 §9.3), no message is completed that its sender has not.
///
/// ```
/// use expectspec_engine::intermediary::{Policy, Pool, Role};
///
/// let policy = Policy { role: Role::Proxy, ..Policy::unpooled() };
/// assert_eq!(policy.pool, Pool::OneRequestAConnection);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    /// What the intermediary is to its clients (RFC 9110 §3.7). By default a gateway.
    pub role: Role,
    /// Who answers a 100-continue expectation that is forwarded (RFC 9110 §10.1.1). By default the
    /// next hop: it knows whether it wants the content.
    pub continues: Continues,
    /// What becomes of a 100-continue expectation (RFC 9110 §10.1.1). By default it is forwarded:
    /// the client keeps its content if the next hop does not want it.
    pub expectation: ForwardExpectation,
    /// What becomes of other expectations (RFC 9110 §10.1.1). By default they are forwarded: the
    /// origin server may know them.
    pub unknown_expectation: UnknownExpectation,
    /// When a request is forwarded (RFC 9110 §7.6). By default at once.
    pub content: ContentMode,
    /// Whether connections toward the next hop persist (RFC 9112 §9.3). By default they do.
    pub pool: Pool,
    /// What is believed of the next hop before it has said anything (RFC 9110 §10.1.1: from
    /// configuration). Its responses are believed more. By default nothing.
    pub next_hop: NextHop,
    /// Whether the intermediary adds an expectation of its own (RFC 9110 §10.1.1). By default not.
    pub own_expectation: OwnExpectation,
    /// How long content waits for a 100 (Continue) that the intermediary asked for itself.
    pub patience: Duration,
    /// Whom `Via` names (RFC 9110 §7.6.3).
    pub pseudonym: &'static str,
    /// What becomes of irregularities in responses that do no harm (RFC 9112 §2.2). By default they
    /// are read past, and not passed on. Those that may do harm are always answered with 502.
    pub irregularity: Irregularity,
    /// Interim responses that are relayed at most for one request; then the answer is 502.
    pub interims_max: u32,
    /// Octets of content that are collected at most when they are; above that the answer is 413.
    pub content_octets_max: u64,
    /// How much of one head is read at most.
    pub limits: Limits,
    /// Octets that are held at most, beside the piece that came last, for each direction of an
    /// exchange, before the intermediary reads no more of them.
    pub held_octets_max: usize,
    /// Connections toward the next hop that wait at most for a next request.
    pub idle_connections_max: usize,
    /// How long the intermediary waits, and for what.
    pub timers: Timers,
}
