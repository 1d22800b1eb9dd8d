//! The reference intermediary as a machine (RFC 9110 §3.7, §7.6, §10.1.1).
//!
//! [`Intermediary`] is the product of the two other machines: an [`OriginServer`] for each connection
//! toward a client (outbound), a [`Client`] for each connection toward the next hop (inbound), with
//! their tables of states. [`Policy`] holds the choices that the RFCs leave open.
//!
//! [`Client`]: crate::client::Client
//! [`OriginServer`]: crate::origin_server::OriginServer

mod advance;
mod exchange;
mod fields;
mod from_client;
mod from_next_hop;
mod inbound;
mod link;
mod machine;
mod outbound;
mod own;
mod policy;
mod request;
mod response;
mod slots;
mod target;

pub use crate::client::Writing;
pub use crate::origin_server::Reading;
pub use link::{Link, Transmit};
pub use machine::Intermediary;
pub use policy::{
    ContentMode, Continues, ForwardExpectation, Irregularity, NextHop, OwnExpectation, Policy,
    Pool, Role, Timers, UnknownExpectation,
};
