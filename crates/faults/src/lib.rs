//! Deviant origin servers, clients and intermediaries, each breaking one rule, and odd ones that break none.
//!
//! A [`Fault`] is the reference server but for one deviation. The catalogue must catch it by a case
//! that exercises the broken requirement. A [`Control`] does what people have reported as a bug and
//! the RFCs allow. It must never be flagged. The same for clients is in [`client`], for intermediaries in
//! [`intermediary`].
//!
//! ```
//! use core::time::Duration;
//! use expectspec_engine::origin_server::Transmit;
//! use expectspec_subject::ServerMachine;
//!
//! let fault = expectspec_faults::find("continue-without-reason-space").expect("the name is known");
//! let mut server = fault.server();
//! let head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
//! server.handle_octets(head, Duration::ZERO);
//! assert_eq!(server.poll_transmit(), Some(Transmit::Octets(b"HTTP/1.1 100\r\n\r\n")));
//! ```
#![forbid(unsafe_code)]

pub mod client;
mod content;
mod control;
mod controls;
mod deviant;
mod edit;
mod fault;
mod faults;
pub mod intermediary;
mod message;
mod request;
mod rule;

pub use control::{Control, ControlOf, Grade};
pub use controls::CONTROLS;
pub use deviant::Deviant;
pub use edit::Edit;
pub use fault::{Fault, FaultOf};
pub use faults::FAULTS;
pub use request::Request;
pub use rule::{Deviation, OnContent, OnEnd, Rest, Rule, Script, Sending};

/// The fault with this name.
///
/// ```
/// assert!(expectspec_faults::find("silence-until-content").is_some());
/// assert!(expectspec_faults::find("no-such-fault").is_none());
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
