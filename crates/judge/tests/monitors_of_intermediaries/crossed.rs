//! Responses that nobody asked for, and that cross with the next request: who reads them as its answer
//! can't know better.

use expectspec_requirements::Outcome::Broken;
use expectspec_requirements::PRX_022;

use super::*;

const GET_A: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_A_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const ASKED_B: &str = "0 o > POST /expectspec-1/b HTTP/1.1|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
const ASKED_B_ON: &str = "9 i < POST /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
    |Expect: 100-continue|";
const STRAY: &str = "7 i > HTTP/1.1 204 No Content|Expectspec-Tag: 1/a|";
const STRAY_OUT: &str = "10 o < HTTP/1.1 204 No Content|Expectspec-Tag: 1/a|";
const CONTINUE_B: &str = "10 i > HTTP/1.1 100 Continue|";
const OK_B: &str =
    "11 i > HTTP/1.1 200 OK|Connection: close|Expectspec-Tag: 1/b|Content-Length: 0|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a stray response that crosses with a pipelined request",
        entries: &[
            GET_A,
            ASKED_B,
            GET_A_ON,
            OK_IN,
            STRAY,
            OK_OUT,
            ASKED_B_ON,
            STRAY_OUT,
            CONTINUE_B,
            "11 i < FIN",
            OK_B,
        ],
        shows: &[],
    },
    Story {
        name: "a stray response delivered before its request has come",
        entries: &[GET_A, ASKED_B, GET_A_ON, OK_IN, STRAY, OK_OUT, STRAY_OUT, "11 i < FIN"],
        shows: &[],
    },
    Story {
        name: "an answer that comes when a stray one had been taken for it",
        entries: &[
            GET_A,
            ASKED_B,
            GET_A_ON,
            OK_IN,
            STRAY,
            OK_OUT,
            ASKED_B_ON,
            STRAY_OUT,
            "10 i < \"hello\"",
            OK_B,
            "12 i < GET /expectspec-1/c HTTP/1.1|Host: t|Via: 1.1 p|",
        ],
        shows: &[],
    },
    Story {
        name: "a stray response in one piece with the answer before it",
        entries: &[
            GET_A,
            "1 o#1 > GET /expectspec-1/b HTTP/1.1|Host: t|",
            GET_A_ON,
            "6 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0||\
             HTTP/1.1 204 No Content|Expectspec-Tag: 1/a|",
            OK_OUT,
            "9 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "10 o#1 < HTTP/1.1 204 No Content|Expectspec-Tag: 1/a|",
        ],
        shows: &[(&PRX_022, Broken, "misattributed")],
    },
    Story {
        name: "a stray response with the tag of the one before, taken for it",
        entries: &[
            GET_A,
            GET_A_ON,
            "6 i > HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|",
            STRAY,
            STRAY_OUT,
        ],
        shows: &[],
    },
];
