//! How many exchanges the reference server has per second.

use std::hint::black_box;
use std::time::Duration;

use divan::counter::ItemsCount;
use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::{Policy, Transmit};

fn main() {
    divan::main();
}

/// Head, 100 (Continue), content, 200 on one connection, each a piece of its own.
#[divan::bench]
fn withheld_handshake(bencher: divan::Bencher<'_, '_>) {
    exchanges(bencher, &[HEAD, b"hello"]);
}

/// The same, with the fields of a browser's upload.
#[divan::bench]
fn withheld_handshake_of_a_browser(bencher: divan::Bencher<'_, '_>) {
    exchanges(bencher, &[BROWSER_HEAD, b"hello"]);
}

/// The whole request at once.
#[divan::bench]
fn content_at_once(bencher: divan::Bencher<'_, '_>) {
    let request = [HEAD, b"hello"].concat();
    exchanges(bencher, &[&request]);
}

#[divan::bench]
fn plain_get(bencher: divan::Bencher<'_, '_>) {
    exchanges(bencher, &[GET]);
}

#[divan::bench]
fn pipelined_gets(bencher: divan::Bencher<'_, '_>) {
    let requests = GET.repeat(PIPELINED);
    let mut server = ReferenceServer::new(Policy::default());
    bencher.counter(ItemsCount::new(PIPELINED)).bench_local(|| serve(&mut server, &[&requests]));
}

#[divan::bench]
fn new_connection_with_handshake(bencher: divan::Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        let mut server = ReferenceServer::new(Policy::default());
        serve(&mut server, &[HEAD, b"hello"])
    });
}

fn exchanges(bencher: divan::Bencher<'_, '_>, pieces: &[&[u8]]) {
    let mut server = ReferenceServer::new(Policy::default());
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| serve(&mut server, pieces));
}

fn serve(server: &mut ReferenceServer, pieces: &[&[u8]]) -> usize {
    let mut sent = 0;
    for piece in pieces {
        server.handle_octets(black_box(piece), Duration::ZERO);
        while let Some(transmit) = server.poll_transmit() {
            if let Transmit::Octets(octets) = transmit {
                sent += black_box(octets).len();
            }
        }
    }
    assert!(sent > 0, "every exchange has an answer");
    sent
}

const PIPELINED: usize = 64;

const HEAD: &[u8] =
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

const BROWSER_HEAD: &[u8] = b"POST /echo HTTP/1.1\r\nHost: www.example.com\r\n\
    User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n\
    Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n\
    Accept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\
    Connection: keep-alive\r\nCookie: session=0123456789abcdef0123456789abcdef\r\n\
    Content-Type: application/octet-stream\r\nContent-Length: 5\r\n\
    Expect: 100-continue\r\n\r\n";

const GET: &[u8] = b"GET /next HTTP/1.1\r\nHost: a\r\n\r\n";
