//! The rows are complete, found by their ids, and known to the right profiles.

use std::format;
use std::vec::Vec;

use super::*;
use crate::{Profile, Scope};

const GROUP_SIZES: [(&str, usize); 23] = [
    ("AUT", 6),
    ("CCH", 3),
    ("CGI", 4),
    ("CLI", 34),
    ("CON", 17),
    ("EHT", 5),
    ("EXT", 3),
    ("FET", 2),
    ("FRM", 11),
    ("GRM", 25),
    ("H2", 18),
    ("H3", 11),
    ("IR", 9),
    ("MTH", 9),
    ("O16", 10),
    ("O31", 2),
    ("O68", 3),
    ("PIP", 7),
    ("PRX", 33),
    ("RED", 5),
    ("SRV", 25),
    ("TRL", 3),
    ("UPG", 7),
];

/// Only what lets two hops disagree on where a message ends.
const DESYNC: [&str; 17] = [
    "EXP-CLI-020",
    "EXP-CON-001",
    "EXP-CON-002",
    "EXP-CON-004",
    "EXP-FRM-003",
    "EXP-FRM-004",
    "EXP-FRM-005",
    "EXP-FRM-006",
    "EXP-H2-007",
    "EXP-H2-014",
    "EXP-PIP-003",
    "EXP-PRX-021",
    "EXP-PRX-022",
    "EXP-PRX-025",
    "EXP-SRV-010",
    "EXP-SRV-025",
    "EXP-TRL-002",
];

/// The group and number of an id.
fn parts(id: &str) -> (&str, &str) {
    let rest = id.strip_prefix("EXP-").expect("ids begin with EXP-");
    rest.split_once('-').expect("ids have a group and a number")
}

fn ids_in_scope(profile: Profile) -> Vec<&'static str> {
    ALL.iter().filter(|row| row.scope.includes(profile)).map(|row| row.id).collect()
}

#[test]
fn all_252_rows_are_there() {
    assert_eq!(ALL.len(), 252);
}

#[test]
fn every_group_has_its_rows() {
    for ((group, size), rows) in GROUP_SIZES.into_iter().zip(GROUPS) {
        assert_eq!(rows.len(), size, "{group}");
        assert!(rows.iter().all(|row| parts(row.id).0 == group), "{group}");
    }
}

#[test]
fn ids_are_unique_and_sorted() {
    assert!(ALL.is_sorted_by(|first, second| first.id < second.id));
}

#[test]
fn ids_are_well_formed() {
    for row in ALL {
        let (group, number) = parts(row.id);
        assert!((2..=3).contains(&group.len()), "{}", row.id);
        assert!(group.bytes().all(|octet| octet.is_ascii_uppercase() || octet.is_ascii_digit()));
        assert!(number.len() == 3 && number.bytes().all(|octet| octet.is_ascii_digit()));
    }
}

#[test]
fn ids_are_the_names_of_the_statics() {
    let names = [
        aut::NAMES,
        cch::NAMES,
        cgi::NAMES,
        cli::NAMES,
        con::NAMES,
        eht::NAMES,
        ext::NAMES,
        fet::NAMES,
        frm::NAMES,
        grm::NAMES,
        h2::NAMES,
        h3::NAMES,
        ir::NAMES,
        mth::NAMES,
        o16::NAMES,
        o31::NAMES,
        o68::NAMES,
        pip::NAMES,
        prx::NAMES,
        red::NAMES,
        srv::NAMES,
        trl::NAMES,
        upg::NAMES,
    ]
    .concat();
    assert_eq!(names.len(), ALL.len());
    for (name, row) in names.into_iter().zip(ALL) {
        assert_eq!(format!("EXP-{}", name.replace('_', "-")), row.id);
    }
}

#[test]
fn every_id_is_found_and_no_other() {
    for row in ALL {
        assert_eq!(find(row.id).map(|found| found.id), Some(row.id));
    }
    for id in ["", "EXP-SRV-000", "EXP-SRV-0011", "exp-srv-001", "SRV-001"] {
        assert!(find(id).is_none(), "{id}");
    }
}

#[test]
fn every_row_names_roles_levels_and_sources() {
    for row in ALL {
        assert!(!row.roles.is_empty() && !row.levels.is_empty() && !row.sources.is_empty());
    }
}

#[test]
fn the_desync_profile_has_its_rows_only() {
    assert_eq!(ids_in_scope(Profile::Desync), DESYNC);
}

#[test]
fn obsolete_text_binds_only_where_it_is_read() {
    const OTHERS: [&str; 8] = [
        "EXP-CON-014",
        "EXP-PRX-011",
        "EXP-PRX-012",
        "EXP-PRX-013",
        "EXP-PRX-014",
        "EXP-PRX-033",
        "EXP-SRV-018",
        "EXP-SRV-021",
    ];
    for row in ALL {
        let expected = match parts(row.id).0 {
            "O16" => Scope::Only(&[Profile::Rfc2616]),
            "O31" => Scope::Only(&[Profile::Rfc7231]),
            "O68" => Scope::Only(&[]),
            _ if OTHERS.contains(&row.id) => Scope::Only(&[Profile::Rfc2616]),
            _ if DESYNC.contains(&row.id) => Scope::EveryAndDesync,
            _ => Scope::Every,
        };
        assert_eq!(row.scope, expected, "{}", row.id);
    }
}

#[test]
fn rulings_can_take_effect() {
    for row in ALL {
        for (index, ruling) in row.rulings.iter().enumerate() {
            assert!(row.scope.includes(ruling.profile), "{} {ruling:?}", row.id);
            let word = |octet: u8| {
                octet.is_ascii_lowercase() || octet.is_ascii_digit() || b"-.".contains(&octet)
            };
            assert!(ruling.mark.bytes().all(word), "{} {ruling:?}", row.id);
            // The first that matches decides, so a general one must not stand before another.
            let shadowed = row.rulings[..index].iter().any(|earlier| {
                earlier.profile == ruling.profile
                    && (earlier.mark == ruling.mark || earlier.mark.is_empty())
            });
            assert!(!shadowed, "{} {ruling:?}", row.id);
        }
    }
}
