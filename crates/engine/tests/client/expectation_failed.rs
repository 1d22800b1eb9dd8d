//! 417: one repetition without the expectation, on a connection that owes nothing.

use expectspec_engine::client::{Connection, Content, EarlyFinal, Policy, Replay, Request};

use crate::server_under_control::{
    CONTINUE, EXPECTING, FAILED, GET, OK, PLAIN, Server, chunked, get, put,
};

const FAILED_AND_CLOSED: &str =
    "HTTP/1.1 417 \r\nConnection: close\r\nContent-Length: 3\r\n\r\ntag";

#[test]
fn the_repetition_follows_the_content_on_the_same_connection() {
    let (mut server, _) = Server::meet(Policy::default(), &[put(), get()]);
    assert_eq!(server.send(FAILED), format!("hello{PLAIN}hello"));
    assert_eq!(server.send(OK), GET);
    assert_eq!(server.outcome().result, Ok(200));
    assert_eq!(server.outcome().attempts, 2);
    assert_eq!(server.outcome().content, b"tag");
}

#[test]
fn the_repetition_of_an_aborted_request_has_a_connection_of_its_own() {
    let (mut server, _) = Server::meet(Policy::aborting(), &[put()]);
    assert_eq!(server.send(FAILED), format!("[close][open]{PLAIN}hello"));
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcome().result, Ok(200));
}

#[test]
fn a_repetition_afresh_has_a_connection_of_its_own() {
    let (mut server, _) = Server::meet(Policy::afresh(), &[put(), get()]);
    assert_eq!(server.send(FAILED), format!("hello[close][open]{PLAIN}hello"));
    assert_eq!(server.send(OK), GET);
    assert_eq!(server.outcome().result, Ok(200));
}

#[test]
fn the_repetition_after_a_close_option_has_a_connection_of_its_own() {
    let (mut server, _) = Server::meet(Policy::default(), &[put()]);
    assert_eq!(server.send(FAILED_AND_CLOSED), format!("[FIN][close][open]{PLAIN}hello"));
}

#[test]
fn the_repetition_of_a_request_with_a_close_option_has_a_connection_of_its_own() {
    let request = Request { connection: Connection::Close, ..put() };
    let plain = PLAIN.replace("5\r\n\r\n", "5\r\nConnection: close\r\n\r\n");
    for (policy, request) in [(Policy::default(), request), (Policy::closing(), put())] {
        let (mut server, _) = Server::meet(policy, &[request]);
        assert_eq!(server.send(FAILED), format!("hello[close][open]{plain}hello"));
    }
}

#[test]
fn a_417_after_the_100_or_the_content_is_the_same() {
    let (mut server, _) = Server::meet(Policy::default(), &[put()]);
    assert_eq!(server.send(CONTINUE), "hello");
    assert_eq!(server.send(FAILED), format!("{PLAIN}hello"));
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcome().result, Ok(200));
}

#[test]
fn chunked_content_is_repeated_in_chunks() {
    let (mut server, _) = Server::meet(Policy::aborting(), &[chunked()]);
    let sent = server.send(FAILED);
    let plain = "POST /up HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert_eq!(sent, format!("[close][open]{plain}3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"));
}

#[test]
fn a_second_417_is_delivered() {
    for policy in [Policy::default(), Policy::aborting(), Policy::closing()] {
        let (mut server, _) = Server::meet(policy, &[put()]);
        server.send(FAILED);
        assert_eq!(server.send(FAILED), "[close]");
        assert_eq!(server.outcome().result, Ok(417));
        assert_eq!(server.outcome().attempts, 2);
    }
}

#[test]
fn the_next_request_has_its_expectation_again() {
    let (mut server, _) = Server::meet(Policy::default(), &[put(), put()]);
    server.send(FAILED);
    assert_eq!(server.send(OK), EXPECTING);
    assert_eq!(server.send(FAILED), format!("hello{PLAIN}hello"));
}

#[test]
fn a_417_to_a_request_without_expectation_is_delivered() {
    for (policy, request) in [(Policy::eager(), put()), (Policy::default(), get())] {
        let (mut server, _) = Server::meet(policy, &[request]);
        assert_eq!(server.send(FAILED), "[close]");
        assert_eq!(server.outcome().result, Ok(417));
        assert_eq!(server.outcome().attempts, 1);
    }
}

#[test]
fn content_that_is_gone_is_not_repeated() {
    let request = Request { replay: Replay::Impossible, ..put() };
    let (mut server, _) = Server::meet(Policy::default(), &[request]);
    assert_eq!(server.send(FAILED), "hello[close]");
    assert_eq!(server.outcome().result, Ok(417));
}

#[test]
fn a_delivering_client_repeats_nothing() {
    let (mut server, _) = Server::meet(Policy::delivering(), &[put()]);
    assert_eq!(server.send(FAILED), "hello[close]");
    assert_eq!(server.outcome().result, Ok(417));
}

#[test]
fn the_417s_content_is_read_first() {
    let (mut server, _) = Server::meet(Policy::default(), &[put()]);
    assert_eq!(server.send("HTTP/1.1 417 \r\nContent-Length: 3\r\n\r\nta"), "hello");
    assert_eq!(server.send("g"), format!("{PLAIN}hello"));
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcome().content, b"tag");
    assert_eq!(server.outcome().content_octets, 3);
}

#[test]
fn a_417_that_is_cut_is_repeated_on_another_connection() {
    for ending in ["end", "reset", "malformed", "silence"] {
        let (mut server, _) = Server::meet(Policy::default(), &[put()]);
        let head = "HTTP/1.1 417 \r\nTransfer-Encoding: chunked\r\n\r\n";
        assert_eq!(server.send(head), "hello");
        let sent = match ending {
            "end" => server.end(),
            "reset" => server.reset(),
            "malformed" => server.send("x"),
            _ => server.wait(30_000),
        };
        assert_eq!(sent, format!("[close][open]{PLAIN}hello"), "{ending}");
        assert_eq!(server.send(OK), "[close]");
        assert_eq!(server.outcome().result, Ok(200));
    }
}

#[test]
fn octets_behind_the_417_spoil_the_connection() {
    let (mut server, _) = Server::meet(Policy::default(), &[put()]);
    let sent = server.send(&format!("{FAILED}{OK}"));
    assert_eq!(sent, format!("[close][open]{PLAIN}hello"));
    assert_eq!(server.send("HTTP/1.1 204 \r\n\r\n"), "[close]");
    assert_eq!(server.outcome().result, Ok(204));
}

#[test]
fn no_repetition_shares_a_connection_that_owes_content() {
    let content = Content::Length(vec![b'x'; 100]);
    let request = Request::new("PUT", "/up", "a").with_content(content);
    let early_final = EarlyFinal::FinishContent { octets_max: 99 };
    let (mut server, _) = Server::meet(Policy { early_final, ..Policy::default() }, &[request]);
    assert!(server.send(FAILED).starts_with("[close][open]PUT"));
}
