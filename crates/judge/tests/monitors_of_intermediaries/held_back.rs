//! Interim responses that come late, and those that come as soon as they can.

use expectspec_requirements::Outcome::Broken;
use expectspec_requirements::PRX_004;

use super::*;

const VIA_CONTINUE: &str = "3 o < HTTP/1.1 100 Continue|Via: 1.1 p|";

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a 100 right behind the response before",
        entries: &[
            "0 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0.2 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            PASSED_ON,
            CONTINUE_IN,
            "2.5 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "2.6 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/b|Content-Length: 0|",
            VIA_CONTINUE,
            WAITED,
        ],
        shows: &[],
    },
    Story {
        name: "a 100 in one piece with the response before",
        entries: &[
            "0 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0.2 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            PASSED_ON,
            CONTINUE_IN,
            "2.5 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "3 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/b|Content-Length: 0||\
             HTTP/1.1 100 Continue|Via: 1.1 p|",
            WAITED,
        ],
        shows: &[],
    },
    Story {
        name: "a 100 kept back until the final response",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            "5100 o > \"hello\"",
            "5101 i < \"hello\"",
            "5102 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "5103 o < HTTP/1.1 100 Continue|Via: 1.1 p|",
            "5104 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_004, Broken, "held-back")],
    },
];
