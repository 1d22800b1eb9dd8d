//! The manifests keep to the layers: no crate uses one that its row does not name.

use std::collections::BTreeSet;

use expectspec_tests::root;

/// Each crate, and the crates of ours that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("requirements", &[]),
    ("message", &[]),
    ("engine", &["message"]),
    ("judge", &["message", "requirements"]),
    ("catalogue", &["judge", "requirements"]),
    ("subject", &["engine", "judge", "requirements"]),
    ("runner", &["catalogue", "judge", "requirements", "subject"]),
    ("evidence", &["requirements"]),
    ("report", &["catalogue", "evidence", "judge", "requirements", "runner"]),
    (
        "cli",
        &[
            "catalogue",
            "engine",
            "faults",
            "fuzzer",
            "judge",
            "report",
            "requirements",
            "runner",
            "subject",
        ],
    ),
    ("faults", &["engine", "judge", "message", "requirements", "subject"]),
    ("machines", &["engine", "judge"]),
    (
        "properties",
        &[
            "catalogue",
            "engine",
            "faults",
            "judge",
            "machines",
            "message",
            "requirements",
            "subject",
        ],
    ),
    (
        "fuzzer",
        &["catalogue", "judge", "message", "properties", "requirements", "runner", "subject"],
    ),
    ("differential", &["message"]),
    ("lab", &["catalogue", "judge", "message", "report", "requirements", "runner", "subject"]),
    ("model", &["engine", "judge", "machines", "message", "requirements"]),
    ("expectspec", &["catalogue", "evidence", "judge", "requirements", "runner", "subject"]),
];
/// These have no dependency from outside but `memchr`.
const PURE: &[&str] = &["requirements", "message", "engine", "judge"];

fn dependencies(folder: &str) -> BTreeSet<String> {
    let path = root().join("crates").join(folder).join("Cargo.toml");
    let text = std::fs::read_to_string(&path).expect("a manifest");
    let manifest: toml::Table = text.parse().expect("valid TOML");
    let table = manifest.get("dependencies").and_then(toml::Value::as_table);
    table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn no_crate_uses_one_that_its_row_does_not_name() {
    for (folder, may_use) in LAYERS {
        for dependency in dependencies(folder) {
            let Some(ours) = dependency.strip_prefix("expectspec-") else { continue };
            assert!(may_use.contains(&ours), "{folder} may not use {ours}");
        }
    }
}

#[test]
fn every_crate_has_a_row() {
    let folders = std::fs::read_dir(root().join("crates")).expect("crates/");
    for folder in folders {
        let folder = folder.expect("an entry").file_name().into_string().expect("a plain name");
        assert!(LAYERS.iter().any(|(name, _)| *name == folder), "{folder} has no row");
    }
}

#[test]
fn the_pure_crates_have_no_dependency_from_outside_but_memchr() {
    for folder in PURE {
        for dependency in dependencies(folder) {
            let known = dependency.starts_with("expectspec-") || dependency == "memchr";
            assert!(known, "{folder} uses {dependency}");
        }
    }
}
