use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    CON_013, GRM_001, GRM_012, IR_001, IR_002, IR_003, IR_004, IR_005, IR_006, IR_007, IR_008,
    IR_009, MTH_006, SRV_012, SRV_014,
};

use crate::story::*;

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "a plain 100",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS],
        shows: &[
            (&IR_001, Kept, "ends-with-its-head"),
            (&IR_002, Kept, "no-framing-field"),
            (&IR_003, Kept, "no-framing-field"),
            (&IR_004, Kept, "no-date"),
            (&IR_005, Kept, "no-close"),
            (&IR_006, Kept, "in-range"),
            (&IR_007, Kept, "well-formed"),
            (&IR_008, Kept, "well-formed"),
            (&IR_009, Kept, "well-formed"),
            (&GRM_001, Kept, "well-formed"),
            (&GRM_012, Kept, "well-formed"),
            (&SRV_012, Kept, "http-1.1"),
            (&SRV_014, Kept, "well-formed"),
        ],
    },
    Story {
        name: "a 100 with a date, another reason and other fields",
        entries: &[
            HEAD,
            "1 < HTTP/1.1 100 Go on|Date: Thu, 01 Jan 1970 00:00:00 GMT|X: y|",
            CONTENT,
            SUCCESS,
        ],
        shows: &[(&IR_004, Kept, "date")],
    },
    Story {
        name: "a 100 without reason but with its space",
        entries: &[HEAD, "1 < HTTP/1.1 100 |", CONTENT, SUCCESS],
        shows: &[(&SRV_014, Kept, "well-formed")],
    },
    Story {
        name: "content behind a 100",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue||\"go on\\r\\n\""],
        shows: &[(&IR_001, Broken, "content")],
    },
    Story {
        name: "a length in a 100",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue|Content-Length: 0|", CONTENT, SUCCESS],
        shows: &[(&IR_002, Broken, "framing-field")],
    },
    Story {
        name: "a transfer coding in a 100",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue|Transfer-Encoding: chunked|", CONTENT, SUCCESS],
        shows: &[(&IR_003, Broken, "framing-field")],
    },
    Story {
        name: "the close option in a 100",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue|Connection: close|", CONTENT, SUCCESS],
        shows: &[(&IR_005, Doubtful, "close")],
    },
    Story {
        name: "a 100 of HTTP/1.0",
        entries: &[HEAD, "1 < HTTP/1.0 100 Continue|", CONTENT, SUCCESS],
        shows: &[(&SRV_012, Doubtful, "http-1.0")],
    },
    Story {
        name: "a status code out of range",
        entries: &["0 > GET / HTTP/1.1|Host: t|", "1 < HTTP/1.1 099 Oh|Content-Length: 0|"],
        shows: &[(&IR_006, Broken, "out-of-range")],
    },
    Story {
        name: "a 100 whose lines end with LF",
        entries: &[HEAD, "1 < \"HTTP/1.1 100 Continue\\n\\n\"", CONTENT, SUCCESS],
        shows: &[(&IR_007, Broken, "malformed")],
    },
    Story {
        name: "whitespace before the first field",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue| X: y|", CONTENT, SUCCESS],
        shows: &[(&IR_008, Broken, "malformed")],
    },
    Story {
        name: "two spaces in the status-line",
        entries: &[HEAD, "1 < HTTP/1.1  100 Continue|", CONTENT, SUCCESS],
        shows: &[(&IR_009, Broken, "malformed")],
    },
    Story {
        name: "no space behind the status code",
        entries: &[HEAD, "1 < HTTP/1.1 100|", CONTENT, SUCCESS],
        shows: &[(&SRV_014, Broken, "malformed")],
    },
    Story {
        name: "a folded field in a response",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue|X: y| z|", CONTENT, SUCCESS],
        shows: &[(&GRM_012, Broken, "malformed")],
    },
    Story {
        name: "a space before the colon in a response",
        entries: &[HEAD, "1 < HTTP/1.1 100 Continue|X : y|", CONTENT, SUCCESS],
        shows: &[(&GRM_001, Broken, "malformed")],
    },
    Story {
        name: "a chunked response that is none",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Transfer-Encoding: chunked||\"HTTP/1.1 100 Continue\\r\\n\"",
        ],
        shows: &[(&GRM_001, Broken, "chunks")],
    },
    Story {
        name: "garbage behind a final response",
        entries: &["0 > GET / HTTP/1.1|Host: t|", "1 < HTTP/1.1 204 No Content||\"oh dear\\r\\n\""],
        shows: &[(&GRM_001, Broken, "garbage")],
    },
    Story {
        name: "content in a response to HEAD",
        entries: &[
            "0 > HEAD / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Content-Length: 7||\"oh dear\"",
            "2 < \"\\r\\n\"",
        ],
        shows: &[(&MTH_006, Broken, "content")],
    },
    Story {
        name: "a response to HEAD",
        entries: &["0 > HEAD / HTTP/1.1|Host: t|", "1 < HTTP/1.1 200 OK|Content-Length: 7|"],
        shows: &[(&MTH_006, Kept, "no-content")],
    },
    Story {
        name: "the answer to octets that are no HTTP need not be HTTP",
        entries: &["0 > \"\\x16\\x03\\x01\\r\\n\\r\\n\"", "1 < \"\\x15\\x03\\r\\n\\r\\n\"", FIN],
        shows: &[(&CON_013, Chosen, "without-response")],
    },
    Story {
        name: "a HEAD that nobody can read is refused with content",
        entries: &[
            "0 > \"\\x20\"",
            "0 > HEAD / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "a truncated response is not garbage",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Content-Length: 9||\"oh\"",
            FIN,
        ],
        shows: &[(&CON_013, Chosen, "within-response")],
    },
    Story {
        name: "garbage is the same in one write or two",
        entries: &[HEAD, CONTINUE, "2 < \"go on\\r\\n\""],
        shows: &[(&IR_001, Broken, "content")],
    },
    Story {
        name: "the answer to HTTP/2.0 need not be HTTP/1.1",
        entries: &["0 > GET / HTTP/2.0|Host: t|", "1 < \"<html></html>\\n\"", FIN],
        shows: &[(&CON_013, Chosen, "without-response")],
    },
    Story {
        name: "garbage to the content of a HEAD is no content of its response",
        entries: &[
            "0 > HEAD / HTTP/1.1|Host: t|Transfer-Encoding: chunked|Expect: 100-continue|",
            "1 < HTTP/1.1 200 OK|Content-Length: 7|",
            CHUNKS,
            "3 < \"<html></html>\\n\"",
        ],
        shows: &[(&GRM_001, Broken, "garbage")],
    },
];
