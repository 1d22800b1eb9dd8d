//! The command line against clients: the reference as a program, deviant, silent and hostile ones.
#![cfg(target_os = "linux")]

mod tool;

use std::time::{Duration, Instant};
use std::{fs, thread};

use tool::{Told, assert_harmless, assert_one_line, command, run, told};

const BINARY: &str = env!("CARGO_BIN_EXE_expectspec");

/// Tests a program, with little patience.
fn client(options: &[&str], command: &[&str]) -> Told {
    let always = ["client", "--no-progress", "--timeout-scale", "0.02"];
    run(&[&always[..], options, &["--"], command].concat())
}

/// A few cases against a shell script that may call the reference client as `"$0" request …`.
fn scripted(script: &str) -> Told {
    let cases = ["client/handshake/sends-content-after-the-100", "client/patience/"];
    client(&[&["--status-from", "stdout"], &cases[..]].concat(), &["sh", "-c", script, BINARY])
}

/// The processes of which an argument is this word.
fn processes_with(word: &str) -> Vec<String> {
    let entries = fs::read_dir("/proc").expect("Linux has /proc");
    let lines = entries.filter_map(|entry| {
        let line = fs::read(entry.ok()?.path().join("cmdline")).ok()?;
        Some(String::from_utf8_lossy(&line).into_owned())
    });
    lines.filter(|line| line.split('\0').any(|argument| argument == word)).collect()
}

/// The processes that are left of those: one that was killed may take its time to die.
fn left_of(word: &str) -> Vec<String> {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let left = processes_with(word);
        if left.is_empty() || Instant::now() > deadline {
            return left;
        }
        thread::yield_now();
    }
}

#[test]
fn the_reference_as_a_program_deviates_nowhere() {
    let program = [
        BINARY,
        "request",
        "{url}",
        "--method",
        "{method}",
        "--size",
        "{size}",
        "--requests",
        "{requests}",
    ];
    let told =
        client(&["--status-from", "stdout", "client/handshake/", "client/early-final/"], &program);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("conform"), "{told:?}");
}

#[test]
fn a_fault_is_found_in_a_program() {
    let program =
        [BINARY, "request", "{url}", "--size", "{size}", "--fault", "takes-103-for-the-final"];
    let told = client(&["--status-from", "stdout", "client/interim/"], &program);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.out.contains("EXP-CLI-008"), "{told:?}");
}

#[test]
fn a_program_that_makes_no_request_is_not_tested() {
    let told = client(&[], &["sh", "-c", "exit 0"]);
    assert_eq!(told.code, 3);
    assert_one_line(&told);
}

#[test]
fn a_program_that_is_not_there_is_told() {
    let told = client(&[], &["expectspec-no-such-program"]);
    assert_eq!(told.code, 3);
    assert_one_line(&told);
    assert!(told.err.contains("cannot start \"expectspec-no-such-program\""), "{told:?}");
}

#[test]
fn a_program_that_never_ends_is_killed_with_all_that_it_started() {
    let told = scripted(
        r#""$0" request "$EXPECTSPEC_URL" --size "$EXPECTSPEC_SIZE"; sleep 31337 & sleep 31337"#,
    );
    assert!(told.code <= 1, "{told:?}");
    assert_eq!(left_of("31337"), Vec::<String>::new());
}

#[test]
fn children_left_behind_are_killed() {
    let told = scripted(
        r#"sleep 31338 & sleep 31338 & "$0" request "$EXPECTSPEC_URL" --size "$EXPECTSPEC_SIZE""#,
    );
    assert!(told.code <= 1, "{told:?}");
    assert_eq!(left_of("31338"), Vec::<String>::new());
}

#[test]
fn floods_of_output_are_dropped_and_harmless() {
    let flood = r#"yes "$(printf '\033]0;owned\007')" | head -c 3000000"#;
    let told = scripted(&format!(
        r#"{flood}; {flood} >&2; "$0" request "$EXPECTSPEC_URL" --size "$EXPECTSPEC_SIZE""#
    ));
    assert!(told.code <= 1, "{told:?}");
    assert_harmless(&told.out);
}

#[test]
fn floods_of_connections_and_of_octets_end() {
    let told = client(
        &["client/handshake/sends-content-after-the-100"],
        &[
            "sh",
            "-c",
            r#"port=${EXPECTSPEC_URL#http://127.0.0.1:}; port=${port%%/*}
          exec 3<>/dev/tcp/127.0.0.1/$port 2>/dev/null || true
          "$0" request "$EXPECTSPEC_URL" --size 30000000 --policy eager"#,
            BINARY,
        ],
    );
    assert!(told.code <= 3, "{told:?}");
}

#[test]
fn nothing_is_left_in_the_temporary_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let arguments = ["client", "--no-progress", "client/handshake/", "--"];
    let client = [BINARY, "request", "{url}", "--size", "{size}"];
    let told = told(
        command(&[&arguments[..], &client].concat())
            .env("TMPDIR", folder.path())
            .output()
            .expect("the binary runs"),
    );
    assert_eq!(told.code, 0, "{told:?}");
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 0);
}

#[test]
fn wrong_usage_is_told_in_one_line() {
    for (arguments, says) in [
        (&["client"][..], "client needs a command"),
        (&["client", "--policy", "default"], "add --demo"),
        (&["client", "--demo", "--policy", "nonesuch"], "there is no policy \"nonesuch\""),
        (&["client", "--status-from", "stderr", "--", "true"], "is none of exit, stdout, regex"),
        (&["client", "--can", "fly", "--", "true"], "\"fly\" is no ability"),
        (&["request", "ftp://a/"], "only http:// and unix:"),
        (&["request", "http://127.0.0.1:1/", "--fault", "nonesuch"], "no fault \"nonesuch\""),
        (&["request", "http://127.0.0.1:1/", "--method", "A B"], "cannot make that request"),
    ] {
        let told = run(arguments);
        assert_eq!(told.code, 2, "{arguments:?}: {told:?}");
        assert_one_line(&told);
        assert!(told.err.contains(says), "{arguments:?}: {told:?}");
    }
}
