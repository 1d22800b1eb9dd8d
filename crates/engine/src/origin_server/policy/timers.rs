//! How long an origin server waits.

use core::time::Duration;

/// How long the server waits in which state, counted from entering it. RFC 9110 names no numbers.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Timers {
    /// For the application while a client waits for a 100 (Continue), which then goes out: what
    /// RFC 9110 §10.1.1 calls immediate.
    pub immediate: Duration,
    /// For the end of a head.
    pub head: Duration,
    /// For the next octets of content.
    pub content: Duration,
    /// For the application once the request is complete; then the answer is 503.
    pub application: Duration,
    /// For the rest of a request that has its final response.
    pub drain: Duration,
    /// For the client's FIN after ours (RFC 9112 §9.6).
    pub linger: Duration,
    /// For the next request.
    pub idle: Duration,
}

impl Default for Timers {
    fn default() -> Self {
        Self {
            immediate: Duration::from_millis(250),
            head: Duration::from_secs(20),
            content: Duration::from_secs(20),
            application: Duration::from_secs(60),
            drain: Duration::from_secs(10),
            linger: Duration::from_secs(2),
            idle: Duration::from_secs(60),
        }
    }
}
