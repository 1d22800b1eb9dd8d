//! The words that requests are made of, usual ones first.
//!
//! Rows may be added at the end of a table; the place of a row is its octet in encoded schedules.

mod asks;
mod errands;
mod responses;

use core::time::Duration;

pub use asks::{ASKED_METHODS, Count, LOADS, Load, MANNERS, Manner, PACES, PIECES, RESTS};
pub use errands::{DELAYS, ERRANDS, Errand, Framed, PAUSES, WINDOWS};
pub use responses::RESPONSES;
pub(crate) use responses::{CONTINUE, PROPER};

/// A piece of a message, with a name for scripts.
#[derive(Debug)]
pub struct Word {
    /// The name.
    pub name: &'static str,
    /// The octets.
    pub octets: &'static [u8],
}

const fn word(name: &'static str, octets: &'static [u8]) -> Word {
    Word { name, octets }
}

/// A time, with a name for scripts: milliseconds.
#[derive(Debug)]
pub struct Time {
    /// The name.
    pub name: &'static str,
    /// The time.
    pub time: Duration,
}

const fn ms(name: &'static str, ms: u64) -> Time {
    Time { name, time: Duration::from_millis(ms) }
}

/// A request that stands in content, to be seen if a server takes it for one.
pub const CANARY: &[u8] = b"GET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n";

/// Methods.
pub static METHODS: &[Word] = &[
    word("POST", b"POST"),
    word("GET", b"GET"),
    word("PUT", b"PUT"),
    word("HEAD", b"HEAD"),
    word("DELETE", b"DELETE"),
    word("OPTIONS", b"OPTIONS"),
    word("PATCH", b"PATCH"),
    word("TRACE", b"TRACE"),
    word("CONNECT", b"CONNECT"),
    word("BREW", b"BREW"),
    word("lower-case", b"post"),
    word("no-token", b"P(ST"),
    word("longer-than-any", b"METHOD-LONGER-THAN-ANY-THAT-A-SERVER-IMPLEMENTS"),
];

/// Request-targets; most are resources of the reference's site.
pub static TARGETS: &[Word] = &[
    word("/echo", b"/echo"),
    word("/reject", b"/reject"),
    word("/immediate", b"/immediate"),
    word("/early-hints", b"/early-hints"),
    word("/upgrade", b"/upgrade"),
    word("/slow?ms=100", b"/slow?ms=100"),
    word("/slow?ms=2000", b"/slow?ms=2000"),
    word("/next", b"/next"),
    word("/", b"/"),
    word("/upload", b"/upload"),
    word("/reject-401", b"/reject-401"),
    word("/redirect", b"/redirect"),
    word("/immediate?code=204", b"/immediate?code=204"),
    word("/unknown", b"/unknown"),
    word("/smuggled", b"/smuggled"),
    word("*", b"*"),
    word("t:80", b"t:80"),
    word("http://t/echo", b"http://t/echo"),
    word("too-long", &[b'/'; 9000]),
    word("with-space", b"/a b"),
];

/// Request-targets of requests through an intermediary. `{path}` has the tag of the request, `{target}`
/// is the same in the form that the intermediary takes.
pub static TAGGED_TARGETS: &[Word] = &[
    word("tagged", b"{target}"),
    word("path", b"{path}"),
    word("absolute", b"http://t{path}"),
    word("absolute-port", b"HTTP://t:80{path}"),
    word("asterisk", b"*"),
    word("authority", b"t:80"),
    word("untagged", b"/echo"),
    word("smuggled", b"/smuggled"),
    word("https", b"https://t{path}"),
    word("no-host", b"http://{path}"),
];

/// Versions, each with the SP before it.
pub static VERSIONS: &[Word] = &[
    word("HTTP/1.1", b" HTTP/1.1"),
    word("HTTP/1.0", b" HTTP/1.0"),
    word("HTTP/1.2", b" HTTP/1.2"),
    word("HTTP/2.0", b" HTTP/2.0"),
    word("HTTP/0.9", b""),
    word("HTTP/1.10", b" HTTP/1.10"),
];

/// Field lines that delimit content.
pub static FRAMINGS: &[Word] = &[
    word("length-5", b"Content-Length: 5\r\n"),
    word("none", b""),
    word("chunked", b"Transfer-Encoding: chunked\r\n"),
    word("length-canary", b"Content-Length: 35\r\n"),
    word("length-1", b"Content-Length: 1\r\n"),
    word("length-0", b"Content-Length: 0\r\n"),
    word("length-65536", b"Content-Length: 65536\r\n"),
    word("length-1-mib", b"Content-Length: 1048576\r\n"),
    word("length-1-tib", b"Content-Length: 1099511627776\r\n"),
    word("length-beyond-64-bits", b"Content-Length: 99999999999999999999\r\n"),
    word("length-no-number", b"Content-Length: 5x\r\n"),
    word("length-list", b"Content-Length: 5, 5\r\n"),
    word("lengths-differ", b"Content-Length: 5\r\nContent-Length: 6\r\n"),
    word("length-and-chunked", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
    word("chunked-and-length", b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
    word("chunked-upper-case", b"Transfer-Encoding: CHUNKED\r\n"),
    word("gzip", b"Transfer-Encoding: gzip\r\n"),
    word("gzip-chunked", b"Transfer-Encoding: gzip, chunked\r\n"),
    word("chunked-gzip", b"Transfer-Encoding: chunked, gzip\r\n"),
    word("chunked-twice", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
    word("chunked-space-colon", b"Transfer-Encoding : chunked\r\n"),
    word("unregistered-chunked", b"Transfer-Encoding: foo, chunked\r\n"),
];

/// `Expect` field lines. The first part of the name is what they mean: `none`, `continue`,
/// `unknown`, `both`, `empty`, `malformed`, or `invalid` where the line itself is wrong.
pub static EXPECTS: &[Word] = &[
    word("continue", b"Expect: 100-continue\r\n"),
    word("none", b""),
    word("unknown", b"Expect: foo\r\n"),
    word("continue-upper-case", b"EXPECT: 100-CONTINUE\r\n"),
    word("continue-no-space", b"expect:100-continue\r\n"),
    word("continue-among-empty", b"Expect: , 100-continue ,\t,\r\n"),
    word("continue-twice", b"Expect: 100-continue, 100-Continue\r\n"),
    word("continue-in-two-lines", b"Expect: 100-continue\r\nExpect: 100-continue\r\n"),
    word("continue-behind-an-empty-line", b"Expect:\r\nExpect: 100-continue\r\n"),
    word("unknown-value", b"Expect: 100-continue=1\r\n"),
    word("unknown-parameters", b"Expect: foo=bar;;p=q; ;r=\"s\"\r\n"),
    word("unknown-quoted", b"Expect: foo=\"a, 100-continue ,b\"\r\n"),
    word("unknown-quoted-pairs", b"Expect: foo=\"\\\"\\\\,\"\r\n"),
    word("unknown-longer", b"Expect: 100-continued\r\n"),
    word("unknown-shorter", b"Expect: 100-\r\n"),
    word("both", b"Expect: foo, 100-continue\r\n"),
    word("both-in-two-lines", b"Expect: 100-continue\r\nExpect: foo=bar\r\n"),
    word("empty", b"Expect:\r\n"),
    word("empty-members", b"Expect: ,, ,\t\r\n"),
    word("malformed-parameters", b"Expect: 100-continue;a=b\r\n"),
    word("malformed-semicolon", b"Expect: 100-continue;\r\n"),
    word("malformed-space", b"Expect: 100 continue\r\n"),
    word("malformed-quoted", b"Expect: \"100-continue\"\r\n"),
    word("malformed-spaced-equals", b"Expect: foo = bar\r\n"),
    word("malformed-no-value", b"Expect: a=\r\n"),
    word("malformed-no-name", b"Expect: =a\r\n"),
    word("malformed-beside-continue", b"Expect: 100-continue, a;b\r\n"),
    word("malformed-open-quote", b"Expect: foo=\"100-continue, a\r\n"),
    word("unknown-obs-text", b"Expect: foo=\"\x80\xff\"\r\n"),
    word("invalid-fold", b"Expect:\r\n 100-continue\r\n"),
    word("invalid-space-colon", b"Expect : 100-continue\r\n"),
    word("invalid-nul", b"Expect: 100-continue\0\r\n"),
    word("invalid-bare-cr", b"Expect: 100-continue\r\r\n"),
    word("invalid-lone-lf", b"Expect: 100-continue\n"),
    word("invalid-leading-space", b" Expect: 100-continue\r\n"),
    word("invalid-fold-in-token", b"Expect: 100-\r\n continue\r\n"),
    word("invalid-nul-and-more", b"Expect: 100-continue\0x\r\n"),
    word("malformed-words", b"Expect: y 100-continue\r\n"),
];

/// Other field lines.
pub static FIELDS: &[Word] = &[
    word("plain", b"Host: t\r\n"),
    word("close", b"Host: t\r\nConnection: close\r\n"),
    word("upgrade", b"Host: t\r\nConnection: upgrade\r\nUpgrade: demo\r\n"),
    word("keep-alive", b"Host: t\r\nConnection: keep-alive\r\n"),
    word("upgrade-unknown", b"Host: t\r\nConnection: upgrade\r\nUpgrade: h2c\r\n"),
    word("upgrade-unconnected", b"Host: t\r\nUpgrade: demo\r\n"),
    word("upgrade-and-close", b"Host: t\r\nConnection: close, upgrade\r\nUpgrade: demo\r\n"),
    word("connection-expect", b"Host: t\r\nConnection: expect\r\n"),
    word("no-host", b""),
    word("two-hosts", b"Host: t\r\nHost: t\r\n"),
    word("bad-host", b"Host: t/\r\n"),
    word("fold", b"Host: t\r\nX: a\r\n b\r\n"),
    word("lone-lf", b"Host: t\nX: a\n"),
    word("bare-cr", b"Host: t\r\nX: a\rb\r\n"),
    word("nul", b"Host: t\r\nX: a\0b\r\n"),
    word("control", b"Host: t\r\nX: a\x01b\r\n"),
    word("no-colon", b"Host: t\r\nX\r\n"),
    word("trailer", b"Host: t\r\nTE: trailers\r\nTrailer: X\r\n"),
    word("max-forwards-0", b"Host: t\r\nMax-Forwards: 0\r\n"),
    word("max-forwards-1", b"Host: t\r\nMax-Forwards: 1\r\n"),
    word("nominated", b"Host: t\r\nConnection: x, close\r\nX: y\r\nKeep-Alive: 5\r\n"),
    word("two-lines", b"Host: t\r\nX: a\r\nY: b\r\nX: c\r\nVia: 1.0 a\r\n"),
    word("fetch", b"Host: t\r\nSec-Fetch-Mode: navigate\r\n"),
];

/// Content and pieces of it, as they stand on the wire.
pub static CONTENTS: &[Word] = &[
    word("hello", b"hello"),
    word("chunk", b"5\r\nhello\r\n"),
    word("last-chunk", b"0\r\n\r\n"),
    word("octet", b"h"),
    word("ello", b"ello"),
    word("canary", CANARY),
    word("chunk-of-canary", b"23\r\nGET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n\r\n"),
    word("trailers", b"0\r\nX: y\r\n\r\n"),
    word("trailer-expect", b"0\r\nExpect: 100-continue\r\n\r\n"),
    word("half-a-chunk", b"5\r\nhe"),
    word("llo-and-end", b"llo\r\n0\r\n\r\n"),
    word("no-chunk", b"x\r\n"),
    word("extended-chunk", b"5;a=\"b\"\r\nhello\r\n"),
    word("begin-64-kib", b"10000\r\n"),
    word("64-kib", &[b'x'; 65536]),
    word("end-of-chunk", b"\r\n"),
    word("empty-line", b"\r\n\r\n"),
    word("chunk-beyond-32-bits", b"100000005\r\nhello\r\n"),
    word("chunk-beyond-64-bits", b"10000000000000005\r\nhello\r\n"),
    word("last-chunk-open", b"0\r\nX: y\r\n"),
    word("last-chunk-line", b"0\r\n"),
    word("trailer-line-and-end", b"X: y\r\n\r\n"),
];

/// How long the client waits. It waits past each timer of the server.
pub static WAITS: &[Time] = &[
    ms("0", 0),
    ms("300", 300),
    ms("1", 1),
    ms("100", 100),
    ms("1500", 1500),
    ms("6000", 6000),
    ms("11000", 11_000),
    ms("21000", 21_000),
    ms("61000", 61_000),
];

/// How long octets are under way, in each direction.
pub static LATENCIES: &[Time] = &[ms("0", 0), ms("1", 1), ms("40", 40), ms("200", 200)];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const TABLES: [&[Word]; 10] = [
        ASKED_METHODS,
        METHODS,
        TARGETS,
        TAGGED_TARGETS,
        VERSIONS,
        FRAMINGS,
        EXPECTS,
        FIELDS,
        CONTENTS,
        RESPONSES,
    ];

    #[test]
    fn names_are_single_and_differ() {
        for table in TABLES {
            let names: BTreeSet<_> = table.iter().map(|word| word.name).collect();
            assert_eq!(names.len(), table.len());
            assert!(names.iter().all(|name| !name.contains(char::is_whitespace)));
        }
    }

    #[test]
    fn lengths_are_those_of_the_content() {
        let octets = |table: &[Word], name: &str| {
            table.iter().find(|word| word.name == name).expect("a word").octets
        };
        let length = format!("Content-Length: {}\r\n", CANARY.len());
        assert_eq!(octets(FRAMINGS, "length-canary"), length.as_bytes());
        let chunk = format!("{:x}\r\n", CANARY.len());
        assert!(octets(CONTENTS, "chunk-of-canary").starts_with(chunk.as_bytes()));
    }
}
