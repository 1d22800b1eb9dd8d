//! What the scripts for clients send is responses, complete and well-formed, unless a case is
//! about other octets.

mod common;

use std::collections::BTreeSet;

use common::{octets, places};
use expectspec_catalogue::{Case, Step, Until, expand, of};
use expectspec_requirements::Party;

/// Cases that send something that is not a response, or a part of one on a connection that stays
/// open, because that is what they are about.
const MALFORMED_ON_PURPOSE: &[&str] = &[
    "client/continue-form/survives-a-100-with-bare-line-feeds",
    "client/continue-form/survives-a-100-without-the-last-space",
    "client/continue-form/survives-an-empty-line-before-the-100",
    "client/garbage/survives-a-100-with-a-bare-return",
    "client/garbage/survives-a-100-with-a-line-that-is-no-field",
    "client/garbage/survives-a-100-with-a-null-octet",
    "client/garbage/survives-a-status-code-beyond-its-range",
    "client/garbage/survives-a-status-code-of-four-digits",
    "client/garbage/survives-a-status-code-of-two-digits",
    "client/garbage/survives-an-empty-line-before-the-final",
    "client/garbage/survives-words-before-the-100",
    "client/garbage/survives-words-behind-the-100",
    "client/garbage/survives-words-instead-of-the-100",
    "client/unasked/takes-no-garbage-for-the-next-answer",
];

#[test]
fn responses_are_well_formed_and_complete_or_malformed_on_purpose() {
    let found: BTreeSet<_> =
        of(Party::Client).into_iter().filter(|case| !is_sound(case)).map(|case| case.id).collect();
    let listed: BTreeSet<_> = MALFORMED_ON_PURPOSE.iter().copied().collect();
    assert_eq!(found, listed, "not a response, or listed in vain");
}

#[test]
fn a_sound_answer_is_told_from_another() {
    for (stream, end, expected) in [
        (&b""[..], End::Open, true),
        (b"HTTP/1.1 100 \r\nContent-Length: 5\r\n\r\n", End::Open, true),
        (b"HTTP/1.1 100\r\n\r\n", End::Open, false),
        (b"\r\nHTTP/1.1 100 \r\n\r\n", End::Open, false),
        (b"HTTP/1.1 099 \r\n\r\n", End::Open, false),
        (b"HTTP/1.1 600 \r\n\r\n", End::Open, false),
        (b"HTTP/1.1 100 \n\n", End::Open, false),
        (b"HTTP/1.1 100 \r\nX\r\n\r\n", End::Open, false),
        (b"HTTP/1.1 100 \r\nX: \0\r\n\r\n", End::Open, false),
        (b"HTTP/1.1 100 \r\nX: \r.\r\n\r\n", End::Open, false),
        (b"HTTP/1.1 100 \r\nX: a\r\n\tb\r\n\r\n", End::Open, true),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab", End::Open, true),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na", End::Open, false),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na", End::Ended, true),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc", End::Open, false),
        (b"HTTP/1.1 200 OK\r\n\r\nabc", End::Open, false),
        (b"HTTP/1.1 200 OK\r\n\r\nabc", End::Ended, true),
        (b"HTTP/1.1 20", End::Ended, true),
        (b"HTTP/1.1 20x", End::Ended, false),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
            End::Open,
            true,
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\na\r\n0\r\n\r\n",
            End::Open,
            false,
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", End::Open, false),
        (b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", End::Open, true),
    ] {
        assert_eq!(is_responses(stream, end, Asked::Get), expected, "{}", stream.escape_ascii());
    }
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    assert!(is_responses(head, End::Open, Asked::Head));
}

/// Whether the peer ends the connection behind what it sends.
#[derive(Clone, Copy, Eq, PartialEq)]
enum End {
    Open,
    Ended,
}

/// Whether the responses answer a HEAD.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Asked {
    Get,
    Head,
}

/// Whether all that a case sends is responses, complete but for what the end of a connection cuts.
fn is_sound(case: &Case) -> bool {
    let asked = if case.task.method == Some("HEAD") { Asked::Head } else { Asked::Get };
    let mut stream = Vec::new();
    for step in case.script {
        match step {
            Step::Await(Until::Request) | Step::Serve(_) => {
                if !is_responses(&stream, End::Open, asked) {
                    return false;
                }
                stream.clear();
            }
            Step::Finish | Step::Reset => {
                if !is_responses(&stream, End::Ended, asked) {
                    return false;
                }
                stream.clear();
            }
            _ => {}
        }
        let times = if let Step::Repeat { times, .. } = step { *times } else { 1 };
        let expanded = octets(step).map(|octets| expand(octets, case, &places()));
        for _ in 0..times {
            stream.extend(expanded.as_deref().unwrap_or_default());
        }
    }
    is_responses(&stream, End::Open, asked)
}

fn is_responses(mut rest: &[u8], end: End, asked: Asked) -> bool {
    while !rest.is_empty() {
        let line = position(rest, b"\r\n").unwrap_or(rest.len());
        let Some(status) = status(&rest[..line]) else {
            return end == End::Ended && begins_a_response(&rest[..line]);
        };
        let Some(head) = position(rest, b"\r\n\r\n") else { return end == End::Ended };
        if !rest[line..head].split(|&octet| octet == b'\n').all(is_field_line) {
            return false;
        }
        let behind = &rest[head + 4..];
        let fields = rest[..head + 2].to_ascii_lowercase();
        let without = status < 200 || status == 204 || asked == Asked::Head;
        let behind = if without {
            Some(behind)
        } else if let Some(length) = value(&fields, b"\r\ncontent-length: ") {
            let length = std::str::from_utf8(length).expect("digits").parse().unwrap_or(usize::MAX);
            behind.get(length..)
        } else if value(&fields, b"\r\ntransfer-encoding: ").is_some() {
            skip_chunks(behind)
        } else {
            return end == End::Ended;
        };
        let Some(behind) = behind else { return end == End::Ended };
        rest = behind;
    }
    true
}

/// The status code, if the line is one.
///
/// `status-line = HTTP-version SP status-code SP [ reason-phrase ]` (RFC 9112 §4)
fn status(line: &[u8]) -> Option<u16> {
    let version = line.strip_prefix(b"HTTP/1.1 ").or_else(|| line.strip_prefix(b"HTTP/1.0 "))?;
    let (code, reason) = version.split_at_checked(3)?;
    let code = std::str::from_utf8(code).ok()?.parse().ok()?;
    let is_sound = reason.starts_with(b" ") && (100..600).contains(&code) && is_text(reason);
    is_sound.then_some(code)
}

/// Whether the line, without its LF, is a field line or the rest of a folded one.
fn is_field_line(line: &[u8]) -> bool {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    is_text(line) && (line.is_empty() || line[0].is_ascii_whitespace() || line.contains(&b':'))
}

fn is_text(octets: &[u8]) -> bool {
    octets.iter().all(|octet| *octet == b'\t' || !octet.is_ascii_control())
}

/// Whether a status line can begin like this.
fn begins_a_response(octets: &[u8]) -> bool {
    let fits = |(found, wanted): (&u8, &u8)| match wanted {
        b'0' => found.is_ascii_digit(),
        _ => found == wanted,
    };
    let shape = b"HTTP/1.1 000 ";
    octets.len() < shape.len() && octets.iter().zip(shape).all(fits)
}

fn value<'a>(fields: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let behind = &fields[position(fields, name)? + name.len()..];
    Some(&behind[..position(behind, b"\r\n")?])
}

fn skip_chunks(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let line = position(rest, b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).ok()?, 16).ok()?;
        if size == 0 {
            let trailer = &rest[line..];
            return Some(&trailer[position(trailer, b"\r\n\r\n")? + 4..]);
        }
        rest = rest.get(line + 2..)?.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

fn position(octets: &[u8], wanted: &[u8]) -> Option<usize> {
    octets.windows(wanted.len()).position(|window| window == wanted)
}
