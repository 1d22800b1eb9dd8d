//! What an adopter's build pays for.

use std::collections::BTreeSet;
use std::process::Command;

/// So many packages at most, ours included, without optional features.
const PACKAGES_MAX: usize = 40;

#[test]
fn the_dependency_tree_stays_small() {
    let arguments = ["tree", "--offline", "-p", "expectspec", "-e", "normal", "--no-dedupe"];
    let tree = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8_lossy(&tree.stdout);
    let packages: BTreeSet<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert!(packages.len() <= PACKAGES_MAX, "{} packages: {packages:#?}", packages.len());
}
