use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use expectspec_requirements::{CON_001, FRM_003, FRM_004, FRM_005, FRM_006, FRM_007, SRV_010};

use crate::story::*;

const BAD_LENGTH: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5x|Expect: 100-continue|";
const GZIP: &str = "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: gzip|Expect: 100-continue|";
const TWICE_CHUNKED: &str =
    "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked, chunked|Expect: 100-continue|";
const BOTH: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked|Expect: 100-continue|";
const OLD: &str = "0 > POST / HTTP/1.0|Host: t|Connection: keep-alive|Transfer-Encoding: chunked|";
const UNKNOWN: &str =
    "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: foo, chunked|Expect: 100-continue|";
const KNOWN: &str =
    "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: gzip, chunked|Expect: 100-continue|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "408 that crosses with the end of a head",
        entries: &[
            "0 > \"OPT\"",
            "20000 > \"IONS / HTTP/1.1\\r\\nHost: t\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n\"",
            "20001 < HTTP/1.1 408 Request Timeout|Connection: close|Content-Length: 0|",
            "20002 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "chunked twice may be read as chunked, and waited for",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked|Transfer-Encoding: chunked|",
            "80000 . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "a bad length gets 400 and the end",
        entries: &[BAD_LENGTH, BAD_REQUEST, FIN],
        shows: &[(&FRM_003, Kept, "400"), (&FRM_003, Kept, "closed")],
    },
    Story {
        name: "a bad length gets 400, the end and no close option",
        entries: &[BAD_LENGTH, "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|", FIN],
        shows: &[(&FRM_003, Kept, "closed")],
    },
    Story {
        name: "a bad length gets 400, and the tester does not wait for the end",
        entries: &[BAD_LENGTH, "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|", "4000 . quiet"],
        shows: &[(&FRM_003, Kept, "400")],
    },
    Story {
        name: "a bad length gets 400 and no end",
        entries: &[BAD_LENGTH, "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|", WAITED],
        shows: &[(&FRM_003, Broken, "open")],
    },
    Story {
        name: "a bad length gets 400, and the next request is answered",
        entries: &[
            BAD_LENGTH,
            "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|",
            "2 > GET / HTTP/1.1|Host: t|",
            SUCCESS,
        ],
        shows: &[(&FRM_003, Broken, "answered"), (&SRV_010, Unclear, "no-certain-end")],
    },
    Story {
        name: "a bad length gets 400 twice before the end",
        entries: &[
            BAD_LENGTH,
            "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|",
            "2 > \"hello\"",
            BAD_REQUEST,
            FIN,
        ],
        shows: &[(&FRM_003, Kept, "closed")],
    },
    Story {
        name: "a bad length gets 100",
        entries: &[BAD_LENGTH, CONTINUE, CONTENT, SUCCESS],
        shows: &[(&FRM_003, Broken, "continue")],
    },
    Story {
        name: "a bad length gets 100, which 400 takes back",
        entries: &[BAD_LENGTH, CONTINUE, BAD_REQUEST, FIN],
        shows: &[(&FRM_003, Doubtful, "refused-after-continue"), (&FRM_003, Kept, "closed")],
    },
    Story {
        name: "a bad length gets success",
        entries: &[BAD_LENGTH, SUCCESS, FIN],
        shows: &[(&FRM_003, Broken, "accepted")],
    },
    Story {
        name: "a bad length gets another refusal",
        entries: &[BAD_LENGTH, "1 < HTTP/1.1 411 Length|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&FRM_003, Doubtful, "4xx")],
    },
    Story {
        name: "a bad length and no Host get another refusal",
        entries: &[
            "0 > POST / HTTP/1.1|Content-Length: 5x|",
            "1 < HTTP/1.1 411 Length|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&FRM_003, Kept, "4xx")],
    },
    Story {
        name: "a bad length gets a close",
        entries: &[BAD_LENGTH, FIN],
        shows: &[(&FRM_003, Doubtful, "closed")],
    },
    Story {
        name: "a bad length gets silence",
        entries: &[BAD_LENGTH, WAITED_LONG],
        shows: &[(&FRM_003, Broken, "silence")],
    },
    Story {
        name: "one length twice is that length",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5, 5|Expect: 100-continue|",
            CONTINUE,
            CONTENT,
            SUCCESS,
        ],
        shows: &[],
    },
    Story {
        name: "gzip alone gets 400 and the end",
        entries: &[GZIP, BAD_REQUEST, FIN],
        shows: &[(&FRM_004, Kept, "400"), (&FRM_004, Kept, "closed")],
    },
    Story {
        name: "gzip alone gets 501 and the end",
        entries: &[GZIP, "1 < HTTP/1.1 501 No|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&FRM_004, Doubtful, "501"), (&FRM_004, Kept, "closed")],
    },
    Story {
        name: "gzip alone gets 100",
        entries: &[GZIP, CONTINUE],
        shows: &[(&FRM_004, Broken, "continue")],
    },
    Story {
        name: "gzip alone gets 100, which 400 takes back",
        entries: &[GZIP, CONTINUE, BAD_REQUEST, FIN],
        shows: &[(&FRM_004, Doubtful, "refused-after-continue"), (&FRM_004, Kept, "closed")],
    },
    Story {
        name: "gzip alone in HTTP/1.0 may mean nothing",
        entries: &["0 > POST / HTTP/1.0|Host: t|Transfer-Encoding: gzip|", SUCCESS, FIN],
        shows: &[(&FRM_006, Kept, "closed")],
    },
    Story {
        name: "chunked twice may pass for chunked",
        entries: &[TWICE_CHUNKED, CONTINUE],
        shows: &[(&FRM_004, Chosen, "continue")],
    },
    Story {
        name: "two lengths, chunks read, and the end",
        entries: &[BOTH, CONTINUE, CHUNKS, SUCCESS, FIN],
        shows: &[(&FRM_005, Kept, "closed")],
    },
    Story {
        name: "two lengths, and no end",
        entries: &[BOTH, CONTINUE, CHUNKS, SUCCESS, WAITED],
        shows: &[(&FRM_005, Broken, "open")],
    },
    Story {
        name: "two lengths, and the next request is answered",
        entries: &[BOTH, CONTINUE, CHUNKS, SUCCESS, GET, "5 < HTTP/1.1 204 No Content|"],
        shows: &[(&FRM_005, Broken, "answered")],
    },
    Story {
        name: "two lengths, and no answer to the next request",
        entries: &[BOTH, CONTINUE, CHUNKS, SUCCESS, GET, FIN],
        shows: &[(&FRM_005, Kept, "closed")],
    },
    Story {
        name: "two lengths, and the wrong one read",
        entries: &[BOTH, CONTINUE, CONTENT, SUCCESS, FIN],
        shows: &[(&FRM_005, Doubtful, "by-length")],
    },
    Story {
        name: "chunked in HTTP/1.0, and the end",
        entries: &[OLD, CHUNKS, SUCCESS, FIN],
        shows: &[(&FRM_006, Kept, "closed")],
    },
    Story {
        name: "chunked in HTTP/1.0, and no end",
        entries: &[OLD, CHUNKS, SUCCESS, WAITED],
        shows: &[(&FRM_006, Broken, "open")],
    },
    Story {
        name: "chunked in HTTP/1.0, and the next request is answered",
        entries: &[OLD, CHUNKS, SUCCESS, GET, "5 < HTTP/1.1 204 No Content|"],
        shows: &[(&FRM_006, Broken, "answered")],
    },
    Story {
        name: "chunked twice may well be a coding that is not understood",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked, chunked|",
            "1 < HTTP/1.1 501 No|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&FRM_004, Chosen, "501")],
    },
    Story {
        name: "an unknown coding gets 501",
        entries: &[UNKNOWN, "1 < HTTP/1.1 501 No|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&FRM_007, Kept, "501")],
    },
    Story {
        name: "an unknown coding gets 100",
        entries: &[UNKNOWN, CONTINUE],
        shows: &[(&FRM_007, Broken, "continue")],
    },
    Story {
        name: "an unknown coding gets 100, which 501 takes back",
        entries: &[
            UNKNOWN,
            CONTINUE,
            "3 < HTTP/1.1 501 No|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&FRM_007, Doubtful, "refused-after-continue")],
    },
    Story {
        name: "an unknown coding gets 400",
        entries: &[UNKNOWN, BAD_REQUEST, FIN],
        shows: &[(&FRM_007, Broken, "400")],
    },
    Story {
        name: "an unknown coding and two lines of Expect get 400",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: foo, chunked|Expect: 100-continue|Expect: 100-continue|",
            BAD_REQUEST,
            FIN,
        ],
        shows: &[(&FRM_007, Chosen, "400")],
    },
    Story {
        name: "an unknown coding on an unknown path",
        entries: &[UNKNOWN, "1 < HTTP/1.1 404 Not Found|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&FRM_007, Chosen, "4xx")],
    },
    Story {
        name: "a registered coding may be understood",
        entries: &[KNOWN, CONTINUE, CHUNKS, SUCCESS],
        shows: &[(&FRM_007, Chosen, "final")],
    },
    Story {
        name: "content of no certain end is no request of ours",
        entries: &[BAD_LENGTH, BAD_REQUEST, "4 > \"hello\"", FIN],
        shows: &[(&FRM_003, Kept, "closed")],
    },
    Story {
        name: "content behind an early refusal is read",
        entries: &[
            HEAD,
            "1 < HTTP/1.1 404 Not Found|Content-Length: 0|",
            CONTENT,
            "3 > GET / HTTP/1.1|Host: t|",
            "4 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&CON_001, Kept, "read")],
    },
];
