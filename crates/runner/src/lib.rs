//! Plays cases against a subject and has the judge read what passed. Emits events and prints nothing.
#![forbid(unsafe_code)]

mod case_run;
mod check;
mod confirm;
mod event;
mod needs;
mod plan;
mod player;
mod run;
mod run_error;
mod terms;

pub use case_run::{CaseRun, Conclusion};
pub use check::{Check, CheckError};
pub use event::Event;
pub use plan::Plan;
pub use player::{PlayError, Played, play};
pub use run::{Run, run};
pub use run_error::RunError;
pub use terms::{Allowance, InVain, Terms};
