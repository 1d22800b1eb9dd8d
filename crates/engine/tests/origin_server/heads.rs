//! Heads that are refused as such.

use expectspec_engine::origin_server::{Irregularity, MinorVersion, Policy, UnknownMethod};

use crate::connection_under_test::{Connection, NEXT, NEXT_ANSWER, answer, codes};

/// Checks that each request gets this code at once, and that the connection closes.
fn check_closes(code: u16, requests: &[&str]) {
    for request in requests {
        let received = answer(Policy::default(), request);
        assert_eq!(codes(&received), [code], "{request:?}");
        assert!(received.contains("Connection: close\r\n"), "{request:?}");
        assert!(received.ends_with("[FIN]"), "{request:?}");
    }
}

#[test]
fn what_is_no_request_gets_400() {
    check_closes(
        400,
        &[
            "GET /\r\n\r\n",
            "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
            "GET / HTTP/1.10\r\nHost: a\r\n\r\n",
            "GET / http/1.1\r\nHost: a\r\n\r\n",
            "G{T / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nExpect : 100-continue\r\n\r\n",
            "GET / HTTP/1.1\r\n Host: a\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\na b: c\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nA: b\r\n c\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nA: \x01\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\n\n",
            "\x16\x03\x01\x02\r\n",
        ],
    );
}

#[test]
fn there_is_one_valid_host() {
    check_closes(
        400,
        &[
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.2\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        ],
    );
    assert_eq!(codes(&answer(Policy::default(), "GET / HTTP/1.0\r\n\r\n")), [200]);
    assert_eq!(codes(&answer(Policy::default(), "GET / HTTP/1.1\r\nHost:\r\n\r\n")), [200]);
}

#[test]
fn the_target_has_a_form_that_fits() {
    check_closes(
        400,
        &[
            "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
        ],
    );
    for target in ["http://a/next", "HTTPS://a:1/next?b", "/next?"] {
        let request = format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n");
        assert_eq!(answer(Policy::default(), &request), NEXT_ANSWER);
    }
}

#[test]
fn other_major_versions_get_505() {
    for version in ["2.0", "0.9", "3.1"] {
        check_closes(505, &[&format!("GET / HTTP/{version}\r\nHost: a\r\n\r\n")]);
    }
    check_closes(505, &["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]);
}

#[test]
fn other_minor_versions_may_get_505() {
    let policy = Policy { minor_version: MinorVersion::Refuse, ..Policy::default() };
    let request = "GET / HTTP/1.2\r\nHost: a\r\n\r\n";
    assert_eq!(codes(&answer(policy, request)), [505]);
    assert_eq!(codes(&answer(Policy::default(), request)), [200]);
}

#[test]
fn what_is_too_long_gets_its_code() {
    let long = "x".repeat(70_000);
    check_closes(414, &[&format!("GET /{long} HTTP/1.1\r\nHost: a\r\n\r\n")]);
    check_closes(501, &[&format!("{long} / HTTP/1.1\r\nHost: a\r\n\r\n")]);
    check_closes(431, &[&format!("GET / HTTP/1.1\r\nHost: a\r\nExpect: {long}\r\n\r\n")]);
    let many = "A: b\r\n".repeat(300);
    check_closes(431, &[&format!("GET / HTTP/1.1\r\nHost: a\r\n{many}\r\n")]);
}

#[test]
fn ten_thousand_members_are_read() {
    let members = "100-continue".to_owned() + &",".repeat(10_000);
    let head =
        format!("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: {members}\r\n\r\n");
    assert_eq!(codes(&answer(Policy::default(), &head)), [100]);
}

#[test]
fn an_unknown_method_gets_501() {
    let mut connection = Connection::new(Policy::default());
    let head = "BREW / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
    assert_eq!(codes(&connection.send(head)), [501]);
    assert_eq!(connection.send(&format!("hello{NEXT}")), NEXT_ANSWER);

    let policy = Policy { unknown_method: UnknownMethod::Accept, ..Policy::default() };
    assert_eq!(codes(&answer(policy, head)), [405]);
}

#[test]
fn connect_gets_501_and_close() {
    check_closes(501, &["CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nExpect: 100-continue\r\n\r\n"]);
}

#[test]
fn irregularities_can_be_accepted_one_by_one() {
    let strict = Policy::default();
    let accept = Irregularity::Accept;
    let cases = [
        (Policy { obs_fold: accept, ..strict.clone() }, "A: b\r\n c\r\n"),
        (Policy { bare_cr: accept, ..strict.clone() }, "A: b\rc\r\n"),
        (Policy { nul: accept, ..strict.clone() }, "A: b\0c\r\n"),
        (Policy { control_octet: accept, ..strict.clone() }, "A: b\x01c\r\n"),
        (Policy { lone_lf: accept, ..strict.clone() }, "A: b\n"),
    ];
    for (index, (_, fields)) in cases.iter().enumerate() {
        let request = format!("GET /next HTTP/1.1\r\nHost: a\r\n{fields}\r\n");
        for (other, (policy, _)) in cases.iter().enumerate() {
            let code = if index == other { 200 } else { 400 };
            assert_eq!(codes(&answer(policy.clone(), &request)), [code], "{fields:?}");
        }
        assert_eq!(codes(&answer(strict.clone(), &request)), [400], "{fields:?}");
        assert_eq!(codes(&answer(Policy::lenient(), &request)), [200], "{fields:?}");
    }
}

#[test]
fn empty_lines_before_a_request_are_nothing() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(connection.send(&format!("\r\n\r\n{NEXT}\r\n{NEXT}\r")), NEXT_ANSWER.repeat(2));
    assert_eq!(connection.send(&format!("\n{NEXT}")), NEXT_ANSWER);
}

#[test]
fn a_refused_head_request_gets_no_content() {
    for fields in ["Host : a\r\n", "Host: a\r\nExpect: foo\r\n", "Host: a\r\nA: b"] {
        let mut connection = Connection::new(Policy::default());
        let received =
            connection.send(&format!("HEAD / HTTP/1.1\r\n{fields}\r\n")) + &connection.end();
        let (_, behind) = received.split_once("\r\n\r\n").unwrap();
        assert!(behind.is_empty() || behind.starts_with('['), "{received}");
    }
}

/// The client knows that it sent HEAD, and reads no content (RFC 9110 §9.3.2).
#[test]
fn head_gets_no_content_even_where_it_cannot_be_read() {
    let long = "x".repeat(70 * 1024);
    for head in [
        "HEAD /\r\nHost: a\r\n\r\n".to_owned(),
        "HEAD / b HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        "HEAD / HTTP/2.0\r\nHost: a\r\n\r\n".to_owned(),
        "\r\nHEAD / HTTP/x\r\nHost: a\r\n\r\n".to_owned(),
        format!("HEAD /{long} HTTP/1.1\r\nHost: a\r\n\r\n"),
        format!("HEAD / HTTP/1.1\r\nA: {long}\r\n\r\n"),
        "HEAD /".to_owned(),
        "HEAD / HTTP/1.1\r\nHo".to_owned(),
    ] {
        let mut connection = Connection::new(Policy::default());
        let answer = connection.send(&head) + &connection.end();
        let (_, behind) = answer.split_once("\r\n\r\n").expect("a response");
        assert!(behind.starts_with("["), "{head:.40?}: {behind:?}");
    }
}
