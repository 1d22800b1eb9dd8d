//! What the head of a request says.

use expectspec_engine::client::{
    Connection, Content, Patience, Policy, ReferenceClient, Request, SendExpectation, SubmitError,
};
use std::time::Duration;

use crate::server_under_control::{CHUNKED, EXPECTING, GET, PLAIN, Server, chunked, get, put};

/// The first head that goes out, without content.
fn head(policy: Policy, request: Request) -> String {
    let policy = Policy { patience: Patience::Endless, ..policy };
    let (_, sent) = Server::meet(policy, &[request]);
    let end = sent.find("\r\n\r\n").expect("a head ends") + 4;
    sent[..end].strip_prefix("[open]").expect("it has a connection").to_owned()
}

#[test]
fn content_has_an_expectation() {
    assert_eq!(head(Policy::default(), put()), EXPECTING);
    assert_eq!(head(Policy::default(), chunked()), CHUNKED);
}

#[test]
fn no_expectation_without_content() {
    let empty = [
        Content::None,
        Content::Length(vec![]),
        Content::Chunked(vec![]),
        Content::Chunked(vec![vec![]]),
    ];
    for (name, policy) in Policy::presets() {
        for content in empty.clone() {
            for method in ["GET", "HEAD", "DELETE", "TRACE", "OPTIONS", "POST", "PUT", "PATCH"] {
                let request = Request::new(method, "/", "a").with_content(content.clone());
                let head = head(policy.clone(), request);
                assert!(!head.contains("Expect"), "{name} {method} {content:?}");
            }
        }
    }
}

#[test]
fn no_content_is_announced_where_content_has_a_meaning() {
    for (method, announced) in [("POST", true), ("PUT", true), ("PATCH", true), ("GET", false)] {
        let head = head(Policy::default(), Request::new(method, "/", "a"));
        assert_eq!(head.contains("Content-Length: 0\r\n"), announced, "{method}");
    }
}

#[test]
fn content_of_no_octets_is_no_content() {
    for content in [Content::None, Content::Length(vec![])] {
        let request = Request::new("GET", "/next", "a").with_content(content);
        assert_eq!(head(Policy::default(), request), GET);
    }
    let trace = Request::new("TRACE", "/", "a").with_content(Content::Chunked(vec![]));
    assert_eq!(head(Policy::default(), trace), "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n");
}

#[test]
fn without_the_policy_no_expectation() {
    assert_eq!(head(Policy::eager(), put()), PLAIN);
}

#[test]
fn the_threshold_is_above_its_octets() {
    for (octets, expects) in [(4, true), (5, false), (6, false)] {
        let policy =
            Policy { expectation: SendExpectation::ContentAbove(octets), ..Policy::default() };
        assert_eq!(head(policy.clone(), put()).contains("Expect"), expects);
        assert!(head(policy, chunked()).contains("Expect"));
    }
}

#[test]
fn unknown_length_is_chunked_content() {
    assert_eq!(head(Policy::unknown_length(), put()), PLAIN);
    assert_eq!(head(Policy::unknown_length(), chunked()), CHUNKED);
}

#[test]
fn http_10_has_neither_expectation_nor_chunked_content() {
    let sent = head(Policy::http10(), chunked());
    assert_eq!(
        sent,
        "POST /up HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\n"
    );
}

#[test]
fn a_server_of_http_10_is_remembered() {
    let (mut server, _) = Server::meet(Policy::default(), &[get(), chunked()]);
    let sent = server.send("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n");
    let next = "POST /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    assert_eq!(sent, format!("[close][open]{next}"));
}

#[test]
fn the_users_fields_come_first() {
    let request = put().with_field("Content-Type", b"text/plain").with_field("X", b"");
    let sent = head(Policy::default(), request);
    let fields = "Host: a\r\nContent-Type: text/plain\r\nX: \r\nContent-Length: 5\r\nExpect";
    assert!(sent.contains(fields));
}

#[test]
fn the_close_option_is_said_once() {
    let asks = Request { connection: Connection::Close, ..get() };
    for (policy, request) in
        [(Policy::closing(), get()), (Policy::default(), asks.clone()), (Policy::closing(), asks)]
    {
        assert_eq!(head(policy, request), GET.replace("a\r\n", "a\r\nConnection: close\r\n"));
    }
}

#[test]
fn upgrade_has_its_connection_option() {
    let request = get().with_field("Upgrade", b"demo");
    assert!(head(Policy::default(), request.clone()).contains("\r\nConnection: upgrade\r\n"));
    assert!(head(Policy::closing(), request).contains("\r\nConnection: close, upgrade\r\n"));
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let with = |name: &str, value: &[u8]| get().with_field(name, value);
    let hello = Content::Length(b"hello".to_vec());
    for (request, error) in [
        (Request::new("", "/", "a"), SubmitError::Method),
        (Request::new("G ET", "/", "a"), SubmitError::Method),
        (Request::new("CONNECT", "a:1", "a:1"), SubmitError::Method),
        (Request::new("GET", "", "a"), SubmitError::Target),
        (Request::new("GET", "/ HTTP/1.1\r\n", "a"), SubmitError::Target),
        (Request::new("GET", "/", "a\r\nX: y"), SubmitError::Host),
        (with("Expect", b"100-continue"), SubmitError::Field(0)),
        (with("content-length", b"5"), SubmitError::Field(0)),
        (with("Transfer-Encoding", b"chunked"), SubmitError::Field(0)),
        (with("Connection", b"close"), SubmitError::Field(0)),
        (with("X Y", b""), SubmitError::Field(0)),
        (with("X", b"a\r\nb"), SubmitError::Field(0)),
        (with("X", b" a"), SubmitError::Field(0)),
        (with("X", b"").with_field("", b""), SubmitError::Field(1)),
        (Request::new("TRACE", "/", "a").with_content(hello.clone()), SubmitError::Content),
        (Request::new("OPTIONS", "*", "a").with_content(hello), SubmitError::ContentType),
    ] {
        let agent = ReferenceClient::new(Policy::default(), vec![request], Duration::ZERO);
        assert_eq!(agent.err(), Some(error));
    }
}
