//! Final responses: I12, I16 and how they are delimited.

use crate::neighbours::{CLIENT, CONTINUE, EXPECTING, HOP, Neighbours, OK};

#[test]
fn an_early_final_comes_at_once_and_the_content_is_finished_on_both_sides() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    let final_response =
        "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\nContent-Length: 2\n\n";
    assert_eq!(it.hop(final_response), format!("c0: {final_response}"));
    assert_eq!(it.hop("no"), "c0: no");
    assert_eq!(it.client("hello"), "h0: hello");
    // Both connections serve again.
    assert_eq!(
        it.client("GET /next HTTP/1.1\nHost: a\n\n"),
        "h0: GET /next HTTP/1.1\nHost: a\nVia: 1.1 expectspec\n\n"
    );
}

#[test]
fn a_connection_that_owes_content_serves_nobody() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    it.hop(OK);
    let other = it.machine.handle_accepted(it.now);
    let on = it.send(other, "GET /next HTTP/1.1\nHost: a\n\n");
    assert!(on.starts_with("h1: [open]GET /next "), "{on}");
}

#[test]
fn after_an_early_final_a_client_that_sends_nothing_loses_both_connections() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    it.hop(OK);
    assert_eq!(it.wait(9_999), "");
    assert_eq!(it.wait(1), "c0: [FIN]h0: [close]");
    assert_eq!(it.end(CLIENT), "c0: [close]");
}

#[test]
fn after_an_early_final_that_closes_the_content_is_dropped() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    let back = it.hop("HTTP/1.1 413 Content Too Large\nConnection: close\nContent-Length: 0\n\n");
    assert_eq!(back, "c0: HTTP/1.1 413 Content Too Large\nContent-Length: 0\n\nh0: [FIN][close]");
    assert_eq!(it.client("hello"), "");
    assert!(it.client("GET / HTTP/1.1\nHost: a\n\n").starts_with("h0: [open]GET / "));
}

#[test]
fn a_final_that_needs_the_content_gets_it() {
    let mut it = Neighbours::of("proxy");
    it.client("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n");
    let head = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n";
    let on = "c0: HTTP/1.1 200 OK\nVia: 1.1 expectspec\nTransfer-Encoding: chunked\n\n";
    assert_eq!(it.hop(head), on);
    for piece in ["3\nabc\n", "1\nd\n"] {
        assert_eq!(it.client(piece), format!("h0: {piece}"));
        assert_eq!(it.hop(piece), format!("c0: {piece}"));
    }
    assert_eq!(it.client("0\n\n"), "h0: 0\n\n");
    assert_eq!(it.hop("0\n\n"), "c0: 0\n\n");
}

#[test]
fn a_final_reaches_a_client_that_has_stopped_sending() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    it.hop("HTTP/1.1 403 Forbidden\nContent-Length: 2\n\nn");
    assert_eq!(it.end(CLIENT), "");
    assert_eq!(it.hop("o"), "c0: o[close]h0: [close]");
}

#[test]
fn each_response_is_delimited_anew() {
    let cases = [
        ("GET", "1.1", "Content-Length: 2\n\nok", "Content-Length: 2\n\nok"),
        (
            "GET",
            "1.1",
            "Transfer-Encoding: chunked\n\n2\nok\n0\nT: x\n\n",
            "Transfer-Encoding: chunked\n\n2\nok\n0\n\n",
        ),
        (
            "GET",
            "1.0",
            "Transfer-Encoding: chunked\n\n2\nok\n0\n\n",
            "Connection: close\n\nok[FIN]",
        ),
        ("HEAD", "1.1", "Content-Length: 7\n\n", "Content-Length: 7\n\n"),
        ("HEAD", "1.1", "Transfer-Encoding: chunked\n\n", "\n"),
    ];
    for (method, version, hop, client) in cases {
        let mut it = Neighbours::of("default");
        it.client(&format!("{method} / HTTP/{version}\nHost: a\n\n"));
        let back = it.hop(&format!("HTTP/1.1 200 OK\n{hop}"));
        assert_eq!(back, format!("c0: HTTP/1.1 200 OK\n{client}"), "{method} {version} {hop}");
    }
}

#[test]
fn a_response_until_the_connection_ends_becomes_chunked() {
    let mut it = Neighbours::of("default");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    let back = it.hop("HTTP/1.0 200 OK\n\nok");
    assert_eq!(back, "c0: HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nok\n");
    assert_eq!(it.end(HOP), "c0: 0\n\nh0: [close]");
}

#[test]
fn responses_without_content_have_none() {
    for (code, lines, expected) in [
        ("204 No Content", "Content-Length: 5\n", ""),
        ("304 Not Modified", "Content-Length: 5\nETag: x\n", "ETag: x\nContent-Length: 5\n"),
    ] {
        let mut it = Neighbours::of("default");
        it.client("GET / HTTP/1.1\nHost: a\n\n");
        let back = it.hop(&format!("HTTP/1.1 {code}\n{lines}\n"));
        assert_eq!(back, format!("c0: HTTP/1.1 {code}\n{expected}\n"));
        assert!(it.client("GET / HTTP/1.1\nHost: a\n\n").starts_with("h0: GET"));
    }
}

#[test]
fn a_417_of_the_next_hop_is_the_clients() {
    for preset in ["default", "proxy", "expecting"] {
        let mut it = Neighbours::of(preset);
        it.client(EXPECTING);
        let back = it.hop("HTTP/1.1 417 Expectation Failed\nContent-Length: 0\n\n");
        assert!(back.starts_with("c0: HTTP/1.1 417 Expectation Failed\n"), "{preset} {back}");
    }
}

#[test]
fn what_comes_after_the_final_is_nobodys() {
    for stray in [CONTINUE, OK, "x"] {
        let mut it = Neighbours::of("default");
        it.client("GET / HTTP/1.1\nHost: a\n\n");
        assert_eq!(it.hop(&[OK, stray].concat()), format!("c0: {OK}h0: [close]"));
        let mut it = Neighbours::of("default");
        it.client("GET / HTTP/1.1\nHost: a\n\n");
        it.hop(OK);
        assert_eq!(it.hop(stray), "h0: [close]");
        assert!(it.client("GET / HTTP/1.1\nHost: a\n\n").starts_with("h0: [open]GET"));
    }
}

#[test]
fn a_client_that_wants_to_close_gets_all_of_an_early_final_and_may_still_send() {
    let request = EXPECTING.replace("Host: a\n", "Host: a\nConnection: close\n");
    let mut it = Neighbours::of("default");
    it.client(&request);
    let back = it.hop(OK);
    assert!(back.ends_with("Connection: close\n\nok[FIN]h0: [close]"), "{back}");
    let mut it = Neighbours::of("default");
    it.client(&request);
    it.hop("HTTP/1.1 200 OK\nContent-Length: 5\n\nhe");
    assert_eq!(it.client("hello"), "h0: hello");
    assert_eq!(it.hop("llo"), "c0: llo[FIN]");
    assert!(it.machine.links().any(|link| link == HOP), "the connection serves again");
}
