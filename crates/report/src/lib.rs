//! Reports of a run, one file a format. Pure functions to a `Write`; nothing here prints.
//!
//! ```text
//! Run ── Report ── Document ──┬─ Format::Text    a summary, the deviations with their five facts
//!                      ↑ read  └─ Format::Json    one object, schema version 1, which is read again
//! two Documents ─────  Diff                     what became worse, what became better
//! catalogue ─────────  write_list, write_explanation, Scene (a case to be played by hand)
//! Transcript ────────  Judged                   what `expectspec judge` says of saved transcripts
//! ```
//!
//! Whatever a subject sent is made harmless once, where it enters a [`Document`]: see [`Escaped`] and
//! [`document::Printable`]. Each format has one more place that escapes what its own syntax obeys.
#![forbid(unsafe_code)]

mod badge;
mod counts;
mod diff;
pub mod document;
mod explain;
mod format;
mod html;
mod json;
mod judged;
mod junit;
mod list;
mod markdown;
mod markup;
mod reason;
mod report;
mod reproduce;
mod sarif;
mod tap;
mod text;

pub use counts::Counts;
pub use diff::{Change, Diff, DiffError, DiffFormat, FactChange};
pub use document::{Document, DocumentError, JudgeAgainError, KnownFile, SCHEMA_VERSION};
pub use expectspec_evidence::{Escaped, Paint};
pub use explain::{write_case_explanation, write_requirement_explanation};

pub use format::{Format, write_json, write_text};
pub use judged::{Judged, write_finding, write_judged_json, write_judged_text};
pub use list::{
    write_list_json, write_list_markdown, write_list_text, write_requirements_markdown,
    write_requirements_text,
};
pub use report::{LeftOut, Report, Subject};
pub use reproduce::{ReproductionForm, Scene};
pub use text::{Detail, TextOptions};
