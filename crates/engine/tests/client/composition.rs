//! The reference client and the reference server with each other, under all their presets.

use std::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::client::{Content, Outcome, Policy, ReferenceClient, Request, Transmit};
use expectspec_engine::origin_server;

#[test]
fn every_pair_of_presets_completes_every_request() {
    for (name, policy) in Policy::presets() {
        for (server_name, server_policy) in origin_server::Policy::presets() {
            let outcomes = converse(policy.clone(), &server_policy, requests());
            assert_eq!(outcomes.len(), requests().len());
            for (request, outcome) in requests().iter().zip(outcomes) {
                let what = format!("{name} {server_name} {} {}", request.method, request.target);
                let code = outcome.result.unwrap_or_else(|failure| panic!("{what}: {failure}"));
                let expected = match (&*request.target, name, server_name) {
                    ("/next", ..) => 200,
                    (_, "delivering", "refuse-all") => 417,
                    ("/reject", ..) => 403,
                    ("/redirect", "following", _) => 200,
                    ("/redirect", ..) => 307,
                    _ => 200,
                };
                assert_eq!(code, expected, "{what}");
                assert!(outcome.attempts <= 2 + 2 * outcome.redirects, "{what}");
                if request.target == "/next" {
                    assert_eq!(outcome.content, b"next\n", "{what}");
                }
            }
        }
    }
}

#[test]
fn a_server_that_refuses_all_expectations_gets_the_request_without() {
    let policy = origin_server::Policy::refuse_all();
    for outcome in converse(Policy::default(), &policy, vec![upload("PUT", "/"); 3]) {
        assert_eq!((outcome.result, outcome.attempts), (Ok(200), 2));
    }
}

/// Each request that owes content is followed by one that would be swallowed.
fn requests() -> Vec<Request> {
    let next = || Request::new("GET", "/next", "a");
    let pieces = vec![b"hel".to_vec(), b"lo".to_vec()];
    let chunked = Request::new("POST", "/", "a").with_content(Content::Chunked(pieces));
    let hints = upload("POST", "/early-hints");
    let reject = upload("PUT", "/reject");
    let redirect = upload("POST", "/redirect");
    let mut requests = Vec::new();
    for request in [upload("PUT", "/"), chunked, hints, reject, redirect] {
        requests.extend([request, next()]);
    }
    requests
}

fn upload(method: &str, target: &str) -> Request {
    Request::new(method, target, "a").with_content(Content::Length(b"hello".to_vec()))
}

/// Lets both talk until the client is done. Time passes only when neither has anything to say.
fn converse(
    policy: Policy,
    server_policy: &origin_server::Policy,
    requests: Vec<Request>,
) -> Vec<Outcome> {
    let mut client = ReferenceClient::new(policy, requests, Duration::ZERO)
        .expect("requests of tests can be sent");
    let mut server = None;
    let mut now = Duration::ZERO;
    for _ in 0..10_000 {
        if exchange(&mut client, &mut server, server_policy, now) {
            continue;
        }
        if client.is_done() {
            return client.outcomes().to_vec();
        }
        let timers = [client.poll_timeout(), server.as_ref().and_then(|it| it.poll_timeout())];
        now = timers.into_iter().flatten().min().expect("nobody waits for ever");
        client.handle_timeout(now);
        if let Some(server) = &mut server {
            server.handle_timeout(now);
        }
    }
    panic!("the client and the server never come to an end");
}

/// Carries one thing from one to the other; false if there is none.
fn exchange(
    client: &mut ReferenceClient,
    server: &mut Option<ReferenceServer>,
    policy: &origin_server::Policy,
    now: Duration,
) -> bool {
    match client.poll_transmit() {
        Some(Transmit::Octets(octets)) => {
            if let Some(server) = server {
                server.handle_octets(octets, now);
            }
        }
        Some(Transmit::Open) => {
            *server = Some(ReferenceServer::new(policy.clone()));
            client.handle_connected(now);
        }
        Some(Transmit::ShutdownWrite) => {
            if let Some(server) = server {
                server.handle_end(now);
            }
        }
        Some(Transmit::Close) => *server = None,
        None => {
            let Some(it) = server else { return false };
            match it.poll_transmit() {
                Some(origin_server::Transmit::Octets(octets)) => client.handle_octets(octets, now),
                Some(origin_server::Transmit::ShutdownWrite) => client.handle_end(now),
                Some(origin_server::Transmit::Close) => {
                    client.handle_end(now);
                    *server = None;
                }
                None => return false,
            }
        }
    }
    true
}
