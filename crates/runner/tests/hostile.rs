//! Whatever a subject does, a run ends, and is bounded in time and in size.

#[path = "hostile/conduct.rs"]
mod conduct;
#[path = "hostile/turning.rs"]
mod turning;

use expectspec_catalogue::{Case, Selection, Step, Until};
use expectspec_judge::{Transcript, Windows};
use expectspec_runner::{CheckError, Conclusion, Plan, Run, RunError, run};

use conduct::Conduct;
use turning::turning;

/// How many connections the first conversation takes.
const CHECK_CONNECTIONS: usize = 4;

fn cases(patterns: &[&str]) -> Vec<&'static Case> {
    let patterns = patterns.iter().map(ToString::to_string).collect();
    Selection::new(patterns)
        .choose(&expectspec_catalogue::of(expectspec_requirements::Party::OriginServer))
        .expect("cases of these names")
}

/// A few cases with every kind of step.
fn some_cases() -> Vec<&'static Case> {
    cases(&["/limits/", "/timing/", "/incomplete/", "/no-content/", "-whole-handshakes"])
}

fn run_against(conduct: Conduct, cases: Vec<&'static Case>, sound: usize) -> Result<Run, RunError> {
    run(&turning(conduct, sound).into(), &Plan::new(cases, "localhost"), &mut |_| {})
}

fn run_turned(conduct: Conduct, cases: Vec<&'static Case>) -> Run {
    run_against(conduct, cases, CHECK_CONNECTIONS).expect("the first conversation is sound")
}

/// What a script waits for in all, in microseconds, if every wait and every write is in vain.
fn bound_us(case: &Case, windows: Windows) -> u64 {
    let of = |step: &Step| match *step {
        Step::Send(_) | Step::Repeat { .. } | Step::Await(Until::Final) => windows.final_us,
        Step::Dribble { octets, gap_ms, .. } => {
            let octets = octets.len() + case.content.len();
            windows.final_us + octets as u64 * 1000 * u64::from(gap_ms)
        }
        Step::Await(Until::Answer) => windows.immediate_us,
        Step::Await(_) => windows.close_us,
        Step::Quiet => windows.quiet_us,
        Step::Pause(ms) => 1000 * u64::from(ms),
        // Only clients and intermediaries are served.
        Step::Open
        | Step::Use(_)
        | Step::Finish
        | Step::Reset
        | Step::Serve(_)
        | Step::AtOrigin(_) => 0,
    };
    case.script.iter().map(of).sum()
}

fn transcripts(run: &Run) -> impl Iterator<Item = (&'static Case, &Transcript)> {
    run.cases.iter().filter_map(|case| Some((case.case, case.transcript()?)))
}

#[test]
fn every_case_ends_within_its_waits() {
    for conduct in Conduct::all() {
        let run = run_turned(conduct, some_cases());
        for (case, transcript) in transcripts(&run) {
            let end_us = transcript.entries.last().map_or(0, |entry| entry.at_us);
            let bound_us = bound_us(case, run.windows);
            assert!(end_us <= bound_us, "{conduct:?} {}: {end_us} > {bound_us}", case.id);
        }
    }
}

#[test]
fn every_first_conversation_ends() {
    for conduct in Conduct::all() {
        let untested = run_against(conduct, cases(&["no-content"]), 0);
        if let Err(RunError::Check(CheckError::Silent { transcript })) = &untested {
            assert!(transcript.matches(". quiet").count() <= 1, "{conduct:?}\n{transcript}");
        }
    }
}

#[test]
fn a_run_has_a_size_whatever_is_sent() {
    let all = expectspec_catalogue::of(expectspec_requirements::Party::OriginServer);
    for &conduct in Conduct::WORST_FLOODS {
        let run = run_turned(conduct, all.clone());
        let octets: usize = transcripts(&run).map(|(_, it)| it.to_string().len()).sum();
        assert!(octets < 48 * 1024 * 1024, "{conduct:?}: {octets}");
        for case in &run.cases {
            assert!(case.findings().len() <= 4096, "{conduct:?} {}", case.case.id);
        }
    }
}

#[test]
fn a_flood_is_told() {
    for &conduct in Conduct::FLOODS {
        let run = run_turned(conduct, cases(&["no-content"]));
        let flooded = run
            .cases
            .iter()
            .any(|case| matches!(case.conclusion, Conclusion::Judged { flooded: true, .. }));
        assert!(flooded, "{conduct:?}");
    }
}

#[test]
fn a_subject_that_dies_is_told_with_the_last_case_that_it_answered() {
    for conduct in [Conduct::Refuses, Conduct::Closes, Conduct::Silent, Conduct::Deaf] {
        let cases = cases(&["/no-content/answers-length-zero"]);
        for lived in 1..4 {
            let run = run_against(conduct, cases.clone(), CHECK_CONNECTIONS + lived).unwrap();
            assert_eq!(run.died_after, Some(cases[lived - 1].id), "{conduct:?}");
        }
        // It answered none; then it is the first.
        assert_eq!(run_turned(conduct, cases.clone()).died_after, Some(cases[0].id));
        assert_eq!(run_turned(Conduct::Sound, cases).died_after, None);
    }
}

#[test]
fn who_refuses_connections_is_not_judged() {
    let run = run_turned(
        Conduct::Refuses,
        expectspec_catalogue::of(expectspec_requirements::Party::OriginServer),
    );
    assert!(!run.has_judged());
}
