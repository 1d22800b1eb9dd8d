//! What the scripts for clients send is responses, complete and well-formed, unless a case is
//! about other octets.

mod common;
mod responses;

use std::collections::BTreeSet;

use common::{octets, places};
use expectspec_catalogue::{Case, Step, Until, expand, of};
use expectspec_requirements::Party;
use responses::{Asked, End, is_responses};

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
