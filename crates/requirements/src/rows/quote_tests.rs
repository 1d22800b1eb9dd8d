//! The rows say what they claim to quote, as strongly as it is printed there.

use std::format;
use std::vec::Vec;

use super::ALL;
use crate::{Document, Level, Strength};

/// The Fetch standard says these in steps and lists, not in a sentence.
const WITHOUT_QUOTE: [&str; 2] = ["EXP-FET-001", "EXP-FET-002"];

/// The keyword stands outside the words quoted, mostly at the head of a list.
const KEYWORD_NOT_QUOTED: [(&str, Level); 4] = [
    ("EXP-CGI-003", Level::Should),
    ("EXP-O16-006", Level::MustNot),
    ("EXP-PRX-009", Level::Must),
    ("EXP-PRX-014", Level::MustNot),
];

/// Where breaking a row means another thing than its printed level would say. Weaker: it cannot be
/// held against anyone from outside, or not for certain. Stronger: an answer of some kind is due.
const STRENGTH_APART: [(&str, Strength); 22] = [
    ("EXP-AUT-006", Strength::May),
    ("EXP-CLI-014", Strength::May),
    ("EXP-CLI-026", Strength::Should),
    ("EXP-CLI-032", Strength::Should),
    ("EXP-CON-012", Strength::May),
    ("EXP-CON-016", Strength::Should),
    ("EXP-GRM-017", Strength::Should),
    ("EXP-GRM-018", Strength::Must),
    ("EXP-GRM-021", Strength::Should),
    ("EXP-GRM-025", Strength::Should),
    ("EXP-H2-001", Strength::Must),
    ("EXP-H2-005", Strength::Should),
    ("EXP-H2-013", Strength::Should),
    ("EXP-H3-006", Strength::May),
    ("EXP-H3-010", Strength::May),
    ("EXP-PRX-003", Strength::Should),
    ("EXP-PRX-010", Strength::Should),
    ("EXP-PRX-028", Strength::Should),
    ("EXP-RED-002", Strength::May),
    ("EXP-SRV-005", Strength::Must),
    ("EXP-SRV-008", Strength::Must),
    ("EXP-SRV-022", Strength::Must),
];

#[test]
fn every_row_quotes_unless_listed() {
    let without: Vec<_> =
        ALL.iter().filter(|row| row.quotes.is_empty()).map(|row| row.id).collect();
    assert_eq!(without, WITHOUT_QUOTE);
}

#[test]
fn quotes_are_plain_text() {
    for row in ALL {
        for quote in row.quotes {
            assert!(quote.len() > 8, "{}", row.id);
            assert!(quote.bytes().all(|octet| (b' '..=b'~').contains(&octet)), "{}", row.id);
            assert_eq!(quote.trim(), *quote, "{}", row.id);
            // Markdown, and what the docs of the statics would take for HTML.
            for mark in ["`", "**", "](", "  ", "<", ">", "&"] {
                assert!(!quote.contains(mark), "{} has {mark}", row.id);
            }
        }
    }
}

#[test]
fn quotes_have_the_keyword_of_every_level_unless_listed() {
    let mut missing = Vec::new();
    for row in ALL {
        for &level in row.levels {
            let bcp14 =
                matches!(level, Level::Must | Level::MustNot | Level::Should | Level::ShouldNot);
            let keyword = format!("{level}");
            // MUST stands in MUST NOT as well.
            let negated = format!("{keyword} NOT");
            let quoted =
                |quote: &&str| quote.matches(&keyword).count() > quote.matches(&negated).count();
            if bcp14 && !row.quotes.iter().any(quoted) {
                missing.push((row.id, level));
            }
        }
    }
    assert_eq!(missing, KEYWORD_NOT_QUOTED);
}

#[test]
fn strengths_follow_the_printed_levels_unless_listed() {
    let mut apart = Vec::new();
    for row in ALL {
        // The gravest level counts. Prose, grammar and drafts print none.
        let printed = row.levels.iter().filter_map(|level| match level {
            Level::Must | Level::MustNot => Some(Strength::Must),
            Level::Should | Level::ShouldNot => Some(Strength::Should),
            Level::May => Some(Strength::May),
            Level::Prose | Level::Abnf | Level::Derived | Level::Draft => None,
        });
        let draft = row.levels.contains(&Level::Draft);
        if !draft && printed.min().is_some_and(|printed| printed != row.strength) {
            apart.push((row.id, row.strength));
        }
    }
    assert_eq!(apart, STRENGTH_APART);
}

#[test]
fn sections_are_numbers_or_lettered_appendices() {
    for source in ALL.iter().flat_map(|row| row.sources) {
        match source.document {
            Document::Rfc(_) | Document::Fetch => {
                let mut steps = source.section.split('.');
                let first = steps.next().expect("split yields at least one step");
                let numbered = |step: &str| step.parse::<u8>().is_ok();
                let lettered = first.len() == 1 && ("A"..="Z").contains(&first);
                assert!((numbered(first) || lettered) && steps.all(numbered), "{source}");
            }
            Document::Draft(name) => {
                assert!(name.starts_with("draft-") && source.section.is_empty(), "{source}");
            }
        }
    }
}

#[test]
fn drafts_are_never_normative() {
    for row in ALL {
        let draft = row.sources.iter().any(|source| matches!(source.document, Document::Draft(_)));
        assert_eq!(draft, row.levels.contains(&Level::Draft), "{}", row.id);
        assert!(!draft || row.strength == Strength::May, "{}", row.id);
    }
}
