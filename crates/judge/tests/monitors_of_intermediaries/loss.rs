use expectspec_requirements::Outcome::{Broken, Kept};
use expectspec_requirements::PRX_030;

use super::*;

const GET_A: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_B: &str = "0.1 o > GET /expectspec-1/b HTTP/1.1|Host: t|";
const GET_A_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const GET_B_ON: &str = "1.1 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|";
const A_IN: &str = "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|";
const A_OUT: &str = "4 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const LOST: &str = "3 i > FIN";
const BAD_GATEWAY: &str =
    "5 o < HTTP/1.1 502 Bad Gateway|Via: 1.1 p|Connection: close|Content-Length: 0|";
const FIN: &str = "6 o < FIN";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a pipeline lost behind its first response, and 502",
        entries: &[GET_A, GET_B, GET_A_ON, GET_B_ON, A_IN, LOST, A_OUT, BAD_GATEWAY, FIN],
        shows: &[(&PRX_030, Kept, "answered")],
    },
    Story {
        name: "a pipeline lost behind its first response, and the end",
        entries: &[GET_A, GET_B, GET_A_ON, GET_B_ON, A_IN, LOST, A_OUT, FIN],
        shows: &[(&PRX_030, Kept, "closed")],
    },
    Story {
        name: "a pipeline lost, and its first response with it",
        entries: &[GET_A, GET_B, GET_A_ON, GET_B_ON, A_IN, LOST, FIN],
        shows: &[(&PRX_030, Broken, "response-lost")],
    },
    Story {
        name: "a pipeline lost, and silence",
        entries: &[GET_A, GET_B, GET_A_ON, GET_B_ON, A_IN, LOST, A_OUT, WAITED_LONG],
        shows: &[
            (&PRX_030, Broken, "silence"),
            (&expectspec_requirements::PRX_023, Broken, "silence"),
        ],
    },
    Story {
        name: "a pipeline lost, and its client gone",
        entries: &[GET_A, GET_B, GET_A_ON, GET_B_ON, A_IN, LOST, "3.5 o > FIN", FIN],
        shows: &[],
    },
    Story {
        name: "a pipeline reset, and its first response perhaps with it",
        entries: &[GET_A, GET_B, GET_A_ON, GET_B_ON, A_IN, "3 i > RST", FIN],
        shows: &[(&PRX_030, Kept, "closed")],
    },
];
