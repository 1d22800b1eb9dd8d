//! Every request that a case begins is completed, unless the case is about not doing so.

mod common;

use common::{octets, places};
use expectspec_catalogue::{Case, Step, expand, of};
use expectspec_requirements::Party;

/// Cases that leave announced content unsent, or a request without its end, because that is what
/// they are about.
const WITHHOLDS_ON_PURPOSE: &[&str] = &[
    "origin-server/authentication/counts-a-careless-request-after-401",
    "origin-server/chunked/counts-a-size-beyond-32-bits",
    "origin-server/chunked/counts-a-size-beyond-64-bits",
    "origin-server/chunked/refuses-a-size-beyond-all-counting",
    "origin-server/connections/survives-a-broken-promise-of-a-terabyte",
    "origin-server/connections/survives-a-reset-behind-the-head",
    "origin-server/connections/survives-a-reset-within-a-chunk",
    "origin-server/content-length/counts-beyond-32-bits",
    "origin-server/content-length/counts-beyond-63-bits",
    "origin-server/desync/counts-a-careless-request-as-content",
    "origin-server/desync/counts-all-of-long-content",
    "origin-server/incomplete/ends-after-a-half-close-behind-the-100",
    "origin-server/incomplete/ends-after-a-half-close-behind-the-head",
    "origin-server/incomplete/ends-after-a-half-close-within-chunks",
    "origin-server/incomplete/ends-after-a-half-close-within-content",
    "origin-server/incomplete/keeps-a-request-within-content-as-content",
    "origin-server/incomplete/survives-a-reset-behind-the-100",
    "origin-server/incomplete/survives-a-reset-within-content",
    "origin-server/incomplete/waits-or-ends-when-no-content-comes",
    "origin-server/incomplete/waits-or-ends-when-part-of-the-content-comes",
    "origin-server/limits/answers-413-before-content",
    "origin-server/limits/answers-a-length-of-a-terabyte",
    "origin-server/limits/answers-the-length-of-the-rfc-example",
];

#[test]
fn announced_content_is_sent_or_withheld_on_purpose() {
    let cut = |case: &&&Case| streams(case).iter().any(|stream| !ends_with_a_request(stream));
    let found: Vec<_> = of(Party::OriginServer).iter().filter(cut).map(|case| case.id).collect();
    assert_eq!(found, WITHHOLDS_ON_PURPOSE, "announced content unsent, or listed in vain");
}

#[test]
fn a_cut_stream_is_told_from_a_complete_one() {
    for (stream, expected) in [
        (&b""[..], true),
        (b"\r\n", true),
        (b"GET / HTTP/1.1\r\n\r\n", true),
        (b"GET / HTTP/1.1\r\n", false),
        (b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab", true),
        (b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\na", false),
        (b"POST / HTTP/1.1\ncontent-length:2\n\nab\r\nGET / HTTP/1.1\r\n\r\n", true),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n1;x\r\na\r\n0\r\n\r\n", true),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n", true),
        (b"POST / HTTP/1.1\r\nContent-Length: 5x\r\n\r\n", true),
        (b"POST / HTTP/1.1\r\nContent-Length : 5\r\n\r\n", true),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", false),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", false),
    ] {
        assert_eq!(ends_with_a_request(stream), expected, "{}", stream.escape_ascii());
    }
}

/// All that a case sends on each of its connections.
fn streams(case: &Case) -> Vec<Vec<u8>> {
    let mut streams = vec![Vec::new()];
    let mut current = 0;
    for step in case.script {
        match step {
            Step::Open => {
                streams.push(Vec::new());
                current = streams.len() - 1;
            }
            Step::Use(number) => current = usize::from(*number),
            _ => {}
        }
        let times = if let Step::Repeat { times, .. } = step { *times } else { 1 };
        let expanded = octets(step).map(|octets| expand(octets, case, &places()));
        for _ in 0..times {
            streams[current].extend(expanded.as_deref().unwrap_or_default());
        }
    }
    streams
}

/// Whether the octets are complete requests and nothing else. A head whose framing is in dispute ends
/// the question: nobody can say what it announces.
fn ends_with_a_request(mut rest: &[u8]) -> bool {
    loop {
        while let [b'\r' | b'\n', behind @ ..] = rest {
            rest = behind;
        }
        if rest.is_empty() {
            return true;
        }
        let Some((head, behind)) = split_head(rest) else { return false };
        let behind = match framing(&head.to_ascii_lowercase()) {
            Framing::Length(length) => behind.get(length..),
            Framing::Chunked => skip_chunks(behind),
            Framing::Disputed => return true,
        };
        let Some(behind) = behind else { return false };
        rest = behind;
    }
}

fn split_head(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = [b"\r\n\r\n".as_slice(), b"\n\n"]
        .into_iter()
        .filter_map(|end| Some(position(octets, end)? + end.len()))
        .min()?;
    Some(octets.split_at(end))
}

enum Framing {
    Length(usize),
    Chunked,
    Disputed,
}

/// What a head in lower case says of the content behind it.
fn framing(head: &[u8]) -> Framing {
    let values = |name: &[u8]| -> Vec<&[u8]> {
        head.split(|&octet| octet == b'\n')
            .filter_map(|line| line.split_at_checked(line.iter().position(|&octet| octet == b':')?))
            .filter(|(found, _)| found.trim_ascii() == name)
            .map(|(found, value)| if found == name { value[1..].trim_ascii() } else { b"disputed" })
            .collect()
    };
    match (&values(b"transfer-encoding")[..], &values(b"content-length")[..]) {
        ([], []) => Framing::Length(0),
        ([b"chunked"], []) => Framing::Chunked,
        ([], [length]) if length.iter().all(u8::is_ascii_digit) => {
            let length = std::str::from_utf8(length).expect("digits");
            length.parse().map_or(Framing::Disputed, Framing::Length)
        }
        _ => Framing::Disputed,
    }
}

fn skip_chunks(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let line = position(rest, b"\r\n")?;
        let digits = rest[..line].split(|octet| !octet.is_ascii_hexdigit()).next()?;
        let size = usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        if size == 0 {
            let trailer = &rest[line..];
            return Some(&trailer[position(trailer, b"\r\n\r\n")? + 4..]);
        }
        rest = rest.get((line + 4).checked_add(size)?..)?;
    }
}

fn position(octets: &[u8], wanted: &[u8]) -> Option<usize> {
    octets.windows(wanted.len()).position(|window| window == wanted)
}
