//! Reference clients, intermediaries and origin server under any schedule.
#![no_main]

use expectspec_properties::{Chain, chain};

libfuzzer_sys::fuzz_target!(|it: Chain| chain(&it));
