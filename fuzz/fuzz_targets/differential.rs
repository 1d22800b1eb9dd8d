//! Heads and expectations, as others read them.
#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| expectspec_differential::differential(octets));
