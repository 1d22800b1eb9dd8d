//! Connections toward next hops that serve many: I16, I17.

use expectspec_engine::intermediary::{Link, Policy};

use crate::neighbours::{CLIENT, HOP, Neighbours, OK};

const NEXT: &str = "GET / HTTP/1.1\nHost: a\n\n";

#[test]
fn one_connection_serves_clients_one_after_another() {
    let mut it = Neighbours::of("default");
    let other = it.machine.handle_accepted(it.now);
    for client in [CLIENT, other, CLIENT] {
        let on = it.send(client, NEXT);
        assert!(on.starts_with("h0: "), "{on}");
        let name = if client == CLIENT { "c0" } else { "c1" };
        assert_eq!(it.hop(OK), format!("{name}: {OK}"));
    }
}

#[test]
fn clients_at_the_same_time_have_connections_of_their_own() {
    let mut it = Neighbours::of("default");
    let other = it.machine.handle_accepted(it.now);
    it.client(NEXT);
    assert!(it.send(other, NEXT).starts_with("h1: [open]"));
    assert_eq!(it.send(Link::Inbound(1), OK), format!("c1: {OK}"));
    assert_eq!(it.hop(OK), format!("c0: {OK}"));
}

#[test]
fn a_connection_serves_once_where_the_policy_has_it() {
    let mut it = Neighbours::of("unpooled");
    let on = it.client(NEXT);
    assert!(on.contains("Connection: close\n"), "{on}");
    assert_eq!(it.hop(OK), format!("c0: {OK}h0: [close]"));
}

#[test]
fn idle_connections_end_and_are_few() {
    let mut it = Neighbours::new(Policy { idle_connections_max: 1, ..Policy::default() });
    let other = it.machine.handle_accepted(it.now);
    it.client(NEXT);
    it.send(other, NEXT);
    it.hop(OK);
    assert_eq!(it.send(Link::Inbound(1), OK), format!("c1: {OK}h1: [close]"));
    assert!(it.wait(60_000).contains("h0: [close]"));
    assert_eq!(it.machine.links().count(), 0);
}

#[test]
fn an_idle_connection_that_ends_serves_nobody() {
    let mut it = Neighbours::of("default");
    it.client(NEXT);
    it.hop(OK);
    assert_eq!(it.end(HOP), "h0: [close]");
    assert!(it.client(NEXT).starts_with("h0: [open]"));
}

#[test]
fn pipelined_requests_are_answered_in_their_order() {
    let mut it = Neighbours::of("default");
    assert!(it.client(&NEXT.repeat(2)).starts_with("h0: [open]GET"));
    let back = it.hop(OK);
    assert!(back.starts_with(&format!("c0: {OK}h0: GET")), "{back}");
    assert_eq!(it.hop(OK), format!("c0: {OK}"));
}
