//! Every request that a case begins is completed, unless the case is about not doing so.

mod common;
mod requests;

use common::{octets, places};
use expectspec_catalogue::{Case, Step, expand, of};
use expectspec_requirements::Party;
use requests::ends_with_a_request;

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
