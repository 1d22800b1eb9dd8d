//! Clients that do what the RFCs allow and people have reported.

mod policies;
mod reading;
mod sending;

use super::Control;

/// Every control, by topic.
pub static CONTROLS: &[&[Control]] = &[policies::CONTROLS, reading::CONTROLS, sending::CONTROLS];
