use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{PRX_004, PRX_020, PRX_023};

use super::*;

const GET: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const FULL_IN: &str = "6 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 5||\"hello\"";
const HINTS_IN: &str = "2 i > HTTP/1.1 103 Early Hints|Link: </a>, </b>|";
const HINTS_ALONE: &str = "3 o < HTTP/1.1 103 Early Hints|Via: 1.1 p|";
const ANOTHER: &str =
    "7 o < HTTP/1.1 201 Created|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const UPPER: &str =
    "7 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 5||\"HELLO\"";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "the response of the origin server in chunks",
        entries: &[
            GET,
            GET_ON,
            FULL_IN,
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Transfer-Encoding: chunked||5|hello|0|",
        ],
        shows: &[(&PRX_020, Kept, "same-response")],
    },
    Story {
        name: "the beginning of the response lost",
        entries: &[
            GET,
            GET_ON,
            FULL_IN,
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 3||\"llo\"",
        ],
        shows: &[(&PRX_020, Doubtful, "content-cut")],
    },
    Story {
        name: "a response that was broken off, completed",
        entries: &[
            GET,
            GET_ON,
            "6 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 9||\"hello\"",
            "6 i > FIN",
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Transfer-Encoding: chunked||5|hello|0|",
        ],
        shows: &[(&PRX_020, Doubtful, "completed")],
    },
    Story {
        name: "a response that was broken off, broken off",
        entries: &[
            GET,
            GET_ON,
            "6 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 9||\"hello\"",
            "6 i > FIN",
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 9||\"hello\"",
            "7 o < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "what is no response relayed as content until the close, and more of it",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            "2 i > \"xxxxx\"",
            "3 o < HTTP/1.1 200 OK|Connection: close||\"xxxxx\"",
            "4 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "5 i > HTTP/1.1 200 OK|Content-Length: 0|",
            "6 o < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&PRX_023, Doubtful, "success")],
    },
    Story {
        name: "the response of the origin server rewritten by a gateway",
        entries: &[GET, GET_ON, FULL_IN, UPPER],
        shows: &[(&PRX_020, Chosen, "content-changed")],
    },
    Story {
        name: "the response of the origin server compressed",
        entries: &[
            GET,
            GET_ON,
            FULL_IN,
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Encoding: x|Content-Length: 1||\"h\"",
        ],
        shows: &[],
    },
    Story {
        name: "another status code by a gateway",
        entries: &[GET, GET_ON, OK_IN, ANOTHER],
        shows: &[(&PRX_020, Chosen, "status-changed")],
    },
    Story {
        name: "a 103 without its links by a gateway",
        entries: &[GET, GET_ON, HINTS_IN, HINTS_ALONE, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Chosen, "links-lost")],
    },
    Story {
        name: "a response that was broken off, to an old client",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.0|Host: t|",
            GET_ON,
            "6 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 9||\"hello\"",
            "6 i > FIN",
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Connection: close||\"hello\"",
            "7 o < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "to an old client, a response given up before its end",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.0|Host: t|",
            GET_ON,
            "6 i > HTTP/1.0 200 OK|Expectspec-Tag: 1/a||\"hello\"",
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Connection: close||\"hello\"",
            "8 o < FIN",
            "8 i < FIN",
            "9 i > \"and more\"",
            "9 i > FIN",
        ],
        shows: &[],
    },
    Story {
        name: "a response given up before its end, and completed",
        entries: &[
            GET,
            GET_ON,
            "6 i > HTTP/1.0 200 OK|Expectspec-Tag: 1/a||\"hello\"",
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Transfer-Encoding: chunked||5|hello|0|",
            "8 i < FIN",
            "9 i > \"and more\"",
            "9 i > FIN",
        ],
        shows: &[(&PRX_020, Doubtful, "completed")],
    },
];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "another status code",
        entries: &[GET, GET_ON, OK_IN, ANOTHER],
        shows: &[(&PRX_020, Doubtful, "status-changed")],
    },
    Story {
        name: "other content",
        entries: &[GET, GET_ON, FULL_IN, UPPER],
        shows: &[(&PRX_020, Doubtful, "content-changed")],
    },
    Story {
        name: "a 103 with its links, in two lines",
        entries: &[
            GET,
            GET_ON,
            HINTS_IN,
            "3 o < HTTP/1.1 103 Early Hints|Via: 1.1 p|Link: </a>|Link: </b>|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Kept, "with-links")],
    },
    Story {
        name: "a 103 without its links",
        entries: &[GET, GET_ON, HINTS_IN, HINTS_ALONE, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Doubtful, "links-lost")],
    },
    Story {
        name: "a 103 with other links",
        entries: &[
            GET,
            GET_ON,
            HINTS_IN,
            "3 o < HTTP/1.1 103 Early Hints|Via: 1.1 p|Link: </a>|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Doubtful, "links-changed")],
    },
    Story {
        name: "a 103 without its links, and then none",
        entries: &[
            GET,
            GET_ON,
            HINTS_IN,
            "2.5 i > HTTP/1.1 103 Early Hints|Link: </c>|",
            HINTS_ALONE,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Broken, "dropped")],
    },
];
