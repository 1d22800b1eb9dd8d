//! The table of invariants in the crate's documentation.

use std::fs;

use expectspec_properties::invariants::{ALL, relaying};

#[test]
fn every_invariant_has_a_row_in_order() {
    let numbers: Vec<_> = rows().into_iter().map(|row| row[0].clone()).collect();
    let expected: Vec<_> = (1..=31).map(|number| format!("S{number}")).collect();
    let between = (46..=56).map(|number| format!("P{number}"));
    let tester = (62..=65).map(|number| format!("T{number}"));
    assert_eq!(numbers, expected.into_iter().chain(between).chain(tester).collect::<Vec<_>>());
}

#[test]
fn every_invariant_of_a_play_is_checked() {
    let of_a_play = rows().into_iter().filter(|row| row[2].contains("(invariants::"));
    // The table names one function twice.
    let numbers = of_a_play.map(|row| row[0].clone()).filter(|number| number != "S31");
    let of_servers = ALL.iter().map(|invariant| invariant.name);
    assert!(numbers.eq(of_servers.chain(relaying::ALL.iter().map(|invariant| invariant.name))));
}

/// Number, statement and function of each row.
fn rows() -> Vec<[String; 3]> {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs");
    let source = fs::read_to_string(source).expect("the source of the crate");
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! | "));
    let cells = rows.filter_map(|row| {
        let cells: Vec<_> = row.trim_end_matches(" |").split(" | ").map(str::to_owned).collect();
        cells.try_into().ok()
    });
    let is_number = |cells: &[String; 3]| {
        cells[0].strip_prefix(['S', 'P', 'T']).is_some_and(|number| number.parse::<u8>().is_ok())
    };
    cells.filter(is_number).collect()
}
