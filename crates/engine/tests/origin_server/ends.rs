//! How connections end: options, FIN and RST.

use expectspec_engine::origin_server::{
    Http10KeepAlive, IncompleteRequest, OptionalContinue, Policy, State,
};

use crate::connection_under_test::{
    CONTINUE, Connection, EXPECTING, HELLO, NEXT, NEXT_ANSWER, answer, codes,
};

#[test]
fn the_close_option_ends_the_connection_after_the_final() {
    let mut connection = Connection::new(Policy::default());
    let head = EXPECTING.replace("Host: a", "Host: a\r\nConnection: Close");
    assert_eq!(connection.send(&head), CONTINUE);
    let received = connection.send("hello");
    assert!(received.contains("Connection: close\r\n"));
    assert!(received.ends_with("\r\n\r\nhello[FIN]"));
    assert_eq!(connection.send(NEXT), "");
    assert_eq!(connection.end(), "[close]");
}

#[test]
fn http_10_closes_unless_it_says_keep_alive() {
    let received = answer(Policy::default(), "GET /next HTTP/1.0\r\n\r\n");
    assert!(received.contains("Connection: close\r\n") && received.ends_with("next\n[FIN]"));

    let request = "GET /next HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n";
    let mut connection = Connection::new(Policy::default());
    assert!(connection.send(request).contains("Connection: keep-alive\r\n"));
    assert_eq!(connection.send(NEXT), NEXT_ANSWER);

    let policy = Policy { http10_keep_alive: Http10KeepAlive::Ignore, ..Policy::default() };
    assert!(answer(policy, request).ends_with("[FIN]"));
}

#[test]
fn the_version_counts_per_request() {
    let mut connection = Connection::new(Policy::default());
    let old = "POST / HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\
        Expect: 100-continue\r\n\r\n";
    assert_eq!(connection.send(old), "");
    assert_eq!(codes(&connection.send("hello")), [200]);
    assert_eq!(connection.send(EXPECTING), CONTINUE);
}

#[test]
fn a_client_that_shut_its_side_gets_its_answer() {
    let mut connection = Connection::new(Policy::default());
    let slow = "POST /slow?ms=100 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    assert_eq!(connection.send(slow), "");
    assert_eq!(connection.end(), "");
    assert_eq!(connection.wait(100), format!("{HELLO}[close]"));
    assert_eq!(connection.state(), State::Closed);
}

#[test]
fn an_end_before_the_request_is_complete_gets_400() {
    for octets in ["GET", "GET / HTTP/1.1\r\nHost: a\r\n", EXPECTING, &format!("{EXPECTING}hell")] {
        let mut connection = Connection::new(Policy::default());
        let received = connection.send(octets).replace(CONTINUE, "");
        assert_eq!(received, "", "{octets}");
        let received = connection.end();
        assert_eq!(codes(&received), [400], "{octets}");
        assert!(received.contains("Connection: close\r\n"), "{octets}");
        assert!(received.ends_with("[close]"), "{octets}");
    }
}

#[test]
fn an_incomplete_request_may_get_nothing() {
    let policy = Policy { incomplete_request: IncompleteRequest::Close, ..Policy::default() };
    for octets in ["GET", EXPECTING] {
        let mut connection = Connection::new(policy.clone());
        connection.send(octets);
        assert_eq!(connection.end(), "[close]");
        let mut connection = Connection::new(policy.clone());
        connection.send(octets);
        assert_eq!(connection.wait(20_000), "[FIN]");
    }
}

#[test]
fn an_end_between_requests_closes() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(connection.send(NEXT), NEXT_ANSWER);
    assert_eq!(connection.end(), "[close]");
    assert_eq!(connection.send(NEXT), "");
}

#[test]
fn an_end_in_place_of_refused_content_closes() {
    let mut connection = Connection::new(Policy::default());
    let head = EXPECTING.replace("POST /", "POST /reject");
    assert_eq!(codes(&connection.send(&head)), [403]);
    assert_eq!(connection.end(), "[close]");
}

#[test]
fn a_reset_silences_every_state() {
    for octets in ["", "GET", EXPECTING, "GET /slow?ms=9 HTTP/1.1\r\nHost: a\r\n\r\n"] {
        let mut connection = Connection::new(Policy::default());
        connection.send_octets(octets.as_bytes());
        assert_eq!(connection.reset(), "[close]", "{octets}");
        assert_eq!(connection.state(), State::Closed);
        assert_eq!(connection.wait(1_000_000) + &connection.send(NEXT), "");
        assert_eq!(connection.reset() + &connection.end(), "");
    }
}

#[test]
fn nothing_goes_out_after_the_end() {
    for (name, policy) in Policy::presets() {
        let policy = Policy { no_content: OptionalContinue::Send, ..policy };
        let mut connection = Connection::new(policy);
        assert!(connection.send("nonsense\r\n\r\nmore").ends_with("[FIN]"), "{name}");
        assert_eq!(connection.server.octets_held(), 0, "{name}");
        for octets in [EXPECTING, "hello", NEXT, "\r\n"] {
            assert_eq!(connection.send(octets), "", "{name}");
            assert_eq!(connection.state(), State::Linger);
        }
        assert_eq!(connection.wait(2_000), "[close]", "{name}");
        assert_eq!(connection.send(NEXT) + &connection.wait(100_000), "", "{name}");
    }
}
