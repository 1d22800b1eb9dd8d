//! Whatever a server does, the tool ends with a word on it, and does not grow.

#[path = "hostile/server.rs"]
mod server;
mod tool;

use server::{CHECK_CONNECTIONS, Conduct, turning};
use tool::{assert_harmless, assert_one_line, run};

const MUTE: [Conduct; 6] = [
    server::is_silent,
    server::is_deaf,
    server::closes_at_once,
    server::resets,
    server::closes_within_the_head,
    server::drips,
];
const FLOODS: [Conduct; 7] = [
    server::floods_with_100,
    server::floods_with_responses,
    server::floods_with_garbage,
    server::floods_with_fields,
    server::floods_with_a_field,
    server::floods_with_lines,
    server::floods_with_chunks,
];
/// Waiting is what these servers make of the time, so there is little of it.
const SHORT: [&str; 2] = ["--timeout-scale", "0.02"];

#[test]
fn a_server_that_was_never_sound_could_not_be_tested() {
    for conduct in MUTE {
        let address = turning(0, conduct).to_string();
        let told = run(&[&["server", &address][..], &SHORT].concat());
        assert_eq!(told.code, 3, "{told:?}");
        assert_one_line(&told);
    }
}

#[test]
fn a_server_that_turns_hostile_is_tested_to_the_end() {
    let stalling: Conduct = server::answers_once_and_stalls;
    for conduct in MUTE.into_iter().chain(FLOODS).chain([stalling]) {
        let address = turning(CHECK_CONNECTIONS, conduct).to_string();
        let told = run(&[&["server", &address, "/no-content/"][..], &SHORT].concat());
        assert!(matches!(told.code, 0 | 1 | 3), "{told:?}");
        assert_eq!(told.err, "");
        assert!(told.out.starts_with("subject  "), "{}", told.out);
        assert_harmless(&told.out);
    }
}

#[test]
fn who_refuses_connections_could_not_be_tested() {
    let address = server::dying(CHECK_CONNECTIONS).to_string();
    let told =
        run(&[&["server", &address, "/no-content/answers-length-zero"][..], &SHORT].concat());
    assert_eq!((told.code, told.err.as_str()), (3, ""), "{}", told.out);
    assert!(told.out.contains("is the server running?"), "{}", told.out);
}

#[test]
fn a_death_is_told_with_the_last_case_that_was_answered() {
    let address = server::dying(CHECK_CONNECTIONS + 2).to_string();
    let pattern = "/no-content/answers-length-zero";
    let fixed = ["server", &address, pattern, "--concurrency", "1", "--format", "json"];
    let told = run(&[&fixed[..], &SHORT].concat());
    assert_eq!(told.err, "");
    let report: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(report["died_after"], report["cases"][1]["id"], "{}", report["died_after"]);
}

/// The bound is the kernel's, which Linux alone keeps: more address space than this is not given
/// out, so that the process would abort. What is resident is less than that.
#[cfg(target_os = "linux")]
#[test]
fn no_flood_takes_256_mib() {
    use std::process::{Command, Stdio};

    let runs: [(Conduct, &str); 3] = [
        (server::floods_with_100, "--format=json"),
        (server::floods_with_fields, "--format=json"),
        (server::floods_with_lines, "--verbose"),
    ];
    for (conduct, form) in runs {
        let address = turning(CHECK_CONNECTIONS, conduct).to_string();
        let limited = format!("ulimit -v {}; exec \"$@\"", 256 * 1024);
        let output = Command::new("sh")
            .args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_expectspec")])
            .args(["server", &address, form])
            .args(SHORT)
            .stdout(Stdio::null())
            .output()
            .expect("there is a shell");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{} {told}", output.status);
        assert_eq!(told, "");
    }
}
