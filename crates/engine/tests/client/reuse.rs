//! When a connection serves the next request, and when not.

use std::time::Duration;

use expectspec_engine::client::{
    Client, Connection, Failure, Notice, Policy, ReferenceClient, Replay, Request, State, Transmit,
};

use crate::server_under_control::{CONTINUE, EXPECTING, GET, OK, PLAIN, Server, get, put};

#[test]
fn each_exchange_of_a_connection_is_whole() {
    let (mut server, _) = Server::meet(Policy::default(), &[put(), put(), get(), put()]);
    for expected in [EXPECTING, GET, EXPECTING, "[close]"] {
        let is_put = server.state() == State::Wait;
        assert_eq!(server.send(CONTINUE), if is_put { "hello" } else { "" });
        assert_eq!(server.send(OK), expected);
    }
    assert!(server.outcomes().iter().all(|outcome| outcome.result == Ok(200)));
}

#[test]
fn the_close_option_ends_the_connection_either_way() {
    let close = OK.replace("\r\n\r\n", "\r\nConnection: x, CLOSE\r\n\r\n");
    let asking = Request { connection: Connection::Close, ..get() };
    for (policy, request, response) in [
        (Policy::default(), get(), &close[..]),
        (Policy::default(), asking, OK),
        (Policy::closing(), get(), OK),
    ] {
        let (mut server, _) = Server::meet(policy, &[request, get()]);
        assert!(server.send(response).starts_with("[close][open]GET"));
        assert_eq!(server.outcome().result, Ok(200));
    }
}

#[test]
fn doubtful_framing_ends_the_connection() {
    for response in [
        "HTTP/1.1 200 \r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.0 200 \r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.0 200 \r\nContent-Length: 0\r\n\r\n",
    ] {
        let (mut server, _) = Server::meet(Policy::default(), &[get(), get()]);
        assert_eq!(server.send(response), format!("[close][open]{GET}"), "{response:?}");
        assert_eq!(server.outcome().result, Ok(200));
    }
}

#[test]
fn http_10_persists_only_if_both_say_so() {
    let keep = "HTTP/1.0 200 \r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n";
    for (response, persists) in [(keep, true), (OK, false)] {
        let (mut server, _) = Server::meet(Policy::http10(), &[get(), get()]);
        let sent = server.send(response);
        assert_eq!(!sent.starts_with("[close]"), persists, "{sent}");
    }
}

#[test]
fn a_response_delimited_by_the_end_ends_the_connection() {
    let (mut server, _) = Server::meet(Policy::default(), &[get(), get()]);
    assert_eq!(server.send("HTTP/1.1 200 \r\n\r\ntag"), "");
    assert_eq!(server.end(), format!("[close][open]{GET}"));
    assert_eq!(server.outcome().content, b"tag");
}

#[test]
fn octets_behind_the_response_end_the_connection() {
    for behind in ["HTTP/1.1 100 Continue\r\n\r\n", OK, "x"] {
        let (mut server, _) = Server::meet(Policy::default(), &[get(), get()]);
        assert_eq!(server.send(&format!("{OK}{behind}")), format!("[close][open]{GET}"));
        assert_eq!(server.outcomes().len(), 1);
    }
    let (mut server, _) = Server::meet(Policy::default(), &[get(), get()]);
    assert_eq!(server.send(&format!("{OK}\r\n")), GET);
}

#[test]
fn octets_between_requests_end_the_connection() {
    for (octets, expected) in [(OK, "[close]"), (CONTINUE, "[close]"), ("\r\n", "")] {
        let mut agent =
            ReferenceClient::new(Policy::default(), vec![get(), get()], Duration::from_secs(5))
                .unwrap();
        while let Some(transmit) = agent.poll_transmit() {
            if transmit == Transmit::Open {
                agent.handle_connected(Duration::ZERO);
            }
        }
        let mut server = Server { agent, now: Duration::ZERO };
        assert_eq!(server.send(OK), "");
        assert_eq!(server.state(), State::Idle);
        assert_eq!(server.send(octets), expected, "{octets:?}");
        let next = if expected.is_empty() { "" } else { "[open]" };
        assert_eq!(server.wait(5000), format!("{next}{GET}"));
    }
}

#[test]
fn an_idle_connection_ends_with_the_server_or_the_timer() {
    let mut client = Client::new(Policy::default());
    for ending in 0..3 {
        client.submit(get(), Duration::ZERO).unwrap();
        assert_eq!(client.poll_transmit(), Some(Transmit::Open));
        client.handle_connected(Duration::ZERO);
        client.poll_transmit();
        client.handle_octets(OK.as_bytes(), Duration::ZERO);
        assert_eq!(client.state(), State::Idle);
        assert_eq!(client.poll_timeout(), Some(Duration::from_secs(60)));
        match ending {
            0 => client.handle_end(Duration::ZERO),
            1 => client.handle_reset(Duration::ZERO),
            _ => client.handle_timeout(Duration::from_secs(60)),
        }
        assert_eq!(client.state(), State::Closed);
        assert_eq!(client.poll_transmit(), Some(Transmit::Close));
        assert_eq!(client.poll_transmit(), None);
        assert_eq!(client.poll_timeout(), None);
        let notices: Vec<_> = std::iter::from_fn(|| client.poll_notice()).collect();
        assert_eq!(notices.last(), Some(&Notice::Complete));
    }
}

#[test]
fn an_idempotent_request_survives_a_connection_that_ended_meanwhile() {
    let post = Request::new("POST", "/", "a");
    for (request, policy, repeats) in [
        (get(), Policy::default(), true),
        (put(), Policy::default(), true),
        (get(), Policy::delivering(), false),
        (Request { replay: Replay::Impossible, ..get() }, Policy::default(), false),
        (post, Policy::default(), false),
    ] {
        for reset in [true, false] {
            let (mut server, _) = Server::meet(policy.clone(), &[get(), request.clone()]);
            let head = server.send(OK);
            let sent = if reset { server.reset() } else { server.end() };
            if repeats {
                assert_eq!(sent, format!("[close][open]{head}"));
                // The fresh connection is another matter.
                assert_eq!(server.end(), "[close]");
                assert_eq!(server.outcomes()[1].attempts, 2);
            } else {
                assert_eq!(sent, "[close]");
                assert_eq!(server.outcomes()[1].attempts, 1);
            }
            let failure = if reset && !repeats { Failure::Reset } else { Failure::Incomplete };
            assert_eq!(server.outcomes()[1].result, Err(failure));
        }
    }
}

#[test]
fn a_request_that_was_answered_in_part_is_not_repeated() {
    for part in [CONTINUE, "H", "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\n"] {
        for (reset, failure) in [(true, Failure::Reset), (false, Failure::Incomplete)] {
            let (mut server, _) = Server::meet(Policy::default(), &[get(), get()]);
            server.send(OK);
            server.send(part);
            assert_eq!(if reset { server.reset() } else { server.end() }, "[close]");
            assert_eq!(server.outcomes()[1].result, Err(failure), "{part:?}");
        }
    }
}

#[test]
fn a_repetition_that_has_not_gone_out_is_one_attempt_all_the_same() {
    let mut server = Server::new(Policy::default(), &[put()]);
    server.receive();
    server.send(CONTINUE);
    server.send_octets(b"HTTP/1.1 417 \r\nContent-Length: 0\r\n\r\n");
    assert_eq!(server.state(), State::HeadOut);
    assert_eq!(server.end(), format!("[close][open]{PLAIN}hello"));
    assert_eq!(server.send(OK), "[close]");
    assert_eq!((server.outcome().result, server.outcome().attempts), (Ok(200), 2));
}

#[test]
fn a_request_that_has_not_gone_out_takes_another_connection() {
    for policy in [Policy::default(), Policy::delivering()] {
        for ending in ["end", "reset", "octets"] {
            let mut client = Client::new(policy.clone());
            let now = Duration::ZERO;
            client.submit(get(), now).unwrap();
            client.poll_transmit();
            client.handle_connected(now);
            client.poll_transmit();
            client.handle_octets(OK.as_bytes(), now);
            client.submit(Request::new("POST", "/", "a"), now).unwrap();
            match ending {
                "end" => client.handle_end(now),
                "reset" => client.handle_reset(now),
                _ => client.handle_octets(OK.as_bytes(), now),
            }
            assert_eq!(client.poll_transmit(), Some(Transmit::Close), "{ending}");
            assert_eq!(client.poll_transmit(), Some(Transmit::Open), "{ending}");
            assert_eq!(client.state(), State::HeadOut);
            let notices: Vec<_> = std::iter::from_fn(|| client.poll_notice()).collect();
            assert_eq!(notices.last(), Some(&Notice::Complete));
        }
    }
}
