//! Findings that rest on a clock are seen again before they are reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::CaseRun;

/// So many cases stand for all that have a doubt of the same kind.
const SAMPLE: usize = 3;

/// A requirement and the mark of a finding.
type Kind = (&'static str, &'static str);

fn kinds(case: &CaseRun) -> BTreeSet<Kind> {
    case.doubts().map(|doubt| (doubt.requirement.id, doubt.mark)).collect()
}

/// The cases that are run again first: a sample of each kind of doubt.
pub(crate) fn sample(cases: &[CaseRun]) -> BTreeSet<usize> {
    let mut taken: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut sample = BTreeSet::new();
    for (index, case) in cases.iter().enumerate() {
        for kind in kinds(case) {
            let taken = taken.entry(kind).or_default();
            if *taken < SAMPLE {
                *taken += 1;
                sample.insert(index);
            }
        }
    }
    sample
}

/// The cases that share a kind of doubt with one of `differing`, whose doubts were not seen again.
pub(crate) fn akin(cases: &[CaseRun], differing: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let unsure: BTreeSet<Kind> = differing.flat_map(|index| kinds(&cases[index])).collect();
    (0..cases.len()).filter(|&index| !kinds(&cases[index]).is_disjoint(&unsure)).collect()
}

/// Whether two runs of a case have the same doubts.
pub(crate) fn agree(first: &CaseRun, second: &CaseRun) -> bool {
    kinds(first) == kinds(second)
}

/// Which run stands in the place of the first, whose doubts the second did not share: the second if
/// the third shares its doubts, none if the third shares those of the first, and otherwise the one
/// with the fewest.
pub(crate) fn better(first: &CaseRun, second: CaseRun, third: CaseRun) -> Option<CaseRun> {
    if agree(first, &third) {
        return None;
    }
    if agree(&second, &third) {
        return Some(second);
    }
    let fewest = if third.doubts().count() < second.doubts().count() { third } else { second };
    (fewest.doubts().count() < first.doubts().count()).then_some(fewest)
}
