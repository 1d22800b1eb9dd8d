//! How many exchanges the reference client has per second.

use std::hint::black_box;
use std::time::Duration;

use divan::counter::ItemsCount;
use expectspec_engine::client::{Client, Content, Notice, Policy, Request, Transmit};

fn main() {
    divan::main();
}

/// Head, 100 (Continue), content, 200 on one connection, each a piece of its own.
#[divan::bench]
fn withheld_handshake(bencher: divan::Bencher<'_, '_>) {
    exchanges(bencher, &put(), &[CONTINUE, OK]);
}

/// Content without expectation.
#[divan::bench]
fn content_at_once(bencher: divan::Bencher<'_, '_>) {
    exchanges_with(bencher, Policy::eager(), &put(), &[OK]);
}

/// A 417, and the repetition on the same connection.
#[divan::bench]
fn repetition(bencher: divan::Bencher<'_, '_>) {
    exchanges(bencher, &put(), &[FAILED, OK]);
}

/// A hundred interim responses at once before the final one.
#[divan::bench]
fn hundred_interims(bencher: divan::Bencher<'_, '_>) {
    let interims = EARLY_HINTS.repeat(100);
    exchanges(bencher, &get(), &[&interims, OK]);
}

#[divan::bench]
fn plain_get(bencher: divan::Bencher<'_, '_>) {
    exchanges(bencher, &get(), &[OK]);
}

#[divan::bench]
fn new_connection_with_handshake(bencher: divan::Bencher<'_, '_>) {
    let request = put();
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        let mut client = Client::new(Policy::default());
        exchange(&mut client, &request, &[CONTINUE, OK])
    });
}

fn exchanges(bencher: divan::Bencher<'_, '_>, request: &Request, answers: &[&[u8]]) {
    exchanges_with(bencher, Policy::default(), request, answers);
}

fn exchanges_with(
    bencher: divan::Bencher<'_, '_>,
    policy: Policy,
    request: &Request,
    answers: &[&[u8]],
) {
    let mut client = Client::new(policy);
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| exchange(&mut client, request, answers));
}

/// The request, its copy included, and what the server answers.
fn exchange(client: &mut Client, request: &Request, answers: &[&[u8]]) -> usize {
    client.submit(request.clone(), Duration::ZERO).expect("no other exchange is going on");
    let mut sent = take(client);
    for answer in answers {
        client.handle_octets(black_box(answer), Duration::ZERO);
        sent += take(client);
    }
    let mut last = None;
    while let Some(notice) = client.poll_notice() {
        last = Some(black_box(notice));
    }
    assert_eq!(last, Some(Notice::Complete), "every exchange has an answer");
    sent
}

fn take(client: &mut Client) -> usize {
    let mut sent = 0;
    loop {
        match client.poll_transmit() {
            Some(Transmit::Octets(octets)) => sent += black_box(octets).len(),
            Some(Transmit::Open) => client.handle_connected(Duration::ZERO),
            Some(Transmit::ShutdownWrite | Transmit::Close) => {}
            None => return sent,
        }
    }
}

fn put() -> Request {
    Request::new("PUT", "/up", "a").with_content(Content::Length(b"hello".to_vec()))
}

fn get() -> Request {
    Request::new("GET", "/next", "a")
}

const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

const EARLY_HINTS: &[u8] = b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n";

const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntag";

const FAILED: &[u8] = b"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n";
