//! The demo application, resource by resource.

use expectspec_engine::origin_server::Policy;

use crate::connection_under_test::{Connection, EXPECTING, answer, codes};

fn check(method: &str, path: &str, code: u16, contains: &str) {
    let request = format!("{method} {path} HTTP/1.1\r\nHost: a\r\n\r\n");
    let received = answer(Policy::default(), &request);
    assert_eq!(codes(&received), [code], "{method} {path}");
    assert!(received.contains(contains), "{received}");
}

#[test]
fn resources_answer_requests_without_content() {
    check("GET", "/", 200, "no content\n");
    check("POST", "/echo", 200, "no content\n");
    check("GET", "/next?a=b", 200, "next\n");
    check("GET", "/smuggled", 200, "smuggled\n");
    check("PUT", "/upload", 200, "received\n");
    check("GET", "/immediate", 200, "immediate\n");
    check("GET", "/immediate?code=204", 204, "204 No Content\r\n\r\n");
    check("GET", "/reject", 403, "\r\n\r\nnot here\n");
    check("GET", "/reject-401", 401, "WWW-Authenticate: Basic realm=\"demo\"\r\n");
    check("GET", "/redirect", 307, "Location: /echo\r\n");
    check("GET", "/nowhere", 404, "nothing here\n");
    check("POST", "/next", 405, "Allow: GET, HEAD, OPTIONS\r\n");
    check("TRACE", "/", 405, "Allow: GET, HEAD, POST,");
    check("OPTIONS", "*", 200, "Allow: ");
    check("OPTIONS", "/echo", 200, "Allow: ");
    check("OPTIONS", "/nowhere", 404, "");
}

#[test]
fn head_has_the_fields_of_get_and_no_content() {
    for path in ["/", "/next", "/reject", "/reject-401", "/redirect", "/nowhere", "/immediate"] {
        let get = answer(Policy::default(), &format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n"));
        let head = answer(Policy::default(), &format!("HEAD {path} HTTP/1.1\r\nHost: a\r\n\r\n"));
        let (fields, _) = get.split_once("\r\n\r\n").unwrap();
        assert_eq!(head, format!("{fields}\r\n\r\n"), "{path}");
    }
}

#[test]
fn head_with_content_reads_it_and_has_none() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(codes(&connection.send(&EXPECTING.replace("POST", "HEAD"))), [100]);
    assert!(connection.send("hello").ends_with("Content-Length: 5\r\n\r\n"));
}

#[test]
fn what_is_determined_by_the_head_is_answered_without_content() {
    for (path, code) in [
        ("/reject", 403),
        ("/reject-401", 401),
        ("/redirect", 307),
        ("/next", 405),
        ("/nowhere", 404),
        ("/immediate", 200),
        ("/smuggled", 200),
    ] {
        let head = EXPECTING.replace("POST /", &format!("POST {path}"));
        assert_eq!(codes(&answer(Policy::default(), &head)), [code], "{path}");
    }
}

#[test]
fn every_method_with_content_is_invited() {
    for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] {
        let head = EXPECTING.replace("POST", method);
        assert_eq!(codes(&answer(Policy::default(), &head)), [100], "{method}");
    }
}

#[test]
fn an_upload_is_bounded() {
    for path in ["/upload", "/echo"] {
        let head = EXPECTING
            .replace("POST /", &format!("POST {path}"))
            .replace("Length: 5", "Length: 1048577");
        assert_eq!(codes(&answer(Policy::default(), &head)), [413], "{path}");
        assert_eq!(codes(&answer(Policy::default(), &head.replace("577", "576"))), [100], "{path}");

        let mut connection = Connection::new(Policy::default());
        connection.send(&head.replace("Content-Length: 1048577", "Transfer-Encoding: chunked"));
        assert_eq!(connection.send(&format!("100000\r\n{}\r\n1\r\n", "x".repeat(1 << 20))), "");
        let received = connection.send("x");
        assert_eq!(codes(&received), [413], "{path}");
        assert!(received.ends_with("[FIN]"), "{path}");
    }
}

#[test]
fn a_slow_answer_waits_for_time_and_content() {
    let mut connection = Connection::new(Policy::default());
    connection.send("PUT /slow?ms=100 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na");
    assert_eq!(connection.wait(200), "");
    assert_eq!(codes(&connection.send("b")), [200]);
    connection.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(connection.wait(999), "");
    assert_eq!(codes(&connection.wait(1)), [200]);
}

#[test]
fn early_hints_come_before_the_answer() {
    let received = answer(Policy::default(), "GET /early-hints HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(codes(&received), [103, 200]);
    assert!(received.starts_with("HTTP/1.1 103 Early Hints\r\nLink: "));
}
