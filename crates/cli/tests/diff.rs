//! `expectspec diff`: two saved runs, and an exit code for CI.

mod tool;

use std::fs;

use tool::{assert_harmless, assert_one_line, run};

/// Saves a run of the reference under a policy, and names the file.
fn saved(folder: &tempfile::TempDir, policy: &str, profile: &str) -> String {
    let file = folder.path().join(format!("{policy}-{profile}.json"));
    let file = file.to_str().expect("a plain name").to_owned();
    let run = run(&[
        "server",
        "--demo",
        "--no-progress",
        "EXP-SRV-008",
        "--policy",
        policy,
        "--profile",
        profile,
        "--format",
        "json",
        "--output",
        &file,
    ]);
    assert!(run.code < 2, "{run:?}");
    file
}

#[test]
fn only_what_became_worse_is_a_failure() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = saved(&folder, "upgrading", "rfc2616");
    let bad = saved(&folder, "ignore-unknown", "rfc2616");
    for (before, after, code, says) in [
        (&good, &good, 0, "nothing changed"),
        (&good, &bad, 1, "REGRESSIONS ("),
        (&bad, &good, 0, "FIXES ("),
    ] {
        for (format, says) in [("text", Some(says)), ("markdown", None), ("json", None)] {
            let told = run(&["diff", before, after, "--format", format]);
            assert_eq!((told.code, told.err.as_str()), (code, ""), "{told:?}");
            assert!(says.is_none_or(|says| told.out.contains(says)), "{told:?}");
            assert_harmless(&told.out);
        }
    }
}

#[test]
fn what_cannot_be_compared_is_refused_in_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let run_file = saved(&folder, "upgrading", "rfc9110");
    let other = saved(&folder, "upgrading", "strict");
    let broken = folder.path().join("broken");
    fs::write(&broken, "{\x1b[2J").expect("a writable folder");
    let broken = broken.to_str().expect("a plain name");
    for (files, says) in [
        ([run_file.as_str(), other.as_str()], "different profiles"),
        ([&run_file, broken], "is not a saved run"),
        (["/no/such/file", &run_file], "cannot read"),
    ] {
        let told = run(&["diff", files[0], files[1]]);
        assert_eq!(told.code, 2, "{told:?}");
        assert_one_line(&told);
        assert_harmless(&told.err);
        assert!(told.err.contains(says), "{told:?}");
    }
}
