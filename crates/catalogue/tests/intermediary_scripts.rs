//! What holds of the scripts for intermediaries: both sides can be played, and what passes can be
//! held together.

mod common;
mod requests;
mod responses;
mod sides;

use std::collections::BTreeSet;

use common::{octets, places};
use expectspec_catalogue::{Case, Danger, Need, Step, Until, expand, of};
use expectspec_requirements::{ALL, Party, Requirement};
use requests::ends_with_a_request;
use responses::{Asked, End, is_responses};
use sides::{Side, steps};

/// Cases whose origin server sends something that is not a response, or only a part of one, because
/// that is what they are about.
const MALFORMED_ON_PURPOSE: &[&str] = &[
    "intermediary/invalid-response/answers-502-for-a-status-code-of-four-digits",
    "intermediary/invalid-response/answers-502-for-two-lengths",
    "intermediary/invalid-response/answers-502-for-words-as-the-final",
    "intermediary/invalid-response/answers-502-for-words-behind-the-100",
];

/// Cases whose origin server sends a final response that does not name the request, because that is
/// what they are about.
const UNTAGGED_ON_PURPOSE: &[&str] = &[];

/// Cases that wait for a final response before the request is complete, because something else will
/// end that wait.
const WITHHOLDS_ON_PURPOSE: &[&str] = &[
    "intermediary/faulty-framing/ends-the-request-at-a-faulty-chunk",
    "intermediary/faulty-framing/refuses-a-chunk-size-beyond-all-counting",
    "intermediary/pipelining/relays-a-handshake-behind-a-get",
    "intermediary/pipelining/sends-no-100-before-a-slow-final",
];

/// Requirements on intermediaries alone that no transcript of these cases can show, and why.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("EXP-AUT-003", "takes a proxy that wants credentials"),
    ("EXP-CCH-001", "takes a cache"),
    ("EXP-CCH-002", "takes a cache"),
    ("EXP-CCH-003", "takes a cache"),
    ("EXP-PRX-008", "is made of other requirements, each of which is exercised"),
    ("EXP-PRX-013", "what a proxy remembers shows in other requirements only"),
];

/// What every target of a client begins with, once the placeholders are filled in.
const PREFIX: &str = "/expectspec-0/";
/// What the targets of requests within content begin with, unless they have that prefix.
const CANARY: &str = "/expectspec-canary";

#[test]
fn the_origin_server_is_no_client() {
    for case in of(Party::Intermediary) {
        for (side, step) in steps(case) {
            let foreign = match side {
                Side::Inbound => matches!(
                    step,
                    Step::AtOrigin(_) | Step::Open | Step::Await(Until::Answer | Until::Final)
                ),
                Side::Outbound => matches!(
                    step,
                    Step::Serve(_)
                        | Step::Await(Until::Request | Until::Content | Until::ContentBegun)
                ),
            };
            assert!(!foreign, "{}: {side:?} {step:?}", case.id);
        }
    }
}

#[test]
fn the_origin_server_acts_on_a_request() {
    for case in of(Party::Intermediary) {
        let first = steps(case).into_iter().find(|(side, _)| *side == Side::Inbound);
        let takes_one = matches!(first, None | Some((_, Step::Await(_) | Step::Serve(_))));
        assert!(takes_one, "{}: {first:?}", case.id);
    }
}

#[test]
fn connections_of_the_client_are_opened_before_use() {
    for case in of(Party::Intermediary) {
        let mut opened = 1;
        for step in case.script {
            match step {
                Step::Open => opened += 1,
                Step::Use(number) => assert!(*number < opened, "{}", case.id),
                _ => {}
            }
        }
    }
}

#[test]
fn connections_of_the_origin_server_are_there_before_use() {
    for case in of(Party::Intermediary) {
        let mut taken = 0;
        for (_, step) in steps(case).into_iter().filter(|(side, _)| *side == Side::Inbound) {
            match step {
                Step::Await(Until::Request | Until::Content | Until::ContentBegun) => taken += 1,
                Step::Use(number) => assert!(number < taken, "{}: {number}", case.id),
                _ => {}
            }
        }
    }
}

#[test]
fn every_request_has_a_target_of_its_own() {
    for case in of(Party::Intermediary) {
        let mut seen = BTreeSet::new();
        let mut requests = 0;
        for stream in streams(case).iter().map(|stream| stream.escape_ascii().to_string()) {
            let lines = stream.split("\\n").filter(|line| line.contains(" HTTP/1."));
            for line in lines {
                let mut words = line.split(' ').rev().skip(1);
                let target = words.next().unwrap_or_default();
                if words.next().is_some_and(|method| method.ends_with("CONNECT")) {
                    continue;
                }
                requests += 1;
                // The canary is for content alone, where a length must be known beforehand.
                let tag = target.strip_prefix(PREFIX).or_else(|| target.strip_prefix(CANARY));
                let tag = tag.unwrap_or_else(|| panic!("{}: {line}", case.id));
                assert!(!tag.is_empty(), "{}: {line}", case.id);
                assert!(seen.insert(tag.to_owned()), "{}: {tag} twice", case.id);
            }
        }
        let connects = case.needs.contains(&Need::Forwards);
        assert!(requests > 0 || connects, "{}: no request", case.id);
    }
}

#[test]
fn responses_are_well_formed_and_complete_or_malformed_on_purpose() {
    let is_malformed = |case: &&'static Case| !is_sound(case);
    let found: BTreeSet<_> =
        of(Party::Intermediary).into_iter().filter(is_malformed).map(|case| case.id).collect();
    let listed: BTreeSet<_> = MALFORMED_ON_PURPOSE.iter().copied().collect();
    assert_eq!(found, listed, "not a response, or listed in vain");
}

#[test]
fn final_responses_name_the_request_that_they_answer() {
    let is_untagged = |case: &&'static Case| answers(case).iter().any(|it| !is_tagged(it));
    let found: BTreeSet<_> =
        of(Party::Intermediary).into_iter().filter(is_untagged).map(|case| case.id).collect();
    let listed: BTreeSet<_> = UNTAGGED_ON_PURPOSE.iter().copied().collect();
    assert_eq!(found, listed, "without a tag, or listed in vain");
}

#[test]
fn requests_are_complete_before_their_final_response_is_awaited() {
    let withholds = |case: &&'static Case| !completes(case);
    let found: BTreeSet<_> =
        of(Party::Intermediary).into_iter().filter(withholds).map(|case| case.id).collect();
    let listed: BTreeSet<_> = WITHHOLDS_ON_PURPOSE.iter().copied().collect();
    assert_eq!(found, listed, "a wait for nothing, or listed in vain");
}

#[test]
fn needs_are_stated() {
    for case in of(Party::Intermediary) {
        let resets = steps(case).iter().any(|(_, step)| *step == Step::Reset);
        assert_eq!(resets, case.needs.contains(&Need::Resets), "{}: resets", case.id);
        let has = |what: &str| streams(case).iter().any(|it| find(it, what.as_bytes()).is_some());
        let of_proxies = has("CONNECT ") || has("Proxy-Connection: Keep-Alive");
        assert_eq!(of_proxies, case.needs.contains(&Need::Forwards), "{}: forwards", case.id);
    }
}

#[test]
fn hidden_requests_are_dangerous() {
    for case in of(Party::Intermediary) {
        let names = [b"/hidden".as_slice(), CANARY.as_bytes()];
        let hides =
            streams(case).iter().any(|it| names.iter().any(|name| find(it, name).is_some()));
        assert_eq!(hides, case.danger == Danger::Desync, "{}", case.id);
    }
}

#[test]
fn every_requirement_on_intermediaries_alone_is_exercised_or_out_of_reach() {
    let cases = of(Party::Intermediary);
    let exercised: BTreeSet<_> =
        cases.iter().flat_map(|case| case.exercises).map(|row| row.id).collect();
    let listed: BTreeSet<_> = OUT_OF_REACH.iter().map(|(id, _)| *id).collect();
    let over_http_11 = |row: &&&Requirement| !["EXP-H2-", "EXP-H3-"].contains(&&row.id[..7]);
    let on_intermediaries = |row: &&&Requirement| {
        let others = [Party::OriginServer, Party::Client];
        row.binds(Party::Intermediary) && !others.into_iter().any(|party| row.binds(party))
    };
    let missed: BTreeSet<_> = ALL
        .iter()
        .filter(over_http_11)
        .filter(on_intermediaries)
        .map(|row| row.id)
        .filter(|id| !exercised.contains(id))
        .collect();
    assert_eq!(missed, listed);
}

/// All that the client sends on each of its connections.
fn streams(case: &Case) -> Vec<Vec<u8>> {
    let mut streams = vec![Vec::new()];
    let mut current = 0;
    for step in case.script {
        match step {
            Step::Open => {
                streams.push(Vec::new());
                current = streams.len() - 1;
            }
            Step::Use(number) => current = usize::from(*number),
            _ => streams[current].extend(written(step, case)),
        }
    }
    streams
}

/// Whether no final response is awaited on a connection while a request on it has no end. Whatever
/// the client has ended itself is not waited for.
fn completes(case: &Case) -> bool {
    let mut streams = vec![Vec::new()];
    let mut current = 0;
    for step in case.script {
        match step {
            Step::Open => {
                streams.push(Vec::new());
                current = streams.len() - 1;
            }
            Step::Use(number) => current = usize::from(*number),
            Step::Finish | Step::Reset => streams[current].clear(),
            Step::Await(Until::Final) if !ends_with_a_request(&streams[current]) => return false,
            _ => streams[current].extend(written(step, case)),
        }
    }
    true
}

/// What the origin server sends to each request that it takes, and whether it ends the connection.
fn answers(case: &Case) -> Vec<(Vec<u8>, End)> {
    let mut answers = Vec::new();
    let mut stream = Vec::new();
    for (side, step) in steps(case) {
        if side == Side::Outbound {
            continue;
        }
        match step {
            Step::Await(Until::Request) | Step::Use(_) => {
                answers.push((std::mem::take(&mut stream), End::Open));
            }
            Step::Finish | Step::Reset => {
                answers.push((std::mem::take(&mut stream), End::Ended));
            }
            Step::Serve(_) => {
                answers.push((std::mem::take(&mut stream), End::Open));
                answers.push((written(&step, case), End::Open));
            }
            step => stream.extend(written(&step, case)),
        }
    }
    answers.push((stream, End::Open));
    answers
}

fn is_sound(case: &Case) -> bool {
    let to_head = streams(case).iter().any(|stream| find(stream, b"HEAD /").is_some());
    answers(case).iter().all(|(stream, end)| {
        is_responses(stream, *end, Asked::Get)
            || (to_head && is_responses(stream, *end, Asked::Head))
    })
}

/// Whether each final response in the octets has a tag.
fn is_tagged((stream, _): &(Vec<u8>, End)) -> bool {
    let text = stream.escape_ascii().to_string();
    let begins = |version: &str| -> usize {
        let classes = ['2', '3', '4', '5'];
        classes.iter().map(|class| text.matches(&format!("{version} {class}")).count()).sum()
    };
    begins("HTTP/1.1") + begins("HTTP/1.0") == text.matches("Expectspec-Tag: {tag}\\r\\n").count()
}

/// What a step writes, with the placeholders filled in.
fn written(step: &Step, case: &Case) -> Vec<u8> {
    let times = if let Step::Repeat { times, .. } = step { *times } else { 1 };
    let expanded = octets(step).map(|octets| expand(octets, case, &places()));
    expanded.unwrap_or_default().repeat(times as usize)
}

fn find(octets: &[u8], wanted: &[u8]) -> Option<usize> {
    octets.windows(wanted.len()).position(|window| window == wanted)
}
