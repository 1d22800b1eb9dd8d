//! Intermediaries that do what the RFCs allow and people have reported.

mod content;
mod own;
mod policies;
mod relaying;

use super::Control;

/// Every control, by topic.
pub static CONTROLS: &[&[Control]] =
    &[policies::CONTROLS, own::CONTROLS, relaying::CONTROLS, content::CONTROLS];
