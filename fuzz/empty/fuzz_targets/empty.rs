//! Nothing: how fast libFuzzer is by itself.
#![no_main]

libfuzzer_sys::fuzz_target!(|_octets: &[u8]| {});
