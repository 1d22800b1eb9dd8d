//! The seeds of the corpus: what everyone agrees about, and an example of every disagreement.

use crate::DISAGREEMENTS;
use crate::disagreements::Disagreement;

/// The seeds of the fuzz target `differential`, each with its name.
pub fn seeds() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let example = |row: &Disagreement| (row.name, row.example.1);
    AGREED.iter().copied().chain(DISAGREEMENTS.into_iter().flatten().map(example))
}

/// Octets that everyone reads alike.
pub(crate) const AGREED: &[(&str, &[u8])] = &[
    ("agreed-value", b" 100-Continue"),
    ("agreed-100", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ("agreed-417", b"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n"),
    ("agreed-chunked", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n"),
    ("agreed-until-close", b"HTTP/1.0 200\r\nA: b\r\nB:\tc \r\na: d\r\n\r\n"),
    ("agreed-lone-lf", b"\r\n\nGET /a?b HTTP/1.1\nHost: t\n\n"),
    (
        "agreed-handshake",
        b"PUT http://t/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n",
    ),
    (
        "agreed-expect-twice",
        b"PUT / HTTP/1.1\r\nContent-Length:1\r\nExpect:100-continue\r\nExpect: 100-continue\r\n\r\n",
    ),
    (
        "agreed-codings-in-two-lines",
        b"PUT / HTTP/1.1\r\nTransfer-Encoding: gzip\r\nA: b\r\nTransfer-Encoding: chunked\r\n\r\n",
    ),
    ("agreed-http-10", b"POST / HTTP/1.0\r\nContent-Length: 5\r\n\r\n"),
    ("agreed-half", b"GET / HTTP/1.1\r\nHo"),
    ("agreed-bad-framing", b"GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"),
];
