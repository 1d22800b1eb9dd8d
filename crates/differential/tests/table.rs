//! The table of disagreements: no row is dead, none hides behind another.

use std::collections::BTreeSet;

use expectspec_differential::{
    DISAGREEMENTS, Disagreement, Role, What, Who, differences, differential, expecting, reasons,
    seeds,
};

fn rows() -> impl Iterator<Item = &'static Disagreement> {
    DISAGREEMENTS.into_iter().flatten()
}

/// Whether a row is the only one that explains what it is about, in what it names as its
/// example, of everyone
/// that it names.
fn is_the_only_reason(row: &'static Disagreement) -> bool {
    let (role, octets) = row.example;
    let mut who: Vec<Who> = Vec::new();
    differences(role, octets, |difference| {
        let found: Vec<_> = reasons(difference).collect();
        if found.len() == 1 && std::ptr::eq(found[0], row) {
            who.push(difference.who);
        }
    });
    row.who.iter().all(|it| who.contains(it))
}

#[test]
fn each_row_has_an_input_that_nothing_else_explains() {
    let dead = rows().filter(|row| !is_the_only_reason(row)).map(|row| row.name);
    assert_eq!(dead.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn each_example_holds_as_a_whole() {
    for row in rows() {
        differential(row.example.1);
    }
}

#[test]
fn each_row_says_why_and_where() {
    let mut reasons = BTreeSet::new();
    for row in rows() {
        assert!(row.section.starts_with("RFC 911"), "{}", row.section);
        assert!(!row.who.is_empty() && !row.reason.is_empty());
        assert!(reasons.insert(row.reason), "twice: {}", row.reason);
    }
}

/// We refuse and wait for nothing that another reads: that would be a find.
#[test]
fn no_row_excuses_that_we_read_less() {
    assert!(rows().all(|row| !matches!(row.what, What::WeRefuse | What::WeWait | What::TheyWait)));
}

#[test]
fn everyone_agrees_about_what_is_plain() {
    for (_, octets) in seeds().filter(|(name, _)| name.starts_with("agreed-")) {
        let expecting = expecting(octets);
        let (role, octets) = match octets {
            [b'H', b'T', b'T', b'P', ..] => (Role::Response, octets),
            [b' ', ..] => (Role::Request, &expecting[..]),
            _ => (Role::Request, octets),
        };
        differences(role, octets, |difference| panic!("{difference:?}"));
    }
}

#[test]
fn each_seed_has_a_name_of_its_own() {
    let names: BTreeSet<_> = seeds().map(|(name, _)| name).collect();
    assert_eq!(names.len(), seeds().count());
    assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')));
}
