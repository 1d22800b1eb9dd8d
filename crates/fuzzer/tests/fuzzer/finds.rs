//! What is broken is found from nothing and shrunk to what shows it; what is not broken is not accused.

use core::time::Duration;

use expectspec_engine::origin_server::Policy;
use expectspec_faults::{CONTROLS, Deviant, find};
use expectspec_fuzzer::{End, Input, Outcome, Settings};
use expectspec_requirements::Verdict;
use expectspec_subject::{drive, serve};

use crate::common::{fuzz, places};

/// Fuzzes the server with this fault; the script of the find of its own rule.
fn found(name: &str, executions: u64) -> (Outcome, String) {
    let fault = find(name).expect("the name is known");
    let settings = Settings {
        executions_max: Some(executions),
        least: fault.verdict,
        profile: fault.profile(),
        places: places(),
        ..Settings::default()
    };
    let outcome = fuzz(move |io| drive(io, fault.server()), settings);
    let of_fault = |id: &str| fault.breaks.iter().any(|row| row.id == id);
    let finds = outcome.finds.iter().filter(|it| {
        let also = it.also.iter().map(|also| also.requirement.id);
        also.chain([it.requirement.id]).any(of_fault)
    });
    let find = finds.min_by_key(|it| (!of_fault(it.requirement.id), it.input.acts.len()));
    let script = find.map(|find| find.input.to_string()).unwrap_or_default();
    (outcome, script)
}

#[test]
fn faults_are_found_from_nothing_and_shrunk_to_what_shows_them() {
    for (name, executions, script) in [
        (
            "silence-until-content",
            100,
            "head POST /echo HTTP/1.1 length-5 continue plain\nwait 1500\n",
        ),
        ("switch-without-protocol", 300, "head POST /echo HTTP/1.1 none none upgrade\nwait 1500\n"),
        ("silence-for-chunks", 100, "head POST /echo HTTP/1.1 chunked continue plain\nwait 1500\n"),
        (
            "continue-to-http-10",
            800,
            "head POST /echo HTTP/1.0 length-5 continue plain\nwait 1500\n",
        ),
        // What chance would hardly ever make up.
        (
            "chunk-size-in-64-bits",
            300,
            "head POST /echo HTTP/1.1 chunked none plain\ncontent chunk-beyond-64-bits\n\
             content last-chunk\ncontent canary\nwait 1500\n",
        ),
        (
            "trailer-section-overlooked",
            900,
            "head POST /echo HTTP/1.1 chunked none plain\ncontent last-chunk-line\nwait 1500\n\
             content trailer-line-and-end\nhead POST /echo HTTP/1.1 none none plain\nwait 1500\n",
        ),
        (
            "pipelined-continue-too-early",
            800,
            "head POST /echo HTTP/1.1 none none plain\n\
             head POST /echo HTTP/1.1 length-5 continue plain\nwait 1500\nwait 1500\n",
        ),
    ] {
        assert_eq!(found(name, executions).1, script, "{name}");
    }
}

#[test]
fn the_reference_is_not_accused() {
    let settings = Settings {
        executions_max: Some(400),
        least: Verdict::Discouraged,
        places: places(),
        ..Settings::default()
    };
    let outcome = fuzz(|io| serve(io, Policy::default()), settings);
    assert!(outcome.finds.is_empty(), "{:?}", outcome.finds);
    assert_eq!((outcome.progress.executions, outcome.end), (400, End::Executions));
    assert!(outcome.progress.states > 300, "{}", outcome.progress.states);
}

#[test]
fn no_control_is_accused() {
    for control in CONTROLS.iter().copied().flatten() {
        let settings =
            Settings { executions_max: Some(25), places: places(), ..Settings::default() };
        let outcome = fuzz(move |io| drive(io, control.server()), settings);
        assert!(outcome.finds.is_empty(), "{}: {:?}", control.name, outcome.finds);
    }
}

#[test]
fn the_same_seed_finds_the_same() {
    let told = || {
        let (outcome, _) = found("silence-on-a-used-connection", 200);
        let told = |find: &expectspec_fuzzer::Find| (find.name(), find.execution, find.case());
        outcome.finds.iter().map(told).collect::<Vec<_>>()
    };
    let finds = told();
    assert!(!finds.is_empty());
    assert_eq!(finds, told());
}

#[test]
fn another_seed_plays_something_else() {
    let states = |seed| {
        let settings =
            Settings { executions_max: Some(40), seed, places: places(), ..Settings::default() };
        fuzz(|io| serve(io, Policy::default()), settings).progress.states
    };
    assert_ne!(states(1), states(2));
}

#[test]
fn a_find_is_a_seed_and_a_case() {
    let (outcome, script) = found("silence-for-chunks", 100);
    let find = outcome.finds.iter().find(|find| find.input.to_string() == script).expect("a find");
    let input: Input = script.parse().expect("a script");
    assert_eq!(input, find.input);
    let schedules = input.schedules();
    let seeds: Vec<_> = schedules.iter().map(|schedule| schedule.encode()).collect();
    assert_eq!(seeds, find.seeds());
    assert_eq!(Input::from(&schedules[0]), input);
    let source = find.case();
    let expected = "    exercises: &[&SRV_001],
    script: &[
        Step::Send(
            b\"POST {path} HTTP/1.1\\r\\n\\
              Host: {host}\\r\\n\\
              Transfer-Encoding: chunked\\r\\n\\
              Expect: 100-continue\\r\\n\\
              \\r\\n\",
        ),
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
},
";
    assert!(source.ends_with(expected), "{source}");
}

#[test]
fn a_run_ends_when_its_time_is_over() {
    let settings = Settings {
        time_max: Some(Duration::ZERO),
        executions_max: None,
        places: places(),
        ..Settings::default()
    };
    let outcome = fuzz(|io| drive(io, Deviant::new(&expectspec_faults::Script::PLAIN)), settings);
    assert_eq!((outcome.end, outcome.progress.executions), (End::Time, 0));
}
