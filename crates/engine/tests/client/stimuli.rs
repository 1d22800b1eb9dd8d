//! What servers have done to clients over the years, and what the reference client makes of each.

use expectspec_engine::client::{Failure, Outcome, Policy, Request};

use crate::server_under_control::{
    CONTINUE, EXPECTING, FAILED, GET, OK, PLAIN, REFUSED, Server, get, put,
};

/// A conversation: what the server sends, and what the client sends next.
type Turns<'a> = &'a [(&'a str, &'a str)];

/// Plays the turns with [`put`] and then [`get`], and gives what came of them.
fn play(request: Request, turns: Turns<'_>) -> Vec<Outcome> {
    let (mut server, sent) = Server::meet(Policy::default(), &[request, get()]);
    assert!(sent.starts_with("[open]"));
    for (octets, expected) in turns {
        let sent = match *octets {
            "[wait]" => server.wait(1000),
            "[FIN]" => server.end(),
            octets => server.send(octets),
        };
        assert_eq!(sent, *expected, "after {octets:?}");
    }
    server.outcomes().to_vec()
}

fn results(outcomes: &[Outcome]) -> Vec<Result<u16, Failure>> {
    outcomes.iter().map(|outcome| outcome.result).collect()
}

#[test]
fn r01_silence() {
    let outcomes = play(put(), &[("[wait]", "hello"), (OK, GET), (OK, "[close]")]);
    assert_eq!(results(&outcomes), [Ok(200), Ok(200)]);
}

#[test]
fn r02_100_then_final() {
    let outcomes = play(put(), &[(CONTINUE, "hello"), (OK, GET), (OK, "[close]")]);
    assert_eq!(results(&outcomes), [Ok(200), Ok(200)]);
}

#[test]
fn r03_early_final() {
    let outcomes = play(put(), &[(REFUSED, &format!("hello{GET}")), (OK, "[close]")]);
    assert_eq!(results(&outcomes), [Ok(401), Ok(200)]);
}

#[test]
fn r04_417() {
    let repeated = format!("hello{PLAIN}hello");
    let outcomes = play(put(), &[(FAILED, &repeated), (OK, GET), (OK, "[close]")]);
    assert_eq!(results(&outcomes), [Ok(200), Ok(200)]);
}

#[test]
fn r05_100_with_fields() {
    let hundred =
        "HTTP/1.1 100 Continue\r\nServer: s\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n\r\n";
    let outcomes = play(put(), &[(hundred, "hello"), (OK, GET)]);
    assert_eq!(results(&outcomes), [Ok(200)]);
}

#[test]
fn r06_several_100s() {
    let outcomes = play(put(), &[(CONTINUE, "hello"), (CONTINUE, ""), (OK, GET)]);
    assert_eq!(results(&outcomes), [Ok(200)]);
    let twice = CONTINUE.repeat(2);
    assert_eq!(results(&play(put(), &[(&twice, "hello"), (OK, GET)])), [Ok(200)]);
}

#[test]
fn r07_unsolicited_100() {
    let outcomes = play(get(), &[(CONTINUE, ""), (OK, GET), (CONTINUE, ""), (OK, "[close]")]);
    assert_eq!(results(&outcomes), [Ok(200), Ok(200)]);
}

#[test]
fn r08_100_and_final_at_once() {
    let both = format!("{CONTINUE}{OK}");
    let outcomes = play(put(), &[(&both, &format!("hello{GET}")), (OK, "[close]")]);
    assert_eq!(results(&outcomes), [Ok(200), Ok(200)]);
    assert_eq!(outcomes[0].content, b"tag");
}

#[test]
fn r09_no_reason() {
    for hundred in
        ["HTTP/1.1 100\r\n\r\n", "HTTP/1.1 100 \r\n\r\n", "HTTP/1.0 100 Continue\r\n\r\n"]
    {
        assert_eq!(results(&play(put(), &[(hundred, "hello"), (OK, GET)])), [Ok(200)]);
    }
}

#[test]
fn r10_late_100() {
    let outcomes = play(put(), &[("[wait]", "hello"), (CONTINUE, ""), (OK, GET)]);
    assert_eq!(results(&outcomes), [Ok(200)]);
}

#[test]
fn r11_other_interims() {
    for interim in ["102 Processing\r\n", "103 Early Hints\r\nLink: </s.css>\r\n", "199 \r\n"] {
        let interim = format!("HTTP/1.1 {interim}\r\n");
        let outcomes = play(put(), &[(&interim, ""), (CONTINUE, "hello"), (OK, GET)]);
        assert_eq!(results(&outcomes), [Ok(200)]);
        let refused = format!("hello{GET}");
        assert_eq!(results(&play(put(), &[(&interim, ""), (REFUSED, &refused)])), [Ok(401)]);
        assert_eq!(results(&play(get(), &[(&interim, ""), (OK, GET)])), [Ok(200)]);
    }
}

#[test]
fn r12_final_amid_the_content() {
    for (response, expected, outcomes) in
        [(REFUSED, format!("lo{GET}"), vec![Ok(401)]), (FAILED, format!("lo{PLAIN}hello"), vec![])]
    {
        let policy = Policy { piece_octets_max: 3, ..Policy::default() };
        let mut server = Server::new(policy, &[put(), get()]);
        for part in ["[open]", EXPECTING] {
            assert_eq!(server.receive_once().as_deref(), Some(part));
        }
        server.send_octets(CONTINUE.as_bytes());
        assert_eq!(server.receive_once().as_deref(), Some("hel"));
        // Pieces are small, so compare what they say together.
        let sent = server.send(response);
        assert_eq!(sent, expected);
        assert_eq!(results(server.outcomes()), outcomes);
    }
}

#[test]
fn r13_endless_interim_head() {
    let head = format!("HTTP/1.1 100 Continue\r\n{}", "x: y\r\n".repeat(20_000));
    let outcomes = play(put(), &[(&head, &format!("[close][open]{GET}"))]);
    assert_eq!(results(&outcomes), [Err(Failure::HeadTooLong)]);
}

#[test]
fn r14_100_then_junk() {
    let junk = "HTTP/1.1 200 OK\r\nbad field line\r\n\r\n";
    let outcomes = play(put(), &[(CONTINUE, "hello"), (junk, &format!("[close][open]{GET}"))]);
    assert_eq!(results(&outcomes), [Err(Failure::MalformedHead)]);
}

#[test]
fn r15_101_to_an_expectation() {
    let switching = "HTTP/1.1 101 Switching Protocols\r\n\r\n";
    let outcomes = play(put(), &[(switching, &format!("[close][open]{GET}"))]);
    assert_eq!(results(&outcomes), [Err(Failure::UnrequestedSwitch)]);
}

#[test]
fn r16_100_then_end() {
    let outcomes = play(put(), &[(CONTINUE, "hello"), ("[FIN]", &format!("[close][open]{GET}"))]);
    assert_eq!(results(&outcomes), [Err(Failure::Incomplete)]);
}
