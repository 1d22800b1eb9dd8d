//! Octets that parsers and the judge read.

use expectspec_judge::Transcript;

use super::{IS_THOROUGH, Lot};
use crate::judging::{
    are_alike, findings_are_explained, jitter_of_breaks_nothing, text_is_lossless,
};
use crate::tested::judge as judge_it;
use crate::{any_transcript, chunked as chunks, expect_value as expect, head as heads, judging};

/// [`expect_value`](crate::expect_value()), of which each value is compared with one other.
///
/// # Panics
/// When something does not hold.
pub fn expect_value(value: &[u8]) {
    if *IS_THOROUGH {
        return crate::expect_value(value);
    }
    match Lot::of(value).below(16) {
        0..4 => expect::counts_are_those_of_the_members(value),
        4..6 => expect::case_makes_no_difference(value),
        6..8 => expect::whitespace_around_makes_no_difference(value),
        8..10 => expect::empty_members_make_no_difference(value),
        10..13 => expect::what_is_printed_is_read_back(value),
        _ => {
            let lines: Vec<_> = value.split(|&octet| octet == b'\n').collect();
            expect::lines_are_the_whole(&lines);
        }
    }
}

/// [`head`](crate::head()), each read in one way.
///
/// # Panics
/// When something does not hold.
pub fn head(octets: &[u8]) {
    if *IS_THOROUGH {
        return crate::head(octets);
    }
    let mut lot = Lot::of(octets);
    match lot.below(8) {
        0 => heads::offsets_are_within(octets),
        1..4 => heads::requests_agree_with_httparse(octets),
        4..6 => heads::responses_agree_with_httparse(octets),
        _ => heads::a_cut_makes_no_difference(octets, lot.below(4), lot.below(octets.len() + 1)),
    }
}

/// [`chunked`](crate::chunked()), each read in one way.
///
/// # Panics
/// When something does not hold.
pub fn chunked(octets: &[u8]) {
    if *IS_THOROUGH {
        return crate::chunked(octets);
    }
    let mut lot = Lot::of(octets);
    match lot.below(8) {
        0 => chunks::what_is_chunked_is_read_back(octets),
        1..4 => chunks::a_cut_makes_no_difference(octets, lot.below(octets.len() + 1)),
        _ => chunks::agrees_with_the_grammar(octets),
    }
}

/// [`judging::any_text`], each looked at in one way.
///
/// # Panics
/// When something does not hold.
pub fn transcript(text: &str) {
    if *IS_THOROUGH {
        return judging::any_text(text);
    }
    match text.parse::<Transcript>() {
        Ok(transcript) => {
            judging::print_and_read(&transcript);
            let mut lot = Lot::of(text.as_bytes());
            if lot.below(8) == 0 {
                some(&transcript, &mut lot);
            }
        }
        Err(error) => judging::names_a_line(text, &error),
    }
}

/// [`judging::any_octets`], each looked at in one way.
///
/// # Panics
/// When something does not hold.
pub fn judge(octets: &[u8]) {
    if *IS_THOROUGH {
        return judging::any_octets(octets);
    }
    some(&any_transcript(octets), &mut Lot::of(octets));
}

/// What holds of all findings, and one of the dearer properties of the judge.
pub(super) fn some(transcript: &Transcript, lot: &mut Lot) {
    let findings = judge_it(transcript);
    findings_are_explained(transcript, &findings);
    match lot.below(8) {
        0 => jitter_of_breaks_nothing(transcript, [1 + lot.below(1 << 16) as u64]),
        1 => assert!(are_alike(&findings, &judge_it(transcript)), "{transcript}"),
        2..4 => text_is_lossless(transcript),
        _ => {}
    }
}
