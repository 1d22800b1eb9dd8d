//! The reference origin server under any schedule.
#![no_main]

use expectspec_properties::{Schedule, origin_server};

libfuzzer_sys::fuzz_target!(|schedule: Schedule| origin_server(&schedule));
