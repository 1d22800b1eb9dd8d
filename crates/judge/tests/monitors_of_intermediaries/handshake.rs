use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use expectspec_requirements::{PRX_001, PRX_002, PRX_005, PRX_006, PRX_007, PRX_010};

use super::*;

const ASKED_TOO: &str = "0 o#1 > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
/// The client has waited for the whole immediate window, and gives up waiting.
const AFTER_ALL: &str = "5100 o > \"hello\"";
const ASKED_10: &str = "0 o > POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 5\
    |Expect: 100-continue||\"hello\"";
const WITHHELD_10: &str = "0 o > POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
const PASSED_ON_10: &str = "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.0 p\
    |Content-Length: 5||\"hello\"";
const OK_OUT_10: &str =
    "7 o < HTTP/1.1 200 OK|Connection: close|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
const FAILED: &str = "1 o < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a gateway that says nothing to a request with trailers",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|\
             X-Hop: 1|",
            "30200 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "a gateway that relays the handshake",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[
            (&PRX_001, Chosen, "forwarded-by-gateway"),
            (&PRX_002, Kept, "head-first"),
            (&PRX_007, Kept, "relayed-continue"),
            (&PRX_010, Kept, "forwarded"),
        ],
    },
    Story {
        name: "a gateway that answers itself and buffers, toward HTTP/1.0 and without Expect",
        entries: &[
            ASKED,
            "1 o < HTTP/1.1 100 Continue|",
            "600 o > \"hello\"",
            "601 i < POST /expectspec-1/a HTTP/1.0|Host: t|Connection: close|Content-Length: 5|\
             |\"hello\"",
            "602 i > HTTP/1.1 200 OK|Connection: close|Expectspec-Tag: 1/a|Content-Length: 0|",
            "603 i > FIN",
            "604 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[
            (&PRX_002, Chosen, "buffered-by-gateway"),
            (&PRX_007, Kept, "own-continue"),
            (&PRX_010, Chosen, "stripped-by-gateway"),
        ],
    },
    Story {
        name: "a gateway that refuses by itself",
        entries: &[ASKED, REFUSED],
        shows: &[(&PRX_001, Chosen, "answered-by-gateway"), (&PRX_007, Kept, "final")],
    },
    Story {
        name: "a gateway that waits for a silent origin server",
        entries: &[ASKED, PASSED_ON, WAITED],
        shows: &[(&PRX_007, Doubtful, "silence")],
    },
    Story {
        name: "a gateway that waits for content that nobody asks for",
        entries: &[ASKED, WAITED],
        shows: &[(&PRX_007, Broken, "deadlock")],
    },
    Story {
        name: "a gateway that strips Expect and waits",
        entries: &[ASKED, STRIPPED, WAITED],
        shows: &[(&PRX_007, Broken, "stripped"), (&PRX_010, Chosen, "stripped-by-gateway")],
    },
    Story {
        name: "a request of HTTP/1.0 that expects",
        entries: &[ASKED_10, PASSED_ON_10, OK_IN, OK_OUT_10],
        shows: &[(&PRX_006, Kept, "ignored")],
    },
    Story {
        name: "417 to a request of HTTP/1.0",
        entries: &[ASKED_10, FAILED],
        shows: &[(&PRX_006, Broken, "417")],
    },
    Story {
        name: "417 of the origin server to a request of HTTP/1.0",
        entries: &[
            ASKED_10,
            PASSED_ON_10,
            "2 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "3 o < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "a 100 that a gateway keeps to itself",
        entries: &[ASKED, PASSED_ON, CONTINUE_IN, WAITED],
        shows: &[(&PRX_007, Broken, "swallowed")],
    },
    Story {
        name: "a 100 to a request of HTTP/1.0",
        entries: &[WITHHELD_10, "1 o < HTTP/1.1 100 Continue|"],
        shows: &[(&PRX_005, Broken, "interim"), (&PRX_006, Broken, "interim")],
    },
    Story {
        name: "a 100 that was asked for on behalf of a client of HTTP/1.0",
        entries: &[WITHHELD_10, PASSED_ON, CONTINUE_IN, CONTINUE_OUT],
        shows: &[(&PRX_005, Broken, "interim"), (&PRX_006, Broken, "interim")],
    },
    Story {
        name: "a 100 that the origin server sends a client of HTTP/1.0",
        entries: &[
            WITHHELD_10,
            "1 i < POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 5|Expect: 100-continue|",
            CONTINUE_IN,
            CONTINUE_OUT,
        ],
        shows: &[(&PRX_005, Broken, "interim")],
    },
    Story {
        name: "an expectation of HTTP/1.0 that is forwarded, and its 100 kept",
        entries: &[WITHHELD_10, PASSED_ON, CONTINUE_IN, CONTENT_OUT, CONTENT_IN, OK_IN, OK_OUT_10],
        shows: &[(&PRX_006, Kept, "forwarded")],
    },
    Story {
        name: "silence to a list of expectations",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
             |Expect: 100-continue, 100-continue|",
            WAITED,
        ],
        shows: &[(&PRX_007, Doubtful, "silence-to-a-list")],
    },
    Story {
        name: "an expectation removed, and the final response once content came",
        entries: &[
            ASKED,
            STRIPPED,
            "5100 o > \"hello\"",
            "5101 i < \"hello\"",
            "5102 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "5103 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_007, Broken, "stripped")],
    },
];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a proxy that relays the handshake",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_001, Kept, "forwarded"), (&PRX_002, Kept, "head-first")],
    },
    Story {
        name: "a proxy that relays to a silent origin server",
        entries: &[ASKED, PASSED_ON, WAITED],
        shows: &[(&PRX_001, Kept, "forwarded")],
    },
    Story {
        name: "a proxy that refuses by itself",
        entries: &[ASKED, REFUSED],
        shows: &[(&PRX_001, Kept, "final")],
    },
    Story {
        name: "a proxy that does nothing",
        entries: &[ASKED, WAITED],
        shows: &[(&PRX_001, Broken, "silence")],
    },
    Story {
        name: "a proxy that does nothing for a client that leaves",
        entries: &[ASKED, "2000 o > FIN", "7000 o . quiet"],
        shows: &[],
    },
    Story {
        name: "a request that came in with another target",
        entries: &[ASKED, "1 i < POST /other HTTP/1.1|Host: t|Content-Length: 5|", WAITED],
        shows: &[],
    },
    Story {
        name: "a head that is forwarded late",
        entries: &[
            ASKED,
            "5200 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
             |Expect: 100-continue|",
        ],
        shows: &[(&PRX_001, Doubtful, "late")],
    },
    Story {
        name: "a proxy that answers itself and buffers",
        entries: &[
            ASKED,
            "1 o < HTTP/1.1 100 Continue|",
            AFTER_ALL,
            "5101 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|\
             |\"hello\"",
        ],
        shows: &[(&PRX_002, Broken, "buffered"), (&PRX_010, Chosen, "stripped-and-answered")],
    },
    Story {
        name: "a proxy that answers itself a little later, and buffers for as long",
        entries: &[
            ASKED,
            "150 o < HTTP/1.1 100 Continue|",
            AFTER_ALL,
            "5101 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|\
             |\"hello\"",
        ],
        shows: &[(&PRX_002, Broken, "buffered"), (&PRX_010, Chosen, "stripped-and-answered")],
    },
    Story {
        name: "a proxy that answers itself and buffers for a while",
        entries: &[
            ASKED,
            "1 o < HTTP/1.1 100 Continue|",
            "600 o > \"hello\"",
            "601 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|\
             |\"hello\"",
        ],
        shows: &[(&PRX_002, Doubtful, "buffered"), (&PRX_010, Chosen, "stripped-and-answered")],
    },
    Story {
        name: "a proxy that answers itself, and a head that crosses with the content",
        entries: &[
            ASKED,
            "400 o < HTTP/1.1 100 Continue|",
            "500 o > \"hello\"",
            "600 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
             |Expect: 100-continue|",
        ],
        shows: &[(&PRX_002, Unclear, "crossed")],
    },
    Story {
        name: "a proxy that answers itself toward HTTP/1.0",
        entries: &[
            ASKED,
            "1 o < HTTP/1.1 100 Continue|",
            "600 o > \"hello\"",
            "601 i < POST /expectspec-1/a HTTP/1.0|Host: t|Via: 1.1 p|Content-Length: 5|\
             |\"hello\"",
        ],
        shows: &[(&PRX_002, Chosen, "buffered-for-http-1.0")],
    },
    Story {
        name: "content that comes without being asked for",
        entries: &[
            ASKED,
            AFTER_ALL,
            "5101 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|\
             |\"hello\"",
        ],
        shows: &[(&PRX_001, Broken, "silence"), (&PRX_010, Doubtful, "stripped")],
    },
    Story {
        name: "a proxy that answers itself, and then nothing",
        entries: &[ASKED, "1 o < HTTP/1.1 100 Continue|", WAITED],
        shows: &[(&PRX_002, Unclear, "not-forwarded")],
    },
    Story {
        name: "two clients with one target",
        entries: &[ASKED, ASKED_TOO, PASSED_ON, WAITED],
        shows: &[],
    },
];
