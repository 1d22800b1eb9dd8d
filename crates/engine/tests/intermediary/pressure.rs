//! Slow peers: what is held stays bounded, and nobody else waits.

use std::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Policy, Reading, Transmit, Writing};

use crate::neighbours::{CLIENT, EXPECTING, EXPECTING_ON, HOP, Neighbours, OK};

const HEAD: &[u8] = b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n";
const PIECE: [u8; 10_000] = [b'x'; 10_000];

#[test]
fn a_next_hop_that_takes_nothing_stops_the_client() {
    let mut it = Neighbours::new(Policy::default());
    it.machine.handle_octets(CLIENT, HEAD, it.now);
    it.receive();
    it.machine.handle_octets(CLIENT, &PIECE, it.now);
    assert!(matches!(it.machine.poll_transmit(), Some((HOP, Transmit::Octets(_)))));
    let mut held = 0;
    while it.machine.reading(CLIENT) == Reading::Wanted {
        it.machine.handle_octets(CLIENT, &PIECE, it.now);
        assert_eq!(it.machine.poll_transmit(), None);
        held += PIECE.len();
        assert!(held < 200_000, "what is held is bounded");
    }
    it.machine.handle_written(HOP, it.now);
    let on = it.receive();
    assert_eq!(on.matches('x').count(), held);
    assert_eq!(it.machine.reading(CLIENT), Reading::Wanted);
}

#[test]
fn a_next_hop_that_takes_nothing_is_504_in_time() {
    let mut it = Neighbours::new(Policy::default());
    it.machine.handle_octets(CLIENT, HEAD, it.now);
    it.receive();
    for _ in 0..20 {
        it.machine.handle_octets(CLIENT, &PIECE, it.now);
        it.machine.poll_transmit();
    }
    let back = it.wait(30_000);
    assert!(back.contains("c0: HTTP/1.1 504 "), "{back}");
    assert!(back.contains("h0: [close]") || it.machine.writing(HOP) == Writing::Dropped, "{back}");
}

#[test]
fn a_client_that_takes_nothing_stops_the_next_hop_and_ends_in_time() {
    let mut it = Neighbours::new(Policy::default());
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    it.machine.handle_octets(HOP, b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n", it.now);
    assert!(matches!(it.machine.poll_transmit(), Some((CLIENT, Transmit::Octets(_)))));
    let mut held = 0;
    while it.machine.reading(HOP) == Reading::Wanted {
        it.machine.handle_octets(HOP, &PIECE, it.now);
        assert_eq!(it.machine.poll_transmit(), None);
        held += PIECE.len();
        assert!(held < 100_000, "what is held is bounded");
    }
    it.wait(30_000);
    assert_eq!(it.machine.writing(CLIENT), Writing::Dropped);
    it.machine.handle_written(CLIENT, it.now);
    assert!(it.receive().is_empty());
    assert_eq!(it.machine.links().count(), 0);
}

#[test]
fn others_go_on_while_one_is_slow() {
    let now = Duration::ZERO;
    let mut machine = Intermediary::new(Policy::default());
    let (slow, quick) = (machine.handle_accepted(now), machine.handle_accepted(now));
    machine.handle_octets(slow, b"OPTIONS / HTTP/1.1\r\nHost: a\r\nMax-Forwards: 0\r\n\r\n", now);
    assert!(matches!(machine.poll_transmit(), Some((link, Transmit::Octets(_))) if link == slow));
    machine.handle_octets(quick, b"OPTIONS / HTTP/1.1\r\nHost: a\r\nMax-Forwards: 0\r\n\r\n", now);
    assert!(matches!(machine.poll_transmit(), Some((link, Transmit::Octets(_))) if link == quick));
}

#[test]
fn a_connection_closes_no_sooner_than_its_output_is_written() {
    let mut it = Neighbours::new(Policy::default());
    it.client("GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
    it.machine.handle_octets(HOP, b"HTTP/1.1 204 No Content\r\n\r\n", it.now);
    assert!(matches!(it.machine.poll_transmit(), Some((CLIENT, Transmit::Octets(_)))));
    assert_eq!(it.wait(20_000), "");
    assert_eq!(it.machine.writing(CLIENT), Writing::Wanted);
    it.machine.handle_written(CLIENT, it.now);
    assert_eq!(it.receive(), "c0: [FIN]");
    assert_eq!(it.wait(1_999), "");
    assert_eq!(it.wait(1), "c0: [close]");
}

#[test]
fn content_that_waits_for_the_next_hop_is_finished_after_an_early_final() {
    let mut it = Neighbours::new(Policy { held_octets_max: 4, ..Policy::default() });
    it.client("PUT / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n");
    it.hop("HTTP/1.1 204 No Content\n\n");
    it.machine.handle_octets(CLIENT, b"1\r\na\r\n", it.now);
    assert!(matches!(it.machine.poll_transmit(), Some((HOP, Transmit::Octets(_)))));
    it.machine.handle_octets(CLIENT, b"5\r\nhello\r\n0\r\n\r\n", it.now);
    assert_eq!(it.machine.poll_transmit(), None);
    it.machine.handle_written(HOP, it.now);
    assert_eq!(it.receive(), "h0: 5\nhello\n0\n\n");
    assert!(it.client("GET / HTTP/1.1\nHost: a\n\n").starts_with("h0: GET"));
}

#[test]
fn a_pipelined_request_waits_for_content_that_waits() {
    let mut it = Neighbours::new(Policy { held_octets_max: 4, ..Policy::default() });
    it.client("PUT / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n");
    it.hop("HTTP/1.1 204 No Content\n\n");
    it.machine.handle_octets(CLIENT, b"1\r\na\r\n", it.now);
    assert!(matches!(it.machine.poll_transmit(), Some((HOP, Transmit::Octets(_)))));
    let rest = b"5\r\nhello\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n";
    it.machine.handle_octets(CLIENT, rest, it.now);
    assert_eq!(it.machine.poll_transmit(), None);
    it.machine.handle_written(HOP, it.now);
    let on = it.receive();
    assert!(on.starts_with("h0: 5\nhello\n") && on.contains("h1: [open]GET / "), "{on}");
    it.wait(200_000);
    assert_eq!(it.machine.links().count(), 0);
}

#[test]
fn the_end_of_an_exchange_is_not_taken_for_that_of_the_next_one() {
    let mut it = Neighbours::new(Policy { held_octets_max: 1, ..Policy::default() });
    it.client(EXPECTING);
    it.hop(OK);
    it.client("ab");
    // The next hop takes the rest of the content late, so that the next request is read by then.
    let head = EXPECTING.replace('\n', "\r\n");
    it.machine.handle_octets(CLIENT, ["cde", &head].concat().as_bytes(), it.now);
    assert!(matches!(it.machine.poll_transmit(), Some((HOP, Transmit::Octets(b"cde")))));
    assert_eq!(it.machine.poll_transmit(), None);
    it.machine.handle_written(HOP, it.now);
    assert_eq!(it.receive().replace("h0: ", "h0: [open]"), EXPECTING_ON);
    assert_eq!(it.hop(OK), format!("c0: {OK}"));
    it.wait(200_000);
    assert_eq!(it.machine.links().count(), 0);
}
