//! The one judge: a transcript is read into exchanges, and monitors say of each requirement whether it was kept.
//!
//! ```text
//! Transcript ── Reading ── monitors ──▶ Finding ── Requirement::grade(profile) ──▶ Verdict
//! ```
//!
//! Everything here is a pure function of a [`Transcript`]: no clock, no I/O, no subject.
#![forbid(unsafe_code)]

mod exceptions;
mod fact;
mod finding;
mod judge;
mod monitor;
pub mod monitors;
mod reading;
mod relation;
mod stamp;
mod transcript;

pub use exceptions::EXCEPTIONS;
pub use fact::{Fact, FactGatherer};
pub use finding::{Basis, Finding, Findings};
pub use judge::{judge, judge_reading};
pub use monitor::{Monitor, View, Watched};
pub use reading::{
    Break, Connection, Content, Exchange, Garbage, HostField, Place, Reading, Relay, Request,
    Response, Stream, TARGET_PREFIX, is_from_client, tag_of,
};
pub use relation::{Agree, Relation, relate};
pub use stamp::Stamp;
pub use transcript::{
    Direction, Entry, Event, Said, Side, Transcript, TranscriptError, TranscriptErrorKind, Windows,
};
