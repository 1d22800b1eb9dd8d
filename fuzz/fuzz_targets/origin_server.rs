//! The reference origin server under any schedule.
#![no_main]

use expectspec_properties::{Schedule, fuzz};

libfuzzer_sys::fuzz_target!(|schedule: Schedule| fuzz::origin_server(&schedule));
