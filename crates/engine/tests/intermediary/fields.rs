//! Field lines on their way: I3, I8.

use crate::neighbours::{HOP, Neighbours};

#[test]
fn what_concerns_the_connection_stays_and_the_rest_keeps_its_order() {
    let mut it = Neighbours::of("proxy");
    let on = it.client(
        "GET /a?b HTTP/1.1\nCookie: a\nHost: h:1\nKeep-Alive: 5\nProxy-Connection: keep-alive\nTE: trailers\n\
         Upgrade: x\nConnection: close, Foo\nVia: 1.0 z\nfoo: 1\nConnection: bar\nBar: 2\nCookie: b\n\
         Accept: */*\nTrailer: q\n\n",
    );
    let expected = "h0: [open]GET /a?b HTTP/1.1\nHost: h:1\nCookie: a\nVia: 1.0 z\nCookie: b\n\
                    Accept: */*\nVia: 1.1 expectspec\n\n";
    assert_eq!(on, expected);
    let back = it.hop(
        "HTTP/1.1 200 OK\nSet-Cookie: a\nConnection: Foo, close\nFoo: x\nKeep-Alive: 1\nVia: 1.1 y\n\
         Set-Cookie: b\nTrailer: T\nTransfer-Encoding: chunked\n\n0\n\n",
    );
    let expected = "c0: HTTP/1.1 200 OK\nSet-Cookie: a\nVia: 1.1 y\nSet-Cookie: b\nVia: 1.1 expectspec\n\
                    Transfer-Encoding: chunked\nConnection: close\n\n0\n\n[FIN]h0: [close]";
    assert_eq!(back, expected);
}

#[test]
fn what_is_not_a_request_goes_no_further() {
    for head in [
        "GET / HTTP/1.1\n\n",
        "GET / HTTP/1.1\nHost: a\nHost: b\n\n",
        "GET / HTTP/1.1\nHost: a\nA : b\n\n",
        "GET / HTTP/1.1\nHost: a\nA: b\n c\n\n",
        "POST / HTTP/1.1\nHost: a\nContent-Length: 1\nTransfer-Encoding: chunked\n\n",
        "POST / HTTP/1.1\nHost: a\nContent-Length: 1, 2\n\n",
        "POST / HTTP/1.0\nHost: a\nTransfer-Encoding: chunked\n\n",
        "TRACE / HTTP/1.1\nHost: a\nContent-Length: 1\n\n",
    ] {
        let mut it = Neighbours::of("default");
        let back = it.client(head);
        assert!(back.starts_with("c0: HTTP/1.1 400 Bad Request\n"), "{head} {back}");
        assert!(!back.contains("h0"), "{head} {back}");
    }
}

#[test]
fn each_request_has_one_framing_field() {
    for (lines, content, expected) in [
        ("", "", ""),
        ("Content-Length: 0\n", "", "Content-Length: 0\n"),
        ("Content-Length: 1, 1\n", "x", "Content-Length: 1\n"),
        ("Transfer-Encoding: chunked\n", "1\nx\n0\n\n", "Transfer-Encoding: chunked\n"),
    ] {
        let mut it = Neighbours::of("default");
        let on = it.client(&format!("POST / HTTP/1.1\nHost: a\n{lines}\n{content}"));
        let framing = if content.contains("\n0\n") { "1\nx\n0\n\n" } else { content };
        let head = "h0: [open]POST / HTTP/1.1\nHost: a\nVia: 1.1 expectspec\n";
        assert_eq!(on, format!("{head}{expected}\n{framing}"));
    }
}

#[test]
fn the_last_recipient_answers_itself_and_others_count_down() {
    for (request, code) in [
        ("OPTIONS / HTTP/1.1\nHost: a\nMax-Forwards: 0\n\n", "200 OK"),
        ("TRACE / HTTP/1.1\nHost: a\nCookie: c\nMax-Forwards: 0\n\n", "200 OK"),
        (
            "OPTIONS / HTTP/1.1\nHost: a\nMax-Forwards: 0\nContent-Length: 5\nExpect: 100-continue\n\n",
            "200 OK",
        ),
    ] {
        let mut it = Neighbours::of("proxy");
        let back = it.client(request);
        assert!(back.starts_with(&format!("c0: HTTP/1.1 {code}\n")), "{back}");
        assert!(!back.contains("h0") && !back.contains("Cookie"), "{back}");
    }
    for (request, expected) in [
        ("OPTIONS * HTTP/1.1\nHost: a\nMax-Forwards: 10\n\n", "Max-Forwards: 9\n"),
        ("GET / HTTP/1.1\nHost: a\nMax-Forwards: 0\n\n", "Max-Forwards: 0\n"),
        ("TRACE / HTTP/1.1\nHost: a\nMax-Forwards: x\n\n", "Max-Forwards: x\n"),
    ] {
        let mut it = Neighbours::of("proxy");
        let on = it.client(request);
        assert!(on.contains(expected), "{on}");
        assert!(!it.end(HOP).is_empty());
    }
}
