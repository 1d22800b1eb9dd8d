//! Deviant intermediaries, each breaking one rule, and odd ones that break none.
//!
//! A [`Fault`] is the reference intermediary but for one deviation. The catalogue must catch it by
//! the broken requirement. A [`Control`] does what people have reported as a bug and the RFCs allow.
//! It must never be flagged.
//!
//! ```
//! use core::time::Duration;
//! use expectspec_engine::intermediary::Transmit;
//! use expectspec_faults::intermediary;
//! use expectspec_subject::IntermediaryMachine;
//!
//! let fault = intermediary::find("forwards-without-via").expect("the name is known");
//! let mut proxy = fault.intermediary();
//! let client = proxy.handle_accepted(Duration::ZERO);
//! proxy.handle_octets(client, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", Duration::ZERO);
//! let Some((origin, Transmit::Open { .. })) = proxy.poll_transmit() else { panic!() };
//! proxy.handle_connected(origin, Duration::ZERO);
//! let head = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";
//! assert_eq!(proxy.poll_transmit(), Some((origin, Transmit::Octets(head))));
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
pub use moment::{Answer, Came, Message, Moment};
pub use rule::{Deviation, Links, OnContent, OnEnd, Rule, Script, Strays, Until, Way};

/// The fault with this name.
///
/// ```
/// assert!(expectspec_faults::intermediary::find("withholds-an-early-final").is_some());
/// assert!(expectspec_faults::intermediary::find("no-such-fault").is_none());
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
