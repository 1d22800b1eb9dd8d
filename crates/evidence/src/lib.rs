//! What was found, as text for people: five facts, of which the last is a transcript cut around the place.
//!
//! ```text
//! EXP-SRV-001 (MUST)  deviates: silence
//!   quote     RFC 9110 §10.1.1  https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
//!             "..."
//!   expected  a 100 (Continue) or a final response before any content is sent
//!   found     nothing for 5003 ms
//!   in        origin-server/handshake/answers
//! ```
//!
//! Reports say it so, and so do the tests of adopters, who should not pay for every format of a report.
#![forbid(unsafe_code)]

mod escape;
mod excerpt;
mod facts;
mod paint;
mod requirement;
pub mod transcript;
mod wrap;

pub use escape::Escaped;
pub use excerpt::{excerpt, write_excerpt};
pub use facts::Evidence;
pub use paint::{Paint, Painted, Tone};
pub use requirement::{levels, write_quotes};
pub use wrap::{cut, write_wrapped};
