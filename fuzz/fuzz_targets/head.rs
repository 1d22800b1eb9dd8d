//! Message heads.
#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| expectspec_properties::fuzz::head(octets));
