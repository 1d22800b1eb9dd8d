//! Chunked content.
#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| expectspec_properties::fuzz::chunked(octets));
