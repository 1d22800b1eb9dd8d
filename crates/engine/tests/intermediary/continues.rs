//! Who answers an expectation, and what else is interim: I3 to I10.

use crate::neighbours::{CLIENT, CONTINUE, EXPECTING, EXPECTING_ON, HOP, Neighbours, OK};

#[test]
fn the_head_goes_on_without_content_and_the_100_comes_back() {
    for preset in ["default", "unpooled", "refusing", "strict", "expecting"] {
        let mut it = Neighbours::of(preset);
        let on = it.client(EXPECTING);
        assert_eq!(on.replace("Connection: close\n", ""), EXPECTING_ON, "{preset}");
        assert_eq!(it.hop(CONTINUE), format!("c0: {CONTINUE}"), "{preset}");
        assert_eq!(it.client("hello"), "h0: hello", "{preset}");
        let back = it.hop(OK);
        assert_eq!(back.split("h0").next().unwrap(), format!("c0: {OK}"), "{preset}");
    }
}

#[test]
fn a_proxy_says_so_in_what_comes_back() {
    let mut it = Neighbours::of("proxy");
    assert_eq!(it.client(EXPECTING), EXPECTING_ON);
    assert_eq!(it.hop(CONTINUE), "c0: HTTP/1.1 100 Continue\nVia: 1.1 expectspec\n\n");
    assert_eq!(it.client("hello"), "h0: hello");
    let back = "c0: HTTP/1.1 200 OK\nVia: 1.1 expectspec\nContent-Length: 2\n\nok";
    assert_eq!(it.hop(OK), back);
}

#[test]
fn a_gateway_answers_if_the_next_hop_takes_long_and_keeps_the_late_100() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    assert_eq!(it.wait(249), "");
    assert_eq!(it.wait(1), format!("c0: {CONTINUE}"));
    assert_eq!(it.hop(CONTINUE), "");
    assert_eq!(it.client("hello"), "h0: hello");
    assert_eq!(it.hop(OK), format!("c0: {OK}"));
}

#[test]
fn a_proxy_leaves_the_answer_to_the_next_hop() {
    let mut it = Neighbours::of("proxy");
    it.client(EXPECTING);
    assert_eq!(it.wait(20_000), "");
    assert_eq!(it.client("hello"), "h0: hello");
}

#[test]
fn who_answers_itself_does_so_at_once_and_only_once() {
    for preset in ["answering", "http10-next-hop"] {
        let mut it = Neighbours::of(preset);
        assert_eq!(it.client(EXPECTING), format!("c0: {CONTINUE}{EXPECTING_ON}"), "{preset}");
        assert_eq!(it.hop(CONTINUE), "", "{preset}");
        assert_eq!(it.client("hello"), "h0: hello", "{preset}");
    }
    let mut it = Neighbours::of("stripping");
    let on = EXPECTING_ON.replace("Expect: 100-continue\n", "");
    assert_eq!(it.client(EXPECTING), format!("c0: {CONTINUE}{on}"));
    assert_eq!(it.client("hello"), "h0: hello");
}

#[test]
fn who_buffers_forwards_when_all_is_here() {
    let mut it = Neighbours::of("buffering");
    assert_eq!(it.client(EXPECTING), format!("c0: {CONTINUE}"));
    assert_eq!(it.client("hel"), "");
    let on = EXPECTING_ON.replace("Expect: 100-continue\n", "");
    assert_eq!(it.client("lo"), format!("{on}hello"));
    let mut it = Neighbours::of("buffering");
    assert_eq!(it.client("PUT / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n2\nab\n"), "");
    let head = "PUT / HTTP/1.1\nHost: a\nVia: 1.1 expectspec\nContent-Length: 3\n\n";
    assert_eq!(it.client("1\nc\n0\n\n"), format!("h0: [open]{head}abc"));
}

#[test]
fn every_interim_is_relayed_in_order_without_framing_and_nominated_fields() {
    let mut it = Neighbours::of("default");
    it.client(EXPECTING);
    let hints = "HTTP/1.1 103 Early Hints\nLink: <a>\nContent-Length: 5\nTransfer-Encoding: chunked\n\
                 Connection: x\nX: y\n\n";
    let relayed = "HTTP/1.1 103 Early Hints\nLink: <a>\n\n";
    let other = "HTTP/1.1 199 \nA: b\n\n";
    assert_eq!(
        it.hop(&[hints, CONTINUE, other, CONTINUE].concat()),
        format!("c0: {relayed}{CONTINUE}{other}{CONTINUE}")
    );
    assert_eq!(it.hop(OK), format!("c0: {OK}"));
}

#[test]
fn an_interim_of_http_10_gets_the_version_of_the_intermediary() {
    let mut it = Neighbours::of("proxy");
    it.client(EXPECTING);
    let relayed = "c0: HTTP/1.1 102 Processing\nVia: 1.0 expectspec\n\n";
    assert_eq!(it.hop("HTTP/1.0 102 Processing\n\n"), relayed);
}

#[test]
fn an_http_10_client_gets_no_interim_and_its_expectation_goes_no_further() {
    for (preset, _) in expectspec_engine::intermediary::Policy::presets() {
        if preset == "forward" {
            continue;
        }
        let mut it = Neighbours::of(preset);
        let head = "POST /up HTTP/1.0\nContent-Length: 5\nExpect: 100-continue\n\n";
        let on = it.client(head);
        if preset != "buffering" {
            assert!(!on.contains("Expect"), "{preset}");
            assert!(on.contains("Via: 1.0 expectspec\n"), "{preset}");
            it.hop(&[CONTINUE, "HTTP/1.1 103 Early Hints\n\n"].concat());
        }
        it.wait(1000);
        assert!(it.client("hello").ends_with("hello"), "{preset}");
        let back = it.hop(OK);
        assert!(back.starts_with("c0: HTTP/1.1 200 OK\n"), "{preset} {back}");
        assert!(back.contains("Connection: close\n"), "{preset}");
        assert!(back.contains("ok[FIN]"), "{preset}");
    }
}

#[test]
fn a_101_that_nobody_asked_for_is_502_and_the_connection_closes() {
    let mut it = Neighbours::of("default");
    let request = "GET / HTTP/1.1\nHost: a\nConnection: upgrade\nUpgrade: demo\n\n";
    let on = it.client(request);
    assert_eq!(on, "h0: [open]GET / HTTP/1.1\nHost: a\nVia: 1.1 expectspec\n\n");
    let back = it.hop("HTTP/1.1 101 Switching Protocols\nUpgrade: demo\n\n");
    assert!(back.starts_with("c0: HTTP/1.1 502 Bad Gateway\n"), "{back}");
    assert!(back.ends_with("h0: [close]"), "{back}");
}

#[test]
fn content_goes_on_though_no_100_ever_comes() {
    let mut it = Neighbours::of("proxy");
    it.client(EXPECTING);
    assert_eq!(it.client("he"), "h0: he");
    assert_eq!(it.client("llo"), "h0: llo");
    assert_eq!(it.end(CLIENT), "");
    assert!(it.hop(OK).starts_with("c0: HTTP/1.1 200 OK\n"));
    assert_eq!(it.end(HOP), "h0: [close]");
}
