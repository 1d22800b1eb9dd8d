//! What binds any server, where it can't be told who gave the reason, or was first.

use expectspec_requirements::Outcome::{Broken, Doubtful};
use expectspec_requirements::{CON_001, CON_015, FRM_002, SRV_005, SRV_017};

use super::*;

const REFUSAL_IN: &str = "2 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|";
const REFUSAL_OUT: &str =
    "3 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const NEXT: &str = "10 o > GET /expectspec-1/b HTTP/1.1|Host: t|";
/// An expectation without content.
const BARE: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: 100-continue|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "content until the close that looks like a response",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.0|Host: t|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.0 p|",
            "2 i > HTTP/1.1 408 Request Timeout|Expectspec-Tag: 1/a|Connection: close|",
            "3 o < HTTP/1.1 408 Request Timeout|Expectspec-Tag: 1/a|Connection: close|",
            NEXT,
            "300 i > HTTP/1.1 100 Continue|",
            "300 o < HTTP/1.1 100 Continue|",
        ],
        shows: &[],
    },
    Story {
        name: "content until the close, which has not come at the origin server",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a||hello",
            "3 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a||hello",
            "60000 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "content until the close, which has not come, and nothing tells whose it is",
        entries: &[
            "0 o > GET /echo HTTP/1.1|Host: t|",
            "1 i < GET /echo HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 200 OK||hello",
            "3 o < HTTP/1.1 200 OK||hello",
            "60000 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "content until the close that crossed with its request",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "2 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "2 i > HTTP/1.1 299 |",
            "2 o > GET /expectspec-1/b HTTP/1.0|Host: t|",
            "2 o < HTTP/1.1 299 |Connection: close|",
            "2 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.0 p|",
            "60000 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "responses within content until the close, and nothing tells whose it is",
        entries: &[
            "0 o > GET /echo HTTP/1.1|Host: t|",
            "1 i < GET /echo HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 408 Request Timeout|Connection: close|",
            "3 o < HTTP/1.1 408 Request Timeout|Connection: close|",
            NEXT,
            "300 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "300 o < HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "a response behind content until the close",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|",
            NEXT,
            "11 o < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&CON_015, Broken, "answered")],
    },
    Story {
        name: "a target without a host refused behind another request",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            CONTENT_OUT,
            "10 o > GET http:///expectspec-1/b HTTP/1.1|Host: t|",
            "11 o < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "12 o < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "a 400 of the origin server to a request without a tag",
        entries: &[
            "0 o > POST /echo HTTP/1.1|Host: t|Expect: 100-continue|",
            "1 i < POST /echo HTTP/1.1|Host: t|Via: 1.1 p|Expect: 100-continue|",
            "2 i > HTTP/1.1 400 Bad Request|Content-Length: 0|",
            "3 o < HTTP/1.1 400 Bad Request|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "a 400 to an expectation without content, and nothing forwarded",
        entries: &[BARE, "3 o < HTTP/1.1 400 Bad Request|Content-Length: 0|"],
        shows: &[(&FRM_002, Doubtful, "400")],
    },
    Story {
        name: "octets that cross with the end of an idle connection",
        entries: &["10000 o > garbage|", "10001 o < FIN"],
        shows: &[],
    },
    Story {
        name: "octets that end a connection",
        entries: &["0 o > garbage|", "1 o < FIN"],
        shows: &[(&SRV_017, Doubtful, "closed")],
    },
    Story {
        name: "a request never forwarded and never answered",
        entries: &[BARE, WAITED_LONG],
        shows: &[(&FRM_002, Broken, "silence"), (&SRV_005, Broken, "silence")],
    },
    Story {
        name: "a request behind another one that the origin server does not answer",
        entries: &[
            "0 o#1 > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            BARE,
            WAITED_LONG,
        ],
        shows: &[],
    },
    Story {
        name: "a 100 to a request without a tag before a pipelined one",
        entries: &[
            "0 o > GET /other HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue\
             ||\"hello\"",
            "0.2 i#1 < GET /other HTTP/1.1|Host: t|Via: 1.1 p|",
            "0.3 i#1 > HTTP/1.1 100 Continue|",
            "0.4 o < HTTP/1.1 100 Continue|",
            "0.5 o < HTTP/1.1 504 Gateway Timeout|Content-Length: 0|",
            PASSED_ON,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a 400 to a target that names no host",
        entries: &[BARE, "3 o < HTTP/1.1 400 Bad Request|Content-Length: 0|"],
        shows: &[],
    },
    Story {
        name: "a 400 to a target that names no host, behind content",
        entries: &[
            "0 o > POST http://t/expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
             |Expect: 100-continue|",
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            CONTENT_OUT,
            NEXT,
            "11 o < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "12 o < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "a 400 to a target of the form that was forwarded before",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            REFUSAL_OUT,
            CONTENT_OUT,
            NEXT,
            "11 o < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "12 o < FIN",
        ],
        shows: &[(&CON_001, Broken, "next-request-refused")],
    },
];
