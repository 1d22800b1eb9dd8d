//! What binds any server, where the origin server gave the reason, and where it did not.

use expectspec_requirements::Outcome::{Broken, Doubtful, Kept};
use expectspec_requirements::{
    CON_001, CON_002, CON_003, CON_006, FRM_002, GRM_001, GRM_012, IR_001, IR_002, IR_005, IR_006,
    MTH_006, PRX_020, PRX_023, SRV_005, SRV_007, SRV_010, SRV_012, TRL_002,
};

use super::*;

const PLAIN: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"";
const PLAIN_ON: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"";
const REFUSAL_IN: &str = "2 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|";
const REFUSAL_OUT: &str =
    "3 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const LAST_OUT: &str = "3 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a\
    |Connection: close|Content-Length: 0|";
const FIN_OUT: &str = "8 o < FIN";
const NEXT: &str = "10 o > GET /expectspec-1/b HTTP/1.1|Host: t|";
const NEXT_ON: &str = "11 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|";
/// An expectation without content.
const BARE: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: 100-continue|";
const BARE_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: 100-continue|";
const TRAILER: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||\
    5|hello|0|Expect: 100-continue|";
const TRAILER_ON: &str = "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p\
    |Transfer-Encoding: chunked||5|hello|0|";
const FAILED_IN: &str =
    "6 i > HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|";
const FAILED_OUT: &str =
    "7 o < HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|";
const LOOKALIKE: &str = "0 o > PUT /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 48||\
    GET /expectspec-1/x HTTP/1.1|Host: t|Y: 12|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a handshake relayed, seen as any server's",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[
            (&SRV_010, Kept, "one-final"),
            (&IR_001, Kept, "ends-with-its-head"),
            (&IR_002, Kept, "no-framing-field"),
            (&IR_006, Kept, "in-range"),
            (&GRM_001, Kept, "well-formed"),
        ],
    },
    Story {
        name: "an early final response with the close option",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, LAST_OUT, "4 o < FIN"],
        shows: &[(&SRV_007, Kept, "close"), (&CON_003, Kept, "closed")],
    },
    Story {
        name: "an early final response, and the connection dropped",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, REFUSAL_OUT, "4 o < FIN"],
        shows: &[(&SRV_007, Broken, "dropped")],
    },
    Story {
        name: "a final response twice",
        entries: &[PLAIN, PLAIN_ON, OK_IN, OK_OUT, OK_OUT],
        shows: &[(&SRV_010, Broken, "second-final")],
    },
    Story {
        name: "a 100 behind the final response",
        entries: &[PLAIN, PLAIN_ON, OK_IN, OK_OUT, "8 o < HTTP/1.1 100 Continue|"],
        shows: &[(&SRV_010, Broken, "interim-after-final")],
    },
    Story {
        name: "content behind a 103 of its own",
        entries: &[PLAIN, PLAIN_ON, "2 o < HTTP/1.1 103 Early Hints||\"hello hello\"|"],
        shows: &[(&IR_001, Broken, "content")],
    },
    Story {
        name: "content behind a 103 of the origin server",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "2 i > HTTP/1.1 103 Early Hints||\"hello hello\"|",
            "3 o < HTTP/1.1 103 Early Hints||\"hello hello\"|",
        ],
        shows: &[(&PRX_023, Doubtful, "garbage-relayed")],
    },
    Story {
        name: "content added to a response to HEAD",
        entries: &[
            "0 o > HEAD /expectspec-1/a HTTP/1.1|Host: t|",
            "1 i < HEAD /expectspec-1/a HTTP/1.1|Host: t|",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 5|",
            "3 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 5||\"hello\"|",
        ],
        shows: &[(&MTH_006, Broken, "content")],
    },
    Story {
        name: "a 100 with Content-Length of its own",
        entries: &[
            ASKED,
            "0.5 o < HTTP/1.1 100 Continue|Content-Length: 0|",
            PASSED_ON,
            CONTINUE_IN,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&IR_002, Broken, "framing-field")],
    },
    Story {
        name: "a 103 with Connection: close and HTTP/1.0 of the origin server",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "2 i > HTTP/1.0 103 Early Hints|Connection: close|",
            "3 o < HTTP/1.1 103 Early Hints|Connection: close|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "a 103 with Connection: close and HTTP/1.0 of its own",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "3 o < HTTP/1.0 103 Early Hints|Connection: close|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&SRV_012, Doubtful, "http-1.0"), (&IR_005, Doubtful, "close")],
    },
    Story {
        name: "a refusal of its own with whitespace before a colon",
        entries: &[PLAIN, "1 o < HTTP/1.1 403 Forbidden|X-A : 1|Content-Length: 0|"],
        shows: &[(&GRM_001, Broken, "malformed")],
    },
    Story {
        name: "a refusal of its own with a folded line",
        entries: &[PLAIN, "1 o < HTTP/1.1 403 Forbidden|X-A: 1| 2|Content-Length: 0|"],
        shows: &[(&GRM_012, Broken, "malformed")],
    },
    Story {
        name: "a request with the close option, answered without",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Connection: close|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            OK_IN,
            OK_OUT,
            FIN_OUT,
        ],
        shows: &[(&CON_006, Broken, "no-close")],
    },
    Story {
        name: "a request with the close option, and the origin server lost behind the 100",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Connection: close|Content-Length: 5\
             |Expect: 100-continue|",
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            "4 i > FIN",
            "5 o < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "content that looks like a request answered",
        entries: &[LOOKALIKE, REFUSED, "2 o < HTTP/1.1 404 Not Found|Content-Length: 0|"],
        shows: &[
            (&CON_001, Broken, "content-answered"),
            (&CON_002, Broken, "content-answered"),
            (&SRV_010, Kept, "one-final"),
        ],
    },
    Story {
        name: "the next request refused by the origin server",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            NEXT,
            NEXT_ON,
            "12 i > HTTP/1.1 400 Bad Request|Expectspec-Tag: 1/b|Content-Length: 0|",
            "13 o < HTTP/1.1 400 Bad Request|Connection: close|Expectspec-Tag: 1/b\
             |Content-Length: 0|",
            "14 o < FIN",
        ],
        shows: &[(&CON_001, Kept, "read")],
    },
    Story {
        name: "the next request refused by the intermediary",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            NEXT,
            "13 o < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "14 o < FIN",
        ],
        shows: &[(&CON_001, Broken, "next-request-refused")],
    },
    Story {
        name: "no content, and a silence of the origin server",
        entries: &[BARE, BARE_ON, "30200 o . quiet"],
        shows: &[],
    },
    Story {
        name: "no content, and a silence of its own",
        entries: &[BARE, BARE_ON, OK_IN, "30200 o . quiet"],
        shows: &[
            (&FRM_002, Broken, "silence"),
            (&SRV_005, Broken, "silence"),
            (&PRX_020, Broken, "never-relayed"),
        ],
    },
    Story {
        name: "no content, and a 400 of the origin server",
        entries: &[
            BARE,
            BARE_ON,
            "6 i > HTTP/1.1 400 Bad Request|Expectspec-Tag: 1/a|Content-Length: 0|",
            "7 o < HTTP/1.1 400 Bad Request|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&FRM_002, Kept, "final"), (&SRV_005, Kept, "omitted-without-content")],
    },
    Story {
        name: "no content, and a 400 of its own",
        entries: &[BARE, "7 o < HTTP/1.1 400 Bad Request|Content-Length: 0|"],
        shows: &[(&FRM_002, Doubtful, "400")],
    },
    Story {
        name: "an expectation among the trailers, and a 417 of the origin server",
        entries: &[TRAILER, TRAILER_ON, FAILED_IN, FAILED_OUT],
        shows: &[(&TRL_002, Kept, "ignored")],
    },
    Story {
        name: "an expectation among the trailers, and a 417 of the origin server without a tag",
        entries: &[
            "0 o > POST /u HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|Expect: 100-continue|",
            "1 i < POST /u HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked||5|hello|0|",
            "6 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "7 o < HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
        ],
        shows: &[(&TRL_002, Kept, "ignored")],
    },
    Story {
        name: "an expectation among the trailers, and a 100 of the origin server that came unasked",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
            "600 o > 5|hello|0|Expect: 100-continue|",
            "601 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked\
             |Expect: 100-continue|",
            "1601 i < 5|hello|0|",
            "1602 i > HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|",
            "1602 i > HTTP/1.1 100 Continue|",
            "1602 i > RST",
            "1603 o < HTTP/1.1 100 Continue|Via: 1.1 p|",
            "1603 o < HTTP/1.1 502 Bad Gateway|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "an expectation among the trailers without a tag, and a 100 of the origin server",
        entries: &[
            "0 o > POST /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
            "1 i < POST /u HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked|",
            "600 o > 5|hello|0|Expect: 100-continue|",
            "601 i < 5|hello|0|",
            "602 i > HTTP/1.1 100 Continue|",
            "602 i > HTTP/1.1 200 OK|Content-Length: 0|",
            "603 o < HTTP/1.1 100 Continue|Via: 1.1 p|",
            "603 o < HTTP/1.1 200 OK|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "an expectation among the trailers, and a 417 of its own",
        entries: &[TRAILER, "7 o < HTTP/1.1 417 Expectation Failed|Content-Length: 0|"],
        shows: &[(&TRL_002, Broken, "417")],
    },
];
