//! Where requests go.

use crate::neighbours::{CLIENT, EXPECTING, HOP, Neighbours};

#[test]
fn a_forward_proxy_goes_where_the_target_says() {
    for (target, authority, host, on) in [
        ("http://b/c?d", "b:80", "b", "/c?d"),
        ("HTTP://b:81", "b:81", "b:81", "/"),
        ("http://[::1]:8?x", "[::1]:8", "[::1]:8", "/?x"),
    ] {
        let mut it = Neighbours::of("forward");
        let received = it.client(&format!("GET {target} HTTP/1.1\nHost: other\n\n"));
        let head = format!("GET {on} HTTP/1.1\nHost: {host}\nVia: 1.1 expectspec\n\n");
        assert_eq!(received, format!("h0: [open {authority}]{head}"));
    }
    let mut it = Neighbours::of("forward");
    let on = it.client("OPTIONS http://b HTTP/1.1\nHost: b\n\n");
    assert!(on.starts_with("h0: [open b:80]OPTIONS * HTTP/1.1\n"), "{on}");
}

#[test]
fn a_forward_proxy_refuses_what_names_no_host() {
    for (target, code) in [
        ("/", 400),
        ("http://", 400),
        ("http://:80/", 400),
        ("http://u@b/", 400),
        ("https://b/", 501),
    ] {
        let mut it = Neighbours::of("forward");
        let back = it.client(&format!("GET {target} HTTP/1.1\nHost: b\n\n"));
        assert!(back.starts_with(&format!("c0: HTTP/1.1 {code} ")), "{target} {back}");
    }
    let mut it = Neighbours::of("forward");
    assert!(it.client("OPTIONS * HTTP/1.1\nHost: b\n\n").starts_with("c0: HTTP/1.1 200 "));
}

#[test]
fn connections_to_one_host_serve_no_other() {
    let mut it = Neighbours::of("forward");
    it.client("GET http://b/ HTTP/1.1\nHost: b\n\n");
    it.hop(crate::neighbours::OK);
    let on = it.client("GET http://c/ HTTP/1.1\nHost: c\n\n");
    assert!(on.starts_with("h1: [open c:80]GET / "), "{on}");
    it.send(expectspec_engine::intermediary::Link::Inbound(1), crate::neighbours::OK);
    let on = it.client("GET http://b/2 HTTP/1.1\nHost: b\n\n");
    assert!(on.starts_with("h0: GET /2 "), "{on}");
}

#[test]
fn others_make_the_origin_form_of_the_absolute_form() {
    for preset in ["default", "proxy"] {
        let mut it = Neighbours::of(preset);
        let on = it.client("GET http://b/c HTTP/1.1\nHost: other\n\n");
        assert!(on.starts_with("h0: [open]GET /c HTTP/1.1\nHost: b\n"), "{on}");
    }
}

#[test]
fn only_a_forward_proxy_builds_tunnels() {
    for (preset, target) in [("default", "b:443"), ("proxy", "b:443")] {
        let mut it = Neighbours::of(preset);
        let back = it.client(&format!("CONNECT {target} HTTP/1.1\nHost: b:443\n\n"));
        assert!(back.starts_with("c0: HTTP/1.1 501 "), "{back}");
    }
    for target in ["b", "b:", ":1", "http://b:1", "u@b:1"] {
        let mut it = Neighbours::of("forward");
        let back = it.client(&format!("CONNECT {target} HTTP/1.1\nHost: b\n\n"));
        assert!(back.starts_with("c0: HTTP/1.1 400 "), "{target} {back}");
    }
}

#[test]
fn a_tunnel_passes_octets_as_they_are_and_ends_with_either_side() {
    for ends in [CLIENT, HOP] {
        let mut it = Neighbours::of("forward");
        // What comes with the request is for the tunnel.
        let opened = it.client(&format!("CONNECT b:443 HTTP/1.1\nHost: b:443\n\n{EXPECTING}"));
        assert_eq!(opened, format!("h0: [open b:443]c0: HTTP/1.1 200 OK\n\nh0: {EXPECTING}"));
        assert_eq!(it.hop("HTTP/1.1 100 \nA:b\n\nx"), "c0: HTTP/1.1 100 \nA:b\n\nx");
        assert_eq!(it.client("GET"), "h0: GET");
        let ended = it.end(ends);
        assert!(ended.contains("h0: [close]") && ended.contains("c0: [close]"), "{ended}");
        assert_eq!(it.machine.links().count(), 0);
    }
}

#[test]
fn what_came_before_the_end_of_a_tunnel_goes_out() {
    let mut it = Neighbours::of("forward");
    it.client("CONNECT b:443 HTTP/1.1\nHost: b:443\n\n");
    it.machine.handle_octets(CLIENT, b"last", it.now);
    assert_eq!(it.end(CLIENT), "c0: [close]h0: last[close]");
    let mut it = Neighbours::of("forward");
    it.client("CONNECT b:443 HTTP/1.1\nHost: b:443\n\n");
    it.machine.handle_octets(HOP, b"last", it.now);
    assert_eq!(it.end(HOP), "c0: last[close]h0: [close]");
}

#[test]
fn a_tunnel_that_cannot_be_built_is_502() {
    let mut it = Neighbours::of("forward");
    it.machine.handle_octets(CLIENT, b"CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n", it.now);
    assert!(it.machine.poll_transmit().is_some());
    assert!(it.reset(HOP).starts_with("c0: HTTP/1.1 502 "));
}
