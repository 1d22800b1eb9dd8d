use expectspec_requirements::Outcome::{Broken, Chosen, Kept, Unclear};
use expectspec_requirements::{EHT_001, EHT_004, EHT_005, SRV_010, SRV_011, SRV_020, SRV_021};

use crate::story::*;

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "two 100s are one too many to be kind",
        entries: &[
            HEAD,
            CONTINUE,
            "2 < HTTP/1.1 100 Continue|",
            "3 > \"hello\"",
            "4 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&SRV_010, Chosen, "repeated-continue"), (&SRV_010, Kept, "one-final")],
    },
    Story {
        name: "100 behind the final response",
        entries: &[
            HEAD,
            "1 < HTTP/1.1 403 Forbidden|Content-Length: 0|",
            CONTENT,
            "3 < HTTP/1.1 100 Continue|",
        ],
        shows: &[(&SRV_010, Broken, "interim-after-final")],
    },
    Story {
        name: "a second final response",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, "4 < HTTP/1.1 200 OK|Content-Length: 0|"],
        shows: &[(&SRV_010, Broken, "second-final")],
    },
    Story {
        name: "408 when the idle connection ends",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 204 No Content|",
            "20000 < HTTP/1.1 408 Request Timeout|Connection: close|Content-Length: 0|",
            "20001 < FIN",
        ],
        shows: &[(&SRV_010, Unclear, "error-at-the-end")],
    },
    Story {
        name: "a server that reads on behind a request without certain end",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked||\"5\\nhello\\n0\\n\\n\"",
            SUCCESS,
            GET,
            "5 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&SRV_010, Unclear, "no-certain-end")],
    },
    Story {
        name: "a refusal behind the 100",
        entries: &[HEAD, CONTINUE, "2 < HTTP/1.1 404 Not Found|Content-Length: 0|"],
        shows: &[(&SRV_011, Chosen, "refused-without-content")],
    },
    Story {
        name: "a refusal behind the content",
        entries: &[HEAD, CONTINUE, CONTENT, "3 < HTTP/1.1 404 Not Found|Content-Length: 0|"],
        shows: &[(&SRV_011, Kept, "went-on")],
    },
    Story {
        name: "100 that nobody asked for",
        entries: &["0 > POST / HTTP/1.1|Host: t|Content-Length: 5|", CONTINUE, CONTENT, SUCCESS],
        shows: &[(&SRV_020, Chosen, "unsolicited"), (&SRV_021, Chosen, "unsolicited")],
    },
    Story {
        name: "100 to a request without content",
        entries: &["0 > GET / HTTP/1.1|Host: t|", CONTINUE, SUCCESS],
        shows: &[
            (&SRV_020, Chosen, "unsolicited-without-content"),
            (&SRV_021, Chosen, "unsolicited-without-content"),
        ],
    },
    Story {
        name: "103 beside 100",
        entries: &[HEAD, "0.5 < HTTP/1.1 103 Early Hints|Link: </a>|", CONTINUE, CONTENT, SUCCESS],
        shows: &[(&EHT_001, Kept, "early-hints"), (&EHT_004, Chosen, "early-hints")],
    },
    Story {
        name: "104 beside 100",
        entries: &[
            HEAD,
            "0.5 < HTTP/1.1 104 Upload Resumption Supported|",
            CONTINUE,
            CONTENT,
            SUCCESS,
        ],
        shows: &[(&EHT_005, Chosen, "continue-as-well")],
    },
];
