//! How long a client waits.

use core::time::Duration;

/// How long the client waits for what, beside a 100 (Continue). RFC 9110 names no numbers; all are
/// long enough for a slow server, and short enough that nobody takes the client for hung.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Timers {
    /// For a connection to open.
    pub connect: Duration,
    /// For the server to take content, and for the next octets of its response.
    pub response: Duration,
    /// For any progress after an early final response, while the rest of the content goes out.
    pub early: Duration,
    /// For a next request on a connection that persists.
    pub idle: Duration,
    /// For all of the above within one attempt at a request.
    pub exchange: Duration,
}

impl Default for Timers {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            response: Duration::from_secs(30),
            early: Duration::from_secs(5),
            idle: Duration::from_secs(60),
            exchange: Duration::from_secs(120),
        }
    }
}
