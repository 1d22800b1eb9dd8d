//! What becomes of a request when the connection or the time ends.

use std::time::Duration;

use expectspec_engine::client::{
    Client, Failure, Notice, Policy, ReferenceClient, State, SubmitError, Transmit,
};

use crate::server_under_control::{CONTINUE, OK, Server, get, put};

#[test]
fn a_connection_that_ends_without_a_final_response_is_an_error() {
    for octets in ["", CONTINUE, "HTTP/1.1 103 \r\n\r\n", "HTTP/1.1 200 OK\r\nConte"] {
        for request in [get(), put()] {
            for reset in [true, false] {
                let (mut server, _) =
                    Server::meet(Policy::default(), std::slice::from_ref(&request));
                server.send(octets);
                let sent = if reset { server.reset() } else { server.end() };
                assert_eq!(sent, "[close]");
                let failure = if reset { Failure::Reset } else { Failure::Incomplete };
                assert_eq!(server.outcome().result, Err(failure), "{octets:?}");
                assert!(server.agent.is_done());
            }
        }
    }
}

#[test]
fn a_response_that_ends_too_soon_is_an_error() {
    for head in ["Content-Length: 4", "Transfer-Encoding: chunked"] {
        let (mut server, _) = Server::meet(Policy::default(), &[get()]);
        server.send(&format!("HTTP/1.1 200 \r\n{head}\r\n\r\n4\r\n"));
        server.end();
        assert_eq!(server.outcome().result, Err(Failure::Incomplete));
    }
}

#[test]
fn a_response_with_bad_framing_is_an_error() {
    for (head, failure) in [
        ("Content-Length: 5x", Failure::MalformedFraming),
        ("Content-Length: 5, 6", Failure::MalformedFraming),
        ("Content-Length: 99999999999999999999", Failure::MalformedFraming),
        ("Transfer-Encoding: chunked, chunked", Failure::MalformedFraming),
        ("Transfer-Encoding: chunked", Failure::MalformedContent),
    ] {
        let (mut server, _) = Server::meet(Policy::default(), &[get()]);
        assert_eq!(server.send(&format!("HTTP/1.1 200 \r\n{head}\r\n\r\nx\r\n")), "[close]");
        assert_eq!(server.outcome().result, Err(failure), "{head}");
    }
}

#[test]
fn content_above_the_bound_is_an_error() {
    for (octets, result) in [(3, Ok(200)), (2, Err(Failure::ContentTooLong))] {
        let policy = Policy { content_octets_max: octets, ..Policy::default() };
        let (mut server, _) = Server::meet(policy, &[get()]);
        server.send(OK);
        assert_eq!(server.outcome().result, result);
    }
}

#[test]
fn silence_ends_with_the_timer() {
    for (octets, ms) in [("", 30_000), (CONTINUE, 30_000), ("HTTP/1.1 200 \r\n\r\nx", 30_000)] {
        let (mut server, _) = Server::meet(Policy::default(), &[get()]);
        server.send(octets);
        assert_eq!(server.wait(ms - 1), "");
        assert_eq!(server.wait(1), "[close]");
        assert_eq!(server.outcome().result, Err(Failure::TimedOut));
    }
}

#[test]
fn a_drip_ends_with_the_attempt() {
    let (mut server, _) = Server::meet(Policy::default(), &[get()]);
    let mut sent = server.send("HTTP/1.1 200 \r\nContent-Length: 1000\r\n\r\n");
    for _ in 0..120 {
        sent += &server.send("x");
        sent += &server.wait(1000);
    }
    assert_eq!(sent, "[close]");
    assert_eq!(server.outcome().result, Err(Failure::TimedOut));
}

#[test]
fn no_connection_is_an_error() {
    for ending in 0..3 {
        let mut agent =
            ReferenceClient::new(Policy::default(), vec![get()], Duration::ZERO).unwrap();
        assert_eq!(agent.poll_transmit(), Some(Transmit::Open));
        match ending {
            0 => agent.handle_end(Duration::ZERO),
            1 => agent.handle_reset(Duration::ZERO),
            _ => agent.handle_timeout(Duration::from_secs(10)),
        }
        assert_eq!(agent.poll_transmit(), Some(Transmit::Close));
        assert_eq!(agent.poll_transmit(), None);
        assert_eq!(agent.outcomes()[0].result, Err(Failure::NotConnected));
    }
}

#[test]
fn octets_before_the_request_are_an_error() {
    let mut client = Client::new(Policy::default());
    client.submit(get(), Duration::ZERO).unwrap();
    client.poll_transmit();
    client.handle_connected(Duration::ZERO);
    client.handle_octets(OK.as_bytes(), Duration::ZERO);
    assert_eq!(client.poll_transmit(), Some(Transmit::Close));
    assert_eq!(client.poll_transmit(), None);
    assert_eq!(client.poll_notice(), Some(Notice::Failed(Failure::Unsolicited)));
}

#[test]
fn what_comes_from_a_connection_that_is_gone_is_nothing() {
    let mut client = Client::new(Policy::default());
    client.submit(get(), Duration::ZERO).unwrap();
    client.handle_octets(OK.as_bytes(), Duration::ZERO);
    client.handle_connected(Duration::ZERO);
    client.handle_end(Duration::ZERO);
    client.handle_reset(Duration::ZERO);
    assert_eq!((client.state(), client.poll_notice()), (State::HeadOut, None));
    assert_eq!(client.poll_transmit(), Some(Transmit::Open));
    client.close(Duration::ZERO);
    client.handle_connected(Duration::ZERO);
    client.handle_octets(OK.as_bytes(), Duration::ZERO);
    assert_eq!(client.poll_notice(), Some(Notice::Failed(Failure::Cancelled)));
    assert_eq!(client.poll_notice(), None);
}

#[test]
fn a_connection_that_nobody_opened_is_not_closed() {
    let mut client = Client::new(Policy::default());
    client.submit(get(), Duration::ZERO).unwrap();
    client.close(Duration::ZERO);
    assert_eq!(client.poll_transmit(), None);
    assert_eq!(client.state(), State::Closed);
}

#[test]
fn there_is_no_pipelining() {
    let mut client = Client::new(Policy::default());
    client.submit(put(), Duration::ZERO).unwrap();
    let mut seen = vec![client.state()];
    assert_eq!(client.submit(get(), Duration::ZERO), Err(SubmitError::Busy(State::HeadOut)));
    client.poll_transmit();
    client.handle_connected(Duration::ZERO);
    client.poll_transmit();
    for octets in [CONTINUE, "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\n"] {
        assert_eq!(client.submit(get(), Duration::ZERO), Err(SubmitError::Busy(client.state())));
        client.handle_octets(octets.as_bytes(), Duration::ZERO);
        assert_eq!(client.submit(get(), Duration::ZERO), Err(SubmitError::Busy(client.state())));
        client.poll_transmit();
        assert_eq!(client.submit(get(), Duration::ZERO), Err(SubmitError::Busy(client.state())));
        seen.push(client.state());
    }
    client.handle_octets(b"x", Duration::ZERO);
    assert_eq!(seen, [State::HeadOut, State::Tail, State::Resp]);
    assert_eq!(client.submit(get(), Duration::ZERO), Ok(()));
}

#[test]
fn the_next_request_begins_anew_after_a_failure() {
    let (mut server, _) = Server::meet(Policy::default(), &[put(), put()]);
    server.send(CONTINUE);
    assert!(server.end().starts_with("[close][open]PUT"));
    assert_eq!(server.send(CONTINUE), "hello");
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcomes()[1].result, Ok(200));
    assert_eq!(server.outcomes()[1].interims, [100]);
}
