//! The 100 (Continue): when it is sent, and when not.

use expectspec_engine::origin_server::{OptionalContinue, Policy, State};

use crate::connection_under_test::{
    CONTINUE, Connection, EXPECTING, HELLO, NEXT, NEXT_ANSWER, answer, codes,
};

#[test]
fn a_waiting_client_gets_the_100_and_then_the_final() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(connection.send(EXPECTING), CONTINUE);
    assert_eq!(connection.state(), State::Invited);
    assert_eq!(connection.send("he"), "");
    assert_eq!(connection.state(), State::Read);
    assert_eq!(connection.send("llo"), HELLO);
    assert_eq!(connection.state(), State::Idle);
    assert_eq!(connection.send(NEXT), NEXT_ANSWER);
}

#[test]
fn a_client_with_chunked_content_gets_the_100() {
    let mut connection = Connection::new(Policy::default());
    let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\
        Expect: 100-continue\r\n\r\n";
    assert_eq!(connection.send(head), CONTINUE);
    assert_eq!(connection.send("5\r\nhello\r\n0\r\n"), "");
    assert_eq!(connection.send("\r\n"), HELLO);
}

#[test]
fn no_100_before_the_head_is_complete() {
    let mut connection = Connection::new(Policy::default());
    let (start, last) = EXPECTING.split_at(EXPECTING.len() - 1);
    for octet in start.chars() {
        assert_eq!(connection.send(&octet.to_string()), "");
    }
    assert_eq!(connection.send(last), CONTINUE);
}

#[test]
fn no_100_without_an_expectation() {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
    for (name, policy) in Policy::presets() {
        let mut connection = Connection::new(policy);
        assert_eq!(connection.send(head), "", "{name}");
        assert_eq!(connection.send("hello"), HELLO, "{name}");
    }
}

#[test]
fn no_1xx_to_http_10() {
    for (name, policy) in Policy::presets() {
        for path in ["/", "/early-hints", "/slow?ms=1000", "/upgrade"] {
            let mut connection = Connection::new(policy.clone());
            let head = format!(
                "POST {path} HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\
                 Connection: upgrade\r\nUpgrade: demo\r\n\r\n"
            );
            assert_eq!(connection.send(&head), "", "{name} {path}");
            assert_eq!(connection.wait(500), "", "{name} {path}");
            let received = connection.send("hello") + &connection.wait(500);
            assert_eq!(codes(&received), [200], "{name} {path}");
        }
    }
}

#[test]
fn an_unknown_expectation_of_http_10_is_ignored() {
    for (name, policy) in Policy::presets() {
        let request = "POST / HTTP/1.0\r\nContent-Length: 5\r\nExpect: foo\r\n\r\nhello";
        assert_eq!(codes(&answer(policy, request)), [200], "{name}");
    }
}

#[test]
fn a_later_minor_version_gets_the_100() {
    for minor in 2..=9 {
        let head = EXPECTING.replace("HTTP/1.1", &format!("HTTP/1.{minor}"));
        assert_eq!(answer(Policy::default(), &head), CONTINUE);
    }
}

#[test]
fn content_that_came_replaces_the_100() {
    for content in ["h", "hello"] {
        let received = answer(Policy::default(), &format!("{EXPECTING}{content}"));
        assert!(!received.contains(CONTINUE));
    }
}

#[test]
fn a_100_beside_content_that_came_is_a_choice() {
    let policy = Policy { content_already_received: OptionalContinue::Send, ..Policy::default() };
    let received = answer(policy, &format!("{EXPECTING}hello"));
    assert_eq!(received, format!("{CONTINUE}{HELLO}"));
}

#[test]
fn without_content_the_final_comes_at_once() {
    for length in ["", "Content-Length: 0\r\n"] {
        let request = format!("POST / HTTP/1.1\r\nHost: a\r\n{length}Expect: 100-continue\r\n\r\n");
        assert_eq!(codes(&answer(Policy::default(), &request)), [200]);
        assert_eq!(codes(&answer(Policy::generous(), &request)), [100, 200]);
    }
}

#[test]
fn each_request_of_a_connection_has_its_own_100() {
    let mut connection = Connection::new(Policy::default());
    for _ in 0..3 {
        assert_eq!(connection.send(EXPECTING), CONTINUE);
        assert_eq!(connection.send("hello"), HELLO);
        let plain = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
        assert_eq!(connection.send(plain), "");
        assert_eq!(connection.send("hello"), HELLO);
    }
}

#[test]
fn by_default_a_slow_application_does_not_delay_the_100() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(connection.send(&EXPECTING.replace("POST /", "POST /slow?ms=700")), CONTINUE);
    assert_eq!(connection.send("hello"), "");
    assert_eq!(connection.wait(699), "");
    assert_eq!(connection.wait(1), HELLO);
}

#[test]
fn a_lazy_server_sends_the_100_when_content_is_wanted() {
    let mut connection = Connection::new(Policy::lazy());
    assert_eq!(connection.send(&EXPECTING.replace("POST /", "POST /slow?ms=100")), "");
    assert_eq!(connection.state(), State::Due);
    assert_eq!(connection.wait(99), "");
    assert_eq!(connection.wait(1), CONTINUE);
    assert_eq!(connection.send("hello"), HELLO);
}

#[test]
fn a_lazy_server_never_lets_the_client_wait_long() {
    let mut connection = Connection::new(Policy::lazy());
    assert_eq!(connection.send(&EXPECTING.replace("POST /", "POST /slow?ms=9000")), "");
    assert_eq!(connection.wait(249), "");
    assert_eq!(connection.wait(1), CONTINUE);
    assert_eq!(connection.send("hello"), "");
    assert_eq!(connection.wait(8750), HELLO);
}

#[test]
fn content_that_comes_before_it_is_wanted_replaces_the_100() {
    for (sends, expected) in
        [(OptionalContinue::Omit, String::new()), (OptionalContinue::Send, CONTINUE.to_owned())]
    {
        let policy = Policy { content_already_received: sends, ..Policy::lazy() };
        let mut connection = Connection::new(policy);
        assert_eq!(connection.send(&EXPECTING.replace("POST /", "POST /slow?ms=100")), "");
        assert_eq!(connection.wait(50), "");
        assert_eq!(connection.send("h"), "");
        assert_eq!(connection.wait(50), expected);
        assert_eq!(connection.send("ello"), HELLO);
    }
}

#[test]
fn at_once_the_100_precedes_the_refusal_of_the_application() {
    let head = EXPECTING.replace("POST /", "POST /reject");
    assert_eq!(codes(&answer(Policy::at_once(), &head)), [100, 403]);
    assert_eq!(codes(&answer(Policy::default(), &head)), [403]);
    assert_eq!(codes(&answer(Policy::lazy(), &head)), [403]);
}

#[test]
fn an_interim_response_does_not_replace_the_100() {
    let mut connection = Connection::new(Policy::default());
    let received = connection.send(&EXPECTING.replace("POST /", "POST /early-hints"));
    assert_eq!(codes(&received), [103, 100]);
    assert_eq!(connection.send("hello"), HELLO);
}

#[test]
fn an_expectation_in_the_trailer_section_is_nothing() {
    let request = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\
        5\r\nhello\r\n0\r\nExpect: foo\r\nExpect: 100-continue\r\n\r\n";
    assert_eq!(answer(Policy::default(), request), HELLO);
}
