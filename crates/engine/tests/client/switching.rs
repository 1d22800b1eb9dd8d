//! 101 (Switching Protocols), asked for or not.

use std::time::Duration;

use expectspec_engine::client::{
    Client, Failure, Notice, Policy, State, SubmitError, Transmit, UnrequestedSwitch,
};

use crate::server_under_control::{CONTINUE, GET, OK, Server, get, put};

const SWITCHING: &str = "HTTP/1.1 101 \r\nConnection: upgrade\r\nUpgrade: Demo\r\n\r\n";

#[test]
fn a_101_not_asked_for_fails_the_request() {
    for request in [get(), put(), put().with_field("Upgrade", b"other")] {
        let (mut server, _) = Server::meet(Policy::default(), &[request, get()]);
        assert_eq!(server.send(SWITCHING), format!("[close][open]{GET}"));
        assert_eq!(server.outcome().result, Err(Failure::UnrequestedSwitch));
    }
}

#[test]
fn a_101_without_protocol_fails_the_request() {
    let request = get().with_field("Upgrade", b"demo");
    let (mut server, _) = Server::meet(Policy::default(), &[request]);
    assert_eq!(server.send("HTTP/1.1 101 Switching Protocols\r\n\r\n"), "[close]");
    assert_eq!(server.outcome().result, Err(Failure::UnrequestedSwitch));
}

#[test]
fn a_101_not_asked_for_may_be_ignored() {
    let policy = Policy { unrequested_switch: UnrequestedSwitch::Ignore, ..Policy::default() };
    let (mut server, _) = Server::meet(policy, &[put()]);
    assert_eq!(server.send(SWITCHING), "");
    assert_eq!(server.send(CONTINUE), "hello");
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcome().result, Ok(200));
    assert_eq!(server.outcome().interims, [101, 100]);
}

#[test]
fn content_is_finished_before_the_switch() {
    let mut client = Client::new(Policy::default());
    let now = Duration::ZERO;
    client.submit(put().with_field("Upgrade", b"foo, demo"), now).unwrap();
    client.poll_transmit();
    client.handle_connected(now);
    client.poll_transmit();
    client.handle_octets(SWITCHING.as_bytes(), now);
    client.handle_octets(b"HTTP/1.1 200 OK\r\n", now);
    assert_eq!((client.state(), client.poll_notice()), (State::Body, None));
    assert_eq!(client.send_octets(b"ping", now), Err(SubmitError::NotSwitched));
    assert_eq!(client.poll_transmit(), Some(Transmit::Octets(b"hello")));
    assert_eq!(client.state(), State::Switched);
    assert_eq!(client.poll_notice(), Some(Notice::Switched));
    assert_eq!(client.poll_notice(), Some(Notice::Octets(b"HTTP/1.1 200 OK\r\n".to_vec())));
    client.send_octets(b"ping", now).unwrap();
    assert_eq!(client.poll_transmit(), Some(Transmit::Octets(b"ping")));
    client.handle_end(now);
    assert_eq!(client.poll_transmit(), Some(Transmit::Close));
}

#[test]
fn a_switch_is_an_outcome() {
    let request = get().with_field("Upgrade", b"demo");
    let (mut server, _) = Server::meet(Policy::default(), &[request, get()]);
    assert_eq!(server.send(SWITCHING), format!("[close][open]{GET}"));
    assert_eq!(server.outcome().result, Ok(101));
}

#[test]
fn a_switched_connection_ends_with_the_timer() {
    let mut client = Client::new(Policy::default());
    client.submit(get().with_field("Upgrade", b"demo"), Duration::ZERO).unwrap();
    client.poll_transmit();
    client.handle_connected(Duration::ZERO);
    client.poll_transmit();
    client.handle_octets(SWITCHING.as_bytes(), Duration::ZERO);
    assert_eq!(client.state(), State::Switched);
    client.handle_timeout(client.poll_timeout().unwrap());
    assert_eq!(client.state(), State::Closed);
}
