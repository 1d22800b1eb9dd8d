use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{O16_004, PIP_001, PIP_002, PIP_003, SRV_001, SRV_010};

use crate::story::*;

const BEHIND_GET: &str =
    "0 > GET / HTTP/1.1|Host: t||POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
const WHOLE: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue||\"helloGET / HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "silence to a list is no matter of the order",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue, 100-continue|",
            "1 < HTTP/1.1 204 No Content|",
            "80000 . quiet",
        ],
        shows: &[(&SRV_001, Broken, "silence-to-a-list"), (&O16_004, Broken, "silence")],
    },
    Story {
        name: "a handshake behind a slow GET",
        entries: &[
            BEHIND_GET,
            "20000 < HTTP/1.1 200 OK|Content-Length: 0|",
            "20001 < HTTP/1.1 100 Continue|",
            "20002 > \"hello\"",
            "20003 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[
            (&PIP_001, Kept, "in-order"),
            (&PIP_002, Kept, "continue"),
            (&SRV_001, Kept, "continue"),
        ],
    },
    Story {
        name: "a handshake behind a GET gets silence",
        entries: &[BEHIND_GET, "2 < HTTP/1.1 200 OK|Content-Length: 0|", "5200 . quiet"],
        shows: &[(&PIP_002, Broken, "silence"), (&SRV_001, Broken, "silence")],
    },
    Story {
        name: "a handshake behind a GET that is never answered",
        entries: &[BEHIND_GET, WAITED],
        shows: &[],
    },
    Story {
        name: "a handshake behind a GET whose answer closes",
        entries: &[
            BEHIND_GET,
            "2 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            FIN,
            WAITED_LONG,
        ],
        shows: &[],
    },
    Story {
        name: "a handshake behind HTTP/1.0",
        entries: &[
            "0 > GET / HTTP/1.0|Host: t||POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "2 < HTTP/1.0 200 OK|Content-Length: 0|",
            "5200 . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "a 100 that overtakes, and then nothing",
        entries: &[BEHIND_GET, CONTINUE, "2 < HTTP/1.1 200 OK|Content-Length: 0|", "5200 . quiet"],
        shows: &[
            (&PIP_001, Broken, "early-continue"),
            (&PIP_002, Broken, "silence"),
            (&SRV_001, Broken, "silence"),
        ],
    },
    Story {
        name: "a 100 that overtakes, and the final response behind the content",
        entries: &[
            BEHIND_GET,
            CONTINUE,
            "2 < HTTP/1.1 200 OK|Content-Length: 0|",
            "602 > \"hello\"",
            "603 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&PIP_001, Doubtful, "early-continue")],
    },
    Story {
        name: "a 100 that nobody waited for, and content that waits for none",
        entries: &[
            BEHIND_GET,
            CONTINUE,
            "2 < HTTP/1.1 200 OK|Content-Length: 0|",
            "2.5 > \"hello\"",
            SUCCESS,
        ],
        shows: &[(&PIP_001, Chosen, "unsolicited-continue")],
    },
    Story {
        name: "a 100 for everybody",
        entries: &[
            BEHIND_GET,
            CONTINUE,
            "2 < HTTP/1.1 200 OK|Content-Length: 0||HTTP/1.1 100 Continue|",
            "2.5 > \"hello\"",
            SUCCESS,
        ],
        shows: &[(&PIP_001, Chosen, "unsolicited-continue"), (&PIP_002, Kept, "continue")],
    },
    Story {
        name: "content between two requests",
        entries: &[WHOLE, "1 < HTTP/1.1 200 OK|Content-Length: 0||HTTP/1.1 204 No Content|"],
        shows: &[(&PIP_003, Kept, "final-each")],
    },
    Story {
        name: "the request behind the content is lost",
        entries: &[WHOLE, "1 < HTTP/1.1 200 OK|Content-Length: 0|", "30200 . quiet"],
        shows: &[(&PIP_003, Broken, "lost")],
    },
    Story {
        name: "the request behind the content is not answered because the connection closes",
        entries: &[WHOLE, "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|", FIN],
        shows: &[],
    },
    Story {
        name: "three answers to two requests",
        entries: &[
            WHOLE,
            "1 < HTTP/1.1 200 OK|Content-Length: 0||HTTP/1.1 400 Oh|Content-Length: 0||HTTP/1.1 204 No Content|",
        ],
        shows: &[(&PIP_003, Broken, "surplus"), (&SRV_010, Broken, "second-final")],
    },
];
