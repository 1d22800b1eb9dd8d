use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{AUT_003, EXT_002, MTH_002, PRX_032, SRV_016};

use super::*;

const CONNECT: &str = "0 o > CONNECT t:80 HTTP/1.1|Host: t:80|";
const CONNECTED: &str = "1 o < HTTP/1.1 200 OK|";
const ENTERS: &str = "2 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
const COMES_OUT: &str = "3 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
const EXPECTING: &str = "0 o > CONNECT t:80 HTTP/1.1|Host: t:80|Content-Length: 5\
    |Expect: 100-continue|";

pub(super) static OF_GATEWAYS: &[Story] = &[Story {
    name: "407 of the origin server",
    entries: &[
        "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
        "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|",
        "2 i > HTTP/1.1 407 Proxy Authentication Required|Expectspec-Tag: 1/a|Content-Length: 0|",
        "3 o < HTTP/1.1 407 Proxy Authentication Required|Expectspec-Tag: 1/a|Content-Length: 0|",
    ],
    shows: &[],
}];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a proxy that reads the host from the target",
        entries: &[
            "0 o > GET http://t/expectspec-1/a HTTP/1.1|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&SRV_016, Chosen, "absolute-form")],
    },
    Story {
        name: "a tunnel",
        entries: &[
            CONNECT,
            CONNECTED,
            ENTERS,
            COMES_OUT,
            "4 i > HTTP/1.1 100 Continue|",
            "5 o < HTTP/1.1 100 Continue|",
        ],
        shows: &[(&PRX_032, Kept, "blind")],
    },
    Story {
        name: "a 100 of the tunnel's own",
        entries: &[CONNECT, CONNECTED, ENTERS, COMES_OUT, "5 o < HTTP/1.1 100 Continue|"],
        shows: &[(&PRX_032, Doubtful, "changed")],
    },
    Story {
        name: "a careless client within a tunnel",
        entries: &[
            CONNECT,
            CONNECTED,
            "2 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked|",
            "3 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked|",
        ],
        shows: &[(&PRX_032, Kept, "blind")],
    },
    Story {
        name: "a careless client that leaves before it hears of its tunnel",
        entries: &[
            CONNECT,
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked|",
            "1 o > RST",
            "3 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked|",
        ],
        shows: &[],
    },
    Story {
        name: "a tunnel, and content of somebody else that looks like what goes through",
        entries: &[
            CONNECT,
            CONNECTED,
            "1 o#1 > POST http://t/expectspec-1/c HTTP/1.1|Host: t|Content-Length: 28||\"GET /expectspec-1/a HTTP/1.1\"",
            "2 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
            "3 i < GET /expectspec-1/a HTTP/1.1|Host: t|",
        ],
        shows: &[(&PRX_032, Kept, "blind")],
    },
    Story {
        name: "two tunnels",
        entries: &[
            CONNECT,
            CONNECTED,
            ENTERS,
            COMES_OUT,
            "4 o#1 > CONNECT t:80 HTTP/1.1|Host: t:80|",
            "5 o#1 < HTTP/1.1 200 OK|",
            "6 o#1 > GET /expectspec-1/a0 HTTP/1.1|Host: t|",
            "7 i#1 < GET /expectspec-1/a0 HTTP/1.1|Host: t|",
        ],
        shows: &[(&PRX_032, Kept, "blind")],
    },
    Story {
        name: "two tunnels, and the tag of one in the octets of the other",
        entries: &[
            CONNECT,
            CONNECTED,
            ENTERS,
            COMES_OUT,
            "4 o#1 > CONNECT t:80 HTTP/1.1|Host: t:80|",
            "5 o#1 < HTTP/1.1 200 OK|",
            "6 o#1 > \"what 1/a became\"",
            "7 i#1 < \"what 1/a became\"",
        ],
        shows: &[(&PRX_032, Kept, "blind")],
    },
    Story {
        name: "a tunnel that reads along",
        entries: &[
            CONNECT,
            CONNECTED,
            ENTERS,
            "3 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|",
        ],
        shows: &[(&PRX_032, Doubtful, "changed")],
    },
    Story {
        name: "CONNECT with an expectation, and a tunnel",
        entries: &[EXPECTING, CONNECTED],
        shows: &[(&MTH_002, Kept, "tunnel"), (&EXT_002, Chosen, "final")],
    },
    Story {
        name: "CONNECT with an expectation, refused",
        entries: &[EXPECTING, REFUSED],
        shows: &[(&MTH_002, Kept, "refused"), (&EXT_002, Chosen, "final")],
    },
    Story {
        name: "CONNECT with an expectation, and a 100 first",
        entries: &[EXPECTING, "1 o < HTTP/1.1 100 Continue|", "2 o < HTTP/1.1 200 OK|"],
        shows: &[(&MTH_002, Kept, "tunnel"), (&EXT_002, Chosen, "interim")],
    },
    Story {
        name: "CONNECT with an expectation, and no answer",
        entries: &[EXPECTING, WAITED_LONG],
        shows: &[(&MTH_002, Broken, "silence")],
    },
    Story {
        name: "CONNECT with an expectation, answered once the content has come",
        entries: &[EXPECTING, "30100 o > \"hello\"", "30200 o < HTTP/1.1 200 OK|"],
        shows: &[(&MTH_002, Broken, "silence")],
    },
    Story {
        name: "407 with a challenge",
        entries: &[
            ASKED,
            "1 o < HTTP/1.1 407 Proxy Authentication Required|Proxy-Authenticate: Basic realm=x\
             |Content-Length: 0|",
        ],
        shows: &[(&AUT_003, Kept, "challenge")],
    },
    Story {
        name: "407 without a challenge",
        entries: &[ASKED, "1 o < HTTP/1.1 407 Proxy Authentication Required|Content-Length: 0|"],
        shows: &[(&AUT_003, Broken, "no-challenge")],
    },
    Story {
        name: "407 without a challenge that nothing pairs with the origin server's",
        entries: &[
            "0 o > GET /echo HTTP/1.1|Host: t|",
            "1 i < GET /echo HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 407 Proxy Authentication Required|Content-Length: 0|",
            "3 o < HTTP/1.1 407 |Content-Length: 0|",
        ],
        shows: &[],
    },
    Story {
        name: "407 without a challenge that the origin server sent before the request came to it",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
            "2 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|",
            "4 o > GET /expectspec-1/b HTTP/1.1|Host: t|",
            "4 i > HTTP/1.1 407 |Content-Length: 0|",
            "5 o < HTTP/1.1 407 |Via: 1.1 p|Content-Length: 0|",
            "5 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|",
        ],
        shows: &[],
    },
    Story {
        name: "CONNECT with an unknown expectation",
        entries: &["0 o > CONNECT t:80 HTTP/1.1|Host: t:80|Expect: foo|", CONNECTED],
        shows: &[(&MTH_002, Kept, "tunnel")],
    },
];
