//! Expectations of the intermediary itself: I7, I11, I18.

use crate::neighbours::{CLIENT, CONTINUE, HOP, Neighbours, OK};

const PLAIN: &str = "POST /up HTTP/1.1\nHost: a\nContent-Length: 5\n\n";
const ON: &str = "h0: [open]POST /up HTTP/1.1\nHost: a\nVia: 1.1 expectspec\nContent-Length: 5\nExpect: 100-continue\n\n";

#[test]
fn content_waits_for_the_100_which_goes_no_further() {
    for preset in ["expecting", "proxy-expecting"] {
        let mut it = Neighbours::of(preset);
        assert_eq!(it.client(PLAIN), ON);
        assert_eq!(it.client("hello"), "");
        assert_eq!(it.hop(CONTINUE), "h0: hello");
        assert!(it.hop(OK).starts_with("c0: HTTP/1.1 200 OK\n"));
    }
}

#[test]
fn content_waits_no_longer_than_the_patience() {
    let mut it = Neighbours::of("expecting");
    it.client(PLAIN);
    it.client("hello");
    assert_eq!(it.wait(999), "");
    assert_eq!(it.wait(1), "h0: hello");
}

#[test]
fn a_417_for_it_is_not_the_clients() {
    let refusal = "HTTP/1.1 417 Expectation Failed\nContent-Length: 0\n\n";
    let again = ON.replace("Expect: 100-continue\n", "").replace("h0: ", "");
    let mut it = Neighbours::of("expecting");
    it.client(PLAIN);
    it.client("hello");
    assert_eq!(it.hop(refusal), format!("h0: [close]{again}hello"));
    assert_eq!(it.hop(OK), format!("c0: {OK}"));
    // Before any content is here, too.
    let mut it = Neighbours::of("expecting");
    it.client(PLAIN);
    assert_eq!(it.hop(refusal), format!("h0: [close]{again}"));
    assert_eq!(it.client("hello"), "h0: hello");
    // Not when content is gone.
    let mut it = Neighbours::of("expecting");
    it.client(PLAIN);
    it.client("he");
    it.wait(1000);
    assert!(it.hop(refusal).starts_with("c0: HTTP/1.1 417 "));
}

#[test]
fn none_is_added_without_content_or_to_http_10() {
    let mut it = Neighbours::of("expecting");
    assert!(!it.client("GET / HTTP/1.1\nHost: a\n\n").contains("Expect"));
    it.hop("HTTP/1.0 200 OK\n\n");
    it.end(HOP);
    assert!(!it.client(PLAIN).contains("Expect"));
}

#[test]
fn content_that_comes_while_a_417_is_read_goes_with_the_repetition() {
    let again = ON.replace("Expect: 100-continue\n", "").replace("h0: ", "");
    for preset in ["expecting", "proxy-expecting"] {
        let refusal = "HTTP/1.1 417 Expectation Failed\nContent-Length: 2\n\n";
        let mut it = Neighbours::of(preset);
        it.client(PLAIN);
        it.client("he");
        assert_eq!(it.hop(refusal), "");
        assert_eq!(it.client("ll"), "");
        assert_eq!(it.hop("n"), "");
        assert_eq!(it.client("o"), "");
        assert_eq!(it.hop("o"), format!("h0: [close]{again}hello"));
        assert!(it.hop(OK).starts_with("c0: HTTP/1.1 200 OK\n"));
    }
}

#[test]
fn a_client_that_leaves_while_a_417_is_read_ends_the_request() {
    let mut it = Neighbours::of("expecting");
    it.client(PLAIN);
    it.client("he");
    it.hop("HTTP/1.1 417 Expectation Failed\nContent-Length: 2\n\n");
    assert_eq!(it.reset(CLIENT), "c0: [close]h0: [close]");
}

#[test]
fn a_100_to_the_repetition_is_the_clients() {
    let refusal = "HTTP/1.1 417 Expectation Failed\nContent-Length: 0\n\n";
    let mut it = Neighbours::of("proxy-expecting");
    it.client(PLAIN);
    it.hop(refusal);
    assert!(it.hop(CONTINUE).starts_with("c0: HTTP/1.1 100 Continue\n"));
}

#[test]
fn none_is_added_where_that_of_the_client_goes_no_further() {
    let expects = "Expect: 100-continue\n";
    let nominated = PLAIN.replace("\n\n", "\nConnection: expect\nExpect: 100-continue\n\n");
    let old = PLAIN.replace("HTTP/1.1", "HTTP/1.0").replace("\n\n", "\nExpect: 100-continue\n\n");
    for preset in ["expecting", "proxy-expecting"] {
        for request in [&nominated, &old] {
            let on = Neighbours::of(preset).client(request);
            assert!(on.contains("POST /up") && !on.contains(expects), "{preset}: {on}");
        }
        let plain = PLAIN.replace("HTTP/1.1", "HTTP/1.0");
        assert!(Neighbours::of(preset).client(&plain).contains(expects), "{preset}");
    }
}
