//! Reports of a run, one file a format. Pure functions to a `Write`; nothing here prints.
//!
//! ```text
//! Run ── Report ── Document ──┬─ Format::Text    a summary, the deviations with their five facts
//!                      ↑ read  └─ Format::Json    one object, schema version 1, which is read again
//! catalogue ─────────  write_list, write_explanation
//! Transcript ────────  Judged                   what `expectspec judge` says of saved transcripts
//! ```
//!
//! Whatever a subject sent is made harmless once, where it enters a [`Document`]: see [`Escaped`] and
//! [`document::Printable`]. Each format has one more place that escapes what its own syntax obeys.
#![forbid(unsafe_code)]

mod badge;
mod counts;
pub mod document;
mod escape;
mod explain;
mod format;
mod html;
mod json;
mod judged;
mod junit;
mod list;
mod markdown;
mod markup;
mod paint;
mod reason;
mod report;
mod sarif;
mod tap;
mod text;
mod transcript;

pub use counts::Counts;
pub use document::{Document, DocumentError, KnownFile, SCHEMA_VERSION};
pub use escape::Escaped;
pub use explain::{write_case_explanation, write_requirement_explanation};

pub use format::{Format, write_json, write_text};
pub use judged::{Judged, write_judged_json, write_judged_text};
pub use list::{write_list_json, write_list_text};
pub use paint::Paint;
pub use report::{LeftOut, Report, Subject};
pub use text::{Detail, TextOptions};
