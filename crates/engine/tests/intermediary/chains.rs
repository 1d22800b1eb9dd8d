//! Clients, one to three intermediaries and an origin server, all of them the reference's, under any
//! schedule.

use std::time::Duration;

use expectspec_engine::client::{self, Content, Outcome, ReferenceClient, Request};
use expectspec_engine::intermediary::{Intermediary, Policy};
use expectspec_engine::origin_server;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::chain::Chain;

/// A request, and what its client must see of it whatever is between.
#[derive(Clone, Copy, Debug)]
struct Row {
    method: &'static str,
    path: &'static str,
    content: Kind,
    code: u16,
    /// `None` is the content of the request.
    answer: Option<&'static [u8]>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    None,
    Length(usize),
    Chunked(usize),
}

const fn row(
    method: &'static str,
    path: &'static str,
    content: Kind,
    code: u16,
    answer: Option<&'static [u8]>,
) -> Row {
    Row { method, path, content, code, answer }
}

const ROWS: [Row; 13] = [
    row("GET", "/next", Kind::None, 200, Some(b"next\n")),
    row("HEAD", "/next", Kind::None, 200, Some(b"")),
    row("POST", "/echo", Kind::Length(40), 200, None),
    row("PUT", "/echo", Kind::Chunked(40), 200, None),
    row("PUT", "/echo", Kind::Length(3000), 200, None),
    row("POST", "/early-hints", Kind::Length(40), 200, None),
    row("POST", "/early-hints", Kind::Chunked(40), 200, None),
    row("POST", "/slow?ms=300", Kind::Length(40), 200, None),
    row("POST", "/reject", Kind::Length(40), 403, Some(b"not here\n")),
    row("POST", "/reject", Kind::Chunked(40), 403, Some(b"not here\n")),
    row("PUT", "/reject-401", Kind::Length(3000), 401, Some(b"who are you?\n")),
    row("PUT", "/immediate?code=204", Kind::Length(40), 204, Some(b"")),
    row("GET", "/missing", Kind::None, 404, Some(b"nothing here\n")),
];

/// Content that says whose it is.
fn nonce(client: usize, index: usize, len: usize) -> Vec<u8> {
    format!("<{client}.{index}>").into_bytes().into_iter().cycle().take(len).collect()
}

fn request(row: Row, client: usize, index: usize, prefix: &str) -> Request {
    let request = Request::new(row.method, &format!("{prefix}{}", row.path), "a");
    let octets = |len| nonce(client, index, len);
    request.with_content(match row.content {
        Kind::None => Content::None,
        Kind::Length(len) => Content::Length(octets(len)),
        Kind::Chunked(len) => Content::Chunked(octets(len).chunks(7).map(<[u8]>::to_vec).collect()),
    })
}

/// What is wrong with an outcome.
fn check(row: Row, outcome: &Outcome, client: usize, index: usize, speaks_11: bool) {
    assert_eq!(outcome.result, Ok(row.code), "{row:?} {outcome:?}");
    let len = match row.content {
        Kind::None => 0,
        Kind::Length(len) | Kind::Chunked(len) => len,
    };
    let expected = row.answer.map_or_else(|| nonce(client, index, len), <[u8]>::to_vec);
    assert_eq!(outcome.content, expected, "{row:?}");
    if !speaks_11 {
        assert!(outcome.interims.is_empty(), "{row:?} {outcome:?}");
    } else if row.path == "/early-hints" {
        let hints = outcome.interims.iter().filter(|&&code| code == 103).count();
        assert_eq!(hints as u32, outcome.attempts, "{row:?} {outcome:?}");
    }
}

/// Plays the rows of each client, and checks what came of each.
fn play(
    clients: &[(client::Policy, Vec<Row>)],
    policies: &[Policy],
    server: origin_server::Policy,
    choose: impl FnMut(usize) -> usize,
) {
    let absolute = policies.first() == Some(&Policy::forward());
    let prefix = if absolute { "http://a" } else { "" };
    let agents = clients.iter().enumerate().map(|(client, (policy, rows))| {
        let requests = rows.iter().enumerate();
        let requests = requests.map(|(index, &row)| request(row, client, index, prefix)).collect();
        ReferenceClient::new(policy.clone(), requests, Duration::ZERO)
            .expect("requests of tests can be sent")
    });
    let hops = policies.iter().cloned().map(Intermediary::new).collect();
    let mut chain = Chain::new(agents.collect(), hops, server);
    chain.run(choose);
    for (client, ((policy, rows), outcomes)) in clients.iter().zip(chain.outcomes()).enumerate() {
        assert_eq!(outcomes.len(), rows.len());
        let speaks_11 = policy.version == client::RequestVersion::Http11;
        for (index, (&row, outcome)) in rows.iter().zip(&outcomes).enumerate() {
            check(row, outcome, client, index, speaks_11);
        }
    }
}

/// The rows that a chain can be asked for: an HTTP/1.0 next hop takes no chunks.
fn rows_for<'a>(policies: &'a [Policy], rows: &'a [Row]) -> impl Iterator<Item = Row> + 'a {
    let http10 = policies.contains(&Policy::http10_next_hop());
    rows.iter().copied().filter(move |row| !http10 || !matches!(row.content, Kind::Chunked(_)))
}

/// Presets that answer no request in their own way.
fn servers() -> Vec<origin_server::Policy> {
    let presets = origin_server::Policy::presets().into_iter();
    presets.filter(|(name, _)| *name != "refuse-all").map(|(_, policy)| policy).collect()
}

fn client_policies() -> Vec<client::Policy> {
    client::Policy::presets().into_iter().map(|(_, policy)| policy).collect()
}

/// A forward proxy is the first or none.
fn hops() -> impl Strategy<Value = Vec<Policy>> {
    let all: Vec<_> = Policy::presets().into_iter().map(|(_, policy)| policy).collect();
    let others: Vec<_> = all.iter().filter(|&it| *it != Policy::forward()).cloned().collect();
    (select(all), vec(select(others), 0..3)).prop_map(|(first, others)| {
        let mut hops = vec![first];
        hops.extend(others);
        hops
    })
}

#[test]
fn every_triple_of_presets_completes_every_request() {
    for (_, policy) in client::Policy::presets() {
        for (_, hop) in Policy::presets() {
            for server in servers() {
                let hops = [hop.clone()];
                let rows = rows_for(&hops, &ROWS).collect();
                play(&[(policy.clone(), rows)], &hops, server, |below| below - 1);
            }
        }
    }
}

#[test]
fn a_server_that_refuses_expectations_is_asked_without() {
    let refusing = origin_server::Policy::refuse_all();
    for (_, hop) in Policy::presets() {
        let hops = [hop];
        let rows: Vec<_> = rows_for(&hops, &ROWS[..5]).collect();
        let clients = [(client::Policy::default(), rows.clone()), (client::Policy::eager(), rows)];
        play(&clients, &hops, refusing.clone(), |below| below - 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_schedule_changes_what_clients_see(
        clients in vec((select(client_policies()), vec(select(&ROWS[..]), 1..5)), 1..4),
        hops in hops(),
        server in select(servers()),
        mut seed in any::<u64>(),
    ) {
        let clients: Vec<_> = clients
            .into_iter()
            .map(|(policy, rows)| (policy, rows_for(&hops, &rows).collect()))
            .collect();
        play(&clients, &hops, server, |below| {
            // SplitMix64.
            seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            ((mixed ^ (mixed >> 31)) % below as u64) as usize
        });
    }
}
