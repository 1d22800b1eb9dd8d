//! Each invariant of an intermediary can fail: a transcript that breaks it, and only that one.

use core::time::Duration;

use expectspec_judge::{Direction, Event, Reading, Side, Transcript};
use expectspec_properties::WINDOWS;
use expectspec_properties::invariants::relaying::Relaying;
use expectspec_properties::invariants::table::{Check, Invariant, OF_INTERMEDIARIES};
use expectspec_requirements::{Form, Party};

/// When, where, what.
type Entry = (u32, &'static str, &'static str);

/// The number of an invariant, and what breaks it: `>` and `<` as in transcripts, times in seconds, `o`
/// for the outbound side and `i` for the inbound side with the number of the connection.
const BROKEN: &[(&str, &[Entry])] = &[
    (
        "P46",
        &[
            (
                0,
                "o0>",
                "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n",
            ),
            (9, "o0>", "hello"),
        ],
    ),
    (
        "P47",
        &[
            (0, "o0>", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0>", "HTTP/1.1 103 Early Hints\r\n\r\n"),
            (0, "i0>", "HTTP/1.1 204 No Content\r\nExpectspec-Tag: 0/a\r\n\r\n"),
            (0, "o0<", "HTTP/1.1 204 No Content\r\nExpectspec-Tag: 0/a\r\n\r\n"),
        ],
    ),
    (
        "P48",
        &[
            (0, "o0>", "GET /expectspec-0/a HTTP/1.0\r\nHost: t\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0>", "HTTP/1.1 103 Early Hints\r\n\r\n"),
            (0, "o0<", "HTTP/1.1 103 Early Hints\r\n\r\n"),
        ],
    ),
    (
        "P49",
        &[
            (0, "o0>", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0>", "HTTP/1.1 103 Early Hints\r\nConnection: x\r\nX: y\r\n\r\n"),
            (0, "o0<", "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n"),
        ],
    ),
    (
        "P50",
        &[
            (
                0,
                "o0>",
                "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello",
            ),
            (
                0,
                "i0<",
                "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nheyho",
            ),
        ],
    ),
    (
        "P51",
        &[
            (
                0,
                "o0>",
                "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
            ),
            (
                0,
                "i0<",
                "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            ),
            (0, "o0>", "0\r\n\r\n"),
        ],
    ),
    (
        "P52",
        &[
            (0, "o0>", "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\n"),
            (0, "i0<", "POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\n"),
            (
                0,
                "i0>",
                "HTTP/1.1 403 Forbidden\r\nExpectspec-Tag: 0/a\r\nContent-Length: 0\r\n\r\n",
            ),
            (9, "o0>", "hello"),
            (
                9,
                "o0<",
                "HTTP/1.1 403 Forbidden\r\nExpectspec-Tag: 0/a\r\nContent-Length: 0\r\n\r\n",
            ),
        ],
    ),
    (
        "P53",
        &[
            (0, "o0>", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "o1>", "GET /expectspec-0/b HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\nVia: 1.1 p\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/b HTTP/1.1\r\nHost: t\r\nVia: 1.1 p\r\n\r\n"),
        ],
    ),
    (
        "P54",
        &[
            (0, "o0>", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "o1>", "GET /expectspec-0/b HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i1<", "GET /expectspec-0/b HTTP/1.1\r\nHost: t\r\n\r\n"),
            (0, "i0>", "HTTP/1.1 204 No Content\r\nExpectspec-Tag: 0/a\r\n\r\n"),
            (0, "o1<", "HTTP/1.1 204 No Content\r\nExpectspec-Tag: 0/a\r\n\r\n"),
        ],
    ),
    (
        "P55",
        &[
            (0, "o0>", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\nExpect: a, b\r\n\r\n"),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\nExpect: b, a\r\n\r\n"),
        ],
    ),
    (
        "P56",
        &[
            (
                0,
                "o0>",
                "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\nConnection: expect\r\nExpect: a\r\n\r\n",
            ),
            (0, "i0<", "GET /expectspec-0/a HTTP/1.1\r\nHost: t\r\nExpect: a\r\n\r\n"),
        ],
    ),
];

#[test]
fn each_invariant_can_fail_alone() {
    assert!(BROKEN.iter().map(|(name, _)| *name).eq(OF_INTERMEDIARIES.iter().map(|it| it.id)));
    for (name, entries) in BROKEN {
        let transcript = transcript(entries);
        let reading = Reading::of(&transcript);
        let latency = Duration::ZERO;
        let seen = Relaying { transcript: &transcript, reading: &reading, latency };
        let is_broken = |invariant: &&Invariant| {
            invariant.functions().iter().any(|function| match function.check {
                Check::Intermediary(holds) => holds(&seen).is_err(),
                _ => false,
            })
        };
        let names: Vec<_> = OF_INTERMEDIARIES.iter().filter(is_broken).map(|it| it.id).collect();
        assert_eq!(names, [*name], "{transcript}");
    }
}

fn transcript(entries: &[Entry]) -> Transcript {
    let mut transcript = Transcript::new(Party::Intermediary, "h1/any", WINDOWS);
    transcript.form = Some(Form::Proxy);
    transcript.entries.extend(entries.iter().map(|&(seconds, place, octets)| {
        let side = if place.starts_with('o') { Side::Outbound } else { Side::Inbound };
        let way = if place.ends_with('>') { Direction::ToSubject } else { Direction::FromSubject };
        expectspec_judge::Entry {
            at_us: u64::from(seconds) * 1_000_000,
            side,
            connection: u16::from(place.as_bytes()[1] - b'0'),
            event: Event::Octets(way, octets.as_bytes().to_vec()),
        }
    }));
    transcript
}
