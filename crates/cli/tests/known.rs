//! `--known` and `--write-known`: what is known fails no run, and what is stale fails it.

mod tool;

use std::fs;

use tool::{Told, assert_harmless, assert_one_line, run};

/// A reference that deviates under this profile, in process.
const DEVIANT: [&str; 7] =
    ["server", "--demo", "--no-progress", "--policy", "ignore-unknown", "--profile", "rfc2616"];

/// A folder for a file of known deviations.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> String {
        self.0.path().join("known.txt").to_str().expect("a plain name").to_owned()
    }

    /// Runs with a file that holds this.
    fn run_with(&self, known: &str, options: &[&str]) -> Told {
        fs::write(self.path(), known).expect("a writable folder");
        let path = self.path();
        let told = run(&[&DEVIANT[..], &["--known", &path], options].concat());
        assert_harmless(&told.out);
        assert_harmless(&told.err);
        told
    }
}

/// The draft that a run writes.
fn draft(folder: &Folder, options: &[&str]) -> String {
    let path = folder.path();
    let told = run(&[&DEVIANT[..], &["--write-known", &path], options].concat());
    assert_eq!((told.code, told.err.as_str()), (1, ""), "{told:?}");
    fs::read_to_string(path).expect("a draft")
}

#[test]
fn a_draft_excuses_the_run_that_it_was_made_of() {
    let folder = Folder::new();
    let draft = draft(&folder, &[]);
    assert!(draft.lines().count() > 5, "{draft}");
    let told = folder.run_with(&draft, &[]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
    assert!(told.out.contains("\nKNOWN DEVIATIONS\n") && !told.out.contains("\nDEVIATIONS\n"));
}

#[test]
fn what_the_file_does_not_name_fails_the_run() {
    let folder = Folder::new();
    let draft = draft(&folder, &[]);
    let (rest, last) = draft.trim_end().rsplit_once('\n').expect("more than one line");
    let told = folder.run_with(rest, &[]);
    assert_eq!(told.code, 1, "{}", told.out);
    let (id, requirement) = last.split_once(' ').expect("an entry");
    let (_, deviations) = told.out.split_once("\nDEVIATIONS\n").expect("one that is not known");
    assert!(deviations.contains(id) && deviations.contains(requirement), "{deviations}");
}

#[test]
fn an_entry_that_excuses_nothing_fails_the_run_and_is_named() {
    let folder = Folder::new();
    let draft = draft(&folder, &[]);
    for (entry, why) in [
        ("origin-server/no/such *", "matches no case"),
        ("client/* *", "matches only cases that are not part of this run"),
        (
            "origin-server/handshake/answers-before-content-with-length EXP-SRV-001",
            "no longer deviates: remove it",
        ),
    ] {
        let told = folder.run_with(&format!("{draft}\n# why\n{entry}\n"), &["--quiet"]);
        assert_eq!(told.code, 1, "{entry}: {}", told.out);
        let words = told.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&format!("\"{entry}\" {why}")), "{words}");
    }
}

#[test]
fn a_selection_holds_only_entries_against_it_that_it_plays_whole() {
    let folder = Folder::new();
    let draft = draft(&folder, &[]);
    for part in [&["/handshake/"][..], &["--shard", "1/7"], &["--shard", "7/7", "/value/"]] {
        let told = folder.run_with(&draft, part);
        assert_eq!(told.code, 0, "{part:?}: {}", told.out);
    }
    let id = "origin-server/handshake/answers-before-content-with-length";
    let told = folder.run_with(&format!("# why\n{id} EXP-SRV-001\n"), &[id]);
    assert_eq!(told.code, 1, "{}", told.out);
}

#[test]
fn a_draft_over_a_file_keeps_its_reasons() {
    let folder = Folder::new();
    let known = draft(&folder, &[]);
    let reason = known.lines().find(|line| line.starts_with("# EXP-")).expect("a reason");
    let known = known.replace(reason, "# To be fixed in 2.1.");
    let told = folder.run_with(&known, &["--write-known", &folder.path()]);
    assert_eq!(told.code, 0, "{}", told.out);
    assert_eq!(fs::read_to_string(folder.path()).expect("a draft").matches("2.1.").count(), 1);
}

#[test]
fn a_file_that_is_wrong_is_refused_in_one_line_before_anything_is_run() {
    let folder = Folder::new();
    for (known, says) in [
        ("origin-server/list/* *\n", "line 1: the entry has no reason"),
        ("# why\n\x1b[2J\n", "line 2: "),
        ("# why\norigin-server/list/* EXP-XXX\n", "no requirement is named \"EXP-XXX\""),
    ] {
        let told = folder.run_with(known, &[]);
        assert_eq!(told.code, 2, "{told:?}");
        assert_one_line(&told);
        assert!(told.err.contains(says), "{told:?}");
    }
    let told = run(&[&DEVIANT[..], &["--known", "/no/such/file"]].concat());
    assert_eq!(told.code, 2);
    assert_one_line(&told);
}
