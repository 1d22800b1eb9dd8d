use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{FRM_011, SRV_013, SRV_016, SRV_017};

use crate::story::*;

const NO_HOST: &str = "0 > POST / HTTP/1.1|Content-Length: 5|Expect: 100-continue|";
const TWO_HOSTS: &str = "0 > GET / HTTP/1.1|Host: t|Host: t|";
const BAD_HOST: &str = "0 > GET / HTTP/1.1|Host: a b|";
const NO_COLON: &str = "0 > GET / HTTP/1.1|Host: t|what is this|";
const NO_METHOD: &str = "0 > P@ST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "no Host gets 400",
        entries: &[NO_HOST, BAD_REQUEST, FIN],
        shows: &[(&SRV_016, Kept, "400")],
    },
    Story {
        name: "two Hosts get 400",
        entries: &[TWO_HOSTS, BAD_REQUEST, FIN],
        shows: &[(&SRV_016, Kept, "400")],
    },
    Story {
        name: "no Host gets 100 and then 400",
        entries: &[NO_HOST, CONTINUE, BAD_REQUEST, FIN],
        shows: &[(&SRV_016, Chosen, "continue-then-400")],
    },
    Story {
        name: "no Host gets 100 and then nothing",
        entries: &[NO_HOST, CONTINUE, WAITED],
        shows: &[(&SRV_016, Doubtful, "continue")],
    },
    Story {
        name: "no Host gets success",
        entries: &[NO_HOST, CONTINUE, CONTENT, SUCCESS],
        shows: &[(&SRV_016, Broken, "final")],
    },
    Story {
        name: "two Hosts get success",
        entries: &[TWO_HOSTS, SUCCESS],
        shows: &[(&SRV_016, Broken, "final")],
    },
    Story {
        name: "an invalid Host gets success",
        entries: &[BAD_HOST, SUCCESS],
        shows: &[(&SRV_016, Broken, "final")],
    },
    Story {
        name: "no Host gets another refusal",
        entries: &[NO_HOST, "1 < HTTP/1.1 405 No|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&SRV_016, Doubtful, "refused")],
    },
    Story {
        name: "no Host gets silence",
        entries: &[NO_HOST, WAITED],
        shows: &[(&SRV_016, Broken, "silence")],
    },
    Story {
        name: "no Host gets a close",
        entries: &[NO_HOST, FIN],
        shows: &[(&SRV_016, Doubtful, "closed")],
    },
    Story {
        name: "HTTP/1.0 needs no Host",
        entries: &[
            "0 > GET / HTTP/1.0|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "an empty Host is valid",
        entries: &["0 > GET / HTTP/1.1|Host: |", SUCCESS],
        shows: &[],
    },
    Story {
        name: "a Host with port or in brackets is valid",
        entries: &["0 > GET / HTTP/1.1|Host: [::1]:80|", SUCCESS],
        shows: &[],
    },
    Story {
        name: "no method gets 400 and the end",
        entries: &[NO_METHOD, BAD_REQUEST, FIN],
        shows: &[(&SRV_017, Kept, "400")],
    },
    Story {
        name: "no method gets 100",
        entries: &[NO_METHOD, CONTINUE, BAD_REQUEST, FIN],
        shows: &[(&SRV_017, Broken, "continue")],
    },
    Story {
        name: "no method gets 501",
        entries: &[NO_METHOD, "1 < HTTP/1.1 501 No|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&SRV_017, Chosen, "refused")],
    },
    Story {
        name: "a line without colon gets 400 and no end",
        entries: &[NO_COLON, "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|", WAITED],
        shows: &[(&SRV_017, Broken, "open")],
    },
    Story {
        name: "a line without colon gets 400, and the tester does not wait for the end",
        entries: &[NO_COLON, "1 < HTTP/1.1 400 Bad Request|Content-Length: 0|", "2000 . quiet"],
        shows: &[(&SRV_017, Kept, "400")],
    },
    Story {
        name: "a line without colon gets success",
        entries: &[NO_COLON, SUCCESS],
        shows: &[(&SRV_017, Broken, "accepted")],
    },
    Story {
        name: "a line without colon gets silence",
        entries: &[NO_COLON, WAITED_LONG],
        shows: &[(&SRV_017, Broken, "silence")],
    },
    Story {
        name: "a line without colon gets a close",
        entries: &[NO_COLON, FIN],
        shows: &[(&SRV_017, Doubtful, "closed")],
    },
    Story {
        name: "a target with a space is redirected",
        entries: &[
            "0 > GET /a b HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 301 Moved|Location: /a%20b|Content-Length: 0|",
        ],
        shows: &[(&SRV_017, Chosen, "redirected")],
    },
    Story {
        name: "HTTP/0.9 may be answered in kind",
        entries: &["0 > GET /|", "1 < <html>hello</html>|", FIN],
        shows: &[],
    },
    Story {
        name: "HTTP/0.9 may be answered in kind, behind whatever else",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 204 No Content|",
            "2 > POST /|",
            "3 < <html>hello</html>|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "a request-line behind a CR says nothing of HEAD",
        entries: &[
            "0 > \"\\rHEAD / HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            "1 < HTTP/1.1 501 Not Implemented|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "an empty line before it keeps HEAD from being read",
        entries: &[
            "0 > \"\\r\\nHEAD / HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            "1 < HTTP/1.0 400 Bad Request|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[(&FRM_011, Broken, "400")],
    },
    Story {
        name: "HEAD of a version that a server does not have",
        entries: &[
            "0 > HEAD / HTTP/1.2|Host: t|",
            "1 < HTTP/1.0 505 HTTP Version Not Supported|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[(&SRV_013, Broken, "refused")],
    },
    Story {
        name: "HEAD of HTTP/0.9, which has none",
        entries: &[
            "0 > HEAD /|Host: t|",
            "1 < HTTP/1.0 400 Bad Request|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "a host in the target and an invalid one in the field",
        entries: &["0 > GET http://t/ HTTP/1.1|Host: t/|", "1 < HTTP/1.1 204 No Content|"],
        shows: &[(&SRV_016, Chosen, "absolute-form")],
    },
    Story {
        name: "a malformed head says nothing of HEAD",
        entries: &[
            "0 > HEAD / HTTP/1.1|Host: t|no colon|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[(&SRV_017, Kept, "400")],
    },
    Story {
        name: "a head too large to be read says nothing of HEAD",
        entries: &[
            "0 > \"HEAD \"|\"/\" * 9000|\" HTTP/1.1\\r\\n\"|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 414 URI Too Long|Connection: close|Content-Length: 2||\"no\"",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "octets behind content that the server has had enough of",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 404 Not Found|Content-Length: 0|",
            "2 > \"hello\"",
            "2 > \"0\\r\\n\\r\\n0\\r\\n\\r\\n\"",
            "3 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "octets that cross with the end of an idle connection",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked||0|",
            "1 < HTTP/1.1 204 No Content|",
            "12000 > \"\\r\\n\"",
            "12001 > \"0\\r\\nX: y\\r\\n\\r\\n\"",
            "12002 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "HTTP/1.10 is no version",
        entries: &[
            "0 > POST / HTTP/1.10|Host: t|Content-Length: 5|Expect: 100-continue|",
            CONTINUE,
        ],
        shows: &[(&SRV_017, Broken, "continue")],
    },
    Story {
        name: "HTTP/1.10 is refused by its version",
        entries: &[
            "0 > POST / HTTP/1.10|Host: t|Content-Length: 5|",
            "1 < HTTP/1.1 505 No|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_017, Chosen, "refused")],
    },
    Story {
        name: "a line without colon is passed over",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|what is this|Content-Length: 5|Expect: 100-continue|",
            CONTINUE,
        ],
        shows: &[(&SRV_017, Broken, "recovered")],
    },
];
