//! Responses and pieces of them.

use super::{Word, word};

/// 100 (Continue).
pub(crate) static CONTINUE: Word = word("100", b"HTTP/1.1 100 Continue\r\n\r\n");

/// What answers a request that nobody has scripted an answer to.
pub(crate) static PROPER: Word =
    word("proper", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

/// Responses and pieces of them, right and wrong.
pub static RESPONSES: &[Word] = &[
    word("100", b"HTTP/1.1 100 Continue\r\n\r\n"),
    word("200", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
    word("417", b"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n"),
    word("200-close", b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    word(
        "400-close",
        b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    ),
    word("200-hello", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
    word(
        "100-and-200",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    ),
    word("103", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
    word(
        "101",
        b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: demo\r\n\r\n",
    ),
    word("204", b"HTTP/1.1 204 No Content\r\n\r\n"),
    word("403", b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"),
    word("408-close", b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n"),
    word("413", b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n"),
    word("503", b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"),
    word(
        "200-chunked",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    ),
    word("200-until-close", b"HTTP/1.1 200 OK\r\n\r\nhello"),
    word("200-http-1.0", b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"),
    word("100-http-1.0", b"HTTP/1.0 100 Continue\r\n\r\n"),
    word("100-with-length", b"HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n"),
    word("100-chunked", b"HTTP/1.1 100 Continue\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    word("100-close", b"HTTP/1.1 100 Continue\r\nConnection: close\r\n\r\n"),
    word("100-no-space", b"HTTP/1.1 100\r\n\r\n"),
    word("100-lone-lf", b"HTTP/1.1 100 Continue\n\n"),
    word("600", b"HTTP/1.1 600 \r\nContent-Length: 0\r\n\r\n"),
    word("099", b"HTTP/1.1 099 \r\nContent-Length: 0\r\n\r\n"),
    word("200-bad-length", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
    word("200-huge", b"HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n"),
    word("content", b"hello"),
    word("half-a-head", b"HTTP/1.1 200 OK\r\nContent-"),
    word("half-a-chunk", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe"),
    word("garbage", b"\0\xff\x1b[2J"),
    word("empty-line", b"\r\n"),
    word("304", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"),
    word("103-nominated", b"HTTP/1.1 103 Early Hints\r\nConnection: x\r\nX: y\r\n\r\n"),
    word("199", b"HTTP/1.1 199 \r\nContent-Length: 5\r\n\r\n"),
    word("200-fold", b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n"),
    word("200-two-lengths", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 0\r\n\r\n"),
    word(
        "200-length-and-chunked",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ),
    word("200-http-1.0-until-close", b"HTTP/1.0 200 OK\r\n\r\nhello"),
    word(
        "200-trailers",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n",
    ),
    word("head-of-64-kib", b"HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n"),
    word("64-kib", &[b'x'; 65536]),
    word(
        "417-close",
        b"HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    ),
    word("401", b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 5\r\n\r\nhello"),
    word("301", b"HTTP/1.1 301 Moved\r\nLocation: /moved\r\nContent-Length: 0\r\n\r\n"),
    word("303", b"HTTP/1.1 303 See Other\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"),
    word(
        "303-close",
        b"HTTP/1.1 303 See Other\r\nLocation: /other\r\nConnection: close\r\n\r\nhello",
    ),
    word("307", b"HTTP/1.1 307 Again\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"),
    word("307-away", b"HTTP/1.1 307 Again\r\nLocation: http://u/\r\nContent-Length: 0\r\n\r\n"),
    word(
        "200-keep-alive",
        b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello",
    ),
    word(
        "101-unoffered",
        b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n",
    ),
];
