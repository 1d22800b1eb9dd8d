//! `expectspec reproduce`: what it prints can be run.
#![cfg(unix)]

mod tool;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use tool::{assert_harmless, assert_one_line, command, run};

/// `expectspec serve origin`, until it is dropped.
struct Reference {
    child: Child,
    address: String,
}

impl Reference {
    fn new() -> Self {
        let mut child =
            command(&["serve", "origin"]).stdout(Stdio::piped()).spawn().expect("the binary runs");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut line).expect("it prints its address");
        Self { child, address: line.trim().to_owned() }
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// What bash prints for a script.
fn told_by_bash(script: &str) -> String {
    let output = Command::new("bash").args(["-c", script]).output().expect("a shell");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What comes while the bash form of a case is run, with half the waiting between its steps.
fn answers(reference: &Reference, id: &str) -> String {
    let script = run(&["reproduce", id, "--subject", &reference.address, "--form", "bash"]);
    assert_eq!((script.code, script.err.as_str()), (0, ""), "{script:?}");
    told_by_bash(&script.out.replace("sleep 1 ", "sleep 0.5 "))
}

#[test]
fn the_bash_form_gets_answers_from_a_server() {
    let reference = Reference::new();
    let told = |id| answers(&reference, id);
    let (handshake, chunks, others) = std::thread::scope(|scope| {
        let chunks = scope.spawn(|| told("origin-server/format/sends-the-same-100-for-chunks"));
        let others = "origin-server/connections/answers-others-while-content-is-withheld";
        let others = scope.spawn(move || told(others));
        let id = "origin-server/handshake/answers-before-content-with-length";
        (told(id), chunks.join().expect("no panic"), others.join().expect("no panic"))
    });
    for (told, continues, finals) in [(&handshake, 1, 1), (&chunks, 2, 2)] {
        assert_eq!(told.matches("HTTP/1.1 100 Continue^M\n").count(), continues, "{told}");
        assert_eq!(told.matches("HTTP/1.1 200 OK^M\n").count(), finals, "{told}");
    }
    // Of several connections, each line tells its own.
    assert!(others.contains("0: HTTP/1.1 100 Continue^M\n"), "{others}");
    assert!(others.contains("1: HTTP/1.1 200 OK^M\n"), "{others}");
}

#[test]
fn every_case_is_told_in_scripts_that_a_shell_can_read() {
    let mut scripts = String::new();
    for line in run(&["list", "value/"]).out.lines().chain(run(&["list", "/pool/"]).out.lines()) {
        let id = line.split(' ').next().expect("an id");
        let whole = run(&["reproduce", id]);
        assert_eq!((whole.code, whole.err.as_str()), (0, ""), "{id}");
        assert_harmless(&whole.out);
        assert!(whole.out.contains("\nOCTETS\n") && whole.out.contains("\n#[test]\n"), "{id}");
        for form in ["nc", "bash", "curl"] {
            // A subshell each, so that a heredoc that does not end is noticed.
            let script = run(&["reproduce", id, "--form", form]).out;
            scripts += &format!("(\n:\n{script})\n");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("scripts");
    std::fs::write(&file, scripts).expect("a writable folder");
    let read = Command::new("bash").arg("-n").arg(&file).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&read.stderr), "");
    assert!(read.status.success());
}

#[test]
fn curl_is_told_of_where_it_does_the_same() {
    let told = run(&["reproduce", "origin-server/handshake/answers-before-content-with-length"]);
    let line = told.out.lines().find(|line| line.starts_with("curl ")).expect("a line with curl");
    assert!(line.contains("-H 'Expect: 100-continue'"), "{line}");
    assert!(line.ends_with("--data-binary 'hello' 'http://127.0.0.1:8080/'"), "{line}");
    // It would write the value, or the version, as it likes.
    for id in [
        "origin-server/value/reads-upper-case",
        "origin-server/http-10/sends-no-interim-to-http-10",
    ] {
        let told = run(&["reproduce", id]);
        assert!(told.code == 0 && !told.out.contains("\ncurl "), "{told:?}");
    }
}

#[test]
fn what_cannot_be_reproduced_is_refused_in_one_line() {
    let id = "origin-server/value/reads-upper-case";
    for (arguments, says) in [
        (&["reproduce", "origin-server/no/such"][..], "there is no case"),
        (&["reproduce", id, "--subject", "$(id):80"], "give HOST:PORT"),
        (&["reproduce", id, "--subject", "localhost"], "give HOST:PORT"),
        (&["reproduce", id, "--form", "curl"], "can't be told as curl"),
    ] {
        let told = run(arguments);
        assert_eq!(told.code, 2, "{told:?}");
        assert_one_line(&told);
        assert!(told.err.contains(says), "{told:?}");
    }
}
