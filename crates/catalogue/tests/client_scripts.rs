//! What holds of the scripts for clients: they can be played, and come to an end.

use std::collections::BTreeSet;

use expectspec_catalogue::{Need, Step, Until, Upload, of};
use expectspec_requirements::{ALL, Party, Requirement};

/// Requirements on clients alone that no transcript of these cases can show, and why.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("EXP-CON-016", "closure alerts are TLS"),
    ("EXP-EXT-001", "oblivious HTTP"),
    ("EXP-FET-001", "what a Fetch implementation takes from its user"),
    ("EXP-FET-002", "what a Fetch implementation makes of 101"),
    ("EXP-PIP-006", "takes a client that pipelines"),
    ("EXP-PIP-007", "takes a client that pipelines"),
];

#[test]
fn every_script_ends_with_its_only_serve() {
    for case in of(Party::Client) {
        let (last, before) = case.script.split_last().expect("a step");
        assert!(matches!(last, Step::Serve(_)), "{}: the last step", case.id);
        assert!(!before.iter().any(|step| matches!(step, Step::Serve(_))), "{}: twice", case.id);
    }
}

#[test]
fn nothing_is_done_on_a_connection_before_a_request() {
    for case in of(Party::Client) {
        let first = &case.script[0];
        let begins = matches!(first, Step::Await(Until::Request) | Step::Serve(_));
        assert!(begins, "{}: {first:?}", case.id);
    }
}

#[test]
fn no_step_is_for_servers() {
    for case in of(Party::Client) {
        for step in case.script {
            let foreign = matches!(
                step,
                Step::Open | Step::Use(_) | Step::Await(Until::Answer | Until::Final)
            );
            assert!(!foreign, "{}: {step:?}", case.id);
        }
    }
}

#[test]
fn scripts_await_no_more_requests_than_a_client_makes() {
    for case in of(Party::Client) {
        let is_awaited = |step: &&Step| matches!(step, Step::Await(Until::Request));
        let awaited = case.script.iter().filter(is_awaited).count();
        let repeats =
            case.exercises.iter().any(|row| ["EXP-CLI-005", "EXP-AUT-004"].contains(&row.id));
        let made = usize::from(case.task.requests) + usize::from(repeats);
        assert!(awaited <= made, "{}: awaits {awaited} of {made}", case.id);
    }
}

#[test]
fn only_content_can_be_expected_of() {
    for case in of(Party::Client) {
        let has_content = case.task.upload != Upload::None;
        let expects = case.needs.contains(&Need::Expects);
        assert!(has_content || !expects, "{}: expects with no content", case.id);
        let awaits_content = case
            .script
            .iter()
            .any(|step| matches!(step, Step::Await(Until::Content | Until::ContentBegun)));
        assert!(has_content || !awaits_content, "{}: awaits content", case.id);
    }
}

#[test]
fn resets_are_needed_where_they_are_seen() {
    for case in of(Party::Client) {
        let resets = case.script.contains(&Step::Reset);
        assert_eq!(resets, case.needs.contains(&Need::Resets), "{}", case.id);
    }
}

#[test]
fn every_requirement_on_clients_alone_is_exercised_or_out_of_reach() {
    let cases = of(Party::Client);
    let exercised: BTreeSet<_> =
        cases.iter().flat_map(|case| case.exercises).map(|row| row.id).collect();
    let listed: BTreeSet<_> = OUT_OF_REACH.iter().map(|(id, _)| *id).collect();
    let over_http_11 = |row: &&&Requirement| !["EXP-H2-", "EXP-H3-"].contains(&&row.id[..7]);
    let on_clients =
        |row: &&&Requirement| row.binds(Party::Client) && !row.binds(Party::OriginServer);
    let missed: BTreeSet<_> = ALL
        .iter()
        .filter(over_http_11)
        .filter(on_clients)
        .map(|row| row.id)
        .filter(|id| !exercised.contains(id))
        .collect();
    assert_eq!(missed, listed);
}
