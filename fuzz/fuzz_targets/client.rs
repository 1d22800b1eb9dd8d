//! The reference client under any reception.
#![no_main]

use expectspec_properties::{Reception, fuzz};

libfuzzer_sys::fuzz_target!(|reception: Reception| fuzz::client(&reception));
