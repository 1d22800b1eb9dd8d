//! What becomes of each kind of `Expect` field, policy by policy.

use expectspec_engine::origin_server::{EmptyExpect, Irregularity, MalformedExpectation, Policy};

use crate::connection_under_test::{Connection, answer, codes};

/// Checks the codes that come before any content and, if none is final, those that follow it.
fn check(policy: Policy, fields: &str, withheld: &[u16], supplied: &[u16]) {
    let mut connection = Connection::new(policy);
    let head = format!("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n{fields}\r\n");
    assert_eq!(codes(&connection.send(&head)), withheld, "{fields:?}");
    assert_eq!(codes(&connection.send("hello")), supplied, "{fields:?}");
}

#[test]
fn case_and_whitespace_do_not_matter() {
    for field in [
        "Expect: 100-continue",
        "expect:100-CONTINUE",
        "EXPECT: \t100-Continue \t",
        "eXpEcT: ,100-continue,, ",
        "Expect: 100-continue, 100-continue",
        "Expect: 100-continue\r\nExpect: 100-continue",
        "Expect:\r\nExpect: 100-continue",
    ] {
        check(Policy::default(), &format!("{field}\r\n"), &[100], &[200]);
    }
}

#[test]
fn an_unknown_expectation_gets_417() {
    for value in
        ["foo", "foo, 100-continue", "100-continue, foo=bar", "100-continued", "a=\"b\";c=d"]
    {
        check(Policy::default(), &format!("Expect: {value}\r\n"), &[417], &[]);
    }
    check(Policy::default(), "Expect: 100-continue\r\nExpect: foo\r\n", &[417], &[]);
    check(Policy::default(), "Expect: foo\r\nExpect: 100-continue\r\n", &[417], &[]);
}

#[test]
fn an_unknown_expectation_can_be_ignored() {
    check(Policy::ignore_unknown(), "Expect: foo\r\n", &[], &[200]);
    check(Policy::ignore_unknown(), "Expect: foo, 100-continue\r\n", &[100], &[200]);
    check(Policy::ignore_unknown(), "Expect: foo=\"a, 100-continue ,b\"\r\n", &[], &[200]);
    check(Policy::ignore_unknown(), "Expect: 100-continue;a=b\r\n", &[], &[200]);
}

#[test]
fn every_expectation_can_be_refused() {
    check(Policy::refuse_all(), "Expect: 100-continue\r\n", &[417], &[]);
    check(Policy::refuse_all(), "Expect: foo\r\n", &[417], &[]);
    check(Policy::refuse_all(), "Expect: ,\r\n", &[], &[200]);
    check(Policy::refuse_all(), "", &[], &[200]);
}

#[test]
fn a_malformed_expectation_is_a_matter_of_policy() {
    let with = |malformed_expectation| Policy { malformed_expectation, ..Policy::default() };
    for value in ["100-continue;a=b", "100-continue;", "100-continue x", "100-continue \"\""] {
        let field = format!("Expect: {value}\r\n");
        check(with(MalformedExpectation::ExpectationFailed), &field, &[417], &[]);
        check(with(MalformedExpectation::BadRequest), &field, &[400], &[]);
        check(with(MalformedExpectation::Ignore), &field, &[], &[200]);
        check(with(MalformedExpectation::Recover), &field, &[100], &[200]);
    }
    for value in ["a b", "foo=\"", "=a", "100-continuex;", "100-continue="] {
        let field = format!("Expect: {value}\r\n");
        check(with(MalformedExpectation::Recover), &field, &[], &[200]);
    }
}

#[test]
fn an_empty_field_is_a_matter_of_policy() {
    let refusing = Policy { empty_expect: EmptyExpect::BadRequest, ..Policy::default() };
    for field in ["Expect:\r\n", "Expect: ,\r\n", "Expect: , ,\r\nExpect:\t\r\n"] {
        check(Policy::default(), field, &[], &[200]);
        check(refusing.clone(), field, &[400], &[]);
    }
}

#[test]
fn a_417_needs_an_expectation() {
    for (name, policy) in Policy::presets() {
        let request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
        assert_eq!(codes(&answer(policy, request)), [200], "{name}");
    }
}

#[test]
fn a_refused_request_without_content_leaves_the_connection() {
    let mut connection = Connection::new(Policy::default());
    let request = "GET / HTTP/1.1\r\nHost: a\r\nExpect: foo\r\n\r\n";
    assert_eq!(codes(&connection.send(request)), [417]);
    assert_eq!(codes(&connection.send(request)), [417]);
}

#[test]
fn folds_are_refused_or_read_as_spaces() {
    check(Policy::default(), "Expect:\r\n 100-continue\r\n", &[400], &[]);
    check(Policy::lenient(), "Expect:\r\n 100-continue\r\n", &[100], &[200]);
    check(Policy::lenient(), "Expect: 100-\r\n continue\r\n", &[417], &[]);
    let policy = Policy { obs_fold: Irregularity::Accept, ..Policy::ignore_unknown() };
    check(policy, "Expect: foo,\r\n 100-continue\r\n", &[100], &[200]);
}

#[test]
fn nul_and_cr_are_refused_or_read_as_spaces() {
    for octet in ["\0", "\r"] {
        check(Policy::default(), &format!("Expect: 100-continue{octet}x\r\n"), &[400], &[]);
        check(Policy::default(), &format!("Expect: 100-continue{octet},\r\n"), &[400], &[]);
        check(Policy::lenient(), &format!("Expect: 100-continue{octet},\r\n"), &[100], &[200]);
        check(Policy::lenient(), &format!("Expect: 100-con{octet}tinue\r\n"), &[417], &[]);
    }
}
