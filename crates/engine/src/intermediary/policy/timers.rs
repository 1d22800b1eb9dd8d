//! How long an intermediary waits.

use core::time::Duration;

/// How long the intermediary waits for what. RFC 9110 names no numbers.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Timers {
    /// As a gateway, for a 100 (Continue) of the next hop, before it sends its own.
    pub immediate: Duration,
    /// For the end of a request's head.
    pub head: Duration,
    /// For the next octets of a request's content.
    pub content: Duration,
    /// For the rest of a request that has its final response.
    pub drain: Duration,
    /// For a client's FIN after ours (RFC 9112 §9.6).
    pub linger: Duration,
    /// For a client to take what is written.
    pub stall: Duration,
    /// For a connection to the next hop to open.
    pub connect: Duration,
    /// For the next hop to take content, and for the next octets of its response; then the answer is
    /// 504 (RFC 9110 §15.6.5).
    pub response: Duration,
    /// For a next request, on either side.
    pub idle: Duration,
}

impl Default for Timers {
    fn default() -> Self {
        Self {
            immediate: Duration::from_millis(250),
            head: Duration::from_secs(20),
            content: Duration::from_secs(20),
            drain: Duration::from_secs(10),
            linger: Duration::from_secs(2),
            stall: Duration::from_secs(30),
            connect: Duration::from_secs(10),
            response: Duration::from_secs(30),
            idle: Duration::from_secs(60),
        }
    }
}
