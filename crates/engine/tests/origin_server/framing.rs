//! Where the content ends, and what becomes of requests that leave that open.

use expectspec_engine::origin_server::{
    AmbiguousFraming, ChunkedContent, Policy, RepeatedLength, State,
};

use crate::connection_under_test::{Connection, HELLO, NEXT, answer, codes};

fn post(fields: &str) -> String {
    format!("POST / HTTP/1.1\r\nHost: a\r\n{fields}\r\n")
}

fn check_closes(policy: Policy, fields: &str, code: u16) {
    for expect in ["", "Expect: 100-continue\r\n"] {
        let mut connection = Connection::new(policy.clone());
        let received = connection.send(&post(&format!("{fields}{expect}")));
        assert_eq!(codes(&received), [code], "{fields}");
        assert!(received.contains("Connection: close\r\n"), "{fields}");
        assert!(received.ends_with("[FIN]"), "{fields}");
        assert_eq!(connection.send(NEXT), "", "{fields}");
    }
}

#[test]
fn unreliable_lengths_get_400_and_close() {
    for (_, policy) in Policy::presets() {
        for length in ["5x", "-1", "+5", "5, 6", "", ",", "0x5", "5 5", "\"5\""] {
            check_closes(policy.clone(), &format!("Content-Length: {length}\r\n"), 400);
        }
        check_closes(policy, "Content-Length: 5\r\nContent-Length: 6\r\n", 400);
    }
}

#[test]
fn unreliable_transfer_codings_get_400_and_close() {
    for fields in [
        "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: chunked, gzip\r\n",
        "Transfer-Encoding: chunked, chunked\r\n",
        "Transfer-Encoding:\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: identity\r\n",
    ] {
        check_closes(Policy::default(), fields, 400);
        check_closes(Policy::lenient(), fields, 400);
    }
}

#[test]
fn an_unknown_coding_before_chunked_gets_501() {
    check_closes(Policy::default(), "Transfer-Encoding: foo, chunked\r\n", 501);
}

#[test]
fn two_framings_get_400_and_close() {
    let both = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n";
    check_closes(Policy::default(), both, 400);
}

#[test]
fn two_framings_may_be_read_as_chunked_and_close() {
    let policy =
        Policy { ambiguous_framing: AmbiguousFraming::ReadChunkedAndClose, ..Policy::default() };
    let mut connection = Connection::new(policy.clone());
    let head = post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n");
    assert_eq!(codes(&connection.send(&head)), [100]);
    let received = connection.send(&format!("5\r\nhello\r\n0\r\n\r\n{NEXT}"));
    assert_eq!(codes(&received), [200]);
    assert!(received.contains("Connection: close\r\n") && received.ends_with("[FIN]"));

    let request = "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n\
        5\r\nhello\r\n0\r\n\r\n";
    let received = answer(policy, request);
    assert_eq!(codes(&received), [200]);
    assert!(received.contains("Connection: close\r\n") && received.ends_with("[FIN]"));
}

#[test]
fn chunked_in_http_10_gets_400_and_close() {
    let head = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n";
    let received = answer(Policy::default(), head);
    assert_eq!(codes(&received), [400]);
    assert!(received.ends_with("[FIN]"));
}

#[test]
fn one_length_said_twice_is_a_matter_of_policy() {
    for fields in ["Content-Length: 5, 5\r\n", "Content-Length: 5\r\nContent-Length: 5\r\n"] {
        assert_eq!(answer(Policy::default(), &format!("{}hello", post(fields))), HELLO);
        let refusing = Policy { repeated_length: RepeatedLength::Refuse, ..Policy::default() };
        check_closes(refusing, fields, 400);
    }
}

#[test]
fn chunked_content_may_get_411() {
    let policy = Policy { chunked_content: ChunkedContent::LengthRequired, ..Policy::default() };
    let mut connection = Connection::new(policy);
    let head = post("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n");
    assert_eq!(codes(&connection.send(&head)), [411]);
    assert_eq!(codes(&connection.send(&format!("0\r\n\r\n{NEXT}"))), [200]);
}

#[test]
fn content_that_is_not_chunked_gets_400_and_close() {
    for content in ["x", "FFFFFFFFFFFFFFFFF\r\n", "5\r\nhelloworld", "5 \r\n", "\r\n"] {
        for (name, policy) in Policy::presets() {
            let mut connection = Connection::new(policy);
            connection.send(&post("Transfer-Encoding: chunked\r\n"));
            let received = connection.send(content);
            assert_eq!(codes(&received), [400], "{name} {content:?}");
            assert!(received.ends_with("[FIN]"), "{name} {content:?}");
            assert_eq!(connection.state(), State::Linger);
        }
    }
}

#[test]
fn octets_behind_the_content_are_the_next_request() {
    let mut connection = Connection::new(Policy::default());
    let request = format!("{}hello\r\n{NEXT}", post("Content-Length: 5\r\n"));
    assert_eq!(codes(&connection.send(&request)), [200, 200]);
    let garbage = format!("{}hello!", post("Content-Length: 5\r\n"));
    assert_eq!(codes(&connection.send(&garbage)), [200]);
    assert_eq!(codes(&connection.send("\r\n\r\n")), [400]);
}

#[test]
fn content_may_look_like_anything() {
    let content = "HTTP/1.1 100 Continue\r\n\r\n";
    let request = format!("{}{content}", post(&format!("Content-Length: {}\r\n", content.len())));
    assert!(answer(Policy::default(), &request).ends_with(&format!("\r\n\r\n{content}")));
}
