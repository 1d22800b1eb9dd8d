//! One exchange with a withholding server, octet by octet, under every preset.

use expectspec_engine::client::Policy;

use crate::server_under_control::{CONTINUE, EXPECTING, GET, OK, PLAIN, Server, get, put};

/// What goes out at once, after the 100, and after the final response.
fn expected(name: &str) -> (String, &'static str, &'static str) {
    let close = |head: &str| head.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    let plain10 = "PUT /up HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\n\
        Connection: keep-alive\r\n\r\nhello";
    let get10 = "[close][open]GET /next HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n";
    let get_close = "[close][open]GET /next HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    match name {
        "eager" | "threshold" | "unknown-length" | "curl-like" => {
            (format!("{PLAIN}hello"), "", GET)
        }
        "impatient" => (format!("{EXPECTING}hello"), "", GET),
        "http10" => (plain10.to_owned(), "", get10),
        "closing" => (close(EXPECTING), "hello", get_close),
        _ => (EXPECTING.to_owned(), "hello", GET),
    }
}

#[test]
fn every_preset_has_its_transcript() {
    for (name, policy) in Policy::presets() {
        let (mut server, sent) = Server::meet(policy, &[put(), get()]);
        let (at_once, after_100, after_final) = expected(name);
        assert_eq!(sent, format!("[open]{at_once}"), "{name}");
        assert_eq!(server.send(CONTINUE), after_100, "{name}");
        assert_eq!(server.send(OK), after_final, "{name}");
        assert_eq!(server.outcome().result, Ok(200), "{name}");
    }
}

#[test]
fn presets_have_names_of_their_own_and_differ() {
    let presets = Policy::presets();
    assert_eq!(presets[0], ("default", Policy::default()));
    for (index, (name, policy)) in presets.iter().enumerate() {
        for (other_name, other) in &presets[index + 1..] {
            assert!(name != other_name && policy != other, "{name} {other_name}");
        }
    }
}
