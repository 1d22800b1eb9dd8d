//! Plays generated exchanges against a subject, steered by what they show, and shrinks what it finds.
//!
//! ```text
//! made up ─┐            ┌ features ▶ pool ─┐
//!          ├ Input ▶ play ▶ judge          ├▶ changed ▶ Input …
//! corpus  ─┘            └ deviation ▶ repeat ▶ shrink ▶ repeat ▶ Find
//! ```
//!
//! Nothing here judges: a find is a finding of the judge that is a deviation in the profile at hand,
//! shown again, and shrunk as long as the same requirement is broken in the same way.
//!
//! ```
//! use std::sync::Arc;
//! use expectspec_fuzzer::{Fuzz, Settings};
//! use expectspec_subject::{InProcess, drive};
//!
//! let fault = expectspec_faults::find("silence-until-content").expect("the name is known");
//! let server = InProcess::new(fault.name, move |io| drive(io, fault.server()));
//! let settings = Settings { executions_max: Some(50), ..Settings::default() };
//! let fuzz = Fuzz { subject: (Arc::new(server) as Arc<dyn expectspec_subject::Server>).into(), settings };
//! let outcome = fuzz.run(&mut |_| {})?;
//! assert!(outcome.finds.iter().any(|find| find.requirement.id == "EXP-SRV-001"));
//! # Ok::<(), expectspec_runner::RunError>(())
//! ```
#![forbid(unsafe_code)]

mod case;
mod crowd;
mod differ;
mod event;
mod expectations;
mod find;
mod fuzz;
mod generate;
mod hunt;
mod input;
mod mutate;
mod outcome;
mod player;
mod pool;
mod random;
mod runtime;
mod settings;
mod shrink;
mod simpler;
mod states;
mod twins;

pub use differ::{Aspect, Compared, Differ, DifferError, DifferEvent, Differences, Group, Showing};
pub use event::{Event, Progress};
pub use find::{Find, Note, Repeats, Shown};
pub use fuzz::Fuzz;
pub use input::{
    Act, Answer, Cut, Expect, Head, Input, Order, OriginAct, PIECES_MAX, Persistence, Piece, Wait,
};
pub use outcome::{End, Outcome};
pub use settings::Settings;
pub use twins::{TWINS, Twin};
