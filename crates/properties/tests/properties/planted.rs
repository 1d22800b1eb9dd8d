//! What can be planted: without such defects, a target that can't fail would go unnoticed.

use std::collections::BTreeSet;

use expectspec_differential::DEFECTS as OF_OUR_READING;
use expectspec_properties::planted::DEFECTS;
use expectspec_properties::seeds::TARGETS;

#[test]
fn every_target_has_two_defects() {
    for target in TARGETS {
        let defects = DEFECTS.iter().filter(|defect| defect.target == target).count();
        let of_our_reading = if target == "differential" { OF_OUR_READING.len() } else { 0 };
        assert!(defects + of_our_reading >= 2, "{target}");
    }
}

#[test]
fn every_defect_has_a_name_of_its_own_and_a_target() {
    let names: BTreeSet<_> = DEFECTS.iter().map(|defect| defect.name).collect();
    assert_eq!(names.len(), DEFECTS.len());
    for defect in DEFECTS {
        assert!(TARGETS.contains(&defect.target), "{}", defect.target);
        assert!(!defect.what.is_empty() && !defect.sign.is_empty(), "{}", defect.name);
    }
}

#[test]
fn every_fault_that_is_named_exists() {
    let named = DEFECTS.iter().filter(|defect| defect.what == "a fault of the intermediary");
    for defect in named {
        assert!(expectspec_faults::intermediary::find(defect.name).is_some(), "{}", defect.name);
    }
}
