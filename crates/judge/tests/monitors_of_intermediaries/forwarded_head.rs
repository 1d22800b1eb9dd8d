use expectspec_requirements::Outcome::{Broken, Kept};
use expectspec_requirements::{GRM_013, GRM_015, GRM_016};

use super::*;

const FOLDED: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|X-A: 1| 2|";
const NUL: &str =
    "0 o > \"GET /expectspec-1/a HTTP/1.1\\r\\nHost: t\\r\\nX-A: 1\\x002\\r\\n\\r\\n\"";
const BARE_CR: &str =
    "0 o > \"GET /expectspec-1/a HTTP/1.1\\r\\nHost: t\\r\\nX-A: 1\\r2\\r\\n\\r\\n\"";
const REPAIRED: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|X-A: 1 2|";
const BAD_REQUEST: &str =
    "1 o < HTTP/1.1 400 Bad Request|Via: 1.1 p|Connection: close|Content-Length: 0|";
const FIN: &str = "8 o < FIN";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a folded line of a request repaired",
        entries: &[FOLDED, REPAIRED, OK_IN, OK_OUT],
        shows: &[(&GRM_013, Kept, "repaired")],
    },
    Story {
        name: "a folded line of a request refused",
        entries: &[FOLDED, BAD_REQUEST, FIN],
        shows: &[(&GRM_013, Kept, "refused")],
    },
    Story {
        name: "a folded line of a request forwarded",
        entries: &[
            FOLDED,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|X-A: 1| 2|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&GRM_013, Broken, "forwarded")],
    },
    Story {
        name: "NUL in a request replaced",
        entries: &[NUL, REPAIRED, OK_IN, OK_OUT],
        shows: &[(&GRM_015, Kept, "repaired")],
    },
    Story {
        name: "NUL in a request forwarded",
        entries: &[
            NUL,
            "1 i < \"GET /expectspec-1/a HTTP/1.1\\r\\nHost: t\\r\\nX-A: 1\\x002\\r\\n\\r\\n\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&GRM_015, Broken, "forwarded")],
    },
    Story {
        name: "a bare CR in a request replaced",
        entries: &[BARE_CR, REPAIRED, OK_IN, OK_OUT],
        shows: &[(&GRM_016, Kept, "repaired")],
    },
    Story {
        name: "a bare CR in a request forwarded",
        entries: &[
            BARE_CR,
            "1 i < \"GET /expectspec-1/a HTTP/1.1\\r\\nHost: t\\r\\nX-A: 1\\r2\\r\\n\\r\\n\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&GRM_016, Broken, "forwarded")],
    },
];
