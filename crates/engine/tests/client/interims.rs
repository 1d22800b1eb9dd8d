//! Interim responses are never final, whatever they say.

use expectspec_engine::client::{Failure, Irregularity, Policy, Request};
use expectspec_message::Limits;

use crate::server_under_control::{CONTINUE, GET, OK, Server, get, put};

#[test]
fn interims_of_any_kind_precede_the_final() {
    for code in (100..200).filter(|&code| code != 101) {
        for request in [get(), put(), Request::new("HEAD", "/", "a")] {
            let is_head = request.method == "HEAD";
            let (mut server, _) = Server::meet(Policy::default(), &[request]);
            server.wait(1000);
            let interim = format!("HTTP/1.1 {code} Any\r\nA: b\r\n\r\n");
            let ok = if is_head { OK.replace("tag", "") } else { OK.to_owned() };
            assert_eq!(server.send(&(interim + &ok)), "[close]", "{code}");
            assert_eq!(server.outcome().result, Ok(200));
            assert_eq!(server.outcome().interims, [code]);
        }
    }
}

#[test]
fn fields_of_an_interim_mean_nothing() {
    for field in [
        "Content-Length: 5",
        "Content-Length: x",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Connection: close",
        "Set-Cookie: a=b",
        "Location: /elsewhere",
        "Content-Encoding: gzip",
    ] {
        for code in [100, 103] {
            let (mut server, _) = Server::meet(Policy::following(), &[put(), get()]);
            server.wait(1000);
            assert_eq!(server.send(&format!("HTTP/1.1 {code} \r\n{field}\r\n\r\n")), "");
            assert_eq!(server.send(OK), GET, "{field}");
            assert_eq!(server.outcome().result, Ok(200), "{field}");
            assert_eq!(server.outcome().content, b"tag", "{field}");
        }
    }
}

#[test]
fn as_many_interims_as_the_policy_has_are_followed() {
    for (count, result) in [(1000, Ok(200)), (1001, Err(Failure::TooManyInterims))] {
        let (mut server, _) = Server::meet(Policy::default(), &[get()]);
        server.send_octets(CONTINUE.repeat(count).as_bytes());
        assert_eq!(server.send(OK), "[close]");
        assert_eq!(server.outcome().result, result);
    }
}

#[test]
fn as_many_octets_of_interims_as_the_policy_has_are_followed() {
    let interim = format!("HTTP/1.1 103 \r\nA: {}\r\n\r\n", "x".repeat(1000));
    for (fits, result) in [(3, Ok(200)), (2, Err(Failure::TooManyInterims))] {
        let policy = Policy { interim_octets_max: fits * interim.len(), ..Policy::default() };
        let (mut server, _) = Server::meet(policy, &[get()]);
        server.send_octets(interim.repeat(3).as_bytes());
        assert_eq!(server.send(OK), "[close]");
        assert_eq!(server.outcome().result, result);
    }
}

#[test]
fn an_endless_head_is_given_up() {
    let (mut server, _) = Server::meet(Policy::default(), &[put()]);
    server.send_octets(b"HTTP/1.1 100 Continue\r\n");
    let mut sent = String::new();
    for _ in 0..100_000 {
        sent += &server.send("x: y\r\n");
        if !sent.is_empty() {
            break;
        }
    }
    assert_eq!(sent, "[close]");
    assert_eq!(server.outcome().result, Err(Failure::HeadTooLong));
}

#[test]
fn the_limits_are_the_policys() {
    let limits = Limits { field_section_octets_max: 100, ..Limits::default() };
    let (mut server, _) = Server::meet(Policy { limits, ..Policy::default() }, &[get()]);
    assert_eq!(server.send(&format!("HTTP/1.1 200 \r\nA: {}", "x".repeat(100))), "[close]");
    assert_eq!(server.outcome().result, Err(Failure::HeadTooLong));
}

#[test]
fn harmless_irregularities_are_the_policys() {
    for head in [
        "HTTP/1.1 100\r\n\r\n",
        "HTTP/1.1 100 Continue\n\n",
        "\r\nHTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1  100 Continue\r\n\r\n",
        "HTTP/1.1 100 Continue\r\nA : b\r\n\r\n",
    ] {
        for (irregularity, expected) in
            [(Irregularity::Accept, "hello"), (Irregularity::Refuse, "[close]")]
        {
            let policy = Policy { irregularity, ..Policy::default() };
            let (mut server, _) = Server::meet(policy, &[put()]);
            assert_eq!(server.send(head), expected, "{head:?}");
        }
    }
}

/// A user agent may not refuse it (RFC 9112 §5.2).
#[test]
fn an_obs_fold_is_read_past_under_every_policy() {
    for irregularity in [Irregularity::Accept, Irregularity::Refuse] {
        let policy = Policy { irregularity, ..Policy::default() };
        let (mut server, _) = Server::meet(policy, &[put()]);
        assert_eq!(server.send("HTTP/1.1 100 Continue\r\nA: b\r\n c\r\n\r\n"), "hello");
    }
}

#[test]
fn what_is_no_head_fails_the_request() {
    for octets in [
        "SSH-2.0-OpenSSH_9.0\r\n",
        "HTTP/2.0 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 1000 OK\r\n\r\n",
        "<html>\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: \0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n",
        "HTTP/1.1 200 OK\r\n A: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA b: c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: \x01\r\n\r\n",
    ] {
        for before in ["", CONTINUE, "HTTP/1.1 103 \r\n\r\n"] {
            let (mut server, _) = Server::meet(Policy::default(), &[get()]);
            assert_eq!(server.send(&format!("{before}{octets}")), "[close]", "{octets:?}");
            assert_eq!(server.outcome().result, Err(Failure::MalformedHead), "{octets:?}");
        }
    }
}
