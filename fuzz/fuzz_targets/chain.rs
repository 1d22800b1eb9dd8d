//! Reference clients, intermediaries and origin server under any schedule.
#![no_main]

use expectspec_properties::{Chain, fuzz};

libfuzzer_sys::fuzz_target!(|it: Chain| fuzz::chain(&it));
