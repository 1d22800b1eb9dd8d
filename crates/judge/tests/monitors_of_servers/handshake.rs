use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    CON_012, MTH_009, O16_004, O16_010, SRV_001, SRV_002, SRV_003, SRV_004, SRV_005, SRV_006,
    SRV_007, SRV_025,
};

use crate::story::*;

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "a whole handshake",
        entries: &[HEAD, CONTINUE, CONTENT, SUCCESS, GET, "5 < HTTP/1.1 204 No Content|"],
        shows: &[
            (&SRV_001, Kept, "continue"),
            (&SRV_002, Kept, "continue"),
            (&SRV_006, Kept, "final"),
            (&O16_004, Kept, "continue"),
        ],
    },
    Story {
        name: "a final response at once",
        entries: &[HEAD, "1 < HTTP/1.1 404 Not Found|Content-Length: 0|"],
        shows: &[(&SRV_001, Kept, "final"), (&SRV_002, Kept, "final"), (&SRV_007, Kept, "open")],
    },
    Story {
        name: "the end of the connection behind another exchange",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            SUCCESS,
            "4 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            FIN,
        ],
        shows: &[(&CON_012, Chosen, "closes")],
    },
    Story {
        name: "silence while content is held back",
        entries: &[HEAD, WAITED],
        shows: &[(&SRV_001, Broken, "silence")],
    },
    Story {
        name: "silence that the tester did not wait for",
        entries: &[HEAD, "4900 . quiet"],
        shows: &[],
    },
    Story {
        name: "silence behind the client's end",
        entries: &[HEAD, "1 > FIN", WAITED],
        shows: &[(&SRV_025, Broken, "open")],
    },
    Story {
        name: "silence behind the client's reset",
        entries: &[HEAD, "1 > RST", WAITED_LONG],
        shows: &[],
    },
    Story {
        name: "an answer only once content had come",
        entries: &[HEAD, "5100 > \"hello\"", "5101 < HTTP/1.1 200 OK|Content-Length: 0|"],
        shows: &[(&SRV_001, Broken, "silence"), (&SRV_002, Broken, "after-content")],
    },
    Story {
        name: "early content cancels the duty",
        entries: &[HEAD, "1 > \"h\"", WAITED_LONG],
        shows: &[],
    },
    Story {
        name: "head and content in one write",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue||\"hello\"",
            SUCCESS,
        ],
        shows: &[(&SRV_005, Kept, "omitted-with-content-at-hand")],
    },
    Story {
        name: "head and content in one write and no answer at all",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue||\"hello\"",
            WAITED_LONG,
        ],
        shows: &[(&SRV_005, Broken, "silence"), (&O16_004, Broken, "silence")],
    },
    Story {
        name: "103 does not stand for the answer",
        entries: &[HEAD, "1 < HTTP/1.1 103 Early Hints|Link: </a>|", WAITED],
        shows: &[(&SRV_001, Broken, "silence")],
    },
    Story {
        name: "an answer after two seconds",
        entries: &[HEAD, "2000 < HTTP/1.1 100 Continue|"],
        shows: &[(&SRV_001, Doubtful, "late")],
    },
    Story {
        name: "closed instead of answering",
        entries: &[HEAD, "1 < FIN", WAITED],
        shows: &[(&SRV_001, Doubtful, "closed")],
    },
    Story {
        name: "closed instead of answering, content sent all the same",
        entries: &[HEAD, "1 < FIN", "5100 > \"hello\"", "5200 . quiet"],
        shows: &[(&SRV_001, Doubtful, "closed")],
    },
    Story {
        name: "a slow answer has begun",
        entries: &[HEAD, "1 < \"HTTP/1.1 10\"", WAITED],
        shows: &[],
    },
    Story {
        name: "no answer is due behind a response that closes",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 200 OK|Connection: close|Content-Length: 0|",
            "2 < FIN",
            "3 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            WAITED,
        ],
        shows: &[],
    },
    Story {
        name: "no answer is due under HTTP/1.0",
        entries: &[
            "0 > POST / HTTP/1.0|Host: t|Content-Length: 5|Expect: 100-continue|",
            WAITED,
            "5200 > \"hello\"",
            "5300 < HTTP/1.0 200 OK|Content-Length: 0|",
        ],
        shows: &[
            (&SRV_003, Kept, "ignored"),
            (&SRV_004, Kept, "no-interim"),
            (&O16_010, Kept, "no-interim"),
        ],
    },
    Story {
        name: "100 to HTTP/1.0",
        entries: &[
            "0 > POST / HTTP/1.0|Host: t|Content-Length: 5|Expect: 100-continue|",
            CONTINUE,
            CONTENT,
            "3 < HTTP/1.0 200 OK|Content-Length: 0|",
        ],
        shows: &[
            (&SRV_003, Broken, "interim"),
            (&SRV_004, Broken, "interim"),
            (&O16_010, Broken, "interim"),
        ],
    },
    Story {
        name: "417 to HTTP/1.0",
        entries: &[
            "0 > POST / HTTP/1.0|Host: t|Content-Length: 5|Expect: 100-continue|",
            "1 < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_003, Broken, "417")],
    },
    Story {
        name: "417 to another expectation in HTTP/1.0",
        entries: &[
            "0 > POST / HTTP/1.0|Host: t|Content-Length: 5|Expect: 100-continue, x|",
            "1 < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_003, Chosen, "417-to-others")],
    },
    Story {
        name: "417 in HTTP/1.0 to lines that not everyone reads alike",
        entries: &[
            "0 > \"POST / HTTP/1.0\\r\\nHost: t\\r\\nExpect:,\\nExpect: 100-continue\\r\\n\\r\\n\"",
            "1 < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_003, Chosen, "417-to-others")],
    },
    Story {
        name: "103 to HTTP/1.0 without expectation",
        entries: &[
            "0 > GET / HTTP/1.0|Host: t|",
            "1 < HTTP/1.1 103 Early Hints|",
            "2 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&SRV_004, Broken, "interim"), (&O16_010, Broken, "interim")],
    },
    Story {
        name: "no final response behind the 100",
        entries: &[HEAD, CONTINUE, CONTENT, WAITED_LONG],
        shows: &[(&SRV_006, Broken, "silence")],
    },
    Story {
        name: "another 100, but no final response",
        entries: &[HEAD, CONTINUE, CONTENT, "3 < HTTP/1.1 100 Continue|", WAITED_LONG],
        shows: &[(&SRV_006, Broken, "silence")],
    },
    Story {
        name: "closed behind the 100 and the content",
        entries: &[HEAD, CONTINUE, CONTENT, FIN],
        shows: &[(&SRV_006, Doubtful, "closed")],
    },
    Story {
        name: "closed behind the 100 because the client left",
        entries: &[HEAD, CONTINUE, CONTENT, "3 > RST", FIN],
        shows: &[],
    },
    Story {
        name: "the content never came behind the 100",
        entries: &[HEAD, CONTINUE, "2 > \"he\"", WAITED_LONG],
        shows: &[],
    },
    Story {
        name: "an early final response that closes and says so",
        entries: &[HEAD, "1 < HTTP/1.1 403 Forbidden|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&SRV_007, Kept, "close")],
    },
    Story {
        name: "an early final response that closes and does not say so",
        entries: &[HEAD, "1 < HTTP/1.1 403 Forbidden|Content-Length: 0|", FIN],
        shows: &[(&SRV_007, Broken, "dropped")],
    },
    Story {
        name: "an early final response that reads on",
        entries: &[
            HEAD,
            "1 < HTTP/1.1 403 Forbidden|Content-Length: 0|",
            CONTENT,
            "3 > GET / HTTP/1.1|Host: t|",
            "4 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&SRV_007, Kept, "reads-on")],
    },
    Story {
        name: "an early final response whose server gave up waiting for the content",
        entries: &[HEAD, "1 < HTTP/1.1 403 Forbidden|Content-Length: 0|", "10001 < FIN"],
        shows: &[(&SRV_007, Chosen, "gave-up")],
    },
    Story {
        name: "an early final response of HTTP/1.0 needs no close option",
        entries: &[HEAD, "1 < HTTP/1.0 403 Forbidden|Content-Length: 0|", FIN],
        shows: &[(&SRV_007, Kept, "close")],
    },
    Story {
        name: "an early final response without a length ends with the connection",
        entries: &[HEAD, "1 < HTTP/1.1 403 Forbidden||\"no\"", FIN],
        shows: &[(&SRV_007, Kept, "close")],
    },
    Story {
        name: "an unknown method is no excuse for silence",
        entries: &[
            "0 > ABCDEFGHIJKLMNOPQRSTUVWXYZ / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            WAITED,
        ],
        shows: &[(&SRV_001, Broken, "silence"), (&MTH_009, Broken, "silence")],
    },
];
