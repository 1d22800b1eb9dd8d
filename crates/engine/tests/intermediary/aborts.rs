//! Clients that give up: I13.

use crate::neighbours::{CLIENT, CONTINUE, EXPECTING, Neighbours};

const CHUNKED: &str = "POST /up HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n";

#[test]
fn a_request_that_breaks_off_is_never_completed() {
    for (head, part, on) in [
        (EXPECTING, "", ""),
        (EXPECTING, "he", "h0: he"),
        (CHUNKED, "2\nhe\n", "h0: 2\nhe\n"),
        (CHUNKED, "5\nhe", "h0: 2\nhe\n"),
    ] {
        for resets in [false, true] {
            let mut it = Neighbours::of("proxy");
            it.client(head);
            it.hop(CONTINUE);
            assert_eq!(it.client(part), on);
            let ends = if resets { it.reset(CLIENT) } else { it.end(CLIENT) };
            assert!(ends.ends_with("h0: [close]"), "{head} {part} {resets} {ends}");
            assert!(!ends.contains("h0: 0"), "{ends}");
            assert_eq!(ends.contains("HTTP/1.1 400"), !resets, "{ends}");
        }
    }
}

#[test]
fn content_that_is_none_ends_the_request() {
    let mut it = Neighbours::of("proxy");
    it.client(CHUNKED);
    let ends = it.client("zz\n");
    assert!(ends.starts_with("c0: HTTP/1.1 400 "), "{ends}");
    assert!(ends.ends_with("h0: [close]"), "{ends}");
}

#[test]
fn content_that_does_not_come_is_408() {
    let mut it = Neighbours::of("proxy");
    it.client(EXPECTING);
    it.hop(CONTINUE);
    let ends = it.wait(20_000);
    assert!(ends.starts_with("c0: HTTP/1.1 408 "), "{ends}");
    assert!(ends.contains("h0: [close]"), "{ends}");
}

#[test]
fn who_collects_forwards_nothing_that_is_incomplete() {
    let mut it = Neighbours::of("buffering");
    it.client(EXPECTING);
    it.client("he");
    assert!(it.end(CLIENT).starts_with("c0: HTTP/1.1 400 "));
    assert!(it.machine.links().all(|link| link == CLIENT));
}

#[test]
fn a_client_that_breaks_off_while_it_is_answered_takes_the_connection_along() {
    let mut it = Neighbours::of("default");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    it.hop("HTTP/1.1 200 OK\nContent-Length: 5\n\nab");
    assert_eq!(it.reset(CLIENT), "c0: [close]h0: [close]");
    assert_eq!(it.machine.links().count(), 0);
}

#[test]
fn a_client_that_only_stops_sending_is_answered() {
    let mut it = Neighbours::of("default");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    assert_eq!(it.end(CLIENT), "");
    assert!(it.hop(crate::neighbours::OK).starts_with("c0: HTTP/1.1 200 OK\n"));
}
