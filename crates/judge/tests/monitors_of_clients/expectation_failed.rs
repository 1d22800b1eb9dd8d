use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{CLI_005, CLI_006, CLI_007, CLI_013, CLI_020};

use super::*;

const AGAIN: &str = "5#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"";
const DONE: &str = "6#1 > HTTP/1.1 200 OK|Content-Length: 0|";
const SAID: &str = "50 = status 200";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "a 417, and a repetition on a new connection",
        entries: &[HEAD, FAILED, "2 < FIN", AGAIN, DONE, SAID],
        shows: &[
            (&CLI_005, Kept, "repeated"),
            (&CLI_006, Kept, "new-connection"),
            (&CLI_007, Kept, "one"),
            (&CLI_013, Kept, "delivered"),
        ],
    },
    Story {
        name: "a 417, and a repetition behind the content",
        entries: &[
            HEAD,
            FAILED,
            CONTENT,
            "5 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "6 > HTTP/1.1 200 OK|Content-Length: 0|",
            SAID,
        ],
        shows: &[(&CLI_005, Kept, "repeated"), (&CLI_006, Kept, "same-connection")],
    },
    Story {
        name: "a 417, and a repetition in place of the content",
        entries: &[
            HEAD,
            FAILED,
            "5 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "50 = failure",
        ],
        shows: &[
            (&CLI_005, Kept, "repeated"),
            (&CLI_006, Broken, "content-missing"),
            (&CLI_020, Broken, "content-missing"),
        ],
    },
    Story {
        name: "a 417, and the same expectation again",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            "5#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            DONE,
            "7#1 < \"aaaaa\"",
            SAID,
        ],
        shows: &[(&CLI_005, Broken, "repeated-with-expectation")],
    },
    Story {
        name: "a 417 left to the user",
        entries: &[HEAD, FAILED, "2 < FIN", "4 = status 417"],
        shows: &[(&CLI_005, Broken, "not-repeated")],
    },
    Story {
        name: "a 417 left to the user, the chunks spent",
        entries: &[CHUNKED, FAILED, "2 < 5|aaaaa|0|", "4 = status 417"],
        shows: &[(&CLI_005, Chosen, "content-spent")],
    },
    Story {
        name: "a 417, and a repetition toward a server that had answered already",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            "3#1 > HTTP/1.1 301 Moved|Location: /moved|Content-Length: 0|",
            "3.1#1 > HTTP/1.1 200 OK|Content-Length: 0|",
            "4#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|",
            "4 = status 301",
        ],
        shows: &[],
    },
    Story {
        name: "a 417 for who had given up",
        entries: &[HEAD, "0.5 = failure", FAILED, "2 < FIN"],
        shows: &[],
    },
    Story {
        name: "a 417 to each of two requests, told both times",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            "4 = status 417",
            "5#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "6#1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "7#1 < FIN",
            "8 = status 417",
        ],
        shows: &[(&CLI_005, Broken, "not-repeated")],
    },
    Story {
        name: "a 417 to the repetition, told",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            AGAIN,
            "6#1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "50 = status 417",
        ],
        shows: &[(&CLI_007, Kept, "one")],
    },
    Story {
        name: "a second repetition, behind a redirection of the first that nobody saw",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            "3#1 > HTTP/1.1 301 Moved Permanently|Location: /u|Content-Length: 0|",
            "3#1 > RST",
            "5#2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "6#2 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "7#2 < FIN",
            "8#3 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "9#3 > HTTP/1.1 200 OK|Content-Length: 0|",
            SAID,
        ],
        shows: &[],
    },
    Story {
        name: "a second repetition",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            AGAIN,
            "6#1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "7#2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "8#2 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "50 = status 417",
        ],
        shows: &[(&CLI_007, Broken, "two")],
    },
    Story {
        name: "repetitions without end",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            AGAIN,
            "6#1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "7#2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "8#2 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
            "9#3 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"",
            "50 = nothing",
        ],
        shows: &[(&CLI_007, Broken, "unbounded")],
    },
    Story {
        name: "two requests, the first repeated after a 417",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            AGAIN,
            DONE,
            "7 = status 200",
            "8#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "9#1 > HTTP/1.1 403 Forbidden|Content-Length: 0|",
            "10#1 < FIN",
            "11 = status 403",
        ],
        shows: &[(&CLI_005, Kept, "repeated"), (&CLI_013, Kept, "delivered")],
    },
    Story {
        name: "a first request repeated after a 417, a second one that was never made",
        entries: &[HEAD, FAILED, "2 < FIN", AGAIN, DONE, "7 = success", "8 = failure"],
        shows: &[],
    },
    Story {
        name: "a 417, and a redirection to the same target that answered a lost repetition",
        entries: &[
            HEAD,
            FAILED,
            "2 < FIN",
            "3#1 > HTTP/1.1 301 Moved|Location: /u|Content-Length: 0|",
            "3#1 > RST",
            "5#2 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "6#2 > HTTP/1.1 403 Forbidden|Content-Length: 0|",
            "7#2 < FIN",
            "50 = status 403",
        ],
        shows: &[],
    },
];
