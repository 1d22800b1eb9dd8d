//! Content is withheld until a 100 (Continue), the end of patience, or a final response.

use std::time::Duration;

use expectspec_engine::client::{Failure, Patience, Policy, State};

use crate::server_under_control::{
    CHUNKED, CHUNKS, CONTINUE, EXPECTING, OK, PLAIN, Server, chunked, put,
};

#[test]
fn the_100_releases_the_content() {
    let (mut server, sent) = Server::meet(Policy::default(), &[put()]);
    assert_eq!(sent, format!("[open]{EXPECTING}"));
    assert_eq!(server.state(), State::Wait);
    assert_eq!(server.wait(999), "");
    assert_eq!(server.send(CONTINUE), "hello");
    assert_eq!(server.state(), State::Tail);
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcome().result, Ok(200));
    assert_eq!(server.outcome().content, b"tag");
    assert_eq!(server.outcome().interims, [100]);
    assert_eq!(server.outcome().attempts, 1);
}

#[test]
fn no_chunk_goes_out_before_the_100() {
    let (mut server, sent) = Server::meet(Policy::default(), &[chunked()]);
    assert_eq!(sent, format!("[open]{CHUNKED}"));
    assert_eq!(server.send(CONTINUE), CHUNKS);
    assert_eq!(server.send(OK), "[close]");
}

#[test]
fn patience_ends_with_the_policy() {
    for ms in [1, 250, 1000, 19_999] {
        let patience = Patience::Bounded(Duration::from_millis(ms));
        let policy = Policy { patience, ..Policy::default() };
        let (mut server, _) = Server::meet(policy, &[put()]);
        assert_eq!(server.wait(ms - 1), "");
        assert_eq!(server.wait(1), "hello");
        assert_eq!(server.state(), State::Tail);
    }
}

#[test]
fn without_patience_content_follows_the_head() {
    let (_, sent) = Server::meet(Policy::impatient(), &[put()]);
    assert_eq!(sent, format!("[open]{EXPECTING}hello"));
}

#[test]
fn without_expectation_nothing_is_awaited() {
    let (mut server, sent) = Server::meet(Policy::eager(), &[put()]);
    assert_eq!(sent, format!("[open]{PLAIN}hello"));
    assert_eq!(server.send(CONTINUE), "");
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcome().result, Ok(200));
}

#[test]
fn patience_begins_when_the_head_is_out() {
    let mut server = Server::new(Policy::default(), &[put()]);
    server.agent.poll_transmit();
    server.now = Duration::from_secs(3);
    server.agent.handle_connected(server.now);
    assert_eq!(server.receive(), EXPECTING);
    assert_eq!(server.wait(999), "");
    assert_eq!(server.wait(1), "hello");
}

#[test]
fn another_interim_neither_releases_nor_prolongs() {
    for code in (102..200).filter(|&code| code != 101) {
        let (mut server, _) = Server::meet(Policy::default(), &[put()]);
        assert_eq!(server.wait(600), "");
        assert_eq!(server.send(&format!("HTTP/1.1 {code} \r\n\r\n")), "", "{code}");
        assert_eq!(server.state(), State::Wait);
        assert_eq!(server.wait(399), "");
        assert_eq!(server.wait(1), "hello", "{code}");
        assert_eq!(server.send(OK), "[close]");
        assert_eq!(server.outcome().result, Ok(200));
    }
}

#[test]
fn content_goes_out_once_however_many_100s_come() {
    for before in 0..3 {
        let (mut server, _) = Server::meet(Policy::default(), &[put()]);
        let mut sent = String::new();
        for _ in 0..before {
            sent += &server.send(CONTINUE);
        }
        sent += &server.wait(1000);
        for _ in 0..3 {
            sent += &server.send(CONTINUE);
        }
        assert_eq!(sent, "hello");
        assert_eq!(server.send(OK), "[close]");
        assert_eq!(server.outcome().interims.len(), before + 3);
    }
}

#[test]
fn a_100_in_the_moment_patience_ends_is_as_good() {
    for hundred_first in [true, false] {
        let (mut server, _) = Server::meet(Policy::default(), &[put()]);
        server.wait(999);
        server.now += Duration::from_millis(1);
        let sent = if hundred_first {
            server.send(CONTINUE) + &server.wait(0)
        } else {
            server.wait(0) + &server.send(CONTINUE)
        };
        assert_eq!(sent, "hello");
    }
}

#[test]
fn endless_patience_ends_with_the_attempt_and_sends_nothing_more() {
    let almost_endless = Policy { patience: Patience::Bounded(Duration::MAX), ..Policy::default() };
    for policy in [Policy::patient_for_ever(), almost_endless] {
        let (mut server, _) = Server::meet(policy, &[put()]);
        assert_eq!(server.wait(119_999), "");
        assert_eq!(server.wait(1), "[close]");
        assert_eq!(server.outcome().result, Err(Failure::TimedOut));
    }
}

#[test]
fn endless_patience_ends_with_the_100() {
    let (mut server, _) = Server::meet(Policy::patient_for_ever(), &[put()]);
    assert_eq!(server.wait(100_000), "");
    assert_eq!(server.send(CONTINUE), "hello");
}
