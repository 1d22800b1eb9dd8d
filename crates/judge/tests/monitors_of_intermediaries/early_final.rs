use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::PRX_020;

use super::*;

const REFUSAL_IN: &str = "2 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|";
const REFUSAL_OUT: &str =
    "3 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const LATE_REFUSAL_OUT: &str =
    "5300 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";

const PLAIN: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"";
const PLAIN_ON: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "an early final response relayed",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, REFUSAL_OUT],
        shows: &[(&PRX_020, Kept, "relayed")],
    },
    Story {
        name: "an early final response, and a client that sends content all the same",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            CONTENT_OUT,
            CONTENT_IN,
            "5.1 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "an early final response made a 502",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            "3 o < HTTP/1.1 502 Bad Gateway|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[(&PRX_020, Chosen, "own-final")],
    },
    Story {
        name: "an early final response held back for good",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, "5200 o . quiet"],
        shows: &[(&PRX_020, Broken, "held-back")],
    },
    Story {
        name: "an early final response held back until the content came",
        entries: &[
            ASKED,
            PASSED_ON,
            REFUSAL_IN,
            "5100 o > \"hello\"",
            "5200 i < \"hello\"",
            LATE_REFUSAL_OUT,
        ],
        shows: &[(&PRX_020, Broken, "held-back")],
    },
    Story {
        name: "an early final response behind a 100 of its own, and no content",
        entries: &[
            ASKED,
            "0.5 o < HTTP/1.1 100 Continue|",
            PASSED_ON,
            REFUSAL_IN,
            "5200 o . quiet",
        ],
        shows: &[(&PRX_020, Chosen, "waits-for-content")],
    },
    Story {
        name: "an early final response that a reset may have destroyed",
        entries: &[ASKED, PASSED_ON, REFUSAL_IN, "2.1 i > RST", "5200 o . quiet"],
        shows: &[],
    },
    Story {
        name: "a 101 that nobody asked for, and that never comes",
        entries: &[
            PLAIN,
            PLAIN_ON,
            "1000 i > HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|",
            "31200 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "a final response to a complete request that never comes",
        entries: &[PLAIN, PLAIN_ON, OK_IN, "30200 o . quiet"],
        shows: &[(&PRX_020, Broken, "never-relayed")],
    },
    Story {
        name: "a final response to a complete request that the client does not wait for",
        entries: &[PLAIN, PLAIN_ON, OK_IN, "7 o > FIN", "30200 o . quiet"],
        shows: &[],
    },
    Story {
        name: "a final response to a complete request, and a 103 that a request of HTTP/1.0 got",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 5||\"hello\"",
            "2 i > HTTP/1.1 103 Early Hints|",
            OK_IN,
            "30200 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "a final response that was a reason to try again, and a silence of the origin server",
        entries: &[
            PLAIN,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            "30200 o . quiet",
        ],
        shows: &[],
    },
];
