//! Servers that do what the RFCs allow and people have reported.

mod answers;
mod closing;
mod interim;
mod reading;

use crate::Control;

/// Every control, by topic.
pub static CONTROLS: &[&[Control]] =
    &[answers::CONTROLS, closing::CONTROLS, interim::CONTROLS, reading::CONTROLS];
