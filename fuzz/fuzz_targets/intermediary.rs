//! The reference intermediary under any mediation.
#![no_main]

use expectspec_properties::{Mediation, fuzz};

libfuzzer_sys::fuzz_target!(|mediation: Mediation| fuzz::intermediary(&mediation));
