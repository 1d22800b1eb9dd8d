//! `expectspec report`: a saved run in any format, as if it had just finished.

mod tool;

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use tool::{assert_harmless, assert_one_line, command, run, told};

const FORMATS: [&str; 8] = ["text", "json", "junit", "tap", "sarif", "markdown", "html", "badge"];
/// Some cases that conform, and some for which the reference lacks something.
const SOME: [&str; 4] = ["server", "--demo", "/handshake/", "/limits/lets-"];

fn demo(format: &str) -> String {
    let told = run(&[&SOME[..], &["--format", format]].concat());
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{format}");
    told.out
}

#[test]
fn a_saved_run_is_written_as_one_that_has_just_finished() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("run.json");
    fs::write(&saved, demo("json")).expect("a writable folder");
    let saved = saved.to_str().expect("a plain name");
    for format in FORMATS {
        let again = run(&["report", saved, "--format", format]);
        assert_eq!((again.code, again.err.as_str()), (0, ""), "{format}");
        assert_eq!(again.out, demo(format), "{format}");
        assert_harmless(&again.out);
    }
    let quiet = run(&["report", saved, "--quiet"]);
    assert!(demo("text").starts_with(&quiet.out) && quiet.out.contains("\ncases "));
    assert!(run(&["report", saved, "-v"]).out.contains("\nTRANSCRIPTS\n"));
}

#[test]
fn a_file_takes_the_report_and_the_terminal_a_summary() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("run.xml");
    let file = file.to_str().expect("a plain name");
    let told = run(&[&SOME[..], &["--format", "junit", "--output", file]].concat());
    assert!(told.code == 0 && told.out.starts_with("subject  "), "{told:?}");
    assert_eq!(fs::read_to_string(file).expect("a report"), demo("junit"));
}

#[test]
fn standard_input_is_read_where_the_file_is_a_dash() {
    let mut child = command(&["report", "-", "--format", "badge"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the tool starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(demo("json").as_bytes()).expect("the tool reads");
    drop(stdin);
    let told = told(child.wait_with_output().expect("the tool ends"));
    assert_eq!((told.code, told.out), (0, demo("badge")));
}

#[test]
fn what_is_no_saved_run_is_refused_in_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, octets, says) in [
        ("empty", &b""[..], "is not a saved run"),
        ("tap", b"TAP version 14\n", "expected what --format json writes"),
        ("newer", b"{\"schema\": 2}", "expected schema version 1, found 2"),
        ("hostile", b"{\"schema\": 1, \"profile\": \"\\u001b[2J\"}", "is not a saved run"),
        ("binary", b"\xff\x00\x1b[2J", "is not a saved run"),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, octets).expect("a writable folder");
        let told = run(&["report", file.to_str().expect("a plain name"), "--format", "html"]);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{name}");
        assert_one_line(&told);
        assert_harmless(&told.err);
        assert!(told.err.contains(says), "{told:?}");
    }
    let missing = run(&["report", "/no/such/file"]);
    assert_eq!(missing.code, 2);
    assert_one_line(&missing);
}
