use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::PRX_018;

use super::*;

const LOST: &str = "6 i > FIN";
const AGAIN: &str = "7 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
    |Expect: 100-continue|";
const BAD_GATEWAY: &str = "7 o < HTTP/1.1 502 Bad Gateway|Connection: close|Content-Length: 0|";

pub(super) static OF_GATEWAYS: &[Story] = &[Story {
    name: "a POST again by a gateway",
    entries: &[ASKED, PASSED_ON, CONTINUE_IN, CONTINUE_OUT, CONTENT_OUT, CONTENT_IN, LOST, AGAIN],
    shows: &[(&PRX_018, Chosen, "repeated-by-gateway")],
}];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "502 after a loss",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            LOST,
            BAD_GATEWAY,
        ],
        shows: &[(&PRX_018, Kept, "not-repeated")],
    },
    Story {
        name: "a POST again after its content",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            LOST,
            AGAIN,
        ],
        shows: &[(&PRX_018, Broken, "repeated")],
    },
    Story {
        name: "a POST again after a 100",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, CONTINUE_OUT, LOST, AGAIN],
        shows: &[(&PRX_018, Broken, "repeated")],
    },
    Story {
        name: "a POST again, of which nothing but the head had gone out",
        entries: &[ASKED, PASSED_ON, LOST, AGAIN],
        shows: &[(&PRX_018, Chosen, "after-no-content")],
    },
    Story {
        name: "a POST again after 417",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|",
        ],
        shows: &[(&PRX_018, Chosen, "after-417")],
    },
    Story {
        name: "a PUT again",
        entries: &[
            "0 o > PUT /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"",
            "1 i < PUT /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            LOST,
            "7 i#1 < PUT /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
        ],
        shows: &[],
    },
    Story {
        name: "a POST again after 503",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 503 Service Unavailable|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|\
             Expect: 100-continue|",
        ],
        shows: &[(&PRX_018, Chosen, "after-a-final-response")],
    },
    Story {
        name: "a POST again on another connection than one that had been idle",
        entries: &[
            "0 o > GET /expectspec-1/g HTTP/1.1|Host: t|",
            "0.1 i < GET /expectspec-1/g HTTP/1.1|Host: t|Via: 1.1 p|",
            "0.2 i > HTTP/1.1 204 No Content|Expectspec-Tag: 1/g|",
            "0.3 o < HTTP/1.1 204 No Content|Via: 1.1 p|Expectspec-Tag: 1/g|",
            "1 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"",
            "2 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            LOST,
            "7 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
        ],
        shows: &[(&PRX_018, Chosen, "after-a-stale-connection")],
    },
    Story {
        name: "an error of the origin server, relayed",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 o < HTTP/1.1 403 Forbidden|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_018, Kept, "not-repeated")],
    },
];
