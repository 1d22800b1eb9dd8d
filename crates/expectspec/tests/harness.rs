//! What the harness does with a subject: what is run, what fails, and what a failure says.

use std::process::{Command, Output};

use expectspec::Suite;

/// A test binary that is this one, run again with the subject in a variable.
const SUBJECT: &str = "EXPECTSPEC_TEST_SUBJECT";

#[path = "harness/subjects.rs"]
mod subjects;

fn main() -> std::process::ExitCode {
    match std::env::var(SUBJECT) {
        Ok(name) => subjects::named(&name).main(),
        Err(_) => {
            let arguments = libtest_mimic::Arguments::from_args();
            libtest_mimic::run(&arguments, checks()).exit_code()
        }
    }
}

type Check = (&'static str, fn());

fn checks() -> Vec<libtest_mimic::Trial> {
    let trial = |(name, check): Check| {
        libtest_mimic::Trial::test(name, move || {
            check();
            Ok(())
        })
    };
    CHECKS.iter().copied().map(trial).collect()
}

const CHECKS: &[Check] = &[
    ("list_runs_nothing", list_runs_nothing),
    ("an_exact_name_runs_that_case_and_its_base", an_exact_name_runs_that_case_and_its_base),
    ("a_failure_shows_the_five_facts", a_failure_shows_the_five_facts),
    ("a_panic_is_told_with_its_case", a_panic_is_told_with_its_case),
    ("a_subject_that_blocks_is_named", a_subject_that_blocks_is_named),
    ("a_subject_that_spins_is_named", a_subject_that_spins_is_named),
    ("a_subject_on_another_runtime_is_named", a_subject_on_another_runtime_is_named),
    ("a_subject_that_never_reads_is_named", a_subject_that_never_reads_is_named),
    ("known_deviations_are_ignored_and_stale_ones_fail", known_deviations_are_ignored),
    ("a_bad_file_of_known_deviations_fails", a_bad_file_of_known_deviations_fails),
    ("a_pattern_that_matches_nothing_fails", a_pattern_that_matches_nothing_fails),
    ("an_intermediary_in_process_can_be_tested", an_intermediary_in_process_can_be_tested),
    ("a_machine_with_timers_can_be_tested", a_machine_with_timers_can_be_tested),
    #[cfg(unix)]
    ("a_spawned_server_is_tested_and_stopped", a_spawned_server_is_tested_and_stopped),
    #[cfg(unix)]
    (
        "a_spawned_server_is_stopped_if_the_tests_are_killed",
        a_spawned_server_is_stopped_if_the_tests_are_killed,
    ),
    #[cfg(unix)]
    ("a_program_that_ends_at_once_is_named", a_program_that_ends_at_once_is_named),
];

fn run(subject: &str, arguments: &[&str]) -> (bool, String) {
    let binary = std::env::current_exe().expect("this binary has a path");
    let Output { status, stdout, stderr } = Command::new(binary)
        .env(SUBJECT, subject)
        .args(arguments)
        .output()
        .expect("this binary runs");
    let text = [stdout, stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
    (status.success(), text)
}

#[track_caller]
fn has(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "no \"{wanted}\" in:\n{text}");
    }
}

const HANDSHAKE: &str = "origin-server/handshake/answers-before-content-with-length";

fn list_runs_nothing() {
    let (ok, text) = run("counting", &["--list"]);
    assert!(ok);
    has(&text, &[HANDSHAKE, ": test"]);
    assert!(!text.contains("connection\n"), "a connection was opened");
}

fn an_exact_name_runs_that_case_and_its_base() {
    let (ok, text) = run("counting", &["--exact", HANDSHAKE]);
    assert!(ok, "{text}");
    has(&text, &["1 passed; 0 failed; 0 ignored"]);
    let alone = text.matches("connection\n").count();
    // The first conversation and the last, and the case.
    assert!((2..10).contains(&alone), "{alone} connections");
    let (ok, text) = run("counting", &["--exact", "origin-server/value/reads-upper-case"]);
    assert!(ok, "{text}");
    assert_eq!(text.matches("connection\n").count(), alone + 1, "a base is played as well");
}

fn a_failure_shows_the_five_facts() {
    let (ok, text) = run("silent", &["--exact", HANDSHAKE]);
    assert!(!ok);
    let quote = "\"an origin server MUST send either:\"";
    let found = ["  found     nothing for 500", "  in        origin-server/handshake/"];
    has(&text, &["EXP-SRV-001 (MUST)  deviates: ", quote, "  expected  a 100 (Continue) or"]);
    has(&text, &found);
    has(&text, &["outbound > POST / HTTP/1.1\n", "\n>> ", "1 failed"]);
}

fn a_panic_is_told_with_its_case() {
    let (ok, text) = run("panicking", &["--exact", HANDSHAKE]);
    assert!(!ok);
    has(&text, &["the subject panicked: no hands to shake", "outbound < FIN"]);
}

fn a_subject_that_blocks_is_named() {
    let (ok, text) = run("blocking", &["handshake"]);
    assert!(!ok);
    has(&text, &["its future blocks the thread", "server_on_thread", "1 failed"]);
    has(&text, &["could not be tested; another test tells why"]);
}

fn a_subject_that_spins_is_named() {
    let (ok, text) = run("spinning", &["--exact", HANDSHAKE]);
    assert!(!ok);
    has(&text, &["it keeps the paused clock from moving", "in the first conversation"]);
}

fn a_subject_on_another_runtime_is_named() {
    let (ok, text) = run("elsewhere", &["--exact", HANDSHAKE]);
    assert!(!ok);
    // Whichever is seen first: that our thread's stream lies idle, or that another uses it.
    has(&text, &["could not be tested", "server_on_thread"]);
}

fn a_subject_that_never_reads_is_named() {
    let (ok, text) = run("idle", &["--exact", HANDSHAKE]);
    assert!(!ok);
    has(&text, &["does not answer a plain GET", "nobody read the stream", "outbound > GET / HTTP"]);
}

fn known_deviations_are_ignored() {
    let (ok, text) = run("silent-known", &["--exact", HANDSHAKE]);
    assert!(ok, "{text}");
    has(&text, &["1 ignored", "known: It is that silent."]);
    let (ok, text) = run("silent-known", &["known-deviations"]);
    assert!(!ok);
    has(&text, &["line 5: \"origin-server/http-10/* *\" no longer deviates: remove it"]);
    has(&text, &["line 7: \"origin-server/no-such-case *\" matches no case", "1 failed"]);
    assert!(!text.contains("line 2"), "{text}");
}

fn a_bad_file_of_known_deviations_fails() {
    let (ok, text) = run("badly-known", &[]);
    assert!(!ok);
    has(&text, &["line 1: the entry has no reason", "1 failed"]);
}

fn a_pattern_that_matches_nothing_fails() {
    let (ok, text) = run("misselected", &[]);
    assert!(!ok);
    has(&text, &["no case matches the pattern \"no-such-topic\""]);
}

fn an_intermediary_in_process_can_be_tested() {
    let (_, text) = run("cable", &["intermediary/handshake"]);
    has(&text, &["test result:"]);
    assert!(!text.contains("could not be tested"), "{text}");
}

fn a_machine_with_timers_can_be_tested() {
    let (ok, text) = run("late-machine", &["--exact", HANDSHAKE]);
    assert!(!ok);
    // Its timer let two seconds of the paused clock pass, and nothing was waited for.
    has(&text, &["EXP-SRV-002", "5000.000 outbound > \"hello\"", "7000.000 outbound <"]);
}

/// Where a spawned server writes its process id.
#[cfg(unix)]
fn id_file(test: &str) -> std::path::PathBuf {
    std::env::temp_dir().join(format!("expectspec-{test}-{}", std::process::id()))
}

#[cfg(unix)]
fn a_spawned_server_is_tested_and_stopped() {
    let file = id_file("tested");
    let (ok, text) = run(&format!("spawned:{}", file.display()), &["--exact", HANDSHAKE]);
    assert!(ok, "{text}");
    has(&text, &["1 passed"]);
    ends(&file);
}

#[cfg(unix)]
fn a_spawned_server_is_stopped_if_the_tests_are_killed() {
    let file = id_file("killed");
    let mut tests = Command::new(std::env::current_exe().expect("this binary has a path"))
        .env(SUBJECT, format!("spawned:{}", file.display()))
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("this binary runs");
    until("the server starts", || {
        std::fs::read_to_string(&file).is_ok_and(|id| id.ends_with('\n'))
    });
    tests.kill().expect("it runs");
    tests.wait().expect("it was killed");
    ends(&file);
}

/// Waits for the end of the server whose process id stands in the file.
#[cfg(unix)]
fn ends(file: &std::path::Path) {
    let id = std::fs::read_to_string(file).expect("the server wrote its process id");
    std::fs::remove_file(file).expect("the file is ours");
    until("the server ends", || !is_running(id.trim()));
}

#[cfg(unix)]
fn until(what: &str, holds: impl Fn() -> bool) {
    let began = std::time::Instant::now();
    while !holds() {
        assert!(began.elapsed().as_secs() < 20, "waited in vain until {what}");
        std::thread::yield_now();
    }
}

/// Whether a process is there, and not just its entry that nobody has asked for yet.
#[cfg(unix)]
fn is_running(id: &str) -> bool {
    let ended =
        std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| stat.contains(") Z "));
    let asked = Command::new("/bin/sh").args(["-c", "kill -0 $0 2>/dev/null", id]).status();
    !ended && asked.is_ok_and(|it| it.success())
}

#[cfg(unix)]
fn a_program_that_ends_at_once_is_named() {
    let (ok, text) = run("ending", &["--exact", HANDSHAKE]);
    assert!(!ok);
    has(&text, &["cannot start \"/bin/sh -c exit 3\": it ended before it was ready"]);
}

/// So that the module of subjects can say what it makes.
type Named = Suite;
