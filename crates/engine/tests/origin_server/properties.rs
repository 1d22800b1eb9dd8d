//! What holds whatever comes, in whatever pieces, under every preset.

use std::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::{OptionalContinue, Policy, Reading, State};
use expectspec_message::{Framing, HeadReader, Limits, Progress, StartLine, framing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::connection_under_test::Connection;

/// Something that happens to a connection.
#[derive(Clone, Debug)]
enum Happening {
    Octets(Vec<u8>),
    Wait(u64),
    End,
    Reset,
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whole_is_octet_by_octet_is_any_split(
        (_, policy) in preset(),
        octets in stream(),
        pieces in vec(1..40_usize, 0..40),
    ) {
        // Else it depends on the pieces whether content has come before the 100.
        let policy = Policy { content_already_received: OptionalContinue::Send, ..policy };
        let whole = in_pieces(&policy, &octets, &[octets.len().max(1)]);
        prop_assert_eq!(&in_pieces(&policy, &octets, &[1]), &whole);
        prop_assert_eq!(&in_pieces(&policy, &octets, &pieces), &whole);
    }

    #[test]
    fn pieces_change_nothing_but_the_100(
        (_, policy) in preset(),
        octets in stream(),
        pieces in vec(1..40_usize, 0..40),
    ) {
        let finals = |pieces: &[usize]| without_continues(&in_pieces(&policy, &octets, pieces));
        prop_assert_eq!(finals(&[1]), finals(&[octets.len().max(1)]));
        prop_assert_eq!(finals(&pieces), finals(&[octets.len().max(1)]));
    }

    #[test]
    fn what_comes_out_is_well_formed_and_ends(
        (_, policy) in preset(),
        happenings in vec(happening(), 0..24),
    ) {
        let mut connection = Connection::new(policy);
        let mut received = Vec::new();
        for happening in happenings {
            let before = connection.state();
            let more = apply(&mut connection, happening);
            let over = matches!(before, State::Linger | State::Closed);
            prop_assert!(!over || more.is_empty() || more == b"[close]", "{before:?}");
            received.extend(more);
        }
        // From here on the client is silent, so only timers act.
        let mut fired = 0;
        while let Some(deadline) = connection.server.poll_timeout() {
            prop_assert!(deadline > connection.now, "a timer that fired is over");
            connection.now = deadline;
            connection.server.handle_timeout(deadline);
            received.extend(connection.receive_octets());
            fired += 1;
            prop_assert!(fired < 10, "the connection ends");
        }
        prop_assert_eq!(connection.state(), State::Closed);
        check_well_formed(&received)?;
    }

    #[test]
    fn a_caller_that_heeds_reading_keeps_memory_bounded(
        (_, policy) in preset(),
        octets in stream(),
    ) {
        let limits = policy.input_octets_max.max(80 * 1024) + policy.output_octets_max;
        let bound = limits + 1024 * 1024 + 2 * octets.len() + 1024;
        let mut server = ReferenceServer::new(policy);
        for _ in 0..200 {
            // The client never reads: nothing is polled.
            if server.reading() == Reading::Wanted {
                server.handle_octets(&octets, Duration::ZERO);
            }
            prop_assert!(server.octets_held() <= bound);
        }
    }
}

#[test]
fn endless_input_is_held_within_bounds() {
    let head = "POST /reject HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    let upload = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 16777216\r\n\r\n";
    for (start, endless) in [
        ("", "x".repeat(1000)),
        ("", "\r\n".repeat(500)),
        ("GET / HTTP/1.1\r\n", "A: b\r\n".repeat(100)),
        ("GET /slow?ms=60000 HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n".repeat(50)),
        (upload, "x".repeat(1000)),
        (head, "1;".to_owned() + &"x".repeat(1000)),
        (&head.replace("/reject", "/"), "FFFFFF\r\n".to_owned() + &"x".repeat(1000)),
    ] {
        let mut connection = Connection::new(Policy::default());
        connection.send_octets(start.as_bytes());
        for _ in 0..20_000 {
            if connection.server.reading() == Reading::Wanted {
                connection.send(&endless);
            }
            assert!(connection.server.octets_held() <= 140 * 1024, "{start:?}");
        }
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() }
}

fn preset() -> impl Strategy<Value = (&'static str, Policy)> {
    select(Policy::presets())
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        12 => stream().prop_map(Happening::Octets),
        3 => (0..70_000_u64).prop_map(Happening::Wait),
        1 => Just(Happening::End),
        1 => Just(Happening::Reset),
    ]
}

/// Octets that often make requests, and often almost do.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let request = (
        select(METHODS),
        select(PATHS),
        select(&["1.1", "1.1", "1.1", "1.0", "1.2", "2.0"][..]),
        vec(select(FIELDS), 0..4),
        select(CONTENTS),
    );
    let request = request.prop_map(|(method, path, version, fields, content)| {
        let fields = fields.concat();
        format!("{method} {path} HTTP/{version}\r\nHost: a\r\n{fields}\r\n{content}").into_bytes()
    });
    let part = prop_oneof![
        8 => request,
        2 => select([FIELDS, CONTENTS, PATHS].concat()).prop_map(|it| it.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..20),
    ];
    vec(part, 0..5).prop_map(|parts| parts.concat())
}

/// Sends all octets, `pieces` of them at a time in turn, then FIN, and gives what comes back.
fn in_pieces(policy: &Policy, mut octets: &[u8], pieces: &[usize]) -> Vec<u8> {
    let mut connection = Connection::new(policy.clone());
    let mut received = Vec::new();
    let mut sizes = pieces.iter().copied().cycle();
    while !octets.is_empty() {
        let size = sizes.next().unwrap_or(octets.len()).min(octets.len());
        connection.send_octets(&octets[..size]);
        received.extend(connection.receive_octets());
        octets = &octets[size..];
    }
    received.extend(connection.wait_octets(60_000));
    connection.server.handle_end(connection.now);
    received.extend(connection.receive_octets());
    received
}

/// The same without any 100 (Continue).
fn without_continues(mut octets: &[u8]) -> Vec<u8> {
    let mut rest = Vec::new();
    while let Some(&octet) = octets.first() {
        if let Some(behind) = octets.strip_prefix(b"HTTP/1.1 100 Continue\r\n\r\n") {
            octets = behind;
        } else {
            rest.push(octet);
            octets = &octets[1..];
        }
    }
    rest
}

/// What a happening makes go out; the end of the connection shows as in text.
fn apply(connection: &mut Connection, happening: Happening) -> Vec<u8> {
    match happening {
        Happening::Octets(octets) => connection.send_octets(&octets),
        Happening::Wait(ms) => return connection.wait_octets(ms),
        Happening::End => connection.server.handle_end(connection.now),
        Happening::Reset => connection.server.handle_reset(connection.now),
    }
    connection.receive_octets()
}

/// Checks that the octets are responses by the letter of RFC 9112, and nothing else.
fn check_well_formed(received: &[u8]) -> Result<(), TestCaseError> {
    let mut rest = received;
    loop {
        if rest.is_empty() || [&b"[FIN]"[..], b"[close]", b"[FIN][close]"].contains(&rest) {
            return Ok(());
        }
        let mut reader = HeadReader::response(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(rest) else {
            return Err(TestCaseError::fail(format!("no head: {}", rest.escape_ascii())));
        };
        let head = reader.head();
        prop_assert!(head.anomalies.is_empty());
        let Some(StartLine::Response { code, .. }) = head.start else { unreachable!() };
        let has = |name: &[u8]| head.has(rest, name);
        prop_assert!(!has(b"Date") && !has(b"Transfer-Encoding"));
        prop_assert_eq!(has(b"Content-Length"), !matches!(code, 100..=199 | 204 | 304));
        prop_assert!(code != 101 || has(b"Upgrade"));
        if code == 101 {
            return Ok(());
        }
        let Framing::Length(content) = framing::of_response(head, rest, b"GET") else {
            rest = &rest[len..];
            continue;
        };
        let content = usize::try_from(content).expect("contents are small");
        let closes = head.has_member(rest, b"Connection", b"close");
        rest = &rest[len + content..];
        prop_assert!(!closes || rest.starts_with(b"[") || rest.is_empty());
    }
}

/// Without HEAD, so that the length of a response is seen in it.
const METHODS: &[&str] = &["GET", "POST", "POST", "PUT", "OPTIONS", "TRACE", "CONNECT", "BREW"];

const PATHS: &[&str] = &[
    "/",
    "/echo",
    "/upload",
    "/early-hints",
    "/slow?ms=5",
    "/next",
    "/smuggled",
    "/immediate",
    "/immediate?code=204",
    "/reject",
    "/reject-401",
    "/redirect",
    "/upgrade",
    "/nowhere",
    "*",
    "http://a/next",
];

const FIELDS: &[&str] = &[
    "Content-Length: 5\r\n",
    "Content-Length: 5\r\n",
    "Content-Length: 0\r\n",
    "Content-Length: 34\r\n",
    "Content-Length: 300000\r\n",
    "Content-Length: 5x\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding: gzip, chunked\r\n",
    "Expect: 100-continue\r\n",
    "Expect: 100-continue\r\n",
    "expect: ,100-CONTINUE\r\n",
    "Expect: foo\r\n",
    "Expect: 100-continue;a=b\r\n",
    "Expect:\r\n",
    "Expect : 100-continue\r\n",
    "Expect:\r\n 100-continue\r\n",
    "Connection: close\r\n",
    "Connection: keep-alive\r\n",
    "Connection: upgrade\r\nUpgrade: demo\r\n",
    "Host: b\r\n",
    "A: \0\r\n",
    "A: b\n",
];

const CONTENTS: &[&str] = &[
    "",
    "",
    "hello",
    "hell",
    "5\r\nhello\r\n0\r\n\r\n",
    "5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\n",
    "5\r\nhelloworld",
    "0\r\n\r\n",
    "\r\n",
    "\r",
    "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
];
