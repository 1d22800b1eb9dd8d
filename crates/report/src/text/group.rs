//! Findings of one kind, told once.

use std::collections::BTreeMap;

use expectspec_requirements::Verdict;

use crate::Document;
use crate::document::{Case, Finding};

/// Findings that differ only in their case, and in numbers.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) finding: &'a Finding,
    pub(crate) transcript: &'a str,
    /// Every case that has such a finding, that of `finding` first.
    pub(crate) cases: Vec<&'a Case>,
}

/// The groups of findings with this verdict, by requirement and mark; without deviations that are known.
pub(crate) fn of(document: &Document, verdict: Verdict) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(&str, &str, String), Group<'_>> = BTreeMap::new();
    for case in &document.cases {
        let Some(transcript) = case.transcript.as_deref() else { continue };
        if verdict == Verdict::Deviates && case.known.is_some() {
            continue;
        }
        for finding in &case.findings {
            if finding.verdict != verdict {
                continue;
            }
            let key = (&*finding.requirement, &*finding.mark, shape(&finding.found));
            let group = groups.entry(key);
            let group = group.or_insert_with(|| Group { finding, transcript, cases: Vec::new() });
            if !group.cases.iter().any(|known| known.id == case.id) {
                group.cases.push(case);
            }
        }
    }
    groups.into_values().collect()
}

/// The text without its numbers.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '0'..='9' if shape.ends_with('0') => {}
            '0'..='9' => shape.push('0'),
            _ => shape.push(character),
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn numbers_make_no_difference() {
        assert_eq!(shape("nothing in 5003 ms"), shape("nothing in 17 ms"));
        assert_ne!(shape("417"), shape("the end"));
    }
}
