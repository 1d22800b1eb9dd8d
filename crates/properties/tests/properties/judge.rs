//! The judge on generated transcripts.

use expectspec_properties::{any_transcript, judging};
use proptest::prelude::*;

use crate::generate::{choices, config};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_transcript_is_judged(octets in prop::collection::vec(any::<u8>(), 0..200)) {
        judging::total(&any_transcript(&octets));
    }

    #[test]
    fn near_transcripts_are_judged(octets in choices(0..100)) {
        judging::total(&any_transcript(&octets));
    }

    #[test]
    fn any_text_is_a_transcript_or_an_error(
        octets in choices(0..60),
        at in any::<prop::sample::Index>(),
        with in prop_oneof![Just("\n"), Just("\""), Just("\\x"), Just(" * 3"), Just(">"), Just("€")],
    ) {
        let mut text = any_transcript(&octets).to_string();
        let at = text.floor_char_boundary(at.index(text.len()));
        text.insert_str(at, with);
        judging::any_text(&text);
    }
}
