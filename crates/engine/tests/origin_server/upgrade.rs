//! Switching protocols next to an expectation (RFC 9110 §7.8).

use expectspec_engine::origin_server::{Policy, State};

use crate::connection_under_test::{CONTINUE, Connection, answer, codes};

const SWITCHING: &str =
    "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: demo\r\n\r\n";

fn upgrade(fields: &str) -> String {
    format!(
        "POST /upgrade HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: other, demo\r\n\
         {fields}\r\n"
    )
}

#[test]
fn the_100_precedes_the_101() {
    let mut connection = Connection::new(Policy::upgrading());
    let head = upgrade("Content-Length: 5\r\nExpect: 100-continue\r\n");
    assert_eq!(connection.send(&head), CONTINUE);
    assert_eq!(connection.send("hell"), "");
    assert_eq!(connection.send("o"), SWITCHING);
    assert_eq!(connection.state(), State::Switched);
}

#[test]
fn the_100_precedes_the_101_even_if_content_came_or_none_will() {
    for request in [
        upgrade("Content-Length: 5\r\nExpect: 100-continue\r\n") + "hello",
        upgrade("Expect: 100-continue\r\n"),
    ] {
        let received = answer(Policy::upgrading(), &request);
        assert_eq!(received, format!("{CONTINUE}{SWITCHING}"));
    }
}

#[test]
fn without_an_expectation_there_is_no_100() {
    assert_eq!(answer(Policy::upgrading(), &upgrade("")), SWITCHING);
}

#[test]
fn octets_behind_the_101_are_the_other_protocols() {
    let mut connection = Connection::new(Policy::upgrading());
    let received = connection.send(&(upgrade("") + "ping"));
    assert_eq!(received, format!("{SWITCHING}ping"));
    assert_eq!(connection.send("GET / HTTP/1.1\r\n\r\n"), "GET / HTTP/1.1\r\n\r\n");
    assert_eq!(connection.wait(59_999), "");
    assert_eq!(connection.send("pong"), "pong");
    assert_eq!(connection.end(), "[close]");
}

#[test]
fn a_switched_connection_closes_when_idle() {
    let mut connection = Connection::new(Policy::upgrading());
    connection.send(&upgrade(""));
    assert_eq!(connection.wait(60_000), "[close]");
}

#[test]
fn what_is_not_offered_is_not_switched_to() {
    let offered = upgrade("");
    for request in [
        offered.replace("HTTP/1.1", "HTTP/1.0"),
        offered.replace("Connection: upgrade\r\n", ""),
        offered.replace("demo", "dem"),
    ] {
        assert_eq!(codes(&answer(Policy::upgrading(), &request)), [200], "{request}");
    }
    assert_eq!(codes(&answer(Policy::default(), &offered)), [200]);
}
