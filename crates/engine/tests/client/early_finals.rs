//! A final response before the end of the request: finish the content or close, nothing else.

use expectspec_engine::client::{Content, EarlyFinal, Failure, Policy, Request, State};

use crate::server_under_control::{
    CHUNKS, EXPECTING, GET, OK, REFUSED, REFUSED_AND_CLOSED, Server, chunked, get, put,
};

#[test]
fn the_content_is_finished_and_the_connection_serves_again() {
    let (mut server, _) = Server::meet(Policy::default(), &[put(), get()]);
    assert_eq!(server.send(REFUSED), format!("hello{GET}"));
    assert_eq!(server.outcome().result, Ok(401));
    assert_eq!(server.outcome().content, b"tag");
    assert_eq!(server.send(OK), "[close]");
    assert_eq!(server.outcomes()[1].result, Ok(200));
}

#[test]
fn chunked_content_is_finished_with_its_last_chunk() {
    let (mut server, _) = Server::meet(Policy::default(), &[chunked(), get()]);
    assert_eq!(server.send(REFUSED), format!("{CHUNKS}{GET}"));
}

#[test]
fn an_aborting_client_opens_another_connection() {
    for request in [put(), chunked()] {
        let (mut server, _) = Server::meet(Policy::aborting(), &[request, get()]);
        assert_eq!(server.send(REFUSED), format!("[close][open]{GET}"));
        assert_eq!(server.outcome().result, Ok(401));
        assert_eq!(server.outcome().content, b"tag");
    }
}

#[test]
fn the_close_option_always_aborts() {
    for (name, policy) in Policy::presets() {
        let (_, sent) = Server::meet(policy.clone(), &[put()]);
        if sent.ends_with("hello") {
            continue;
        }
        let (mut server, _) = Server::meet(policy, &[put(), get()]);
        let (head, content) = REFUSED_AND_CLOSED.split_at(REFUSED_AND_CLOSED.len() - 3);
        assert_eq!(server.send(head), "[FIN]", "{name}");
        assert_eq!(server.state(), State::Early);
        assert!(server.send(content).starts_with("[close][open]GET"), "{name}");
        assert_eq!(server.outcome().result, Ok(413));
        assert_eq!(server.outcome().content, b"tag");
    }
}

#[test]
fn responses_that_end_with_the_connection_abort() {
    for (response, code) in [
        ("HTTP/1.1 413 \r\n\r\n", 413),
        ("HTTP/1.0 403 \r\nContent-Length: 3\r\n\r\n", 403),
        ("HTTP/1.0 403 \r\n\r\n", 403),
    ] {
        let (mut server, _) = Server::meet(Policy::finishing(), &[put(), get()]);
        assert_eq!(server.send(response), "[FIN]");
        let mut sent = server.send("tag");
        if sent.is_empty() {
            sent = server.end();
        }
        assert!(sent.starts_with("[close][open]GET"), "{sent}");
        assert_eq!(server.outcome().result, Ok(code));
        assert_eq!(server.outcome().content, b"tag");
    }
}

#[test]
fn every_final_code_is_reported_before_the_content() {
    for code in 200..=599 {
        let response = format!("HTTP/1.1 {code} \r\nContent-Length: 0\r\n\r\n");
        let (mut server, _) = Server::meet(Policy::delivering(), &[put()]);
        assert_eq!(server.send(&response), "hello[close]", "{code}");
        assert_eq!(server.outcome().result, Ok(code));
        assert_eq!(server.outcome().attempts, 1);
    }
}

#[test]
fn invalid_codes_are_final() {
    for code in ["000", "099", "600", "999"] {
        let (mut server, _) = Server::meet(Policy::default(), &[get()]);
        server.send(&format!("HTTP/1.1 {code} \r\nContent-Length: 0\r\n\r\n"));
        assert_eq!(server.outcome().result, Ok(code.parse().unwrap()));
    }
}

#[test]
fn content_above_the_bound_is_not_finished() {
    for (octets_max, expected) in [(5, "hello"), (4, "[close]")] {
        let early_final = EarlyFinal::FinishContent { octets_max };
        let (mut server, _) =
            Server::meet(Policy { early_final, ..Policy::default() }, &[put(), get()]);
        assert!(server.send(REFUSED).starts_with(expected));
    }
}

#[test]
fn a_final_in_the_middle_of_the_content_is_heard() {
    let content = "0123456789".repeat(10);
    let request =
        Request::new("PUT", "/up", "a").with_content(Content::Length(content.clone().into()));
    for (policy, stops) in [(Policy::finishing(), false), (Policy::aborting(), true)] {
        let policy = Policy { piece_octets_max: 10, ..policy };
        let (mut server, _) = Server::meet(policy, &[request.clone(), get()]);
        server.send_octets(b"HTTP/1.1 100 \r\n\r\n");
        let before: String = (0..3).filter_map(|_| server.receive_once()).collect();
        assert_eq!(before, content[..30]);
        server.send_octets(REFUSED.as_bytes());
        let after = server.receive();
        let expected = if stops { "[close][open]" } else { &content[30..] };
        assert_eq!(after, format!("{expected}{GET}"));
        assert_eq!(server.outcome().result, Ok(401));
    }
}

#[test]
fn content_that_cannot_be_finished_in_time_ends_the_connection() {
    for (response, result) in [
        (REFUSED, Ok(401)),
        ("HTTP/1.1 401 \r\nContent-Length: 30\r\n\r\ntag", Err(Failure::TimedOut)),
    ] {
        let mut server = Server::new(Policy { piece_octets_max: 1, ..Policy::default() }, &[put()]);
        for expected in ["[open]", EXPECTING] {
            assert_eq!(server.receive_once().as_deref(), Some(expected));
        }
        server.send_octets(response.as_bytes());
        assert_eq!(server.receive_once().as_deref(), Some("h"));
        // The transport takes no more, so nothing is polled.
        let deadline = server.agent.poll_timeout().unwrap();
        assert_eq!(deadline.as_secs(), 5);
        server.agent.handle_timeout(deadline);
        assert_eq!(server.receive(), "[close]");
        assert_eq!(server.outcome().result, result);
    }
}

#[test]
fn a_connection_that_ends_behind_the_response_needs_no_content() {
    for ending in ["end", "reset", "octets"] {
        let mut server = Server::new(Policy::default(), &[put()]);
        server.receive_once();
        server.receive_once();
        server.send_octets(REFUSED.as_bytes());
        let sent = match ending {
            "end" => server.end(),
            "reset" => server.reset(),
            _ => server.send("HTTP/1.1 200 OK\r\n"),
        };
        assert_eq!(sent, "[close]", "{ending}");
        assert_eq!(server.outcome().result, Ok(401), "{ending}");
    }
}

#[test]
fn an_early_final_that_is_cut_fails_the_request() {
    for policy in [Policy::default(), Policy::aborting()] {
        let (mut server, _) = Server::meet(policy, &[put()]);
        server.send("HTTP/1.1 401 \r\nContent-Length: 30\r\n\r\ntag");
        assert_eq!(server.end(), "[close]");
        assert_eq!(server.outcome().result, Err(Failure::Incomplete));
    }
}
