//! A final response before the end of the request, and what becomes of the content.

use expectspec_engine::origin_server::{EarlyFinal, Policy, State};

use crate::connection_under_test::{Connection, EXPECTING, NEXT, NEXT_ANSWER, answer, codes};

const HIDDEN: &str = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

/// A request to be refused, whose announced content has the length of the hidden request.
fn refused(fields: &str) -> String {
    let length = HIDDEN.len();
    format!("POST /reject HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n{fields}\r\n")
}

#[test]
fn refused_content_is_never_a_request() {
    for (name, policy) in Policy::presets() {
        for fields in ["", "Expect: 100-continue\r\n", "Expect: foo\r\n"] {
            let mut connection = Connection::new(policy.clone());
            let first = connection.send(&refused(fields));
            let rest = connection.send(HIDDEN) + &connection.send(NEXT);
            assert!(!first.contains("smuggled") && !rest.contains("smuggled"), "{name}");
            let finals = if first.contains("Connection: close") { &[][..] } else { &[200] };
            assert_eq!(codes(&rest), finals, "{name}");
        }
    }
}

#[test]
fn a_draining_server_serves_the_next_request() {
    let mut connection = Connection::new(Policy::default());
    let first = connection.send(&refused("Expect: 100-continue\r\n"));
    assert_eq!(codes(&first), [403]);
    assert!(!first.contains("Connection"));
    assert_eq!(connection.state(), State::EarlyKeep);
    assert_eq!(connection.send(HIDDEN), "");
    assert_eq!(connection.send(NEXT), NEXT_ANSWER);
}

#[test]
fn octets_of_the_next_request_are_content_if_content_is_due() {
    let mut connection = Connection::new(Policy::default());
    connection.send(&refused("Expect: 100-continue\r\n"));
    assert_eq!(connection.send(&HIDDEN[..HIDDEN.len() - 1]), "");
    assert_eq!(connection.wait(9_999), "");
    assert_eq!(connection.wait(1), "[FIN]");
}

#[test]
fn a_closing_server_says_so_and_closes() {
    let mut connection = Connection::new(Policy::closing());
    let received = connection.send(&refused("Expect: 100-continue\r\n"));
    assert_eq!(codes(&received), [403]);
    assert!(received.contains("Connection: close\r\n") && received.ends_with("[FIN]"));
    assert_eq!(connection.state(), State::Linger);
    assert_eq!(connection.send(HIDDEN), "");
    assert_eq!(connection.wait(2_000), "[close]");
}

#[test]
fn draining_is_bounded() {
    let policy = Policy { early_final: EarlyFinal::Drain { octets_max: 10 }, ..Policy::default() };
    let reject = |fields: &str| format!("POST /reject HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n");

    let received = answer(policy.clone(), &reject("Content-Length: 11"));
    assert!(received.contains("Connection: close\r\n") && received.ends_with("[FIN]"));

    let mut connection = Connection::new(policy.clone());
    assert!(!connection.send(&reject("Content-Length: 10")).contains("close"));
    assert_eq!(connection.send(&format!("0123456789{NEXT}")), NEXT_ANSWER);

    let mut connection = Connection::new(policy);
    assert!(!connection.send(&reject("Transfer-Encoding: chunked")).contains("close"));
    assert_eq!(connection.send("9\r\n012345"), "");
    assert_eq!(connection.send("678"), "[FIN]");
}

#[test]
fn refused_content_that_is_none_ends_the_connection() {
    let mut connection = Connection::new(Policy::default());
    connection.send("POST /reject HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    assert_eq!(connection.send("x"), "[FIN]");
}

#[test]
fn eight_refusals_leave_the_connection_in_step() {
    let mut connection = Connection::new(Policy::default());
    for _ in 0..8 {
        assert_eq!(codes(&connection.send(&refused("Expect: foo\r\n"))), [417]);
        assert_eq!(connection.send(HIDDEN), "");
    }
    assert_eq!(connection.send(NEXT), NEXT_ANSWER);
}

#[test]
fn an_immediate_success_needs_no_content() {
    for (path, code) in [("/immediate", 200), ("/immediate?code=204", 204), ("/redirect", 307)] {
        let head = EXPECTING.replace("POST /", &format!("POST {path}"));
        assert_eq!(codes(&answer(Policy::default(), &head)), [code]);
    }
}

#[test]
fn content_above_the_limit_gets_413() {
    for length in ["16777217", "1000000000000", "18446744073709551615", "18446744073709551621"] {
        let head = EXPECTING.replace("Length: 5", &format!("Length: {length}"));
        let received = answer(Policy::default(), &head);
        assert_eq!(codes(&received), [413], "{length}");
        assert!(received.contains("Connection: close\r\n") && received.ends_with("[FIN]"));
    }
}

#[test]
fn chunked_content_above_the_limit_gets_413() {
    let policy = Policy { content_octets_max: 5, ..Policy::default() };
    let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    let mut connection = Connection::new(policy);
    assert_eq!(connection.send(&format!("{head}5\r\nhello\r\n1\r\n")), "");
    let received = connection.send("!");
    assert_eq!(codes(&received), [413]);
    assert!(received.ends_with("[FIN]"));
}
