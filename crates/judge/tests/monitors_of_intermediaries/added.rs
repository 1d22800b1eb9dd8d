use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{PRX_004, PRX_027};

use super::*;

const PLAIN: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"";
const FAILED: &str = "3 o < HTTP/1.1 417 Expectation Failed|Via: 1.1 p|Content-Length: 0|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "an expectation added, and its 100 kept",
        entries: &[PLAIN, PASSED_ON, CONTINUE_IN, CONTENT_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_027, Kept, "not-relayed")],
    },
    Story {
        name: "an expectation added, and its 100 relayed",
        entries: &[PLAIN, PASSED_ON, CONTINUE_IN, CONTINUE_OUT, CONTENT_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_027, Kept, "relayed"), (&PRX_004, Kept, "relayed")],
    },
    Story {
        name: "an expectation added, and its 417 relayed, with which the content has crossed",
        entries: &[
            PLAIN,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "3 i < \"hello\"",
            FAILED,
        ],
        shows: &[(&PRX_027, Chosen, "417-behind-content")],
    },
    Story {
        name: "an expectation added, and its 417 relayed",
        entries: &[
            PLAIN,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            FAILED,
        ],
        shows: &[(&PRX_027, Doubtful, "417-relayed")],
    },
    Story {
        name: "an expectation added, and its 417 no reason to give up",
        entries: &[
            PLAIN,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "3 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            "4 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            OK_OUT,
        ],
        shows: &[(&PRX_027, Kept, "not-relayed")],
    },
    Story {
        name: "an expectation added, and the content held back behind its 100",
        entries: &[PLAIN, PASSED_ON, CONTINUE_IN, WAITED_LONG],
        shows: &[(&PRX_027, Broken, "content-held")],
    },
    Story {
        name: "an expectation added, and 417 once its 100 had come",
        entries: &[
            PLAIN,
            PASSED_ON,
            CONTINUE_IN,
            "2.5 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            FAILED,
        ],
        shows: &[(&PRX_027, Chosen, "417-behind-content")],
    },
    Story {
        name: "an expectation added, and the content held back until the final response",
        entries: &[
            PLAIN,
            PASSED_ON,
            CONTINUE_IN,
            "6000 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "6001 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_027, Doubtful, "content-held-for-a-while")],
    },
    Story {
        name: "an expectation added, and 417 without one as well",
        entries: &[
            PLAIN,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "2 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"",
            "2 i#1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            FAILED,
        ],
        shows: &[],
    },
];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "a 100 to the second attempt of a proxy that had asked for one",
        entries: &[
            PLAIN,
            PASSED_ON,
            "2 i > HTTP/1.1 417 Expectation Failed|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 i#1 < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|",
            "4 i#1 > HTTP/1.1 100 Continue|",
            "5 i#1 < \"hello\"",
            "6 i#1 > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            OK_OUT,
        ],
        shows: &[(&PRX_004, Chosen, "asked-for-itself")],
    },
    Story {
        name: "a nominated expectation, another one of its own, and its 100 dropped",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Connection: expect\
             |Expect: 100-continue||\"hello\"",
            PASSED_ON,
            CONTINUE_IN,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&PRX_004, Chosen, "asked-for-itself")],
    },
];
