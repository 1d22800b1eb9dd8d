//! The choices that the RFCs leave to a client.

mod choices;
mod presets;
mod timers;

use expectspec_message::Limits;

pub use choices::{
    EarlyFinal, ExpectationFailed, Irregularity, LostConnection, Patience, Redirects,
    RequestVersion, Reuse, SendExpectation, UnrequestedSwitch,
};
pub use timers::Timers;

/// Every choice that a [`Client`](super::Client) makes where the RFCs leave one.
///
/// What they do not leave is no field: no expectation without content (RFC 9110 §10.1.1), interim
/// responses of any kind before the final one (§15.2), no further request on a connection that owes
/// content (RFC 9112 §6.3) or has been told to close (§9.6).
///
/// ```
/// use core::time::Duration;
/// use expectspec_engine::client::{Patience, Policy, SendExpectation};
///
/// let patience = Patience::Bounded(Duration::from_millis(300));
/// let policy = Policy { patience, ..Policy::threshold() };
/// assert_eq!(policy.expectation, SendExpectation::ContentAbove(32 * 1024));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    /// When a request has a 100-continue expectation (RFC 9110 §10.1.1). By default whenever it has
    /// content: to show the handshake is what this client is for.
    pub expectation: SendExpectation,
    /// How long content waits for a 100 (Continue) (RFC 9110 §10.1.1). By default 1 s, as the most
    /// widespread clients do.
    pub patience: Patience,
    /// What becomes of the content after an early final response (RFC 9110 §7.5, RFC 9112 §9.5). By
    /// default a little content is sent all the same, which costs less than a new connection.
    pub early_final: EarlyFinal,
    /// What becomes of a 417 to a request with an expectation (RFC 9110 §10.1.1). By default the
    /// request is repeated without it, as the RFC recommends.
    pub expectation_failed: ExpectationFailed,
    /// What becomes of a request when a connection that served before ends without an answer
    /// (RFC 9112 §9.3.1). By default it is repeated if that can do no harm: the server may have
    /// ended an idle connection.
    pub lost_connection: LostConnection,
    /// Whether connections persist (RFC 9112 §9.3). By default they do.
    pub reuse: Reuse,
    /// The version of requests (RFC 9110 §6.2). By default HTTP/1.1; HTTP/1.0 has no expectations.
    pub version: RequestVersion,
    /// What becomes of a 101 that was not asked for (RFC 9110 §15.2.2). By default the request
    /// fails: nobody knows which protocol the next octets have.
    pub unrequested_switch: UnrequestedSwitch,
    /// What becomes of irregularities of a head that do no harm (RFC 9112 §2.2). By default they are
    /// accepted. Those that may do harm always fail the request.
    pub irregularity: Irregularity,
    /// What becomes of a redirection (RFC 9110 §15.4). By default it is the user's.
    pub redirects: Redirects,
    /// Interim responses that are followed at most (RFC 9110 §15.2 names no number). By default more
    /// than any server has reason to send.
    pub interims_max: u32,
    /// Octets of interim responses that are read at most. By default 1 KiB for each that is followed.
    pub interim_octets_max: usize,
    /// Octets of content of a final response that are read at most. By default 16 MiB: no answer
    /// that a test needs is longer.
    pub content_octets_max: u64,
    /// How much of one head is read at most (RFC 9112 §3, RFC 9110 §5.4 name no number). By default
    /// what heads are read with everywhere here.
    pub limits: Limits,
    /// Octets of content that go out at most before what came is looked at (RFC 9112 §9.5). By
    /// default one write's worth.
    pub piece_octets_max: usize,
    /// How long the client waits, and for what.
    pub timers: Timers,
}
