use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{GRM_011, PRX_026};

use super::*;

const GET: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const SPACE_IN: &str = "2 i > HTTP/1.1 200 OK|X-A : 1|Expectspec-Tag: 1/a|Content-Length: 0|";
const SPACE_OUT: &str =
    "3 o < HTTP/1.1 200 OK|Via: 1.1 p|X-A : 1|Expectspec-Tag: 1/a|Content-Length: 0|";
const FOLD_IN: &str = "2 i > HTTP/1.1 200 OK|X-A: 1| 2|Expectspec-Tag: 1/a|Content-Length: 0|";
const FOLD_OUT: &str =
    "3 o < HTTP/1.1 200 OK|Via: 1.1 p|X-A: 1| 2|Expectspec-Tag: 1/a|Content-Length: 0|";
const FOLDED_HINTS: &str = "2 i > HTTP/1.1 103 Early Hints|X-A: 1| 2|";
const BAD_GATEWAY: &str = "3 o < HTTP/1.1 502 Bad Gateway|Via: 1.1 p|Content-Length: 0|";

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "whitespace before a colon removed",
        entries: &[GET, GET_ON, SPACE_IN, OK_OUT],
        shows: &[(&GRM_011, Kept, "repaired")],
    },
    Story {
        name: "whitespace before a colon, and 502",
        entries: &[GET, GET_ON, SPACE_IN, BAD_GATEWAY],
        shows: &[(&GRM_011, Kept, "502")],
    },
    Story {
        name: "whitespace before a colon passed on",
        entries: &[GET, GET_ON, SPACE_IN, SPACE_OUT],
        shows: &[(&GRM_011, Broken, "relayed")],
    },
    Story {
        name: "whitespace before a colon of a 100 passed on",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 100 Continue|X-A : 1|",
            "3 o < HTTP/1.1 100 Continue|Via: 1.1 p|X-A : 1|",
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&GRM_011, Broken, "relayed")],
    },
    Story {
        name: "a folded line repaired",
        entries: &[GET, GET_ON, FOLD_IN, OK_OUT],
        shows: &[(&PRX_026, Kept, "repaired")],
    },
    Story {
        name: "a folded line, and 502",
        entries: &[GET, GET_ON, FOLD_IN, BAD_GATEWAY],
        shows: &[(&PRX_026, Kept, "502")],
    },
    Story {
        name: "a folded line of a 103, which is dropped",
        entries: &[GET, GET_ON, FOLDED_HINTS, OK_IN, OK_OUT],
        shows: &[(&PRX_026, Kept, "dropped")],
    },
    Story {
        name: "a folded line, and 500",
        entries: &[
            GET,
            GET_ON,
            FOLD_IN,
            "3 o < HTTP/1.1 500 Internal Server Error|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[(&PRX_026, Chosen, "own-final")],
    },
    Story {
        name: "a folded line passed on",
        entries: &[GET, GET_ON, FOLD_IN, FOLD_OUT],
        shows: &[(&PRX_026, Broken, "relayed")],
    },
];

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "whitespace before a colon passed on by a gateway",
        entries: &[GET, GET_ON, SPACE_IN, SPACE_OUT],
        shows: &[(&GRM_011, Chosen, "relayed")],
    },
    Story {
        name: "a folded line passed on by a gateway",
        entries: &[GET, GET_ON, FOLD_IN, FOLD_OUT],
        shows: &[(&PRX_026, Broken, "relayed")],
    },
];
