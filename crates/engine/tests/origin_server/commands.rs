//! What an application can't make the server do.

use std::time::Duration;

use expectspec_engine::origin_server::{
    Abort, CommandError, Connection, Event, Field, Notice, OriginServer, Policy, Response, State,
    Transmit, Violation,
};

use crate::connection_under_test::{EXPECTING, NEXT};

const NOW: Duration = Duration::ZERO;

const OK: Response<'_> =
    Response { code: 200, fields: &[], content: b"", connection: Connection::Keep };

/// A server whose application has seen the head of this request.
fn requested(policy: Policy, octets: &str) -> OriginServer {
    let mut server = OriginServer::new(policy);
    server.handle_octets(octets.as_bytes(), NOW);
    assert!(matches!(server.poll_notice(), Some(Notice::Request(_))));
    server
}

fn violation(state: State, event: Event) -> Result<(), CommandError> {
    Err(CommandError::Violation(Violation { state, event }))
}

fn sent(server: &mut OriginServer) -> Vec<u8> {
    let mut octets = Vec::new();
    while let Some(transmit) = server.poll_transmit() {
        if let Transmit::Octets(more) = transmit {
            octets.extend_from_slice(more);
        }
    }
    octets
}

#[test]
fn nothing_is_said_without_a_request() {
    let mut server = OriginServer::new(Policy::default());
    let final_response = Event::Final(Connection::Keep);
    assert_eq!(server.respond(&OK, NOW), violation(State::Idle, final_response));
    assert_eq!(server.send_interim(103, &[], NOW), violation(State::Idle, Event::Interim));
    assert_eq!(server.want_content(NOW), violation(State::Idle, Event::ContentWanted));
    assert_eq!(server.switch_protocols(NOW), violation(State::Idle, Event::Switch));
    assert_eq!(server.send_octets(b"a", NOW), Err(CommandError::NotSwitched));
    assert_eq!(sent(&mut server), b"");
}

#[test]
fn nothing_is_said_to_a_request_that_was_not_polled() {
    let mut server = OriginServer::new(Policy::default());
    server.handle_octets(NEXT.repeat(2).as_bytes(), NOW);
    assert_eq!(server.respond(&OK, NOW), Err(CommandError::RequestNotPolled));
    assert!(matches!(server.poll_notice(), Some(Notice::Request(_))));
    assert_eq!(server.respond(&OK, NOW), Ok(()));
    assert_eq!(server.respond(&OK, NOW), Err(CommandError::RequestNotPolled));
    assert_eq!(sent(&mut server), b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

#[test]
fn nothing_follows_the_final_response() {
    let mut server = requested(Policy::default(), EXPECTING);
    assert_eq!(server.respond(&OK, NOW), Ok(()));
    let early = State::EarlyKeep;
    assert_eq!(server.respond(&OK, NOW), violation(early, Event::Final(Connection::Keep)));
    assert_eq!(server.send_interim(103, &[], NOW), violation(early, Event::Interim));
    assert_eq!(server.want_content(NOW), violation(early, Event::ContentWanted));
}

#[test]
fn no_interim_goes_to_http_10() {
    let mut server = requested(Policy::default(), "GET / HTTP/1.0\r\n\r\n");
    assert_eq!(server.send_interim(103, &[], NOW), Err(CommandError::InterimToHttp10));
    assert_eq!(server.want_content(NOW), Ok(()));
    assert_eq!(sent(&mut server), b"");
}

#[test]
fn every_status_code_has_its_command() {
    for code in 0..=1000 {
        let mut server = requested(Policy::default(), NEXT);
        let interim = server.send_interim(code, &[], NOW);
        let refused = Err(CommandError::StatusCode(code));
        assert_eq!(interim, if (102..200).contains(&code) { Ok(()) } else { refused });
        let response = Response { code, ..OK };
        let answered = server.respond(&response, NOW);
        assert_eq!(answered, if (200..600).contains(&code) { Ok(()) } else { refused });
    }
}

#[test]
fn no_response_has_content_that_its_code_forbids() {
    for code in [204, 205, 304] {
        let mut server = requested(Policy::default(), NEXT);
        let response = Response { code, content: b"a", ..OK };
        assert_eq!(server.respond(&response, NOW), Err(CommandError::Content(code)));
        assert_eq!(server.respond(&Response { code, ..OK }, NOW), Ok(()));
        let octets = String::from_utf8(sent(&mut server)).unwrap();
        assert_eq!(octets.contains("Content-Length: 0\r\n"), code == 205);
    }
}

#[test]
fn no_field_is_malformed_or_the_servers_own() {
    for (name, value) in [
        ("", ""),
        ("A B", "c"),
        ("A:", "b"),
        ("A", "b\r\nC: d"),
        ("A", "b\0"),
        ("A", " b"),
        ("A", "b\t"),
        ("Connection", "close"),
        ("content-length", "0"),
        ("Transfer-Encoding", "chunked"),
        ("UPGRADE", "demo"),
    ] {
        let mut server = requested(Policy::default(), NEXT);
        let good = Field { name: "A", value: b"b\tc d" };
        let fields = [good, Field { name, value: value.as_bytes() }];
        let refused = Err(CommandError::Field(1));
        assert_eq!(server.send_interim(103, &fields, NOW), refused, "{name}: {value}");
        assert_eq!(server.respond(&Response { fields: &fields, ..OK }, NOW), refused);
        assert_eq!(server.send_interim(103, &[good], NOW), Ok(()));
        assert_eq!(sent(&mut server), b"HTTP/1.1 103 Early Hints\r\nA: b\tc d\r\n\r\n");
    }
}

#[test]
fn protocols_are_switched_only_behind_a_complete_request() {
    let fields = "Connection: upgrade\r\nUpgrade: demo\r\nContent-Length: 1\r\n";
    let head = format!("GET / HTTP/1.1\r\nHost: a\r\n{fields}\r\n");
    let mut server = requested(Policy::upgrading(), &head);
    assert_eq!(server.switch_protocols(NOW), violation(State::Read, Event::Switch));
    let mut server = requested(Policy::upgrading(), NEXT);
    assert_eq!(server.switch_protocols(NOW), Err(CommandError::UpgradeNotOffered));
}

#[test]
fn a_want_that_is_said_twice_gives_one_100() {
    let mut server = requested(Policy::lazy(), EXPECTING);
    assert_eq!(server.want_content(NOW), Ok(()));
    assert_eq!(server.want_content(NOW), Ok(()));
    assert_eq!(sent(&mut server), b"HTTP/1.1 100 Continue\r\n\r\n");
}

#[test]
fn the_application_learns_what_came() {
    let mut server = OriginServer::new(Policy::default());
    let head = EXPECTING.replace("POST /", "POST http://b/c?d");
    server.handle_octets(head.as_bytes(), NOW);
    let Some(Notice::Request(request)) = server.poll_notice() else { panic!("no request") };
    assert_eq!((request.method, request.target), (&b"POST"[..], &b"http://b/c?d"[..]));
    assert_eq!((request.path(), request.query()), (&b"/c"[..], Some(&b"d"[..])));
    assert_eq!(request.values(b"content-length").next(), Some(&b"5"[..]));
    assert!(request.expects_continue() && !request.offers_upgrade());
    server.handle_octets(b"hello", NOW);
    assert!(matches!(server.poll_notice(), Some(Notice::Content(b"hello"))));
    assert!(matches!(server.poll_notice(), Some(Notice::ContentEnd)));
    assert!(server.poll_notice().is_none());
}

#[test]
fn the_application_learns_why_an_exchange_ended() {
    let long = Duration::from_secs(1000);
    type Cause = fn(&mut OriginServer);
    let cases: [(Cause, Abort); 5] = [
        (|server| server.handle_end(NOW), Abort::Ended),
        (|server| server.handle_reset(NOW), Abort::Reset),
        (|server| server.handle_timeout(Duration::from_secs(1000)), Abort::Timeout),
        (|server| server.handle_octets(b"x", NOW), Abort::ContentInvalid),
        (|server| server.handle_octets(b"2\r\nab", NOW), Abort::ContentTooLarge),
    ];
    for (cause, expected) in cases {
        let policy = Policy { content_octets_max: 1, ..Policy::default() };
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        let mut server = requested(policy, head);
        cause(&mut server);
        let Some(Notice::Aborted(abort)) = server.poll_notice() else { panic!("{expected:?}") };
        assert_eq!(abort, expected);
        assert!(server.poll_notice().is_none());
        server.handle_timeout(long * 2);
        assert!(server.respond(&OK, NOW).is_err());
    }
}

#[test]
fn content_that_the_application_has_not_polled_is_dropped_by_its_answer() {
    let mut server = requested(Policy::default(), &format!("{EXPECTING}hel"));
    server.handle_octets(b"l", NOW);
    assert_eq!(server.respond(&OK, NOW), Ok(()));
    server.handle_octets(format!("o{NEXT}").as_bytes(), NOW);
    let Some(Notice::Request(request)) = server.poll_notice() else { panic!("no request") };
    assert_eq!(request.target, b"/next");
}
