use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{PRX_004, PRX_005, PRX_014, PRX_025};

use super::*;

const HINTS_IN: &str = "2 i > HTTP/1.1 103 Early Hints|Link: </s.css>|";
const HINTS_OUT: &str = "3 o < HTTP/1.1 103 Early Hints|Via: 1.1 p|Link: </s.css>|";
const PROCESSING_IN: &str = "2 i > HTTP/1.1 102 Processing|";
const PROCESSING_OUT: &str = "3 o < HTTP/1.1 102 Processing|Via: 1.1 p|";
const OWN_CONTINUE: &str = "0.5 o < HTTP/1.1 100 Continue|Via: 1.1 p|";
const VIA_CONTINUE: &str = "3 o < HTTP/1.1 100 Continue|Via: 1.1 p|";
const PLAIN: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"";
const PLAIN_ON: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"";
const OLD: &str = "0 o > POST /expectspec-1/a HTTP/1.0|Content-Length: 5||\"hello\"";
const OLD_EXPECTING: &str =
    "0 o > POST /expectspec-1/a HTTP/1.0|Expect: 100-continue|Content-Length: 5||\"hello\"";
const OLD_ON: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.0 p|Content-Length: 5||\"hello\"";
const ODD_IN: &str = "2 i > HTTP/1.1 100 Continue|Content-Length: 5|";
const FIN_OUT: &str = "8 o < FIN";

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a 100 relayed by a proxy",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            VIA_CONTINUE,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Kept, "relayed")],
    },
    Story {
        name: "a 100 of its own, and that of the origin server dropped",
        entries: &[
            ASKED,
            OWN_CONTINUE,
            PASSED_ON,
            CONTINUE_IN,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Kept, "own-continue")],
    },
    Story {
        name: "a 100 that the client asked for, dropped",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            "6 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|",
            "7 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_004, Broken, "continue-dropped")],
    },
    Story {
        name: "a 100 that came behind all content, dropped",
        entries: &[ASKED, PASSED_ON, "1 o > \"hello\"", CONTINUE_IN, CONTENT_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Doubtful, "continue-dropped")],
    },
    Story {
        name: "a 100 that nobody asked for, dropped",
        entries: &[PLAIN, PLAIN_ON, CONTINUE_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Doubtful, "continue-dropped")],
    },
    Story {
        name: "103 and 102 relayed",
        entries: &[
            PLAIN,
            PLAIN_ON,
            HINTS_IN,
            HINTS_OUT,
            "3.1 i > HTTP/1.1 102 Processing|",
            "3.2 o < HTTP/1.1 102 Processing|Via: 1.1 p|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Kept, "relayed")],
    },
    Story {
        name: "103 dropped",
        entries: &[PLAIN, PLAIN_ON, HINTS_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Broken, "dropped")],
    },
    Story {
        name: "one of two 103s dropped",
        entries: &[PLAIN, PLAIN_ON, HINTS_IN, HINTS_IN, HINTS_OUT, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Broken, "dropped")],
    },
    Story {
        name: "interim responses in another order",
        entries: &[
            PLAIN,
            PLAIN_ON,
            HINTS_IN,
            PROCESSING_IN,
            PROCESSING_OUT,
            HINTS_OUT,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Broken, "out-of-order")],
    },
    Story {
        name: "103, and a 502 of its own",
        entries: &[
            PLAIN,
            PLAIN_ON,
            HINTS_IN,
            "3 i > RST",
            "4 o < HTTP/1.1 502 Bad Gateway|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "a malformed 103 dropped",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "2 i > HTTP/1.1 103 Early Hints|Link : </s.css>|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "a 103 from an HTTP/1.0 server dropped",
        entries: &[PLAIN, PLAIN_ON, "2 i > HTTP/1.0 103 Early Hints|", OK_IN, OK_OUT],
        shows: &[],
    },
    Story {
        name: "103 dropped toward an HTTP/1.0 client",
        entries: &[OLD, OLD_ON, HINTS_IN, OK_IN, OK_OUT, FIN_OUT],
        shows: &[(&PRX_005, Kept, "withheld")],
    },
    Story {
        name: "100 dropped toward an HTTP/1.0 client",
        entries: &[OLD, OLD_ON, CONTINUE_IN, OK_IN, OK_OUT, FIN_OUT],
        shows: &[(&PRX_005, Kept, "withheld"), (&PRX_014, Kept, "withheld")],
    },
    Story {
        name: "an expectation of an HTTP/1.0 client ignored",
        entries: &[OLD_EXPECTING, OLD_ON, OK_IN, OK_OUT, FIN_OUT],
        shows: &[(&PRX_005, Kept, "none")],
    },
    Story {
        name: "100 forwarded to an HTTP/1.0 client",
        entries: &[OLD, OLD_ON, CONTINUE_IN, VIA_CONTINUE, OK_IN, OK_OUT, FIN_OUT],
        shows: &[(&PRX_005, Broken, "interim"), (&PRX_014, Broken, "forwarded")],
    },
    Story {
        name: "103 forwarded to an HTTP/1.0 client",
        entries: &[OLD, OLD_ON, HINTS_IN, HINTS_OUT, OK_IN, OK_OUT, FIN_OUT],
        shows: &[(&PRX_005, Broken, "interim")],
    },
    Story {
        name: "a 100 with Content-Length relayed without it",
        entries: &[ASKED, PASSED_ON, ODD_IN, VIA_CONTINUE, CONTENT_OUT, CONTENT_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_025, Kept, "removed")],
    },
    Story {
        name: "a 103 with Content-Length dropped",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "2 i > HTTP/1.1 103 Early Hints|Content-Length: 5|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_025, Kept, "dropped")],
    },
    Story {
        name: "a 100 with Content-Length answered with 502",
        entries: &[
            ASKED,
            PASSED_ON,
            ODD_IN,
            "3 o < HTTP/1.1 502 Bad Gateway|Via: 1.1 p|Connection: close|Content-Length: 0|",
            FIN_OUT,
        ],
        shows: &[(&PRX_025, Chosen, "refused")],
    },
    Story {
        name: "a 100 with Content-Length relayed as it is",
        entries: &[
            ASKED,
            PASSED_ON,
            ODD_IN,
            "3 o < HTTP/1.1 100 Continue|Via: 1.1 p|Content-Length: 5|",
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_025, Doubtful, "relayed-framing")],
    },
    Story {
        name: "a 103 that a request of HTTP/1.0 got, dropped",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.0|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            HINTS_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "so many 103s that they may be an attack, dropped",
        entries: &[
            PLAIN, PLAIN_ON, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN,
            HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN, HINTS_IN,
            HINTS_IN, HINTS_IN, OK_IN, OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "a 100 held back for good",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, "5200 o . quiet"],
        shows: &[(&PRX_004, Broken, "held-back")],
    },
    Story {
        name: "a 100 held back from a client that leaves",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, "3 o > FIN", "5200 o . quiet"],
        shows: &[],
    },
];

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "103 dropped by a gateway",
        entries: &[PLAIN, PLAIN_ON, HINTS_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_004, Chosen, "dropped")],
    },
    Story {
        name: "100 and content, content held back until then",
        entries: &[
            ASKED,
            "0.5 o < HTTP/1.1 100 Continue|",
            CONTENT_OUT,
            "5 i < POST /expectspec-1/a HTTP/1.0|Host: t|Connection: close|Content-Length: 5|\
             |\"hello\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "100 forwarded to an HTTP/1.0 client by a gateway",
        entries: &[OLD, OLD_ON, CONTINUE_IN, CONTINUE_OUT, OK_IN, OK_OUT, FIN_OUT],
        shows: &[(&PRX_005, Broken, "interim"), (&PRX_014, Chosen, "forwarded")],
    },
    Story {
        name: "a 103 with Content-Length waited for",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "2 i > HTTP/1.1 103 Early Hints|Content-Length: 5000|",
            OK_IN,
            WAITED_LONG,
        ],
        shows: &[(&PRX_025, Broken, "stalled")],
    },
];
