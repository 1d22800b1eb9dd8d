//! What holds between the reference client and origins that answer by a plan.

use expectspec_engine::client::{Content, Outcome, Policy, Request};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::generators::request;
use crate::origin::{Answer, Behind, Delimiter, Origin, Told, When};
use crate::passed::{check_connection, check_promptness};
use crate::world::World;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_was_told_is_reported_and_nothing_is_owed(
        (_, policy) in select(Policy::presets().to_vec()),
        piece_octets_max in 1..30_usize,
        requests in vec(request(), 1..4),
        plan in vec(answer(), 1..6),
    ) {
        let policy = Policy { piece_octets_max, ..policy };
        let patience = policy.patience;
        let (world, told) = play(policy, &requests, plan);
        for seen in &world.connections {
            check_connection(seen, patience)?;
            check_promptness(seen, patience)?;
        }
        check_connections(&told)?;
        for (index, outcome) in world.agent.outcomes().iter().enumerate() {
            let told: Vec<&Told> = told.iter().filter(|it| it.request == index).collect();
            check_outcome(outcome, index, &told)?;
            check_repetitions(&requests[index], outcome, &told)?;
        }
    }
}

/// Lets both talk until the client is done. Time passes only when neither has anything to say.
fn play(policy: Policy, requests: &[Request], plan: Vec<Answer>) -> (World, Vec<Told>) {
    let numbered = requests.iter().enumerate().map(|(index, request)| {
        let target = format!("/{index}");
        Request { target, ..request.clone() }
    });
    let mut world = World::new(policy, numbered.collect());
    let mut origin = Origin::new(plan);
    for _ in 0..10_000 {
        if world.take() {
            origin.act(&mut world);
        } else if world.agent.is_done() {
            assert!(!world.open);
            return (world, origin.told);
        } else {
            let deadlines = [world.agent.poll_timeout(), origin.deadline()];
            let next = deadlines.into_iter().flatten().min().expect("nobody waits for ever");
            world.now = world.now.max(next);
            origin.act(&mut world);
            world.agent.handle_timeout(world.now);
        }
    }
    panic!("the client and the origin never come to an end");
}

/// No head follows where the connection was said to close, or may be misread.
fn check_connections(told: &[Told]) -> Result<(), TestCaseError> {
    for pair in told.windows(2) {
        if pair[0].connection == pair[1].connection {
            prop_assert!(pair[0].last.is_some(), "only an answered request is followed");
            prop_assert!(pair[0].persists, "{:?}", pair[0]);
        }
    }
    Ok(())
}

/// The user learns the last final response, whole, and every interim response.
fn check_outcome(outcome: &Outcome, index: usize, told: &[&Told]) -> Result<(), TestCaseError> {
    let last = told.last().and_then(|it| it.last);
    prop_assert_eq!(outcome.result.ok(), last.map(|(code, _)| code), "{:?}", told);
    let Some((_, content)) = last else { return Ok(()) };
    prop_assert_eq!(&outcome.content, content.as_bytes());
    let response = outcome.response.as_ref().expect("a final response has a head");
    let values: Vec<&[u8]> = response.values(b"x").collect();
    prop_assert_eq!(values.concat(), index.to_string().into_bytes());
    let interims: Vec<u16> = told.iter().flat_map(|it| it.interims.clone()).collect();
    prop_assert_eq!(&outcome.interims, &interims);
    prop_assert_eq!(outcome.attempts as usize, told.len(), "{:?}", told);
    Ok(())
}

/// Repetitions and redirections, as the answers before them have it.
fn check_repetitions(
    request: &Request,
    outcome: &Outcome,
    told: &[&Told],
) -> Result<(), TestCaseError> {
    let expects = |told: &Told| told.head.contains("\r\nExpect: 100-continue\r\n");
    for pair in told.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        match before.last {
            Some((417, _)) => {
                prop_assert!(expects(before), "a 417 to anything else is final");
                prop_assert!(!expects(after));
            }
            Some((303, _)) if before.method != "HEAD" => {
                prop_assert_eq!(&*after.method, "GET");
                for field in ["Expect:", "Content-Length:", "Transfer-Encoding:"] {
                    prop_assert!(!after.head.contains(field), "{}", after.head);
                }
            }
            Some((code, _)) => prop_assert!(matches!(code, 303 | 307), "{code}"),
            None => prop_assert!(request.is_idempotent() && before.interims.is_empty()),
        }
    }
    let failures = told.iter().filter(|it| matches!(it.last, Some((417, _)))).count();
    prop_assert!(failures <= 2 + outcome.redirects as usize);
    if told.iter().any(|it| expects(it)) {
        prop_assert!(request.content != Content::None);
    }
    Ok(())
}

fn answer() -> impl Strategy<Value = Answer> {
    let when = select(vec![
        When::Head,
        When::Head,
        When::Delay(500),
        When::Delay(1500),
        When::Amid,
        When::Amid,
        When::End,
        When::End,
        When::End,
        When::Never,
    ]);
    let codes = select(vec![200, 200, 200, 204, 303, 307, 304, 401, 413, 417, 417, 500]);
    let delimiters = select(vec![
        Delimiter::Length,
        Delimiter::Length,
        Delimiter::Length,
        Delimiter::Chunked,
        Delimiter::Close,
    ]);
    let behind = select(vec![
        Behind::Nothing,
        Behind::Nothing,
        Behind::Nothing,
        Behind::Nothing,
        Behind::End,
        Behind::Reset,
        Behind::Stray,
    ]);
    let interims = vec(select(INTERIMS), 0..4);
    (interims, when, codes, delimiters, prop::bool::weighted(0.2), behind).prop_map(
        |(interims, when, code, delimiter, closes, behind)| Answer {
            interims,
            when,
            code,
            delimiter,
            closes,
            behind,
        },
    )
}

const INTERIMS: &[&str] = &[
    "100 Continue\r\n",
    "100 \r\nContent-Length: 5\r\n",
    "100 Continue\r\nConnection: close\r\nX: y\r\n",
    "102 Processing\r\n",
    "103 Early Hints\r\nLink: </s.css>\r\nLocation: /9\r\n",
    "199 Any\r\nTransfer-Encoding: chunked\r\n",
];
