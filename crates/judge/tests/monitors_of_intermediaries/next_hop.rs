use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{PRX_002, PRX_003, PRX_012, PRX_033};

use super::*;

const PRIMING: &str = "0 o > GET /expectspec-1/p HTTP/1.1|Host: t|";
const PRIMING_IN: &str = "0.1 i < GET /expectspec-1/p HTTP/1.1|Host: t|Via: 1.1 p|";
/// An origin server that speaks HTTP/1.0.
const OLD: &str = "0.2 i > HTTP/1.0 200 OK|Expectspec-Tag: 1/p|Content-Length: 0|";
const OLD_END: &str = "0.3 i > FIN";
const OLD_OUT: &str = "0.4 o < HTTP/1.1 200 OK|Via: 1.0 p|Expectspec-Tag: 1/p|Content-Length: 0|";
const ASKED_NEXT: &str = "1 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
const OWN_CONTINUE: &str = "2 o < HTTP/1.1 100 Continue|";
const PASSED_ON_NEXT: &str = "2 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p\
    |Content-Length: 5|Expect: 100-continue|";

pub(super) static OF_GATEWAYS: &[Story] = &[Story {
    name: "a gateway that answers itself",
    entries: &[ASKED, "1 o < HTTP/1.1 100 Continue|"],
    shows: &[(&PRX_003, Chosen, "own-continue-by-gateway")],
}];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a 100 of the proxy's own toward an unknown server",
        entries: &[ASKED, PASSED_ON, "2 o < HTTP/1.1 100 Continue|"],
        shows: &[
            (&PRX_002, Kept, "head-first"),
            (&PRX_003, Chosen, "unprimed-continue"),
            (&PRX_033, Chosen, "local-continue"),
        ],
    },
    Story {
        name: "a 100 of the proxy's own toward a server of HTTP/1.0",
        entries: &[PRIMING, PRIMING_IN, OLD, OLD_END, OLD_OUT, ASKED_NEXT, OWN_CONTINUE],
        shows: &[
            (&PRX_003, Chosen, "local-continue"),
            (&PRX_012, Broken, "local-continue"),
            (&PRX_033, Chosen, "local-continue"),
        ],
    },
    Story {
        name: "an expectation forwarded to a server of HTTP/1.0",
        entries: &[PRIMING, PRIMING_IN, OLD, OLD_END, OLD_OUT, ASKED_NEXT, PASSED_ON_NEXT],
        shows: &[(&PRX_003, Chosen, "forwarded"), (&PRX_012, Broken, "forwarded")],
    },
    Story {
        name: "417 toward a server of HTTP/1.0",
        entries: &[
            PRIMING,
            PRIMING_IN,
            OLD,
            OLD_END,
            OLD_OUT,
            ASKED_NEXT,
            "2 o < HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
        ],
        shows: &[(&PRX_003, Chosen, "417"), (&PRX_012, Kept, "417")],
    },
    Story {
        name: "another refusal toward a server of HTTP/1.0",
        entries: &[
            PRIMING,
            PRIMING_IN,
            OLD,
            OLD_END,
            OLD_OUT,
            ASKED_NEXT,
            "2 o < HTTP/1.1 403 Forbidden|Content-Length: 0|",
        ],
        shows: &[(&PRX_012, Chosen, "refused")],
    },
];
