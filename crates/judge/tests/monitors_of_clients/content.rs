use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    CLI_010, CLI_026, CLI_027, CLI_028, CLI_034, CLI_035, CLI_036, FRM_001, FRM_008, FRM_009,
    TRL_001,
};

use super::*;

const BEGINS: &str = "0 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|";

/// One octet more than 64 bits count.
const LONG: &str = "3 > HTTP/1.1 200 OK|Content-Length: 18446744073709551617||\"a\"";
const LONG_CHUNK: &str = "3 > HTTP/1.1 200 OK|Transfer-Encoding: chunked||10000000000000000|a|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "chunks",
        entries: &[CHUNKED, CONTINUE, "2 < 5|aaaaa|0|"],
        shows: &[
            (&CLI_026, Chosen, "cold"),
            (&CLI_027, Kept, "chunked"),
            (&CLI_028, Kept, "one"),
            (&CLI_035, Kept, "exact"),
            (&FRM_001, Kept, "signaled"),
        ],
    },
    Story {
        name: "the content twice",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 < \"aaaaa\""],
        shows: &[(&CLI_010, Broken, "sent-twice"), (&CLI_035, Broken, "sent-twice")],
    },
    Story {
        name: "the chunks twice",
        entries: &[CHUNKED, CONTINUE, "2 < 5|aaaaa|0|", "2.5 < 5|aaaaa|0|"],
        shows: &[(&CLI_010, Broken, "sent-twice"), (&CLI_035, Broken, "sent-twice")],
    },
    Story {
        name: "other octets behind the content",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 < \"bbb\""],
        shows: &[(&CLI_035, Broken, "surplus")],
    },
    Story {
        name: "content without framing",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|", "1 < \"aaaaa\""],
        shows: &[
            (&CLI_027, Broken, "unframed"),
            (&FRM_001, Broken, "unframed"),
            (&CLI_036, Broken, "no-length"),
        ],
    },
    Story {
        name: "a length that is no number",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: five|"],
        shows: &[(&CLI_027, Broken, "invalid")],
    },
    Story {
        name: "a length and chunks",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked|"],
        shows: &[(&CLI_028, Broken, "both")],
    },
    Story {
        name: "CRLF behind the content",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 < |"],
        shows: &[(&CLI_034, Broken, "behind-request")],
    },
    Story {
        name: "CRLF before a request",
        entries: &["0 < |GET /u HTTP/1.1|Host: t|"],
        shows: &[(&CLI_034, Broken, "before-request")],
    },
    Story {
        name: "chunks toward a server of HTTP/1.1",
        entries: &[GET, OK, TOLD, "5 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|"],
        shows: &[(&CLI_026, Kept, "after-http-1.1")],
    },
    Story {
        name: "chunks toward a server of HTTP/1.0 that nobody could read",
        entries: &[
            GET,
            "3 > \"\\r\\n\"",
            "3.1 > HTTP/1.0 200 OK|Content-Length: 0|",
            TOLD,
            "5#1 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
        ],
        shows: &[(&CLI_026, Chosen, "cold")],
    },
    Story {
        name: "chunks toward a server of HTTP/1.0 whose 100 nobody could read",
        entries: &[
            GET,
            "3 > \"\\r\\n\"",
            "3.1 > HTTP/1.1 100 Continue|",
            "3.2 > HTTP/1.0 200 OK|Content-Length: 0|",
            TOLD,
            "5#1 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
        ],
        shows: &[(&CLI_026, Chosen, "cold")],
    },
    Story {
        name: "chunks toward a server of HTTP/1.0 that answered behind the failure",
        entries: &[
            GET,
            "3 = failure",
            "3 > HTTP/1.0 200 OK|Content-Length: 0|",
            "3.1 < FIN",
            "5#1 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
        ],
        shows: &[(&CLI_026, Chosen, "cold")],
    },
    Story {
        name: "chunks toward a server of HTTP/1.0 that answered who had given up",
        entries: &[
            GET,
            "3 > HTTP/1.0 200 OK|Content-Length: 0|",
            "3.1 = failure",
            "5#1 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
        ],
        shows: &[(&CLI_026, Chosen, "cold")],
    },
    Story {
        name: "chunks toward a server of HTTP/1.0",
        entries: &[
            GET,
            "3 > HTTP/1.0 200 OK|Content-Length: 0|",
            TOLD,
            "5#1 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
        ],
        shows: &[(&CLI_026, Broken, "after-http-1.0")],
    },
    Story {
        name: "a trailer field that may be one",
        entries: &[BEGINS, "2 < 5|aaaaa|0|Digest: x|"],
        shows: &[(&TRL_001, Kept, "others")],
    },
    Story {
        name: "an expectation in the trailer section",
        entries: &[BEGINS, "2 < 5|aaaaa|0|Expect: 100-continue|"],
        shows: &[(&TRL_001, Broken, "misplaced")],
    },
    Story {
        name: "a response too long to count, refused",
        entries: &[GET, LONG, "4 > FIN", "5 = failure"],
        shows: &[(&FRM_009, Kept, "refused")],
    },
    Story {
        name: "a response too long to count, told",
        entries: &[GET, LONG, "4 = status 200"],
        shows: &[(&FRM_009, Doubtful, "told")],
    },
    Story {
        name: "a response too long to count, and another request before it",
        entries: &[GET, "0.5 < GET /next HTTP/1.1|Host: t|", LONG, "4 = failure", "4 = failure"],
        shows: &[],
    },
    Story {
        name: "a response too long to count, and another request",
        entries: &[GET, LONG, "4 = status 200", "5 < GET /next HTTP/1.1|Host: t|"],
        shows: &[(&FRM_009, Broken, "wrapped")],
    },
    Story {
        name: "a chunk too long to count, refused",
        entries: &[GET, LONG_CHUNK, "4 = failure"],
        shows: &[(&FRM_008, Kept, "refused")],
    },
    Story {
        name: "a chunk too long to count, told",
        entries: &[GET, LONG_CHUNK, "4 = status 200"],
        shows: &[(&FRM_008, Doubtful, "told")],
    },
];
