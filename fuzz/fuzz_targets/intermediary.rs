//! The reference intermediary under any mediation.
#![no_main]

use expectspec_properties::{Mediation, intermediary};

libfuzzer_sys::fuzz_target!(|mediation: Mediation| intermediary(&mediation));
