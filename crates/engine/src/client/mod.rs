//! The reference client as a machine (RFC 9110 §10.1.1, RFC 9112 §9).
//!
//! [`next`] is the machine: eleven states, every transition in one table. [`Policy`] holds the choices
//! that the RFCs leave open, [`Client`] turns octets into events and transitions into octets.
//! [`ReferenceClient`] is a whole user agent: it performs requests one after another.

mod agent;
mod attempt;
mod content_writer;
mod decimal;
mod ending;
mod event;
mod exchange;
mod failure;
mod final_response;
mod head;
mod input;
mod link;
mod machine;
mod notice;
mod outcome;
mod policy;
mod progress;
mod redirect;
mod relayed;
mod request;
mod response_reader;
mod state;
mod stream;
mod submit_error;
mod transition;

pub use crate::origin_server::Connection;
pub use agent::ReferenceClient;
pub(crate) use decimal::write_hexadecimal;
pub use event::{Event, Expects, Rest, Then};
pub use failure::Failure;
pub use link::{Transmit, Writing};
pub use machine::Client;
pub use notice::{Notice, RepeatCause, Response};
pub use outcome::Outcome;
pub use policy::{
    EarlyFinal, ExpectationFailed, Irregularity, LostConnection, Patience, Policy, Redirects,
    RequestVersion, Reuse, SendExpectation, Timers, UnrequestedSwitch,
};
pub(crate) use relayed::{RelayedContent, RelayedExpectation, RelayedRequest};
pub use request::{Content, Field, Replay, Request};
pub use state::State;
pub use submit_error::SubmitError;
pub use transition::{Violation, next};
