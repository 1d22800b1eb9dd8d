use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{PRX_023, PRX_024};

use super::*;

const GET: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const LOST: &str = "2 i > FIN";
const GARBAGE: &str = "2 i > \"garbage garbage garbage\"|";
const BAD_GATEWAY: &str = "3 o < HTTP/1.1 502 Bad Gateway|Via: 1.1 p|Content-Length: 0|";
const TIMED_OUT: &str = "3 o < HTTP/1.1 504 Gateway Timeout|Via: 1.1 p|Content-Length: 0|";
const FIN: &str = "4 o < FIN";
const INVALID: &str = "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 1x|";
const PASSED: &str = "3 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "an invalid length, and 502",
        entries: &[GET, GET_ON, INVALID, BAD_GATEWAY],
        shows: &[(&PRX_024, Kept, "502")],
    },
    Story {
        name: "an invalid length, and 504",
        entries: &[GET, GET_ON, INVALID, TIMED_OUT],
        shows: &[(&PRX_024, Chosen, "own-final")],
    },
    Story {
        name: "an invalid length, and the end",
        entries: &[GET, GET_ON, INVALID, FIN],
        shows: &[(&PRX_024, Chosen, "closed")],
    },
    Story {
        name: "an invalid length, and the response passed on",
        entries: &[GET, GET_ON, INVALID, PASSED],
        shows: &[(&PRX_024, Broken, "relayed")],
    },
    Story {
        name: "an invalid length, and silence",
        entries: &[GET, GET_ON, INVALID, WAITED_LONG],
        shows: &[(&PRX_024, Broken, "silence")],
    },
    Story {
        name: "an invalid length, and the connection used again",
        entries: &[
            GET,
            GET_ON,
            INVALID,
            BAD_GATEWAY,
            "1000 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "1001 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
        ],
        shows: &[(&PRX_024, Kept, "502"), (&PRX_024, Broken, "reused")],
    },
    Story {
        name: "an invalid length, too late for a client that has its answer",
        entries: &[
            GET,
            GET_ON,
            "1.5 o < HTTP/1.1 504 Gateway Timeout|Via: 1.1 p|Content-Length: 0|",
            INVALID,
        ],
        shows: &[],
    },
];

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a lost connection, and 502",
        entries: &[GET, GET_ON, LOST, BAD_GATEWAY],
        shows: &[(&PRX_023, Kept, "502")],
    },
    Story {
        name: "a connection lost behind a 100, and 504",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, "2.5 i > FIN", TIMED_OUT],
        shows: &[(&PRX_023, Kept, "5xx")],
    },
    Story {
        name: "a lost connection, and the end",
        entries: &[GET, GET_ON, LOST, FIN],
        shows: &[(&PRX_023, Kept, "closed")],
    },
    Story {
        name: "a lost connection, and silence",
        entries: &[GET, GET_ON, LOST, WAITED_LONG],
        shows: &[(&PRX_023, Broken, "silence")],
    },
    Story {
        name: "a lost connection, and silence while the content is held back",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, CONTINUE_OUT, "3.5 i > FIN", WAITED_LONG],
        shows: &[],
    },
    Story {
        name: "garbage, and 502",
        entries: &[GET, GET_ON, GARBAGE, BAD_GATEWAY],
        shows: &[(&PRX_023, Kept, "502")],
    },
    Story {
        name: "garbage, and 400",
        entries: &[
            GET,
            GET_ON,
            GARBAGE,
            "3 o < HTTP/1.1 400 Bad Request|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[(&PRX_023, Chosen, "other-final")],
    },
    Story {
        name: "garbage taken for content",
        entries: &[GET, GET_ON, GARBAGE, "3 o < HTTP/1.1 200 OK|Via: 1.1 p|Content-Length: 0|"],
        shows: &[(&PRX_023, Doubtful, "success")],
    },
    Story {
        name: "a lost connection, and another one",
        entries: &[
            GET,
            GET_ON,
            LOST,
            "3 i#1 < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            "4 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "an invalid length, and the response passed on by a gateway",
        entries: &[GET, GET_ON, INVALID, PASSED],
        shows: &[(&PRX_024, Chosen, "relayed")],
    },
    Story {
        name: "an invalid length, and a gateway that is silent",
        entries: &[GET, GET_ON, INVALID, WAITED_LONG],
        shows: &[(&PRX_024, Chosen, "silence")],
    },
    Story {
        name: "a lost connection, and a client that had left",
        entries: &[GET, GET_ON, "1.5 o > FIN", LOST, WAITED_LONG],
        shows: &[],
    },
    Story {
        name: "a 100 that a request of HTTP/1.0 got, taken for the final response",
        entries: &[
            GET,
            "1 i < GET /expectspec-1/a HTTP/1.0|Host: t|Via: 1.1 p|",
            CONTINUE_IN,
            "2.5 i > FIN",
            WAITED_LONG,
        ],
        shows: &[],
    },
    Story {
        name: "garbage relayed as the response",
        entries: &[GET, GET_ON, GARBAGE, "3 o < \"garbage garbage garbage\"|", FIN],
        shows: &[(&PRX_023, Doubtful, "garbage-relayed")],
    },
    Story {
        name: "a status code of four digits relayed",
        entries: &[
            GET,
            GET_ON,
            "2 i > HTTP/1.1 1000 Continue|",
            "3 o < HTTP/1.1 1000 Continue|Via: 1.1 p|",
            FIN,
        ],
        shows: &[(&PRX_023, Doubtful, "garbage-relayed")],
    },
    Story {
        name: "a 101 that nobody asked for, relayed",
        entries: &[
            GET,
            GET_ON,
            "2 i > HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|",
            "3 o < HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|",
        ],
        shows: &[(&PRX_023, Doubtful, "switch-relayed")],
    },
    Story {
        name: "a 101 that nobody asked for, and 502",
        entries: &[
            GET,
            GET_ON,
            "2 i > HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|",
            BAD_GATEWAY,
        ],
        shows: &[(&PRX_023, Kept, "502-for-101")],
    },
    Story {
        name: "a 101 that the client asked for, relayed",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Connection: upgrade|Upgrade: x|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Connection: upgrade|Upgrade: x|",
            "2 i > HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|",
            "3 o < HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|",
        ],
        shows: &[],
    },
];
