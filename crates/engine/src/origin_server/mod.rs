//! The reference origin server as a machine (RFC 9110 §10.1.1, RFC 9112 §9).
//!
//! [`next`] is the machine: twelve states, every transition in one table. [`Policy`] holds the
//! choices that the RFCs leave open, [`OriginServer`] turns octets into events and transitions into
//! octets.

mod command;
mod command_error;
mod content;
mod event;
mod exchange;
mod expiry;
mod fields;
mod input;
mod machine;
mod notice;
mod output;
mod policy;
mod progress;
mod reason;
mod relay;
mod repair;
mod response;
mod ruling;
mod state;
pub(crate) mod target;
mod transition;

pub use command_error::CommandError;
pub use event::{Event, HeadEnd};
pub use input::Reading;
pub use machine::OriginServer;
pub use notice::{Abort, Notice, Request};
pub use output::Transmit;
pub use policy::{
    AmbiguousFraming, ChunkedContent, ContinueWhen, EarlyFinal, EmptyExpect, Http10KeepAlive,
    IncompleteRequest, Irregularity, MalformedExpectation, MinorVersion, OptionalContinue, Policy,
    RepeatedLength, Timers, UnknownExpectation, UnknownMethod,
};
pub(crate) use relay::{ContentFate, FinalFraming, RelayedFinal};
pub use response::{Field, Response};
pub use state::{Connection, State};
pub use transition::{Violation, next};
