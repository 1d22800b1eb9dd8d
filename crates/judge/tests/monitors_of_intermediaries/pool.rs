use expectspec_requirements::Outcome::{Broken, Doubtful, Kept, Unclear};
use expectspec_requirements::{PIP_001, PRX_021, PRX_022};

use super::*;

const REFUSAL_IN: &str = "2 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|";
const REFUSAL_OUT: &str =
    "3 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const GET_A: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_A_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const GET_B: &str = "1000 o#1 > GET /expectspec-1/b HTTP/1.1|Host: t|";
const GET_B_ON: &str = "1001 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|";
const GET_B_ELSEWHERE: &str = "1001 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|";
const B_IN: &str = "1002 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|";
const B_IN_ELSEWHERE: &str = "1002 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|";
const B_OUT: &str = "1003 o#1 < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/b|Content-Length: 0|";
const A_FOR_B: &str =
    "1003 o#1 < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const STRAY: &str = "8 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|";
const STRAY_TIMEOUT: &str = "8 i > HTTP/1.1 408 Request Timeout|Content-Length: 0|";
const STRAY_CONTINUE: &str = "8 i > HTTP/1.1 100 Continue|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "another client's request in place of the content",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, REFUSAL_OUT, GET_B, GET_B_ON],
        shows: &[(&PRX_021, Broken, "content-missing")],
    },
    Story {
        name: "another client's request behind the content",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            GET_B,
            GET_B_ON,
            B_IN,
            B_OUT,
        ],
        shows: &[(&PRX_021, Kept, "content-first"), (&PRX_022, Kept, "own-response")],
    },
    Story {
        name: "another client's request on another connection",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            GET_B,
            GET_B_ELSEWHERE,
            B_IN_ELSEWHERE,
            B_OUT,
        ],
        shows: &[(&PRX_021, Kept, "new-connection")],
    },
    Story {
        name: "an early final response, and the inbound connection ended",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, REFUSAL_OUT, "4 i < FIN"],
        shows: &[(&PRX_021, Kept, "closed")],
    },
    Story {
        name: "content that looks like a request forwarded as content",
        entries: &[
            "0 o > PUT /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 48||\
             GET /expectspec-1/x HTTP/1.1|Host: t|Y: 12|",
            "1 i < PUT /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 48||\
             GET /expectspec-1/x HTTP/1.1|Host: t|Y: 12|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_021, Kept, "as-content")],
    },
    Story {
        name: "content that looks like a request discarded",
        entries: &[
            "0 o > PUT /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 48||\
             GET /expectspec-1/x HTTP/1.1|Host: t|Y: 12|",
            REFUSED,
        ],
        shows: &[(&PRX_021, Kept, "discarded")],
    },
    Story {
        name: "content that looks like a request forwarded as a request",
        entries: &[
            "0 o > PUT /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 48||\
             GET /expectspec-1/x HTTP/1.1|Host: t|Y: 12|",
            REFUSED,
            "2 i < GET /expectspec-1/x HTTP/1.1|Host: t|Y: 12|",
        ],
        shows: &[(&PRX_021, Broken, "content-forwarded")],
    },
    Story {
        name: "a stray response delivered to the next client",
        entries: &[GET_A, GET_A_ON, OK_IN, OK_OUT, STRAY, GET_B, GET_B_ON, A_FOR_B],
        shows: &[(&PRX_022, Broken, "misattributed")],
    },
    Story {
        name: "the answer behind an empty line that came to nobody, long before",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            "8 i > \"\\r\\n\"",
            "9000 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "9001 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "9002 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "9003 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "9500 o > GET /expectspec-1/c HTTP/1.1|Host: t|",
            "9501 i < GET /expectspec-1/c HTTP/1.1|Host: t|Via: 1.1 p|",
            "9502 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "9503 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "the answer to a later request of the same client",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
            GET_A_ON,
            "5 i > HTTP/1.1 103 Early Hints|",
            "1000 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "1001 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "1002 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "1003 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/b|Content-Length: 0|",
        ],
        shows: &[(&PIP_001, Broken, "answers-another")],
    },
    Story {
        name: "chunks that nobody can decode, passed on octet for octet",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||10000000000000005|hello|\
             GET /expectspec-1/x HTTP/1.1|Host: t|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked||\
             10000000000000005|hello|GET /expectspec-1/x HTTP/1.1|Host: t|",
        ],
        shows: &[],
    },
    Story {
        name: "two clients, and their responses exchanged",
        entries: &[
            GET_A,
            GET_A_ON,
            GET_B,
            GET_B_ELSEWHERE,
            B_IN_ELSEWHERE,
            "1002 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            A_FOR_B,
            "1003 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/b|Content-Length: 0|",
        ],
        shows: &[(&PRX_022, Broken, "misattributed")],
    },
    Story {
        name: "a wrong tag that the origin server gave",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            GET_B,
            GET_B_ELSEWHERE,
            "1002 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            A_FOR_B,
        ],
        shows: &[],
    },
    Story {
        name: "a response to a request of another day",
        entries: &[
            GET_A,
            GET_A_ON,
            "7 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 0/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_022, Unclear, "unknown-tag")],
    },
    Story {
        name: "a stray response, and the connection ended",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            STRAY,
            "9 i < FIN",
            GET_B,
            GET_B_ELSEWHERE,
            B_IN_ELSEWHERE,
            B_OUT,
        ],
        shows: &[(&PRX_022, Kept, "closed")],
    },
    Story {
        name: "a stray 100 delivered to the next client",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            STRAY_CONTINUE,
            GET_B,
            GET_B_ON,
            "1001.5 o#1 < HTTP/1.1 100 Continue|",
            B_IN,
            B_OUT,
        ],
        shows: &[(&PRX_022, Doubtful, "stray-delivered")],
    },
    Story {
        name: "a stray 408 delivered to the next client",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            STRAY_TIMEOUT,
            GET_B,
            GET_B_ON,
            "1002 o#1 < HTTP/1.1 408 Request Timeout|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[(&PRX_022, Doubtful, "stray-delivered")],
    },
    Story {
        name: "a foreign response behind a request without a certain end",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            "1000 o#1 > POST /expectspec-1/c HTTP/1.1|Host: t|Content-Length: 5\
             |Transfer-Encoding: chunked||0|",
            "1000 o#1 > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "1002 o#1 < HTTP/1.1 400 Bad Request|Content-Length: 0|",
            A_FOR_B,
        ],
        shows: &[(&expectspec_requirements::FRM_005, Broken, "answered")],
    },
    Story {
        name: "a response to no request that our origin server knew of",
        entries: &[
            GET_A,
            GET_A_ON,
            OK_IN,
            OK_OUT,
            GET_B,
            "1003 o#1 < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag:|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "content that is the beginning of a request",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\
             DELETE /expectspec-1/b HTTP/1.1|Host: t|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"DELET\"",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "4 i < E /expectspec-1/b HTTP/1.1|Host: t|",
        ],
        shows: &[],
    },
    Story {
        name: "content in capitals before a request",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"AAAAA\"",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"AAAAA\"",
            OK_IN,
            OK_OUT,
            GET_B,
            GET_B_ON,
        ],
        shows: &[],
    },
    Story {
        name: "another client's request behind a part of the content",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            "4 o > \"hel\"",
            "5 i < \"hel\"",
            GET_B,
            GET_B_ON,
        ],
        shows: &[(&PRX_021, Broken, "content-missing")],
    },
    Story {
        name: "another client's request before any response, in place of the content",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, CONTINUE_OUT, GET_B, GET_B_ON],
        shows: &[(&PRX_021, Broken, "content-missing")],
    },
    Story {
        name: "another client's request behind one that is complete, and not answered",
        entries: &[
            GET_A,
            GET_A_ON,
            GET_B,
            GET_B_ON,
            "1002 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "1003 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_022, Kept, "own-response")],
    },
];
