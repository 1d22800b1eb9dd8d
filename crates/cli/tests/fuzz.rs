//! `expectspec fuzz`: what it finds, tells, writes and refuses.

#[path = "tool/reference.rs"]
mod reference;
mod tool;

use std::fs;
use std::path::{Path, PathBuf};

use reference::Reference;
use tool::{assert_harmless, assert_one_line, run};

/// A folder of the test's own, gone before and after.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&folder).ok();
        Self(folder)
    }

    fn name(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn nothing_is_found_in_the_reference() {
    let finds = Folder::new("fuzz-reference");
    let told = run(&[
        "fuzz",
        "server",
        "--demo",
        "--executions",
        "300",
        "--seed",
        "7",
        "--finds",
        finds.name(),
    ]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("reference: 0 finds, "), "{}", told.out);
    assert!(told.out.ends_with("profile rfc9110, seed 7\n"), "{}", told.out);
    assert!(!finds.0.exists(), "a run without finds writes nothing");
}

#[test]
fn a_find_is_told_with_its_sentence_and_written_in_every_form() {
    let server = Reference::new(&["--fault", "continue-without-reason-space"]);
    let finds = Folder::new("fuzz-find");
    let arguments = [
        "fuzz",
        "server",
        &server.address,
        "--max-finds",
        "1",
        "--timeout-scale",
        "0.2",
        "--finds",
        finds.name(),
    ];
    let told = run(&arguments);
    assert_eq!(told.code, 1, "{told:?}");
    assert_harmless(&told.out);
    for expected in
        ["  quote     RFC 9112", "the shortest script that shows it:\n    head ", "written to "]
    {
        assert!(told.out.contains(expected), "{}", told.out);
    }
    let folder = fs::read_dir(&finds.0).expect("the folder").next().expect("a find").expect("it");
    let file = |name: &str| folder.path().join(name).display().to_string();
    let judged = run(&["judge", &file("transcript.txt")]);
    assert_eq!(judged.code, 1, "the transcript alone shows it: {judged:?}");
    assert!(fs::read_to_string(file("case.rs")).expect("a case").starts_with("Case {"));
    assert!(!fs::read(file("seed-1")).expect("a seed").is_empty());
    // The script alone finds it again, at once; what was written stays.
    let (script, name) = (file("script.txt"), folder.file_name());
    let again = run(&[&arguments[..], &["--corpus", &script, "--executions", "1"]].concat());
    assert_eq!(again.code, 1, "{again:?}");
    let second = format!("{}-2", name.to_str().expect("UTF-8"));
    assert!(again.out.contains(&second), "{}", again.out);
}

#[test]
fn what_is_elsewhere_is_not_fuzzed_unless_it_is_said() {
    for whom in [
        &["server", "http://192.0.2.1:80"][..],
        &["proxy", "192.0.2.1:80", "--origin", "127.0.0.1:0"],
    ] {
        let told = run(&[&["fuzz"], whom].concat());
        assert_eq!(told.code, 2, "{told:?}");
        assert_one_line(&told);
        assert!(told.err.contains("--allow-remote"), "{}", told.err);
    }
}

#[test]
fn wrong_arguments_get_one_line() {
    let script = Folder::new("fuzz-script");
    fs::write(&script.0, "head POST\n").expect("a file");
    let file = script.name();
    for arguments in [
        &["server"][..],
        &["server", "--demo", "--for", "0s"],
        &["server", "--demo", "--for", "soon"],
        &["server", "--demo", "--rate", "0"],
        &["server", "--demo", "--corpus", "/no/such/file"],
        &["server", "--demo", "--corpus", file],
        &["server", "--policy", "lazy"],
        &["client"],
        &["proxy", "127.0.0.1:1"],
        &["dog"],
    ] {
        let told = run(&[&["fuzz"], arguments].concat());
        assert_eq!(told.code, 2, "{arguments:?}: {told:?}");
        assert_one_line(&told);
    }
    fs::remove_file(&script.0).expect("the file");
}

#[test]
fn a_server_that_is_not_there_can_not_be_fuzzed() {
    let told = run(&["fuzz", "server", "127.0.0.1:1"]);
    assert_eq!(told.code, 3, "{told:?}");
    assert_one_line(&told);
}

#[test]
fn servers_are_compared_and_differences_are_no_failure() {
    let reference = Reference::new(&[]);
    let other = Reference::new(&["--fault", "continue-to-http-10"]);
    let finds = Folder::new("fuzz-differences");
    let told = run(&[
        "fuzz",
        "server",
        &reference.address,
        &other.address,
        "--for",
        "20s",
        "--max-finds",
        "1",
        "--timeout-scale",
        "0.1",
        "--finds",
        finds.name(),
    ]);
    assert_eq!(told.code, 0, "{told:?}");
    assert_harmless(&told.out);
    assert!(told.out.contains(" differs: "), "{}", told.out);
    for address in [&reference.address, &other.address] {
        assert!(told.out.contains(&format!(" {address}\n")), "{}", told.out);
    }
    assert!(told.out.contains("2 servers: 1 differences; "), "{}", told.out);
    let folder = finds.0.join("difference-01");
    let script = fs::read_to_string(folder.join("script.txt")).expect("a script");
    assert!(told.out.contains(script.lines().next().expect("a line")), "{script}");
    assert!(folder.join("transcript-1.txt").exists() && folder.join("transcript-2.txt").exists());
}
