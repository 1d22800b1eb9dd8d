//! Every wait ends.

use expectspec_engine::origin_server::{Policy, State};

use crate::connection_under_test::{CONTINUE, Connection, EXPECTING, codes};

/// Checks what comes after so many milliseconds, and that nothing comes before.
fn check(connection: &mut Connection, ms: u64, expected: &[u16], ends: &str) {
    assert_eq!(connection.wait(ms - 1), "");
    let received = connection.wait(1);
    assert_eq!(codes(&received), expected);
    assert!(received.ends_with(ends), "{received}");
}

#[test]
fn an_idle_connection_closes() {
    check(&mut Connection::new(Policy::default()), 60_000, &[], "[close]");
}

#[test]
fn empty_lines_do_not_keep_a_connection() {
    let mut connection = Connection::new(Policy::default());
    for _ in 0..59 {
        assert_eq!(connection.wait(1_000) + &connection.send("\r\n"), "");
    }
    check(&mut connection, 1_000, &[], "[close]");
}

#[test]
fn a_slow_head_gets_408() {
    let mut connection = Connection::new(Policy::default());
    for _ in 0..19 {
        connection.send("G");
        assert_eq!(connection.wait(1_000), "");
    }
    check(&mut connection, 1_000, &[408], "[FIN]");
    check(&mut connection, 2_000, &[], "[close]");
}

#[test]
fn content_that_does_not_come_gets_408_and_nothing_else() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(connection.send(EXPECTING), CONTINUE);
    check(&mut connection, 20_000, &[408], "[FIN]");
    assert_eq!(connection.send("helloGET / HTTP/1.1\r\nHost: a\r\n\r\n"), "");
    check(&mut connection, 2_000, &[], "[close]");
}

#[test]
fn content_that_comes_slowly_is_waited_for() {
    let mut connection = Connection::new(Policy::default());
    connection.send(EXPECTING);
    for octet in ["h", "e", "l", "l"] {
        assert_eq!(connection.wait(19_999) + &connection.send(octet), "");
    }
    check(&mut connection, 20_000, &[408], "[FIN]");
}

#[test]
fn refused_content_is_waited_for_a_while() {
    let mut connection = Connection::new(Policy::default());
    connection.send(&EXPECTING.replace("POST /", "POST /reject"));
    assert_eq!(connection.state(), State::EarlyKeep);
    assert_eq!(connection.wait(9_000) + &connection.send("h"), "");
    check(&mut connection, 1_000, &[], "[FIN]");
}

#[test]
fn lingering_is_bounded_whatever_comes() {
    let mut connection = Connection::new(Policy::default());
    connection.send("nonsense\r\n\r\n");
    for _ in 0..19 {
        assert_eq!(connection.send("more") + &connection.wait(100), "");
    }
    check(&mut connection, 100, &[], "[close]");
    assert_eq!(connection.server.poll_timeout(), None);
}

#[test]
fn an_application_that_does_not_answer_gets_503_in_its_place() {
    let mut policy = Policy::default();
    policy.timers.application = std::time::Duration::from_secs(1);
    let mut connection = Connection::new(policy);
    connection.send("GET /slow?ms=9000 HTTP/1.1\r\nHost: a\r\n\r\n");
    check(&mut connection, 1_000, &[503], "[FIN]");
    check(&mut connection, 2_000, &[], "[close]");
    assert_eq!(connection.wait(100_000), "");
}

#[test]
fn timeouts_before_their_time_change_nothing() {
    let mut connection = Connection::new(Policy::default());
    connection.send(EXPECTING);
    let deadline = connection.server.poll_timeout();
    for _ in 0..3 {
        connection.server.handle_timeout(connection.now);
        assert_eq!(connection.receive(), "");
    }
    assert_eq!(connection.server.poll_timeout(), deadline);
}
