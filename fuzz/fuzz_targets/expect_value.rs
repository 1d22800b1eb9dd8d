//! The `Expect` field value.
#![no_main]

libfuzzer_sys::fuzz_target!(|value: &[u8]| expectspec_properties::fuzz::expect_value(value));
