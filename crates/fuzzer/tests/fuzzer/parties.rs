//! Clients and intermediaries are fuzzed as servers are.

use std::sync::Arc;

use expectspec_catalogue::Places;
use expectspec_engine::intermediary::Role;
use expectspec_faults::{client, intermediary};
use expectspec_fuzzer::{Find, Fuzz, Input, Outcome, Settings};
use expectspec_judge::{Direction, Event, Transcript};
use expectspec_properties::{Mediation, Reception, receive};
use expectspec_requirements::{Profile, Verdict};
use expectspec_runner::Subject;
use expectspec_subject::{
    ClientInProcess, IntermediaryInProcess, pass_on_with, perform_with, requests,
};

use crate::common::places;

fn settings(executions: u64) -> Settings {
    Settings { executions_max: Some(executions), places: places(), ..Settings::default() }
}

fn run(subject: Subject, settings: Settings) -> Outcome {
    Fuzz { subject, settings }.run(&mut |_| {}).expect("it can be tested")
}

fn fuzz_client(script: &'static client::Script, settings: Settings) -> Outcome {
    let perform = move |connector, job| {
        perform_with(connector, client::Deviant::new(script, requests(&job, "origin")))
    };
    let client = ClientInProcess::new("client", script.abilities, perform);
    run(Subject::Client(Arc::new(client)), settings)
}

fn fuzz_intermediary(script: &'static intermediary::Script, settings: Settings) -> Outcome {
    let places = match (script.policy)().role {
        Role::Forward => Places {
            host: "origin:80".to_owned(),
            authority: "http://origin:80".to_owned(),
            ..settings.places
        },
        Role::Gateway | Role::Proxy => settings.places,
    };
    let settings = Settings { places, ..settings };
    let pass_on =
        move |clients, origin| pass_on_with(clients, origin, intermediary::Deviant::new(script));
    let intermediary = IntermediaryInProcess::new("intermediary", script.form(), pass_on);
    run(Subject::Intermediary(Arc::new(intermediary)), settings)
}

/// The shortest script of the finds of these rules, and its target.
fn script_of(
    outcome: &Outcome,
    breaks: &[&expectspec_requirements::Requirement],
) -> (String, &'static str) {
    let is_of_fault = |id: &str| breaks.iter().any(|row| row.id == id);
    let finds = outcome.finds.iter().filter(|it| {
        let also = it.also.iter().map(|also| also.requirement.id);
        also.chain([it.requirement.id]).any(is_of_fault)
    });
    let find = finds.min_by_key(|it| (!is_of_fault(it.requirement.id), it.input.acts.len()));
    find.map(|find| (find.input.to_string(), find.target())).unwrap_or_default()
}

#[test]
fn faults_of_clients_are_found_from_nothing_and_shrunk_to_what_shows_them() {
    for (name, script) in [
        ("takes-103-for-the-final", "origin request\norigin answer 103\n"),
        ("no-repeat-after-417", "origin request\norigin answer 417\n"),
        ("expectation-with-get", "ask GET none 1\n"),
        (
            "next-request-in-place-of-content",
            "ask upload known 2\norigin request\norigin answer 200\n",
        ),
    ] {
        let fault = client::find(name).expect("the name is known");
        let base = settings(300);
        let settings = Settings { least: fault.verdict, profile: fault.profile, ..base };
        let outcome = fuzz_client(&fault.script, settings);
        let (found, target) = script_of(&outcome, fault.breaks);
        assert_eq!((found.as_str(), target), (script, "client"), "{name}");
    }
}

/// What was sent to the subject.
fn sent(transcript: &Transcript) -> Vec<u8> {
    let octets = transcript.entries.iter().map(|entry| match &entry.event {
        Event::Octets(Direction::ToSubject, octets) => &octets[..],
        _ => &[],
    });
    octets.collect::<Vec<_>>().concat()
}

#[test]
fn a_find_of_a_client_is_a_seed_in_which_the_origin_server_does_the_same() {
    for (name, answers) in [
        ("takes-103-for-the-final", &b"HTTP/1.1 103 "[..]),
        ("no-repeat-after-417", b"HTTP/1.1 417 "),
        ("next-request-in-place-of-content", b"HTTP/1.1 200 "),
    ] {
        let fault = client::find(name).expect("the name is known");
        let settings = Settings { least: fault.verdict, profile: fault.profile, ..settings(300) };
        let outcome = fuzz_client(&fault.script, settings);
        let is_it = |find: &&Find| sent(&find.transcript).starts_with(answers);
        let find = outcome.finds.iter().find(is_it).expect("a find with this answer");
        let reception = find.input.reception().expect("a method that anyone may ask for");
        assert_eq!(Reception::decode(&find.seeds()[0]), reception, "{name}");
        assert_eq!(reception.asks.len(), usize::from(find.input.task().requests), "{name}");
        let played = receive(&reception);
        assert!(sent(&played.transcript).starts_with(answers), "{name}: {reception}");
    }
}

#[test]
fn each_line_of_a_client_is_a_line_of_its_seed() {
    let script = "ask PUT unknown 2\norigin request\norigin answer 100\norigin some\n\
                  origin content\norigin wait 1500\norigin octets \"HTTP\"\norigin finish\n\
                  origin reset\norigin serve\norigin request\n";
    let input: Input = script.parse().expect("a script");
    let reception = input.reception().expect("a method that anyone may ask for");
    let expected = "policy default\nlatency 0\npace 0\npieces whole\nrest 0\n\
                    ask PUT chunked-5 plain\nask PUT chunked-5 plain\nrequest\nanswer 100\n\
                    some\ncontent\nwait 1500\noctets \"HTTP\"\nfinish\nreset\n";
    assert_eq!(reception.to_string(), expected);
    let input: Input = "ask CONNECT none 1\n".parse().expect("a script");
    assert_eq!(input.reception(), None);
}

#[test]
fn faults_of_intermediaries_are_found_from_nothing_and_shrunk_to_what_shows_them() {
    for (name, script) in [
        (
            "buffers-the-head-in-silence",
            "head POST tagged HTTP/1.1 length-5 continue plain\nwait 1500\n",
        ),
        (
            "drops-103",
            "head POST tagged HTTP/1.1 none none plain\norigin request\n\
             origin answer 103\norigin answer 200\nwait 1500\n",
        ),
        (
            "reverses-the-expectations",
            "head POST tagged HTTP/1.1 none both-in-two-lines plain\nwait 1500\n",
        ),
    ] {
        let fault = intermediary::find(name).expect("the name is known");
        let base = settings(600);
        let settings = Settings { least: fault.verdict, profile: fault.profile, ..base };
        let outcome = fuzz_intermediary(&fault.script, settings);
        let (found, target) = script_of(&outcome, fault.breaks);
        assert_eq!((found.as_str(), target), (script, "intermediary"), "{name}");
    }
}

#[test]
fn a_find_of_an_intermediary_is_a_seed_and_a_case() {
    let fault = intermediary::all().next().expect("there are faults");
    let settings = Settings { least: fault.verdict, profile: fault.profile, ..settings(300) };
    let outcome = fuzz_intermediary(&fault.script, settings);
    let find = outcome.finds.first().expect("a find");
    let input: Input = find.input.to_string().parse().expect("a script");
    assert_eq!(input, find.input);
    let mediation = find.input.mediation();
    assert_eq!(find.seeds(), [mediation.encode()]);
    assert_eq!(Mediation::decode(&mediation.encode()), mediation);
    assert!(find.case().contains("id: \"intermediary/found/"), "{}", find.case());
}

#[test]
fn no_reference_and_no_control_is_accused() {
    let settings = Settings { profile: Profile::Rfc9110, least: Verdict::Deviates, ..settings(40) };
    for control in client::CONTROLS.iter().copied().flatten() {
        let outcome = fuzz_client(&control.script, settings.clone());
        assert!(outcome.finds.is_empty(), "{}: {:?}", control.name, outcome.finds);
        assert_eq!(outcome.progress.executions, 40);
    }
    for control in intermediary::CONTROLS.iter().copied().flatten() {
        let outcome = fuzz_intermediary(&control.script, settings.clone());
        assert!(outcome.finds.is_empty(), "{}: {:?}", control.name, outcome.finds);
        assert_eq!(outcome.progress.executions, 40);
    }
}
