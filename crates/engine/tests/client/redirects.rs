//! Redirections, followed or not.

use expectspec_engine::client::{Policy, Redirects, Replay, Request};

use crate::server_under_control::{CONTINUE, EXPECTING, OK, Server, put};

fn redirection(code: u16, location: &str) -> String {
    format!("HTTP/1.1 {code} \r\nLocation: {location}\r\nContent-Length: 3\r\n\r\nold")
}

#[test]
fn by_default_redirections_are_delivered() {
    for code in [301, 302, 303, 307, 308] {
        let (mut server, _) = Server::meet(Policy::default(), &[put()]);
        server.send(&redirection(code, "/new"));
        assert_eq!(server.outcome().result, Ok(code));
        assert_eq!(server.outcome().content, b"old");
    }
}

#[test]
fn the_method_and_the_content_stay() {
    for code in [301, 302, 307, 308] {
        let (mut server, _) = Server::meet(Policy::following(), &[put()]);
        assert_eq!(server.send(CONTINUE), "hello");
        let next = EXPECTING.replace("/up", "/new");
        assert_eq!(server.send(&redirection(code, "/new")), next);
        assert_eq!(server.send(CONTINUE), "hello");
        assert_eq!(server.send(OK), "[close]");
        assert_eq!(server.outcome().result, Ok(200));
        assert_eq!(server.outcome().content, b"tag");
        assert_eq!((server.outcome().redirects, server.outcome().attempts), (1, 2));
    }
}

#[test]
fn a_method_that_becomes_get_loses_all_that_speaks_of_content() {
    let get = "GET /new HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n";
    for (method, code) in [("PUT", 303), ("POST", 303), ("POST", 301), ("POST", 302)] {
        let request = Request { method: method.into(), ..put() }
            .with_field("Content-Type", b"text/plain")
            .with_field("X", b"y");
        let (mut server, _) = Server::meet(Policy::following(), &[request]);
        server.send(CONTINUE);
        assert_eq!(server.send(&redirection(code, "/new")), get, "{method} {code}");
    }
}

#[test]
fn the_next_request_never_shares_a_connection_that_owes_content() {
    let policy = Policy { redirects: Redirects::Follow { max: 1 }, ..Policy::aborting() };
    let (mut server, _) = Server::meet(policy, &[put()]);
    let next = EXPECTING.replace("/up", "/new");
    assert_eq!(server.send(&redirection(307, "/new")), format!("[close][open]{next}"));
    let (mut server, _) = Server::meet(Policy::following(), &[put()]);
    assert_eq!(server.send(&redirection(307, "/new")), format!("hello{next}"));
}

#[test]
fn only_this_host_is_followed() {
    for (location, target) in [
        ("/new?a=b#c", Some("/new?a=b")),
        ("http://a/new", Some("/new")),
        ("https://A/new", Some("/new")),
        ("//a/new", Some("/new")),
        ("http://a", Some("/")),
        ("http://b/new", None),
        ("http://ab/new", None),
        ("http://a.b/new", None),
        ("//b/new", None),
        ("http:/new", None),
        ("new", None),
        ("", None),
        ("/n w", None),
        ("/n\u{e9}w", None),
    ] {
        let (mut server, _) = Server::meet(Policy::following(), &[Request::new("GET", "/", "a")]);
        let sent = server.send(&redirection(307, location));
        match target {
            Some(target) => {
                assert_eq!(sent, format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n"));
            }
            None => assert_eq!(sent, "[close]", "{location}"),
        }
    }
}

#[test]
fn content_that_is_gone_is_not_sent_again() {
    let request = Request { replay: Replay::Impossible, ..put() };
    let (mut server, _) = Server::meet(Policy::following(), &[request]);
    server.send(CONTINUE);
    assert_eq!(server.send(&redirection(307, "/new")), "[close]");
    assert_eq!(server.outcome().result, Ok(307));
}

#[test]
fn no_more_redirections_are_followed_than_the_policy_has() {
    let (mut server, _) = Server::meet(Policy::following(), &[Request::new("GET", "/", "a")]);
    for _ in 0..5 {
        assert!(server.send(&redirection(302, "/")).starts_with("GET"));
    }
    assert_eq!(server.send(&redirection(302, "/")), "[close]");
    assert_eq!(server.outcome().result, Ok(302));
    assert_eq!(server.outcome().redirects, 5);
}
