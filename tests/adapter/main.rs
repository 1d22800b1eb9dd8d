//! A program behind the adapter protocol is tested as the same library in process is, and one that
//! breaks the protocol is told so.

use std::sync::Arc;
use std::time::{Duration, Instant};

use expectspec_engine::client;
use expectspec_engine::origin_server::Policy;
use expectspec_judge::Transcript;
use expectspec_requirements::{Profile, Verdict};
use expectspec_runner::{Run, RunError, Subject, run};
use expectspec_subject::{ANSWER_MAX, Client as _, ClientAdapter, Server as _, ServerAdapter};
use expectspec_tests::{describe, plan, plan_for_clients, run_reference, run_reference_client};

fn command(how: &[&str]) -> Vec<String> {
    let program = env!("CARGO_BIN_EXE_reference-adapter");
    [program].iter().chain(how).map(|word| (*word).to_owned()).collect()
}

/// How long a program may take that will take too long.
const SHORT: Duration = Duration::from_millis(500);

/// The transcripts of a run, without the way in which the subject was reached.
fn transcripts(run: &Run) -> Vec<(&'static str, String)> {
    let text = |it: &Transcript| Transcript { transport: String::new(), ..it.clone() }.to_string();
    run.cases
        .iter()
        .map(|case| (case.case.id, case.transcript().map(text).unwrap_or_default()))
        .collect()
}

fn assert_same(adapter: &Run, in_process: &Run) {
    assert_eq!(adapter.cases.len(), in_process.cases.len());
    for (adapter, in_process) in transcripts(adapter).iter().zip(transcripts(in_process)) {
        assert_eq!(adapter, &in_process);
    }
}

fn verdicts(run: &Run) -> Vec<(&'static str, Verdict)> {
    run.cases.iter().map(|case| (case.case.id, case.verdict)).collect()
}

#[test]
fn a_server_behind_the_protocol_shows_the_same_transcripts_as_in_process() {
    let adapter = Arc::new(ServerAdapter::start(&command(&[]), ANSWER_MAX).unwrap());
    let subject = Subject::Server(Arc::clone(&adapter) as _);
    let tested = run(&subject, &plan(Profile::Rfc9110), &mut |_| {}).unwrap();
    assert!(adapter.trouble().is_none(), "{:?}", adapter.trouble());
    assert_same(&tested, &run_reference(Policy::upgrading(), Profile::Rfc9110));
}

#[test]
fn a_client_behind_the_protocol_comes_to_the_same_verdicts_as_in_process() {
    let adapter = Arc::new(ClientAdapter::start(&command(&[]), ANSWER_MAX).unwrap());
    let subject = Subject::Client(Arc::clone(&adapter) as _);
    let tested = run(&subject, &plan_for_clients(Profile::Rfc9110), &mut |_| {}).unwrap();
    assert!(adapter.trouble().is_none(), "{:?}", adapter.trouble());
    let policy = client::Policy::preset("following").unwrap();
    // What it tells its user comes at once here and at the end there, so that transcripts differ in
    // their order.
    let in_process = run_reference_client(&policy, Profile::Rfc9110);
    assert_eq!(
        verdicts(&tested),
        verdicts(&in_process),
        "{}",
        describe(&tested, |it| it != Verdict::Conforms)
    );
}

#[test]
fn runs_that_overlap_do_not_disturb_each_other() {
    let server = Arc::new(ServerAdapter::start(&command(&[]), ANSWER_MAX).unwrap());
    let client = Arc::new(ClientAdapter::start(&command(&[]), ANSWER_MAX).unwrap());
    let run_both = || {
        let mut plans = [plan(Profile::Rfc9110), plan_for_clients(Profile::Rfc9110)];
        plans.iter_mut().for_each(|plan| {
            plan.cases
                .retain(|it| ["/handshake", "/interim/"].iter().any(|topic| it.id.contains(topic)))
        });
        let subjects = [Subject::Server(server.clone()), Subject::Client(client.clone())];
        let runs =
            subjects.iter().zip(&plans).map(|(it, plan)| run(it, plan, &mut |_| {}).unwrap());
        runs.flat_map(|run| transcripts(&run)).collect::<Vec<_>>()
    };
    let alone = run_both();
    assert!(alone.len() > 20);
    let together: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(run_both)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(together.iter().all(|it| *it == alone));
}

/// What a user reads of a server whose adapter goes astray.
fn trouble_of_server(how: &str, answer_max: Duration) -> String {
    let adapter = match ServerAdapter::start(&command(&[how]), answer_max) {
        Ok(adapter) => Arc::new(adapter),
        Err(error) => return error.to_string(),
    };
    let subject = Subject::Server(Arc::clone(&adapter) as _);
    let tested = run(&subject, &plan(Profile::Rfc9110), &mut |_| {});
    let trouble = adapter.trouble().map(|error| error.to_string());
    trouble.unwrap_or_else(|| panic!("{how} went unnoticed: {tested:?}"))
}

fn trouble_of_client(how: &str) -> String {
    let adapter = match ClientAdapter::start(&command(&[how]), ANSWER_MAX) {
        Ok(adapter) => Arc::new(adapter),
        Err(error) => return error.to_string(),
    };
    let subject = Subject::Client(Arc::clone(&adapter) as _);
    let tested = run(&subject, &plan_for_clients(Profile::Rfc9110), &mut |_| {});
    let trouble = adapter.trouble().map(|error| error.to_string());
    trouble.unwrap_or_else(|| panic!("{how} went unnoticed: {tested:?}"))
}

#[track_caller]
fn check(told: &str, pieces: &[&str]) {
    for piece in [&["reference-adapter"], pieces].concat() {
        assert!(told.contains(piece), "{told}");
    }
    assert!(told.chars().all(|c| (' '..='~').contains(&c)), "{told}");
}

#[test]
fn a_server_that_breaks_the_protocol_is_told_the_line_and_what_was_expected() {
    check(
        &trouble_of_server("other-version", ANSWER_MAX),
        &["answered \"expectspec-adapter 2\" to"],
    );
    check(&trouble_of_server("unknown-ability", ANSWER_MAX), &["expected expectspec-adapter 1"]);
    check(
        &trouble_of_server("prints", ANSWER_MAX),
        &["answered \"Listening\\u{1b}[2J on port 80\" to \"open 0\"; expected octets N HEX"],
    );
    check(
        &trouble_of_server("other-connection", ANSWER_MAX),
        &["answered \"close 77\" to \"open 0\""],
    );
    check(&trouble_of_server("unnumbered", ANSWER_MAX), &["answered \"connect 3\" to \"open 0\""]);
}

#[test]
fn a_client_that_breaks_the_protocol_is_told_the_line_and_what_was_expected() {
    check(&trouble_of_client("unknown-ability"), &["any of method, requests, unknown-length"]);
    check(&trouble_of_client("prints"), &["to \"job - /expectspec-", "expected connect N"]);
    check(&trouble_of_client("other-connection"), &["close 77", "that was opened"]);
    check(&trouble_of_client("unnumbered"), &["connect 3", "numbered from 0"]);
    check(&trouble_of_client("talkative"), &["one said for each request"]);
}

#[test]
fn a_program_that_dies_is_told_with_the_end_of_its_standard_error() {
    for told in [trouble_of_server("ends-later", ANSWER_MAX), trouble_of_client("ends")] {
        check(&told, &["ended (exit status: 3)", "Traceback / ValueError: it is all wrong"]);
    }
    check(&trouble_of_server("ends-later", ANSWER_MAX), &["was to answer \"octets 0 474554202f"]);
}

#[test]
fn a_program_that_hangs_or_floods_ends_the_conversation() {
    let began = Instant::now();
    for how in ["silent", "deaf"] {
        check(&trouble_of_server(how, SHORT), &["gave no answer", "within 0.5 s"]);
    }
    for how in ["endless", "one-line"] {
        let told = trouble_of_server(how, SHORT);
        assert!(told.contains("more than 16 MiB") || told.contains("gave no answer"), "{told}");
    }
    assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
}

#[test]
fn a_program_that_never_rests_does_not_stop_the_clock() {
    let adapter = ServerAdapter::start(&command(&["restless"]), ANSWER_MAX).unwrap();
    let subject = Subject::Server(Arc::new(adapter));
    let error = run(&subject, &plan(Profile::Rfc9110), &mut |_| {}).unwrap_err();
    assert!(matches!(error, RunError::Check(_)), "{error}");
}

#[test]
fn a_program_that_is_not_there_is_said_to_be_missing() {
    let error = ServerAdapter::start(&["/nowhere/adapter".to_owned()], ANSWER_MAX).unwrap_err();
    assert!(error.to_string().starts_with("cannot start \"/nowhere/adapter\""), "{error}");
    assert!(ServerAdapter::start(&[], ANSWER_MAX).is_err());
}
