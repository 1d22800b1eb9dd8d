//! The table of invariants, and its page.

use std::fs;

use expectspec_properties::invariants::Page;
use expectspec_properties::invariants::table::{Function, Held, Invariant, all};
use expectspec_properties::seeds::TARGETS;

#[test]
fn every_number_has_one_row_in_order() {
    let numbers = all().map(|invariant| invariant.id);
    let letter = |number| match number {
        1..=31 => 'S',
        32..=45 => 'C',
        46..=56 => 'P',
        57..=61 => 'H',
        _ => 'T',
    };
    assert!(numbers.eq((1..=65).map(|number| format!("{}{number}", letter(number)))));
}

/// What no function holds are the versions that nobody speaks, and what takes deviants.
#[test]
fn every_other_row_has_a_function() {
    let without = all().filter(|invariant| matches!(invariant.held, Held::Otherwise(_)));
    let numbers: Vec<_> = without.map(|invariant| invariant.id).collect();
    assert_eq!(numbers, ["H57", "H58", "H59", "H60", "H61", "T63"]);
}

/// The functions exist, since the table is compiled; so do the tests that call them.
#[test]
fn every_function_has_its_proptest_and_target() {
    for Function { path, check } in all().flat_map(Invariant::functions) {
        let [file, name] = check.proptest();
        let file = format!("{}/tests/properties/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let source = fs::read_to_string(&file).expect("the source of the tests");
        let proptests = source.split_once("proptest! {").expect("proptests").1;
        assert!(proptests.contains(&format!("fn {name}(")), "{path}: {name} in {file}");
        assert!(check.target().is_none_or(|target| TARGETS.contains(&target)), "{path}");
    }
}

#[test]
fn the_kill_matrices_are_there() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/kill_matrix/main.rs");
    let source = fs::read_to_string(file).expect("the source of the tests");
    assert!(source.contains("fn every_fault_is_caught_by_a_case_of_its_rule("));
    for party in ["servers", "clients", "intermediaries"] {
        assert!(source.contains(&format!("Matrix::of(&{party}::TRIED)")), "{party}");
    }
}

#[test]
fn the_page_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/invariants.md");
    let page = fs::read_to_string(path).expect("the page");
    let hint = "run `cargo run -p expectspec-properties --example seeds`";
    assert!(page == Page.to_string(), "docs/invariants.md is stale; {hint}");
}
