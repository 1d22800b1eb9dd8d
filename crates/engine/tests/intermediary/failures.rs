//! Next hops that fail: I6, I14, I15.

use crate::neighbours::{CONTINUE, EXPECTING, HOP, Neighbours, OK};

#[test]
fn no_valid_response_is_502_and_the_connection_closes() {
    for answer in [
        "",
        "garbage\n\n",
        "HTTP/2.0 200 OK\n\n",
        "HTTP/1.1 099 \n\n",
        "HTTP/1.1 600 \nContent-Length: 0\n\n",
        "HTTP/1.1 200 OK\nContent-Length: x\n\n",
        "HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 2\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked, chunked\n\n",
        "HTTP/1.1 200 OK\nno colon\n\n",
    ] {
        for interim in ["", CONTINUE] {
            let mut it = Neighbours::of("default");
            it.client(EXPECTING);
            it.hop(interim);
            let back = it.hop(answer) + &it.end(HOP);
            assert!(back.contains("c0: HTTP/1.1 502 Bad Gateway\n"), "{answer:?} {back}");
            assert!(back.ends_with("[close]"), "{answer:?} {back}");
            // The content is drained, and the client goes on.
            assert_eq!(it.client("hello"), "", "{answer:?}");
            assert!(it.client("GET / HTTP/1.1\nHost: a\n\n").contains("[open]GET"));
        }
    }
}

#[test]
fn a_next_hop_that_cannot_be_reached_is_502() {
    let mut it = Neighbours::of("default");
    it.machine.handle_octets(
        crate::neighbours::CLIENT,
        EXPECTING.replace('\n', "\r\n").as_bytes(),
        it.now,
    );
    assert!(it.machine.poll_transmit().is_some());
    let back = it.reset(HOP);
    assert!(back.starts_with("c0: HTTP/1.1 502 Bad Gateway\n"), "{back}");
}

#[test]
fn silence_is_504() {
    for (preset, ms) in [("default", 30_000), ("proxy", 30_000), ("answering", 30_000)] {
        let mut it = Neighbours::of(preset);
        it.client("GET / HTTP/1.1\nHost: a\n\n");
        assert_eq!(it.wait(ms - 1), "", "{preset}");
        let back = it.wait(1);
        assert!(back.starts_with("c0: HTTP/1.1 504 Gateway Timeout\n"), "{preset} {back}");
        assert!(back.ends_with("h0: [close]"), "{preset} {back}");
    }
}

#[test]
fn silence_on_both_sides_ends() {
    for (preset, _) in expectspec_engine::intermediary::Policy::presets() {
        let mut it = Neighbours::of(preset);
        let target = if preset == "forward" { "http://a/up" } else { "/up" };
        it.client(&EXPECTING.replace("/up", target));
        let back = it.wait(90_000);
        assert!(back.contains("HTTP/1.1 504") || back.contains("HTTP/1.1 408"), "{preset} {back}");
        assert_eq!(it.machine.links().count(), 0, "{preset} {back}");
        assert_eq!(it.machine.poll_timeout(), None, "{preset}");
    }
}

#[test]
fn a_response_that_breaks_off_is_not_completed() {
    for (answer, relayed) in [
        ("HTTP/1.1 200 OK\nContent-Length: 5\n\nab", "ab"),
        ("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nab\n", "2\nab\n"),
        ("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nab\nz", "2\nab\n"),
    ] {
        let mut it = Neighbours::of("default");
        it.client("GET / HTTP/1.1\nHost: a\n\n");
        let back = it.hop(answer) + &it.end(HOP);
        let (octets, end) = back.split_once("[FIN]").unwrap();
        assert!(octets.replace("c0: ", "").ends_with(relayed), "{back}");
        assert!(end.ends_with("h0: [close]"), "{back}");
    }
}

#[test]
fn a_request_is_repeated_only_if_nothing_can_be_applied_twice() {
    let first = "GET / HTTP/1.1\nHost: a\n\n";
    let content = "Host: a\nContent-Length: 5\n\n";
    for (request, repeated) in [
        ("GET /b HTTP/1.1\nHost: a\n\n".to_string(), true),
        (format!("PUT /b HTTP/1.1\n{content}"), true),
        (format!("PUT /b HTTP/1.1\n{content}he"), false),
        (format!("POST /b HTTP/1.1\n{content}"), false),
    ] {
        let mut it = Neighbours::of("default");
        it.client(first);
        it.hop(OK);
        it.client(&request);
        let back = it.end(HOP);
        assert_eq!(back.contains("h0: [close][open]"), repeated, "{request} {back}");
        assert_eq!(back.contains("502"), !repeated, "{request} {back}");
    }
}

#[test]
fn nothing_is_repeated_after_an_interim_or_on_a_fresh_connection() {
    let mut it = Neighbours::of("default");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    assert!(it.end(HOP).contains("502"));
    let mut it = Neighbours::of("default");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    it.hop(OK);
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    it.hop("HTTP/1.1 102 \n\n");
    assert!(it.end(HOP).contains("502"));
}

#[test]
fn a_fold_becomes_a_space() {
    let mut it = Neighbours::of("default");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    let back =
        it.hop("HTTP/1.1 103 \nA: b\n c\n\nHTTP/1.1 200 OK\nA: b\n  c\nContent-Length: 0\n\n");
    assert_eq!(back, "c0: HTTP/1.1 103 \nA: b c\n\nHTTP/1.1 200 OK\nA: b c\nContent-Length: 0\n\n");
}
