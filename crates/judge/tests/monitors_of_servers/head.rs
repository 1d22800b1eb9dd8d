use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use expectspec_requirements::{
    CON_003, CON_013, GRM_008, GRM_023, GRM_025, O16_004, SRV_001, SRV_013,
};

use crate::story::*;

/// A head of more than 16 KiB.
const LARGE: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|X: y|\"X: yyyyyyyyyyyy\\r\\n\" * 1024|";
const PART: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue";
const REST: &str = "700 > ";
const LATER: &str = "0 > POST / HTTP/1.2|Host: t|Content-Length: 5|Expect: 100-continue|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "HTTP/1.2 with a method and a target that few know, refused",
        entries: &[
            "0 > BREW coffee://pot HTTP/1.2|Host: pot|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "silence to a list is no matter of the version",
        entries: &[
            "0 > POST / HTTP/1.2|Host: t|Content-Length: 5|Expect: foo, 100-continue|",
            "80000 . quiet",
        ],
        shows: &[
            (&SRV_001, Broken, "silence-to-a-list"),
            (&GRM_008, Broken, "silence"),
            (&O16_004, Broken, "silence"),
        ],
    },
    Story {
        name: "large fields get 431",
        entries: &[LARGE, "1 < HTTP/1.1 431 Large|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&GRM_023, Kept, "4xx")],
    },
    Story {
        name: "large fields are processed",
        entries: &[LARGE, CONTENT, SUCCESS],
        shows: &[(&GRM_023, Kept, "processed")],
    },
    Story {
        name: "large fields get 431 before their end",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|\"X: yyyyyyyyyyyy\\r\\n\" * 1024",
            "1 < HTTP/1.1 431 Large|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&GRM_023, Kept, "4xx"), (&GRM_025, Chosen, "refused-before-end")],
    },
    Story {
        name: "large fields get silence",
        entries: &[LARGE, CONTENT, WAITED_LONG],
        shows: &[(&GRM_023, Broken, "silence")],
    },
    Story {
        name: "large fields behind a response that closes get nothing",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t||POST / HTTP/1.1|Host: t|\"X: yyyyyyyyyyyy\\r\\n\" * 1024",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&CON_003, Kept, "closed")],
    },
    Story {
        name: "large fields get a close",
        entries: &[LARGE, FIN],
        shows: &[(&GRM_023, Doubtful, "closed")],
    },
    Story {
        name: "large fields get a reset",
        entries: &[LARGE, "1 < RST"],
        shows: &[(&GRM_023, Unclear, "reset")],
    },
    Story {
        name: "a large target is another matter",
        entries: &[
            "0 > \"GET /\"",
            "1 > \"yyyyyyyyyyyyyyyy\" * 1024",
            "2 > \" HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n\"",
            FIN,
        ],
        shows: &[(&CON_013, Chosen, "without-response")],
    },
    Story {
        name: "no answer before the end of the head",
        entries: &[PART, "600 . quiet", REST, "701 < HTTP/1.1 100 Continue|"],
        shows: &[(&GRM_025, Kept, "waited"), (&SRV_001, Kept, "continue")],
    },
    Story {
        name: "100 before the end of the head",
        entries: &[PART, "300 < HTTP/1.1 100 Continue|", REST],
        shows: &[(&GRM_025, Broken, "interim-before-end")],
    },
    Story {
        name: "success before the end of the head",
        entries: &["0 > GET / HTTP/1.1|Host: t", "300 < HTTP/1.1 200 OK|Content-Length: 0|", REST],
        shows: &[(&GRM_025, Broken, "final-before-end")],
    },
    Story {
        name: "408 before the end of the head",
        entries: &[
            PART,
            "20000 < HTTP/1.1 408 Late|Connection: close|Content-Length: 0|",
            "20001 < FIN",
        ],
        shows: &[(&GRM_025, Chosen, "refused-before-end")],
    },
    Story {
        name: "HTTP/1.2 is read as HTTP/1.1",
        entries: &[LATER, CONTINUE],
        shows: &[(&SRV_013, Kept, "continue")],
    },
    Story {
        name: "HTTP/1.2 is refused",
        entries: &[LATER, "1 < HTTP/1.1 505 No|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&SRV_013, Broken, "refused")],
    },
    Story {
        name: "HTTP/1.2 with two lines of Expect gets 400",
        entries: &[
            "0 > POST / HTTP/1.2|Host: t|Content-Length: 5|Expect: 100-continue|Expect: 100-continue|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_001, Kept, "final")],
    },
    Story {
        name: "HTTP/1.2 gets silence",
        entries: &[LATER, WAITED],
        shows: &[(&SRV_013, Broken, "silence"), (&SRV_001, Broken, "silence")],
    },
    Story {
        name: "HTTP/1.2 gets a close",
        entries: &[LATER, FIN],
        shows: &[(&SRV_013, Doubtful, "closed"), (&SRV_001, Doubtful, "closed")],
    },
    Story {
        name: "HTTP/2.0 is refused",
        entries: &[
            "0 > POST / HTTP/2.0|Host: t|Content-Length: 5|Expect: 100-continue|",
            "1 < HTTP/1.1 505 No|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "silence of half a minute",
        entries: &[HEAD, WAITED_LONG],
        shows: &[(&SRV_001, Broken, "silence"), (&O16_004, Broken, "silence")],
    },
    Story {
        name: "100 before a mistake in the head",
        entries: &[PART, "300 < HTTP/1.1 100 Continue|", "700 > |\"Late : mistake\\r\\n\\r\\n\""],
        shows: &[(&GRM_025, Broken, "interim-before-end")],
    },
];
