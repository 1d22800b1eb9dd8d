//! What always holds, as functions: tests, corpus replay and fuzz targets call the same ones.
//!
//! A property takes what was generated, panics where it does not hold, and gives nothing otherwise.
//! Each fuzz target is one call:
//!
//! | target | property | its input |
//! |---|---|---|
//! | `expect_value` | [`expect_value()`] | a field value, several lines parted by LF |
//! | `head` | [`head()`] | the octets of a head |
//! | `chunked` | [`chunked()`] | the octets of chunked content |
//! | `transcript` | [`judging::any_text`] | the text form of a transcript |
//! | `judge` | [`judging::any_octets`] | an encoded [transcript](any_transcript()) |
//! | `origin_server` | [`origin_server()`] | an encoded [`Schedule`] |
//! | `client` | [`client()`] | an encoded [`Reception`] |
//! | `intermediary` | [`intermediary()`] | an encoded [`Mediation`] |
//! | `chain` | [`chain()`] | an encoded [`Chain`] |
//! | `differential` | the crate `expectspec-differential`: others read heads and expectations as we do | the octets of a head, or a field value |
//!
//! The last ones play a reference in virtual time: the origin server under a client's schedule, the client
//! as any origin server receives it, the intermediary between clients and an origin server that do
//! anything, and all references together, in chains. What passed is held against [invariants], and judged: the reference must be found to
//! conform. [`twins`] compares the answers to two requests, [`interims`] two receptions, [`hidden`] and
//! [`refusal`] state single rules of their own. What the last two take is generated in tests only.
//!
//! The [table](invariants::table) names every invariant with the function that holds it.
#![forbid(unsafe_code)]

mod any_transcript;
pub mod chain;
mod choices;
pub mod chunked;
pub mod client;
mod drive;
pub mod expect_value;
pub mod fuzz;
pub mod head;
pub mod hidden;
pub mod interims;
pub mod intermediary;
pub mod invariants;
pub mod judging;
mod mediation;
mod net;
pub mod origin_server;
mod pieces;
#[cfg(feature = "planted")]
pub mod planted;
mod presets;
mod reception;
pub mod refusal;
mod schedule;
pub mod seeds;
mod tested;
pub mod twins;
pub mod words;

pub use any_transcript::{any_transcript, encode_transcript};
pub use chain::{Chain, ChainClient, ChainPlay, chain, play_chain};
pub use chunked::chunked;
pub use client::client;
pub use drive::{Input, Play, Visit, WINDOWS, play, windows};
pub use expect_value::expect_value;
pub use head::head;
pub use intermediary::intermediary;
pub use mediation::{Mediation, MediationPlay, Move, OriginStep, mediate};
pub use origin_server::{claims, origin_server};
pub use reception::{Ask, HostStep, Reception, ReceptionPlay, receive};
pub use schedule::{Action, RequestHead, Schedule, ScriptError, ScriptErrorKind};
