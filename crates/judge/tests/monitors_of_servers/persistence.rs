use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use expectspec_requirements::{
    CON_001, CON_002, CON_003, CON_004, CON_005, CON_006, CON_007, SRV_006, SRV_007, SRV_010,
    SRV_013, SRV_017,
};

use crate::story::*;

/// A handshake whose content is a request.
const CANARY_HEAD: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 28|Expect: 100-continue|";
const CANARY: &str = "2 > GET /x HTTP/1.1|Host: abc|";
const REFUSED: &str = "1 < HTTP/1.1 404 Not Found|Content-Length: 0|";
const CLOSING: &str =
    "0 > POST / HTTP/1.1|Host: t|Connection: close|Content-Length: 5|Expect: 100-continue|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "refused content that looks like a request is read",
        entries: &[
            CANARY_HEAD,
            REFUSED,
            CANARY,
            "3 > GET / HTTP/1.1|Host: t|",
            "4 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&CON_001, Kept, "read"), (&CON_002, Kept, "read"), (&SRV_007, Kept, "reads-on")],
    },
    Story {
        name: "refused content that looks like a request closes the connection",
        entries: &[
            CANARY_HEAD,
            "1 < HTTP/1.1 404 Not Found|Connection: close|Content-Length: 0|",
            CANARY,
            FIN,
        ],
        shows: &[(&CON_001, Kept, "closed"), (&CON_002, Kept, "closed")],
    },
    Story {
        name: "400 to a method that nobody knows, behind content that was read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 405 Method Not Allowed|Content-Length: 0|",
            "2 > \"hello\"",
            "2 > helloPOST / HTTP/1.1|Host: t|",
            "3 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "400 to a version that nobody has, behind content that was read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 405 Method Not Allowed|Content-Length: 0|",
            "2 > \"hello\"",
            "2 > POST / HTTP/1.2|Host: t|",
            "3 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_013, Broken, "refused")],
    },
    Story {
        name: "400 to what is behind the request behind content that was read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 405 Method Not Allowed|Content-Length: 0|",
            "2 > \"hello\"",
            "2 > \"POST / HTTP/1.1\\r\\nHost: t\\r\\nContent-Length: 5\\r\\n\\r\\nhelloand more\"",
            "3 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "a request behind one that not everyone can read, behind content that was read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 28||GET /x HTTP/1.1|Host: abc|",
            "0 > P(ST / HTTP/1.1|Host: t||GET /x HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 204 No Content|",
            "1 < HTTP/1.1 405 Method Not Allowed|Content-Length: 0|",
            "1 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&SRV_017, Chosen, "refused")],
    },
    Story {
        name: "400 to a target that is no path, behind content that was read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 405 Method Not Allowed|Content-Length: 0|",
            "2 > \"hello\"",
            "2 > OPTIONS * HTTP/1.1|Host: t|",
            "3 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "400 to no request behind the close option",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5||\"helloand more\\r\\n\\r\\n\"",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "400 to what is left of a request behind content that was read",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 405 Method Not Allowed|Content-Length: 0|",
            "2 > \"hello\"",
            "2 > POST / HTTP/1.1|Host: t|Content-Length: 5||\"\\r\\nPOST / HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            "3 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "a request behind a trailer section that ends with LF alone",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked||0|X: y",
            "0 > \"\\nGET / HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            "1 < HTTP/1.1 204 No Content|",
            "2 < HTTP/1.1 204 No Content|",
        ],
        shows: &[],
    },
    Story {
        name: "refused content is taken for a request",
        entries: &[CANARY_HEAD, REFUSED, CANARY, SUCCESS],
        shows: &[(&CON_001, Broken, "content-answered"), (&CON_002, Broken, "content-answered")],
    },
    Story {
        name: "content that never came is not read from the next request",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 500|Expect: 100-continue|",
            REFUSED,
            "2 > GET /x HTTP/1.1|Host: t|",
            SUCCESS,
        ],
        shows: &[(&CON_001, Broken, "content-answered"), (&CON_002, Broken, "content-answered")],
    },
    Story {
        name: "content that never came is read from the next request",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 500|Expect: 100-continue|",
            REFUSED,
            "2 > GET /x HTTP/1.1|Host: t|",
            "20000 < HTTP/1.1 408 Late|Connection: close|Content-Length: 0|",
            "20001 < FIN",
        ],
        shows: &[(&SRV_010, Unclear, "error-at-the-end"), (&CON_001, Kept, "closed")],
    },
    Story {
        name: "the request behind refused content has a length twice",
        entries: &[
            HEAD,
            REFUSED,
            CONTENT,
            "3 > POST / HTTP/1.1|Host: t|Content-Length: 5, 5||\"hello\"",
            "4 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_001, Kept, "read")],
    },
    Story {
        name: "the request behind refused content has two lines of one field",
        entries: &[
            HEAD,
            REFUSED,
            CONTENT,
            "3 > GET / HTTP/1.1|Host: t|Expect:|Expect: 100-continue|",
            "4 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_001, Kept, "read")],
    },
    Story {
        name: "the request behind refused content is refused as garbage",
        entries: &[
            HEAD,
            REFUSED,
            CONTENT,
            "3 > GET / HTTP/1.1|Host: t|",
            "4 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_001, Broken, "next-request-refused")],
    },
    Story {
        name: "the request behind refused content gets an ordinary 400",
        entries: &[
            HEAD,
            REFUSED,
            CONTENT,
            "3 > GET / HTTP/1.1|Host: t|",
            "4 < HTTP/1.1 400 Bad Request|Content-Length: 0|",
        ],
        shows: &[(&CON_001, Kept, "read")],
    },
    Story {
        name: "who says close closes",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            "2 > GET / HTTP/1.1|Host: t|",
            FIN,
        ],
        shows: &[(&CON_003, Kept, "closed"), (&CON_004, Kept, "ignored")],
    },
    Story {
        name: "who says close stays",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            WAITED,
        ],
        shows: &[(&CON_003, Broken, "open")],
    },
    Story {
        name: "who says close stays for less than the window",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            "4900 . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "who says close answers on",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            "2 > GET / HTTP/1.1|Host: t|",
            SUCCESS,
        ],
        shows: &[(&CON_004, Broken, "answered")],
    },
    Story {
        name: "asked to close, closes and says so",
        entries: &[
            CLOSING,
            CONTINUE,
            CONTENT,
            "3 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_005, Kept, "closed"), (&CON_006, Kept, "close")],
    },
    Story {
        name: "asked to close, closes and does not say so",
        entries: &[CLOSING, CONTINUE, CONTENT, SUCCESS, FIN],
        shows: &[(&CON_005, Kept, "closed"), (&CON_006, Broken, "no-close")],
    },
    Story {
        name: "asked to close, stays",
        entries: &[CLOSING, CONTINUE, CONTENT, SUCCESS, WAITED],
        shows: &[(&CON_005, Broken, "open"), (&CON_006, Broken, "no-close")],
    },
    Story {
        name: "asked to close, answers on",
        entries: &[CLOSING, CONTINUE, CONTENT, SUCCESS, GET, "5 < HTTP/1.1 204 No Content|"],
        shows: &[(&CON_005, Broken, "answered"), (&CON_006, Broken, "no-close")],
    },
    Story {
        name: "asked to close, closes behind the 100",
        entries: &[CLOSING, CONTINUE, "2 < FIN"],
        shows: &[(&CON_005, Broken, "closed-early")],
    },
    Story {
        name: "asked to close, gives up waiting for the content",
        entries: &[CLOSING, CONTINUE, "20000 < FIN"],
        shows: &[],
    },
    Story {
        name: "asked to close, the client left",
        entries: &[CLOSING, CONTINUE, "2 > RST", "3 < FIN"],
        shows: &[],
    },
    Story {
        name: "the connection is reset while content comes",
        entries: &[HEAD, CONTINUE, CONTENT, "3 < RST"],
        shows: &[(&CON_007, Broken, "reset"), (&SRV_006, Doubtful, "closed")],
    },
    Story {
        name: "the connection is reset behind the final response",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, "4 < RST"],
        shows: &[(&CON_007, Chosen, "reset-behind-final")],
    },
    Story {
        name: "the connection ends in stages",
        entries: &[
            HEAD,
            "1 < HTTP/1.1 404 Not Found|Connection: close|Content-Length: 0|",
            CONTENT,
            FIN,
        ],
        shows: &[(&CON_007, Kept, "in-stages")],
    },
    Story {
        name: "a request within content is left unanswered",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 500|Expect: 100-continue|",
            REFUSED,
            "2 > GET /x HTTP/1.1|Host: t|",
            "600 . quiet",
        ],
        shows: &[(&CON_001, Kept, "no-answer"), (&CON_002, Kept, "no-answer")],
    },
    Story {
        name: "the connection is reset behind content without a length",
        entries: &[HEAD, "1 < HTTP/1.1 400 Bad Request|Connection: close|", CONTENT, "3 < RST"],
        shows: &[(&CON_007, Chosen, "reset-behind-final")],
    },
];
