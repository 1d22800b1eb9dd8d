use expectspec_requirements::Outcome::{Broken, Doubtful, Kept};
use expectspec_requirements::{PIP_001, PIP_002, PRX_007};

use super::*;

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a pipelined handshake in its turn",
        entries: &[
            "0 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0.2 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "0.3 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "0.4 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PIP_001, Kept, "in-order"), (&PIP_002, Kept, "continue")],
    },
    Story {
        name: "a 100 of the origin server to the request before a pipelined handshake",
        entries: &[
            "0 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0.2 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "0.3 i#1 > HTTP/1.1 100 Continue|",
            "0.4 o < HTTP/1.1 100 Continue|",
            "0.5 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "0.6 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            PASSED_ON,
            "2 o > \"hello\"",
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "a 100 of its own before the response to the request before it",
        entries: &[
            "0 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0.2 o < HTTP/1.1 100 Continue|",
            "0.2 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "0.3 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "0.4 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            PASSED_ON,
            "602 o > \"hello\"",
            "603 i < \"hello\"",
            "604 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 2||\"ok\"",
            "605 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 2||\"ok\"",
        ],
        shows: &[(&PIP_001, Doubtful, "early-continue")],
    },
    Story {
        name: "a 100 kept from a pipelined request",
        entries: &[
            "0 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0.2 i#1 < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
            "0.3 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            "0.4 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/b|Content-Length: 0|",
            PASSED_ON,
            CONTINUE_IN,
            "5100 o . quiet",
        ],
        shows: &[(&PIP_002, Broken, "silence"), (&PRX_007, Broken, "swallowed")],
    },
];
