use expectspec_requirements::CON_011;
use expectspec_requirements::Outcome::{Broken, Chosen, Kept};

use super::*;

const OLD: &str = "0 o > GET /expectspec-1/a HTTP/1.0|";
const PERSISTING: &str = "0 o > GET /expectspec-1/a HTTP/1.0|Connection: keep-alive|";
const OLD_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.0 p|";
const ANSWER: &str = "7 o < HTTP/1.1 200 OK|Via: 1.1 p|Connection: keep-alive|Expectspec-Tag: 1/a\
    |Content-Length: 0|";
const NEXT: &str = "8 o > GET /expectspec-1/b HTTP/1.0|";
const NEXT_OUT: &str = "9 o < HTTP/1.1 404 Not Found|Via: 1.1 p|Content-Length: 0|";

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "an HTTP/1.0 client, and the end behind its response",
        entries: &[OLD, OLD_ON, OK_IN, OK_OUT, "8 o < FIN"],
        shows: &[(&CON_011, Kept, "closed")],
    },
    Story {
        name: "an HTTP/1.0 client, and its connection left open",
        entries: &[PERSISTING, OLD_ON, OK_IN, ANSWER, "5100 o . quiet"],
        shows: &[(&CON_011, Broken, "open")],
    },
    Story {
        name: "an HTTP/1.0 client answered twice",
        entries: &[PERSISTING, OLD_ON, OK_IN, ANSWER, NEXT, NEXT_OUT, "10 o < FIN"],
        shows: &[(&CON_011, Broken, "answered")],
    },
    Story {
        name: "a tunnel of an old client",
        entries: &[
            "0 o > CONNECT t:80 HTTP/1.0|Host: t|",
            "1 o < HTTP/1.1 200 OK|",
            "20000 o . quiet",
        ],
        shows: &[],
    },
];

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "an HTTP/1.0 client, and its connection left open by a gateway",
        entries: &[PERSISTING, OLD_ON, OK_IN, ANSWER, "5100 o . quiet"],
        shows: &[(&CON_011, Chosen, "open")],
    },
    Story {
        name: "an HTTP/1.0 client answered twice by a gateway",
        entries: &[PERSISTING, OLD_ON, OK_IN, ANSWER, NEXT, NEXT_OUT, "10 o < FIN"],
        shows: &[(&CON_011, Chosen, "answered")],
    },
];
