use expectspec_requirements::Outcome::{Chosen, Doubtful, Kept};
use expectspec_requirements::PRX_015;

use super::*;

const GET: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const OLD_GET_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.0|Host: t|Via: 1.1 p|";
const OLD_IN: &str = "2 i > HTTP/1.0 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|";
const OLD_OUT: &str = "3 o < HTTP/1.0 200 OK|Via: 1.0 p|Expectspec-Tag: 1/a|Content-Length: 0|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "an HTTP/1.0 response, and HTTP/1.1 toward the client",
        entries: &[GET, GET_ON, OLD_IN, OK_OUT],
        shows: &[(&PRX_015, Kept, "own-in-response")],
    },
    Story {
        name: "an HTTP/1.0 response passed on by one that speaks HTTP/1.1",
        entries: &[GET, GET_ON, OLD_IN, OLD_OUT],
        shows: &[(&PRX_015, Doubtful, "copied-in-response")],
    },
    Story {
        name: "an HTTP/1.0 response passed on by one that speaks HTTP/1.0",
        entries: &[GET, OLD_GET_ON, OLD_IN, OLD_OUT],
        shows: &[(&PRX_015, Chosen, "same-in-response")],
    },
    Story {
        name: "an HTTP/1.0 response passed on to an HTTP/1.0 client",
        entries: &["0 o > GET /expectspec-1/a HTTP/1.0|", GET_ON, OLD_IN, OLD_OUT, "8 o < FIN"],
        shows: &[],
    },
    Story {
        name: "an HTTP/1.0 103 passed on as it is",
        entries: &[
            GET,
            GET_ON,
            "2 i > HTTP/1.0 103 Early Hints|",
            "3 o < HTTP/1.0 103 Early Hints|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_015, Doubtful, "copied-in-interim")],
    },
];
