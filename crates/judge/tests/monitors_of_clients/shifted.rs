//! Responses that crossed with the request: a client takes one for the answer, and each later response for
//! that of another request. And what a tester can not see: what stands behind a reset or a switch of its own.

use expectspec_requirements::CLI_026;
use expectspec_requirements::Outcome::{Chosen, Kept};

use super::*;

/// It was on its way when the client wrote the request.
const STRAY: &str = "0 > HTTP/1.1 200 OK|Content-Length: 0|";
const STRAY_FAILED: &str = "0 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "a stray for the answer to a POST, and the next request",
        entries: &[
            STRAY,
            POST,
            "1 = status 200",
            "1 < \"aaaaa\"",
            "2 < GET /next HTTP/1.1|Host: t|",
        ],
        shows: &[],
    },
    Story {
        name: "a stray 417 for the answer, its repetition, and a 403 in between",
        entries: &[
            STRAY_FAILED,
            HEAD,
            "1 > HTTP/1.1 403 Forbidden|Content-Length: 0|",
            "2 < \"aaaaa\"",
            "2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "3 = status 403",
            "3 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "a stray redirection for the answer, and a 417 to what it asked for",
        entries: &[
            "0 > HTTP/1.1 307 Again|Location: /u|Content-Length: 0|",
            HEAD,
            "1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "2 < \"aaaaa\"",
            "2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|",
            "3 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "4 < \"aaaaa\"",
            "5 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|",
            "6 > HTTP/1.1 200 OK|Content-Length: 0|",
            "7 < \"aaaaa\"",
            "8 = status 200",
        ],
        shows: &[],
    },
    Story {
        name: "a stray 417 for the answer, and the end behind a 100",
        entries: &[STRAY_FAILED, HEAD, CONTINUE, "2 < FIN", "9 = failure"],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and the end of the server behind it",
        entries: &[STRAY, GET, "1 > FIN", "1 = status 200", "2 < FIN"],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and the next one cut off",
        entries: &[
            STRAY,
            GET,
            "1 > HTTP/1.1 200 OK|Content-Length: 5|",
            "1 > RST",
            "1 = status 200",
        ],
        shows: &[],
    },
    Story {
        name: "a stray 417 for the answer to content that was lost then",
        entries: &[
            STRAY_FAILED,
            POST,
            "1 < \"aaaaa\"",
            "1.5 > FIN",
            "2 < FIN",
            "3#1 < POST /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "9 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and the last response for the next one's",
        entries: &[
            STRAY,
            GET,
            "1 > HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "1 = status 200",
            "1.5 < GET /next HTTP/1.1|Host: t|",
            "2 = status 400",
            "2 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and the 417 for the next one's",
        entries: &[
            "0 > HTTP/1.1 204 No Content|",
            HEAD,
            "1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "2 < \"aaaaa\"",
            "3 = status 204",
            "4 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and a pipeline that seems lost and begun again",
        entries: &[
            STRAY_FAILED,
            "0 > FIN",
            HEAD,
            "1 < \"aaaaa\"",
            "2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "3 < FIN",
            "4 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and each response for that to the next request",
        entries: &[
            "0 > HTTP/1.1 403 Forbidden|Content-Length: 0|",
            GET,
            "1 = status 403",
            "1.5 < GET /next HTTP/1.1|Host: t|",
            "2 > HTTP/1.1 404 Not Found|Content-Length: 0|",
            "3 = status 404",
            "3 > HTTP/1.1 403 Forbidden|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "a stray for the answer, and a version that the client has not seen",
        entries: &[
            STRAY,
            GET,
            "1 > HTTP/1.0 200 OK|Content-Length: 0|",
            "1 = status 200",
            "1 < FIN",
            "3#1 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|\"aaaaa\"|0|",
        ],
        shows: &[(&CLI_026, Chosen, "cold")],
    },
    Story {
        name: "a stray for the answer, and a length that is too large for the next one's",
        entries: &[
            STRAY,
            GET,
            "1 > HTTP/1.1 200 OK|Content-Length: 18446744073709551615|",
            "1 = status 200",
            "1.5 < GET /next HTTP/1.1|Host: t|",
            "2 > FIN",
            "3 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "a stray redirection for the answer, and another one for nobody",
        entries: &[
            "0 > HTTP/1.1 303 See Other|Location: /a|Content-Length: 0|",
            "0 < POST /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "1 > HTTP/1.1 307 Again|Location: /a|Content-Length: 0|",
            "2 < FIN",
            "3#1 < GET /a HTTP/1.1|Host: t|",
            "4#1 > HTTP/1.1 200 OK|Content-Length: 0|",
            "5 = status 200",
        ],
        shows: &[],
    },
    Story {
        name: "an empty line before a request, and a 100 behind both",
        entries: &[
            "0 > ",
            POST,
            CONTINUE,
            CONTENT,
            OK,
            TOLD,
            "900 < GET /next HTTP/1.1|Host: t|",
            "901 > HTTP/1.1 200 OK|Content-Length: 0|",
            "902 = status 200",
        ],
        shows: &[],
    },
    Story {
        name: "waiting behind a reset of the tester's",
        entries: &["0 > FIN", HEAD, "1 > RST", WAITED],
        shows: &[],
    },
    Story {
        name: "open behind the close option and a reset of the tester's",
        entries: &[
            GET,
            "1 > HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            "1 > RST",
            "2 = status 200",
            WAITED,
        ],
        shows: &[],
    },
    Story {
        name: "a 417, and a reset of the tester's right behind it",
        entries: &[HEAD, FAILED, "1 > RST", "2 = failure"],
        shows: &[],
    },
    Story {
        name: "a 417, and a reset of the tester's on the next connection",
        entries: &[HEAD, FAILED, "2 < FIN", "2#1 > RST", "3 = failure"],
        shows: &[],
    },
    Story {
        name: "a word on a request that the tester reset unread, and a 417 behind it",
        entries: &[
            "0 > RST",
            "1 = failure",
            "2#1 < PUT /v HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "3#1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "4#1 < FIN",
            "5#2 < PUT /v HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "6#2 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "7 = status 417",
        ],
        shows: &[],
    },
    Story {
        name: "chunks for a server whose last response is of HTTP/1.1, and cut off",
        entries: &[
            GET,
            "1 > HTTP/1.0 200 OK|Content-Length: 0|",
            "1 > FIN",
            "2 = status 200",
            "2 < FIN",
            "3#1 < GET /u HTTP/1.1|Host: t|",
            "4#1 > HTTP/1.1 200 OK|Content-Length: 5|",
            "4#1 > FIN",
            "5 = failure",
            "5#1 < FIN",
            "6#2 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|\"aaaaa\"|0|",
        ],
        shows: &[(&CLI_026, Kept, "after-http-1.1")],
    },
    Story {
        name: "chunks for a server whose last response is of HTTP/1.1, and came to no request",
        entries: &[
            GET,
            "1 > HTTP/1.0 200 OK|Content-Length: 0|",
            "2 = status 200",
            "2 < FIN",
            "3#1 > HTTP/1.1 303 See Other|Connection: close|",
            "3#1 > RST",
            "4 = failure",
            "5#2 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|\"aaaaa\"|0|",
        ],
        shows: &[(&CLI_026, Chosen, "cold")],
    },
    Story {
        name: "a 417 behind an interim response that is none by the grammar",
        entries: &[
            HEAD,
            "1 > \\x0bHTTP/1.1 100 Continue|",
            CONTENT,
            "3 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            FAILURE,
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "chunks that hold nothing in an OPTIONS request",
        entries: &["0 < OPTIONS /u HTTP/1.1|Host: t|Transfer-Encoding: chunked||0|"],
        shows: &[],
    },
    Story {
        name: "a 417, a 101 that nobody had asked for, and what nobody can read behind it",
        entries: &[
            HEAD,
            FAILED,
            "1 > HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: demo|",
            "2 < \"aaaaa\"",
            "2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "3 = failure",
            "3 < FIN",
        ],
        shows: &[],
    },
];
