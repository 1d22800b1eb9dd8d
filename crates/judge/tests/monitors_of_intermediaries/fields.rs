use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{CLI_028, FRM_010, PRX_015, PRX_016, PRX_029, PRX_031};

use super::*;

const GET: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_IN: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const GET_IN_BARE: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|";
const LAST: &str = "0 o > OPTIONS /expectspec-1/a HTTP/1.1|Host: t|Max-Forwards: 0|";
const UPGRADE: &str =
    "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Connection: upgrade|Upgrade: x/1|";
const OLD_FIELDS: &str =
    "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Proxy-Connection: keep-alive|TE: trailers|";
const BOTH: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Transfer-Encoding: chunked||5|hello|0|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "its own version",
        entries: &["0 o > GET /expectspec-1/a HTTP/1.0|Host: t|", GET_IN],
        shows: &[(&PRX_015, Kept, "http-1.1")],
    },
    Story {
        name: "a version of less",
        entries: &[GET, "1 i < GET /expectspec-1/a HTTP/1.0|Host: t|Via: 1.1 p|"],
        shows: &[(&PRX_015, Chosen, "http-1.0")],
    },
    Story {
        name: "the version of the client",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.9|Host: t|",
            "1 i < GET /expectspec-1/a HTTP/1.9|Host: t|Via: 1.1 p|",
        ],
        shows: &[(&PRX_015, Broken, "copied")],
    },
    Story {
        name: "a gateway without Via",
        entries: &[
            GET,
            GET_IN_BARE,
            OK_IN,
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[
            (&PRX_016, Chosen, "request-without-via-by-gateway"),
            (&PRX_016, Chosen, "response-without-via-by-gateway"),
        ],
    },
    Story {
        name: "Upgrade without its option",
        entries: &[UPGRADE, "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Upgrade: x/1|"],
        shows: &[(&PRX_029, Broken, "forwarded")],
    },
    Story {
        name: "Upgrade with its option",
        entries: &[
            UPGRADE,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: x/1|",
        ],
        shows: &[(&PRX_029, Chosen, "stated-anew")],
    },
    Story {
        name: "fields of the connection removed",
        entries: &[OLD_FIELDS, GET_IN],
        shows: &[(&PRX_029, Kept, "removed")],
    },
    Story {
        name: "Proxy-Connection forwarded",
        entries: &[
            OLD_FIELDS,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Proxy-Connection: keep-alive|",
        ],
        shows: &[(&PRX_029, Broken, "forwarded")],
    },
    Story {
        name: "no forwards left, and an answer",
        entries: &[LAST, "1 o < HTTP/1.1 204 No Content|"],
        shows: &[(&PRX_031, Kept, "answered")],
    },
    Story {
        name: "no forwards left, and forwarded",
        entries: &[LAST, "1 i < OPTIONS /expectspec-1/a HTTP/1.1|Host: t|Max-Forwards: 0|"],
        shows: &[(&PRX_031, Broken, "forwarded")],
    },
    Story {
        name: "Content-Length and Transfer-Encoding, both forwarded",
        entries: &[
            BOTH,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
             |Transfer-Encoding: chunked||5|hello|0|",
        ],
        shows: &[(&CLI_028, Broken, "both"), (&FRM_010, Broken, "both")],
    },
    Story {
        name: "Content-Length and Transfer-Encoding, one forwarded",
        entries: &[
            BOTH,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|",
        ],
        shows: &[(&FRM_010, Kept, "one")],
    },
    Story {
        name: "Content-Length and Transfer-Encoding, refused",
        entries: &[BOTH, "1 o < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|"],
        shows: &[(&FRM_010, Chosen, "refused")],
    },
];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a proxy with Via",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            "3 o < HTTP/1.1 100 Continue|Via: 1.1 p|",
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[
            (&PRX_016, Kept, "request-with-via"),
            (&PRX_016, Kept, "interim-with-via"),
            (&PRX_016, Kept, "response-with-via"),
        ],
    },
    Story {
        name: "an interim response without Via",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, CONTINUE_OUT],
        shows: &[(&PRX_016, Chosen, "interim-without-via")],
    },
    Story {
        name: "a request without Via",
        entries: &[GET, GET_IN_BARE],
        shows: &[(&PRX_016, Broken, "request-without-via")],
    },
    Story {
        name: "a request with the Via of another proxy only",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 other|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 other|",
        ],
        shows: &[(&PRX_016, Broken, "request-without-via")],
    },
    Story {
        name: "a response without Via",
        entries: &[
            GET,
            GET_IN,
            OK_IN,
            "7 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_016, Broken, "response-without-via")],
    },
    Story {
        name: "a response of the proxy's own without Via",
        entries: &[GET, GET_IN, "2 i > FIN", "3 o < HTTP/1.1 502 Bad Gateway|Content-Length: 0|"],
        shows: &[(&PRX_016, Kept, "request-with-via")],
    },
];
