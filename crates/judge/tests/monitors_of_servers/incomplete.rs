use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{CON_003, CON_004, SRV_015, SRV_024, SRV_025};

use crate::story::*;

const LATE: &str = "20000 < HTTP/1.1 408 Request Timeout|Connection: close|Content-Length: 0|";
const LATE_WITHOUT_CLOSE: &str = "20000 < HTTP/1.1 408 Request Timeout|Content-Length: 0|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "content refused, and 400 once its end can't come",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo|",
            "1 < HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "2 > FIN",
            "3 < HTTP/1.1 400 Bad Request|Connection: close|",
            "4 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "half closed, and answered",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 > FIN", SUCCESS, FIN],
        shows: &[(&SRV_015, Kept, "answered")],
    },
    Story {
        name: "half closed, and dropped",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 > FIN", FIN],
        shows: &[(&SRV_015, Broken, "dropped")],
    },
    Story {
        name: "half closed, and silence",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 > FIN", "30200 . quiet"],
        shows: &[(&SRV_015, Broken, "silence")],
    },
    Story {
        name: "half closed before the content, and given up",
        entries: &[HEAD, CONTINUE, "2 > FIN", "3 < FIN"],
        shows: &[
            (&SRV_015, Kept, "ended"),
            (&SRV_025, Kept, "closed"),
            (&SRV_024, Chosen, "closed"),
        ],
    },
    Story {
        name: "half closed before the content, refused and left open",
        entries: &[
            HEAD,
            CONTINUE,
            "2 > FIN",
            "3 < HTTP/1.1 400 Bad Request|Content-Length: 0|",
            "5200 . quiet",
        ],
        shows: &[(&SRV_025, Broken, "open")],
    },
    Story {
        name: "half closed before the content, and left open without a word",
        entries: &[HEAD, CONTINUE, "2 > FIN", "5200 . quiet"],
        shows: &[(&SRV_025, Broken, "open")],
    },
    Story {
        name: "closed in both directions when all was answered",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, "4 > FIN", FIN],
        shows: &[],
    },
    Story {
        name: "408 and the end when content does not come",
        entries: &[HEAD, CONTINUE, LATE, "20001 < FIN"],
        shows: &[(&SRV_024, Chosen, "408"), (&SRV_025, Kept, "closed")],
    },
    Story {
        name: "400 and the end when content does not come",
        entries: &[
            HEAD,
            CONTINUE,
            "20000 < HTTP/1.1 400 Late|Connection: close|Content-Length: 0|",
            "20001 < FIN",
        ],
        shows: &[(&SRV_024, Chosen, "400")],
    },
    Story {
        name: "the end when content does not come",
        entries: &[HEAD, CONTINUE, "2 > \"he\"", "20000 < FIN"],
        shows: &[(&SRV_024, Chosen, "closed")],
    },
    Story {
        name: "patience when content does not come",
        entries: &[HEAD, CONTINUE, "2 > \"he\"", WAITED_LONG],
        shows: &[(&SRV_024, Chosen, "open")],
    },
    Story {
        name: "408 and no end",
        entries: &[HEAD, CONTINUE, LATE_WITHOUT_CLOSE, "25100 . quiet"],
        shows: &[(&SRV_025, Broken, "open")],
    },
    Story {
        name: "408 that closes, and no end",
        entries: &[HEAD, CONTINUE, LATE, "25100 . quiet"],
        shows: &[(&SRV_025, Broken, "open"), (&CON_003, Broken, "open")],
    },
    Story {
        name: "408, and the late content is followed by an answered request",
        entries: &[
            HEAD,
            CONTINUE,
            LATE,
            "20001 > \"helloGET / HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            "20002 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&SRV_025, Broken, "answered"), (&CON_004, Broken, "answered")],
    },
];
