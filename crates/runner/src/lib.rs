//! Plays cases against a subject and has the judge read what passed. Emits events and prints nothing.
#![forbid(unsafe_code)]

mod again;
mod between;
mod case_run;
mod check;
mod client_check;
mod confirm;
mod event;
mod first;
mod host;
mod intermediary_check;
mod known;
mod needs;
mod plan;
mod player;
mod received;
mod run;
mod run_error;
mod script;
mod stage;
mod subject;
mod terms;
mod wire;
mod wires;

pub use between::play_intermediary;
pub use case_run::{CaseRun, Conclusion};
pub use check::{Check, CheckError};
pub use client_check::{ClientCheck, SIZES};
pub use event::Event;
pub use first::FirstConversation;
pub use host::play_client;
pub use intermediary_check::IntermediaryCheck;
pub use known::{
    Coverage, Deviation, Known, KnownEntry, KnownError, KnownErrorKind, KnownOutcome, Stale,
    Staleness,
};
pub use plan::Plan;
pub use player::{PlayError, Played, play};
pub use run::{Run, run};
pub use run_error::RunError;
pub use subject::Subject;
pub use terms::{Allowance, InVain, Terms};
