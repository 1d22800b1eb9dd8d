//! Reports of a run: text for people, JSON for programs. Pure functions to a `Write`; nothing here prints.
//!
//! ```text
//! Run ── Report ──┬─ write_text       a summary, the deviations with their five facts, facts
//!                 └─ write_json       one object, schema version 1
//! catalogue ────────  write_list, write_explanation
//! Transcript ───────  Judged          what `expectspec judge` says of saved transcripts
//! ```
//!
//! A format is one file. Whatever a subject sent is escaped on its way out: see [`Escaped`].
#![forbid(unsafe_code)]

mod counts;
mod escape;
mod explain;
mod json;
mod judged;
mod list;
mod paint;
mod reason;
mod report;
mod text;

pub use counts::Counts;
pub use escape::Escaped;
pub use explain::{write_case_explanation, write_requirement_explanation};
pub use json::{SCHEMA_VERSION, write_json};
pub use judged::{Judged, write_judged_json, write_judged_text};
pub use list::{write_list_json, write_list_text};
pub use paint::Paint;
pub use report::{LeftOut, Report, Subject};
pub use text::{Detail, TextOptions, write_text};
