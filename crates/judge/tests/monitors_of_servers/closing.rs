use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{CON_010, CON_012, CON_013, CON_014, CON_015};

use crate::story::*;

const OLD: &str = "0 > GET / HTTP/1.0|Host: t|Connection: keep-alive|";
const UNASKED: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|";
const REFUSED: &str = "1 < HTTP/1.1 404 Not Found|Content-Length: 0|";
const UNTIL_CLOSE: &str = "1 < HTTP/1.1 200 OK||\"hello\"";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "HTTP/1.0 is kept alive",
        entries: &[
            OLD,
            "1 < HTTP/1.0 200 OK|Connection: keep-alive|Content-Length: 0|",
            GET,
            "5 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&CON_010, Chosen, "persists")],
    },
    Story {
        name: "HTTP/1.0 is not kept alive",
        entries: &[OLD, "1 < HTTP/1.0 200 OK|Content-Length: 0|", FIN],
        shows: &[(&CON_010, Chosen, "closes")],
    },
    Story {
        name: "the connection persists behind a handshake",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, GET, "5 < HTTP/1.1 204 No Content|"],
        shows: &[(&CON_012, Kept, "persists")],
    },
    Story {
        name: "the connection ends behind a handshake",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, FIN],
        shows: &[(&CON_012, Chosen, "closes"), (&CON_013, Chosen, "behind-final")],
    },
    Story {
        name: "the connection ends behind the 100",
        entries: &[HEAD, CONTINUE, "20000 < FIN"],
        shows: &[(&CON_013, Chosen, "behind-interim")],
    },
    Story {
        name: "the connection ends before any request",
        entries: &["60000 < FIN"],
        shows: &[(&CON_013, Chosen, "without-request")],
    },
    Story {
        name: "the connection ends as announced",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_013, Chosen, "announced")],
    },
    Story {
        name: "content without expectation is read",
        entries: &[UNASKED, REFUSED, CONTENT, "600 . quiet"],
        shows: &[(&CON_014, Kept, "read")],
    },
    Story {
        name: "a terabyte of content is not read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 1099511627776|",
            "1 < HTTP/1.1 501 Not Implemented|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "content without expectation drips for longer than it is read",
        entries: &[UNASKED, REFUSED, "5000 > \"h\"", "10002 < FIN"],
        shows: &[],
    },
    Story {
        name: "content without expectation is not read",
        entries: &[UNASKED, "1 < HTTP/1.1 404 Not Found|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&CON_014, Broken, "closed-early")],
    },
    Story {
        name: "content with expectation need not be read",
        entries: &[HEAD, "1 < HTTP/1.1 404 Not Found|Connection: close|Content-Length: 0|", FIN],
        shows: &[],
    },
    Story {
        name: "content without a length ends with the connection",
        entries: &["0 > GET / HTTP/1.1|Host: t|", UNTIL_CLOSE, FIN],
        shows: &[(&CON_015, Kept, "closed")],
    },
    Story {
        name: "content without a length never ends",
        entries: &["0 > GET / HTTP/1.1|Host: t|", UNTIL_CLOSE, WAITED_LONG],
        shows: &[(&CON_015, Broken, "open")],
    },
    Story {
        name: "content without a length comes slowly",
        entries: &["0 > GET / HTTP/1.1|Host: t|", UNTIL_CLOSE, "20000 < \"on\"", "40000 . quiet"],
        shows: &[],
    },
    Story {
        name: "content without a length, and the next request is answered",
        entries: &["0 > GET / HTTP/1.1|Host: t|", UNTIL_CLOSE, GET, "5 < HTTP/1.1 204 No Content|"],
        shows: &[(&CON_015, Broken, "answered")],
    },
    Story {
        name: "HTTP/1.0 closes, content read or not",
        entries: &[
            "0 > POST / HTTP/1.0|Host: t|Content-Length: 5|",
            "1 < HTTP/1.0 404 Not Found|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_013, Chosen, "announced")],
    },
];
