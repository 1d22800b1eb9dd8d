//! Deviant clients, each breaking one rule, and odd ones that break none.
//!
//! A [`Fault`] is the reference client but for one deviation. The catalogue must catch it by a case
//! that exercises the broken requirement. A [`Control`] does what people have reported as a bug and
//! the RFCs allow. It must never be flagged.
//!
//! ```
//! use core::time::Duration;
//! use expectspec_engine::client::{Request, Transmit};
//! use expectspec_faults::client;
//! use expectspec_subject::ClientMachine;
//!
//! let fault = client::find("expectation-with-get").expect("the name is known");
//! let mut client = fault.client(vec![Request::new("GET", "/", "a")]);
//! assert_eq!(client.poll_transmit(), Some(Transmit::Open));
//! client.handle_connected(Duration::ZERO);
//! let head = b"GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n";
//! assert_eq!(client.poll_transmit(), Some(Transmit::Octets(head)));
//! ```

mod control;
mod controls;
mod deviant;
mod fault;
mod faults;
mod moment;
mod rule;

pub use control::Control;
pub use controls::CONTROLS;
pub use deviant::Deviant;
pub use fault::Fault;
pub use faults::FAULTS;
pub use moment::{Moment, Response, Sent};
pub use rule::{At, Deviation, Link, OnContent, OnEnd, OnExtra, Reaction, Rule, Script};

/// The fault with this name.
///
/// ```
/// assert!(expectspec_faults::client::find("waits-for-ever").is_some());
/// assert!(expectspec_faults::client::find("no-such-fault").is_none());
/// ```
#[must_use]
pub fn find(name: &str) -> Option<&'static Fault> {
    all().find(|fault| fault.name == name)
}

/// Every fault, by topic.
pub fn all() -> impl Iterator<Item = &'static Fault> {
    FAULTS.iter().copied().flatten()
}

#[cfg(test)]
mod tests;
