use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    CON_001, CON_002, FRM_001, FRM_002, FRM_009, FRM_011, O16_004, PIP_003, SRV_001, SRV_005,
    SRV_022, SRV_023,
};

use crate::story::*;

const GET_HEAD: &str = "0 > GET / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
const NONE: &str = "0 > POST / HTTP/1.1|Host: t|Expect: 100-continue|";
const ZERO: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 0|Expect: 100-continue|";
const HUGE: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 4294967296|Expect: 100-continue|";
const TOO_HUGE: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 18446744073709551621|Expect: 100-continue|";
const EMPTY_LINE: &str = "4 > |GET /next HTTP/1.1|Host: t|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "the content of GET is invited",
        entries: &[GET_HEAD, CONTINUE],
        shows: &[(&FRM_001, Kept, "continue")],
    },
    Story {
        name: "the content of GET is refused",
        entries: &[GET_HEAD, BAD_REQUEST, FIN],
        shows: &[(&FRM_001, Kept, "400")],
    },
    Story {
        name: "the content of GET gets silence",
        entries: &[GET_HEAD, WAITED],
        shows: &[(&SRV_001, Broken, "silence")],
    },
    Story {
        name: "the content of GET is taken for a request",
        entries: &[
            "0 > DELETE / HTTP/1.1|Host: t|Content-Length: 28||GET /x HTTP/1.1|Host: abc|",
            "1 < HTTP/1.1 200 OK|Content-Length: 0||HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[
            (&FRM_001, Broken, "content-answered"),
            (&CON_001, Broken, "content-answered"),
            (&CON_002, Broken, "content-answered"),
        ],
    },
    Story {
        name: "no framing, no content",
        entries: &[NONE, SUCCESS],
        shows: &[(&FRM_002, Kept, "final"), (&SRV_005, Kept, "omitted-without-content")],
    },
    Story {
        name: "no content and a 100 all the same",
        entries: &[ZERO, CONTINUE, SUCCESS],
        shows: &[(&FRM_002, Kept, "continue-then-final")],
    },
    Story {
        name: "no content, and silence",
        entries: &[ZERO, WAITED_LONG],
        shows: &[(&FRM_002, Broken, "silence"), (&SRV_005, Broken, "silence")],
    },
    Story {
        name: "no content, and silence for a while only",
        entries: &[ZERO, WAITED],
        shows: &[],
    },
    Story {
        name: "no content, a 100, and silence",
        entries: &[ZERO, CONTINUE, "30200 . quiet"],
        shows: &[
            (&FRM_002, Broken, "continue-then-silence"),
            (&SRV_005, Broken, "silence"),
            (&expectspec_requirements::SRV_006, Broken, "silence"),
        ],
    },
    Story {
        name: "no content, and 400",
        entries: &[ZERO, BAD_REQUEST, FIN],
        shows: &[(&FRM_002, Doubtful, "400")],
    },
    Story {
        name: "a large length is refused",
        entries: &[HUGE, "1 < HTTP/1.1 413 Large|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&FRM_009, Kept, "413"), (&SRV_022, Kept, "413")],
    },
    Story {
        name: "a large length is invited",
        entries: &[HUGE, CONTINUE],
        shows: &[(&FRM_009, Kept, "continue"), (&SRV_022, Kept, "continue")],
    },
    Story {
        name: "a large length gets a close",
        entries: &[TOO_HUGE, FIN],
        shows: &[(&SRV_022, Chosen, "closed")],
    },
    Story {
        name: "a large length gets silence",
        entries: &[HUGE, WAITED],
        shows: &[(&SRV_022, Broken, "silence"), (&SRV_001, Broken, "silence")],
    },
    Story {
        name: "a large length is read as none",
        entries: &[
            HUGE,
            "1 < HTTP/1.1 200 OK|Content-Length: 0|",
            "2 > GET /x HTTP/1.1|Host: t|",
            SUCCESS,
        ],
        shows: &[
            (&FRM_009, Broken, "wrapped"),
            (&SRV_022, Broken, "wrapped"),
            (&CON_001, Broken, "content-answered"),
            (&CON_002, Broken, "content-answered"),
        ],
    },
    Story {
        name: "a length beyond all counting is read as five",
        entries: &[
            TOO_HUGE,
            CONTINUE,
            "2 > \"helloGET /x HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            SUCCESS,
            "4 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&FRM_009, Broken, "wrapped"), (&SRV_022, Broken, "wrapped")],
    },
    Story {
        name: "a length is asked for",
        entries: &[
            CHUNKED,
            "1 < HTTP/1.1 411 Length Required|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_023, Chosen, "411")],
    },
    Story {
        name: "chunks are fine",
        entries: &[CHUNKED, CONTINUE, CHUNKS, SUCCESS],
        shows: &[(&SRV_023, Chosen, "continue"), (&O16_004, Kept, "continue")],
    },
    Story {
        name: "an empty line before a request is ignored",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, EMPTY_LINE, "5 < HTTP/1.1 204 No Content|"],
        shows: &[(&FRM_011, Kept, "final")],
    },
    Story {
        name: "an empty line before a request gets 400",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            SUCCESS,
            EMPTY_LINE,
            "5 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&FRM_011, Broken, "400")],
    },
    Story {
        name: "two lines of Expect behind an empty line get 400",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            SUCCESS,
            "4 > |POST /next HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|Expect: 100-continue|",
            "5 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_001, Kept, "final")],
    },
    Story {
        name: "an empty line before a request gets silence",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, EMPTY_LINE, "30200 . quiet"],
        shows: &[(&FRM_011, Broken, "silence")],
    },
    Story {
        name: "an empty line before a request gets a close",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, EMPTY_LINE, FIN],
        shows: &[(&FRM_011, Doubtful, "closed")],
    },
    Story {
        name: "an empty line that is the end of chunks is none before a request",
        entries: &[
            CHUNKED,
            CONTINUE,
            "2 > 5|hello|0||GET /next HTTP/1.1|Host: t|",
            "3 < HTTP/1.1 200 OK|Content-Length: 0||HTTP/1.1 400 Oh|Content-Length: 0|",
        ],
        shows: &[(&PIP_003, Kept, "final-each")],
    },
    Story {
        name: "400 to OPTIONS for the server is not about the expectation",
        entries: &["0 > OPTIONS * HTTP/1.1|Host: t|Expect: 100-continue|", BAD_REQUEST, FIN],
        shows: &[(&FRM_002, Kept, "final")],
    },
];
