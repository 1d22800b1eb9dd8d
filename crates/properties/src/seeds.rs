//! The seeds of the corpus: inputs worth starting from, made of the dictionary, the scripts and the
//! catalogue, each named by its meaning.
//!
//! `cargo run -p expectspec-properties --example seeds` writes them to `corpus/`, beside the
//! regressions that the fuzzer found; a test says when that is due.

mod cases;
mod chains;
mod dictionary;

use core::str::FromStr;

use expectspec_judge::{Direction, Event, Transcript};

use crate::words::RESPONSES;
use crate::{
    Mediation, Reception, Schedule, ScriptError, encode_transcript, mediate, play, receive,
};

pub use cases::{cases, schedule_of};
pub use chains::chains;
pub use dictionary::{VALUES, dictionary};

/// One file of the corpus.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Seed {
    /// The fuzz target.
    pub target: &'static str,
    /// The file name.
    pub name: String,
    /// The input.
    pub octets: Vec<u8>,
}

/// Every target, in the order of the table in [the crate](crate).
pub const TARGETS: [&str; 10] = [
    "expect_value",
    "head",
    "chunked",
    "transcript",
    "judge",
    "origin_server",
    "client",
    "intermediary",
    "chain",
    "differential",
];

/// Every seed, but those of `differential`: that crate has its own.
#[must_use]
pub fn seeds() -> Vec<Seed> {
    let mut seeds = Vec::new();
    let mut add = |target, name: &str, octets: &[u8]| {
        seeds.push(Seed { target, name: name.to_owned(), octets: octets.to_vec() });
    };
    for word in VALUES {
        add("expect_value", word.name, word.octets);
    }
    for response in RESPONSES.iter().filter(|it| HEADS.contains(&it.name)) {
        add("head", &format!("response-{}", response.name), response.octets);
    }
    for (name, content) in CHUNKED {
        add("chunked", name, content);
    }
    for (name, text) in TEXTS {
        add("transcript", name, text.as_bytes());
    }
    for (name, octets) in OTHER_PARTIES {
        add("judge", name, octets);
    }
    for (name, schedule) in scripts() {
        add("origin_server", &name, &schedule.encode());
        if TRANSCRIPTS.contains(&&*name) {
            add("transcript", &name, play(&schedule).transcript.to_string().as_bytes());
        }
    }
    for (name, reception) in receptions() {
        add("client", &name, &reception.encode());
        if TRANSCRIPTS.contains(&&*name) {
            let transcript = receive(&reception).transcript;
            add("judge", &name, &encode_transcript(&transcript));
            add("transcript", &name, transcript.to_string().as_bytes());
        }
    }
    for (name, mediation) in mediations() {
        add("intermediary", &name, &mediation.encode());
        if TRANSCRIPTS.contains(&&*name) {
            add("transcript", &name, mediate(&mediation).transcript.to_string().as_bytes());
        }
    }
    for (name, chain) in chains() {
        add("chain", name, &chain.encode());
    }
    for (name, case) in cases() {
        let schedule = schedule_of(case);
        let transcript = play(&schedule).transcript;
        let (Some(head), octets) = (first_sent(&transcript), schedule.encode()) else { continue };
        if octets.len() < OCTETS_MAX {
            add("head", &name, head);
            add("judge", &name, &encode_transcript(&transcript));
            add("origin_server", &format!("case-{name}"), &octets);
        }
    }
    seeds.sort();
    seeds
}

/// The schedules of `scripts.txt` with their names.
///
/// # Panics
/// When a script there is wrong.
#[must_use]
pub fn scripts() -> Vec<(String, Schedule)> {
    named(include_str!("seeds/scripts.txt"))
}

/// The receptions of `receptions.txt` with their names.
///
/// # Panics
/// When a script there is wrong.
#[must_use]
pub fn receptions() -> Vec<(String, Reception)> {
    named(include_str!("seeds/receptions.txt"))
}

/// The mediations of `mediations.txt` with their names.
///
/// # Panics
/// When a script there is wrong.
#[must_use]
pub fn mediations() -> Vec<(String, Mediation)> {
    named(include_str!("seeds/mediations.txt"))
}

fn named<T: FromStr<Err = ScriptError>>(text: &'static str) -> Vec<(String, T)> {
    let blocks = text.split("\n== ").skip(1);
    let script = |block: &'static str| {
        let (name, script) = block.split_once('\n').unwrap_or((block, ""));
        let script = script.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        (name.to_owned(), script)
    };
    blocks.map(script).collect()
}

fn first_sent(transcript: &Transcript) -> Option<&[u8]> {
    transcript.entries.iter().find_map(|entry| match &entry.event {
        Event::Octets(Direction::ToSubject, octets) => Some(&octets[..]),
        _ => None,
    })
}

/// Chunked content, right and wrong.
const CHUNKED: &[(&str, &[u8])] = &[
    ("one-chunk", b"5\r\nhello\r\n0\r\n\r\n"),
    ("no-chunk", b"0\r\n\r\n"),
    ("two-chunks", b"1\r\na\r\nA\r\n0123456789\r\n0\r\n\r\n"),
    ("followed-by-a-request", b"0\r\n\r\nGET / HTTP/1.1\r\n\r\n"),
    ("trailers", b"5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n"),
    ("trailer-expect", b"0\r\nExpect: 100-continue\r\n\r\n"),
    ("extensions", b"5;a=b;c=\"d;e\"\r\nhello\r\n0 ;f\r\n\r\n"),
    ("leading-zeros", b"0000005\r\nhello\r\n000\r\n\r\n"),
    ("canary-in-a-chunk", b"23\r\nGET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n\r\n0\r\n\r\n"),
    ("canary-in-an-extension", b"5;GET / HTTP/1.1\r\nhello\r\n0\r\n\r\n"),
    ("size-of-64-bits", b"ffffffffffffffff\r\nhello"),
    ("size-beyond-64-bits", b"10000000000000000\r\nhello"),
    ("size-with-prefix", b"0x5\r\nhello\r\n0\r\n\r\n"),
    ("size-with-sign", b"+5\r\nhello\r\n0\r\n\r\n"),
    ("size-missing", b"\r\nhello\r\n0\r\n\r\n"),
    ("space-before-size", b" 5\r\nhello\r\n0\r\n\r\n"),
    ("space-behind-size", b"5 \r\nhello\r\n0\r\n\r\n"),
    ("size-too-small", b"4\r\nhello\r\n0\r\n\r\n"),
    ("size-too-large", b"6\r\nhello\r\n0\r\n\r\n"),
    ("lone-lf-behind-size", b"5\nhello\r\n0\r\n\r\n"),
    ("lone-lf-behind-data", b"5\r\nhello\n0\r\n\r\n"),
    ("lone-lf-in-an-extension", b"5;a\nhello\r\n0\r\n\r\n"),
    ("bare-cr-behind-size", b"5\r5hello\r\n0\r\n\r\n"),
    ("bare-cr-in-trailers", b"0\r\nA: b\rc\r\n\r\n"),
    ("lone-lf-at-the-end", b"0\r\n\n"),
    ("cut-in-size", b"5"),
    ("cut-in-data", b"5\r\nhel"),
    ("cut-in-the-end", b"0\r\n\r"),
];

/// The responses whose heads differ enough to be worth a seed each.
const HEADS: &[&str] = &[
    "100",
    "100-http-1.0",
    "100-lone-lf",
    "100-no-space",
    "100-with-length",
    "101",
    "103",
    "204",
    "099",
    "200-chunked",
    "600",
    "garbage",
    "half-a-head",
];

/// The scripts whose transcripts differ enough to be worth a seed each.
const TRANSCRIPTS: &[&str] = &[
    "content-in-pieces",
    "early-final-and-much-content",
    "early-final-then-content",
    "half-a-head-then-reset",
    "handshake",
    "hidden-request",
    "http-10-with-expectation",
    "redirected-with-content",
    "relayed-handshake",
    "repeated-without-the-expectation",
    "trailers",
    "upgrade",
];

/// Encoded transcripts of other parties than a server on one connection: a request, a 100, content
/// and a 200 on each of some connections, in turns.
const OTHER_PARTIES: &[(&str, &[u8])] = &[
    ("client", &[1, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 4, 2, 0, 2, 4, 2, 0, 1, 4, 2, 1]),
    (
        "intermediary-with-three-connections",
        &[
            2, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2, 0, 0, 0, 0, 0, 0,
            1, 0, 2, 0, 1, 4, 2, 0, 1, 3, 2, 0, 2, 4, 2, 0, 2, 0, 2, 0, 1, 0, 2, 1, 1, 4, 2, 1,
        ],
    ),
    ("windows-of-nothing", &[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 5, 0, 2, 0, 6, 0, 1, 0, 6, 1]),
    ("windows-of-everything", &[0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 0, 9, 1, 0, 9, 1, 7, 0, 9]),
];

/// Texts that are transcripts, just so, or not quite.
const TEXTS: &[(&str, &str)] = &[
    ("empty", ""),
    ("heading-alone", "# subject: client  transport: h1/tcp\n"),
    ("heading-of-nobody", "# subject: teapot  transport: h1/tcp\n"),
    (
        "windows-with-places",
        "# subject: client  transport: a-1.b/c\n# windows-ms: quiet 0.001 close 18446744073709551\n",
    ),
    (
        "connections",
        "# subject: intermediary  transport: x\n0 outbound#1 > \"a\"\n0.5 inbound#65535 < FIN\n",
    ),
    ("fold", "# subject: client  transport: x\n0 outbound > \"ab\" * 33\n   > \"c\" * 2\n"),
    ("fold-of-nothing", "# subject: client  transport: x\n0 outbound > \"\" * 9\n"),
    ("fold-of-everything", "# subject: client  transport: x\n0 outbound > \"a\" * 999999999999\n"),
    ("escapes", "# subject: client  transport: x\n0 outbound < \\x00\\\\\\t\\xff \\\"\\x20\n"),
    ("words", "# subject: client  transport: x\n0 outbound < \\x46IN\n1 outbound . quiet\n"),
    ("time-goes-back", "# subject: client  transport: x\n1 outbound < FIN\n0.999 outbound < RST\n"),
    ("continues-nothing", "# subject: client  transport: x\n   > GET / HTTP/1.1\n"),
];

/// Longer inputs slow the fuzzer down.
const OCTETS_MAX: usize = 2048;
