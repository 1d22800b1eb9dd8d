//! Presets and what is believed of next hops.

use expectspec_engine::intermediary::{ContentMode, Policy, Role};

use crate::neighbours::{CONTINUE, EXPECTING, HOP, Neighbours, OK};

#[test]
fn presets_have_names_of_their_own_and_differ() {
    let presets = Policy::presets();
    for (index, (name, policy)) in presets.iter().enumerate() {
        assert_eq!(Policy::preset(name).as_ref(), Some(policy));
        for (other, other_policy) in &presets[..index] {
            assert!(name != other && policy != other_policy, "{name} {other}");
        }
    }
}

#[test]
fn a_proxy_never_collects() {
    for role in [Role::Proxy, Role::Forward] {
        let policy = Policy { role, content: ContentMode::Buffer, ..Policy::default() };
        let mut it = Neighbours::new(policy);
        let target = "POST http://a/up HTTP/1.1";
        let on = it.client(&EXPECTING.replace("POST /up HTTP/1.1", target));
        assert!(on.contains("Expect: 100-continue\n"), "{on}");
    }
}

#[test]
fn a_next_hop_that_spoke_http_10_gets_no_chunks_and_sends_no_100() {
    let mut it = Neighbours::of("proxy");
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    it.hop("HTTP/1.0 200 OK\nContent-Length: 0\n\n");
    let on = it.client(EXPECTING);
    assert!(on.starts_with(&format!("c0: {CONTINUE}h0: [open]POST ")), "{on}");
    it.client("hello");
    it.hop("HTTP/1.0 200 OK\nContent-Length: 0\n\n");
    let chunked = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n";
    assert!(it.client(chunked).starts_with("c0: HTTP/1.1 411 "));
    it.client("0\n\n");
    // It may learn.
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    it.hop(OK);
    assert!(it.client(EXPECTING).starts_with("h0: POST"));
    assert!(it.end(HOP).contains("502"));
}

#[test]
fn too_many_interims_are_502() {
    let mut it = Neighbours::new(Policy { interims_max: 2, ..Policy::default() });
    it.client("GET / HTTP/1.1\nHost: a\n\n");
    let back = it.hop(&CONTINUE.repeat(3));
    assert!(back.starts_with(&format!("c0: {CONTINUE}{CONTINUE}HTTP/1.1 502 ")), "{back}");
}
