//! `expectspec report`: a saved run in any format, as if it had just finished.

mod tool;

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

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

/// A saved run of the demo, changed, and what `report` makes of it.
fn judged_again(change: impl FnOnce(&mut Value), more: &[&str]) -> tool::Told {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("run.json");
    let mut document: Value = serde_json::from_str(&demo("json")).expect("JSON");
    change(&mut document);
    fs::write(&saved, document.to_string()).expect("a writable folder");
    let saved = saved.to_str().expect("a plain name");
    run(&[&["report", saved, "--judge-again", "--format", "json"], more].concat())
}

#[test]
fn a_run_that_is_judged_again_is_what_it_was() {
    assert_eq!(judged_again(|_| (), &[]).out, demo("json"));
}

#[test]
fn what_another_judge_said_is_forgotten() {
    let told = judged_again(
        |document| {
            let case = &mut document["cases"][0];
            assert_eq!(case["verdict"], "conforms");
            case["verdict"] = "deviates".into();
            case["known"] = "a reason".into();
            case["findings"][0]["outcome"] = "broken".into();
            document["facts"] = Value::Array(Vec::new());
        },
        &[],
    );
    assert_eq!(told.out, demo("json"));
}

#[test]
fn a_run_is_judged_again_under_another_profile() {
    let strict: Vec<_> = SOME.iter().copied().chain(["--profile", "strict"]).collect();
    let strict = run(&[&strict[..], &["--format", "json"]].concat()).out;
    assert_ne!(strict, demo("json"));
    assert_eq!(judged_again(|_| (), &["--profile", "strict"]).out, strict);
}

#[test]
fn what_rests_on_a_clock_needs_the_second_look_that_it_had() {
    let silence = |document: &mut Value| {
        document["cases"][0]["transcript"] = "# subject: origin-server  transport: h1/tcp
# windows-ms: immediate 5000 final 10000 quiet 500 close 5000
    0.000 outbound > POST / HTTP/1.1
                   > Host: t
                   > Content-Length: 5
                   > Expect: 100-continue
                   >
90000.000 outbound . quiet
"
        .into();
    };
    let told = judged_again(silence, &[]);
    assert!(!told.out.contains("\"verdict\": \"deviates\""), "{}", told.out);
    let confirmed = |document: &mut Value| {
        silence(document);
        let finding = &mut document["cases"][0]["findings"][0];
        finding["requirement"] = "EXP-SRV-001".into();
        finding["mark"] = "silence".into();
    };
    let told = judged_again(confirmed, &[]);
    assert!(told.out.contains("\"verdict\": \"deviates\""), "{}", told.out);
}

#[test]
fn a_transcript_that_can_not_be_read_is_named_in_one_line() {
    let told = judged_again(|document| document["cases"][0]["transcript"] = "nonsense".into(), &[]);
    assert_eq!(told.code, 2);
    assert_one_line(&told);
    assert!(told.err.contains("the transcript of origin-server/handshake/"), "{told:?}");
    let told = run(&["report", "run.json", "--profile", "strict"]);
    assert!(told.code == 2 && told.err.contains("--judge-again"), "{told:?}");
}
