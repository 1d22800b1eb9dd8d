//! What an origin server sends, rightly or not: words of the table, and responses made up.

use expectspec_properties::words::RESPONSES;

use super::servers::{cut, named};
use crate::input::{Answer, Cut, OriginAct, Wait};
use crate::random::Random;

/// Any response, or a piece of one.
pub(crate) fn answer(random: &mut Random) -> OriginAct {
    match random.below(4) {
        0 => interim(random),
        1 => final_response(random),
        2 => word(random.row(RESPONSES).name),
        _ => send(Answer::Octets(made_up(random.octets(STATUSES, 0), random)), random),
    }
}

/// An interim response; more often than not a 100 (Continue).
pub(super) fn interim(random: &mut Random) -> OriginAct {
    match random.below(10) {
        0..6 => word("100"),
        6 => word(random.weighted(INTERIMS)),
        _ => {
            let mut octets = [*random.row(LINES_OF_INTERIMS), b"\r\n"].concat();
            for _ in 0..random.below(3) {
                octets.extend_from_slice(random.octets(FIELDS, 0));
                octets.extend_from_slice(b"\r\n");
            }
            send(Answer::Octets([&octets[..], b"\r\n"].concat()), random)
        }
    }
}

/// A final response, mostly a proper one.
pub(super) fn final_response(random: &mut Random) -> OriginAct {
    match random.below(10) {
        0..5 => word(random.weighted(FINALS)),
        _ => send(Answer::Octets(made_up(random.octets(STATUSES, 0), random)), random),
    }
}

/// What is no response, or not all of one.
pub(super) fn broken(random: &mut Random) -> OriginAct {
    word(random.weighted(BROKEN))
}

pub(super) fn word(name: &str) -> OriginAct {
    OriginAct::Send(Answer::Word(named(RESPONSES, name)), Cut::Whole)
}

fn send(answer: Answer, random: &mut Random) -> OriginAct {
    let cut = if random.happens(12) { cut(random) } else { Cut::Whole };
    OriginAct::Send(answer, cut)
}

/// A response with this status code and reason phrase.
fn made_up(status: &[u8], random: &mut Random) -> Vec<u8> {
    let version = random.octets(VERSIONS, 88);
    let mut octets = [version, b" ", status, b"\r\n"].concat();
    for _ in 0..random.weighted(&[(60, 0), (30, 1), (10, 2)]) {
        octets.extend_from_slice(random.octets(FIELDS, 0));
        octets.extend_from_slice(b"\r\n");
    }
    // No content belongs behind these.
    let rows = match status {
        [b'1', ..] | [b'2' | b'3', b'0', b'4', ..] => NO_CONTENT,
        _ => CONTENTS,
    };
    octets.extend_from_slice(random.octets(rows, 55));
    octets
}

static INTERIMS: &[(usize, &str)] = &[
    (10, "103"),
    (5, "199"),
    (4, "101"),
    (3, "100-with-length"),
    (3, "100-chunked"),
    (3, "100-close"),
    (2, "103-nominated"),
    (2, "100-http-1.0"),
    (2, "100-no-space"),
    (2, "100-lone-lf"),
];

static FINALS: &[(usize, &str)] = &[
    (25, "200-hello"),
    (15, "200"),
    (12, "417"),
    (10, "200-close"),
    (8, "403"),
    (5, "204"),
    (5, "413"),
    (5, "200-chunked"),
    (4, "400-close"),
    (3, "503"),
    (3, "200-http-1.0"),
    (3, "200-until-close"),
    (2, "200-trailers"),
    (1, "304"),
];

static BROKEN: &[(usize, &str)] = &[
    (10, "garbage"),
    (10, "half-a-head"),
    (10, "half-a-chunk"),
    (5, "200-bad-length"),
    (5, "200-huge"),
    (5, "200-two-lengths"),
    (5, "200-length-and-chunked"),
    (3, "head-of-64-kib"),
    (3, "content"),
    (3, "empty-line"),
    (3, "600"),
    (3, "099"),
    (2, "200-fold"),
];

static VERSIONS: &[&[u8]] = &[b"HTTP/1.1", b"HTTP/1.0", b"HTTP/1.2"];

static LINES_OF_INTERIMS: &[&[u8]] = &[
    b"HTTP/1.1 100 Continue",
    b"HTTP/1.1 100 Go on",
    b"HTTP/1.1 100 ",
    b"HTTP/1.1 102 Processing",
    b"HTTP/1.1 103 Early Hints",
    b"HTTP/1.1 104 Upload Resumption Supported",
    b"HTTP/1.1 150 Wait",
    b"HTTP/1.1 199 ",
    b"HTTP/1.1 102 200 OK",
];

static STATUSES: &[&[u8]] = &[
    b"200 OK",
    b"201 Created",
    b"202 Accepted",
    b"204 No Content",
    b"205 Reset Content",
    b"206 Partial Content",
    b"299 ",
    b"301 Moved Permanently",
    b"302 Found",
    b"303 See Other",
    b"304 Not Modified",
    b"307 Temporary Redirect",
    b"308 Permanent Redirect",
    b"400 Bad Request",
    b"401 Unauthorized",
    b"403 Forbidden",
    b"404 Not Found",
    b"407 Proxy Authentication Required",
    b"408 Request Timeout",
    b"411 Length Required",
    b"413 Content Too Large",
    b"417 Expectation Failed",
    b"417 100 Continue",
    b"421 Misdirected Request",
    b"426 Upgrade Required",
    b"429 Too Many Requests",
    b"500 Internal Server Error",
    b"501 Not Implemented",
    b"502 Bad Gateway",
    b"503 Service Unavailable",
    b"200 ",
    b"200 100 Continue",
    b"499 ",
];

static FIELDS: &[&[u8]] = &[
    b"Connection: close",
    b"Connection: Close",
    b"Connection: keep-alive",
    b"Connection: keep-alive, cLOSe",
    b"Location: /moved",
    b"WWW-Authenticate: Basic realm=\"t\"",
    b"Proxy-Authenticate: Basic realm=\"t\"",
    b"Link: </a>; rel=preload",
    b"Retry-After: 1",
    b"Expect: 100-continue",
    b"Content-Length: 5",
    b"Connection: x\r\nX: y",
    b"X: a\r\n b",
    b"Trailer: X",
    b"Upgrade: demo\r\nConnection: upgrade",
    b"Keep-Alive: timeout=5",
    b"X:",
    b"Set-Cookie: a=b\r\nSet-Cookie: c=d",
];

static NO_CONTENT: &[&[u8]] = &[b"\r\n"];

static CONTENTS: &[&[u8]] = &[
    b"Content-Length: 0\r\n\r\n",
    b"Content-Length: 5\r\n\r\nhello",
    b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\nX: y\r\n\r\n",
    b"Transfer-Encoding: CHUNKED\r\n\r\n0\r\n\r\n",
    b"\r\nhello",
    b"\r\n",
    b"Content-Length: 5\r\n\r\nhe",
    b"Content-Length: 18446744073709551621\r\n\r\nhello",
    b"Transfer-Encoding: chunked\r\n\r\n10000000000000005\r\nhello\r\n0\r\n\r\n",
    b"Content-Length: 25\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
    b"Content-Length: 5, 5\r\n\r\nhello",
];

/// What is waited for between what an origin server does.
pub(super) static WAITS: &[(usize, Wait)] =
    &[(30, Wait::Apart), (30, Wait::Pause), (10, Wait::Final), (25, Wait::Quiet), (5, Wait::Close)];
