//! The text form of transcripts.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| expectspec_properties::fuzz::transcript(text));
