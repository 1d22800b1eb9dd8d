use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{CON_013, GRM_010, GRM_013, GRM_015, GRM_016, GRM_024};

use crate::story::*;

const SPACE: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect : 100-continue|";
const SPACE_ELSEWHERE: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|X : y|Expect: 100-continue|";
const FOLD: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect:| 100-continue|";
const FOLD_WITHIN: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-| continue|";
const NUL: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue\\x00|";
const NUL_WITHIN: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-con\\x00tinue|";
const BARE_CR: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue\\rX|";
const LINE_FEEDS: &str =
    "0 > \"POST / HTTP/1.1\\nHost: t\\nContent-Length: 5\\nExpect: 100-continue\\n\\n\"";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "a space before the colon gets 400",
        entries: &[SPACE, BAD_REQUEST, FIN],
        shows: &[(&GRM_010, Kept, "400")],
    },
    Story {
        name: "a space before the colon gets 100",
        entries: &[SPACE, CONTINUE, CONTENT, SUCCESS],
        shows: &[(&GRM_010, Broken, "continue")],
    },
    Story {
        name: "a space before the colon gets 100, which 400 takes back",
        entries: &[SPACE, CONTINUE, BAD_REQUEST, FIN],
        shows: &[(&GRM_010, Doubtful, "refused-after-continue")],
    },
    Story {
        name: "a space before the colon gets success",
        entries: &[
            SPACE,
            "600 . quiet",
            "700 > \"hello\"",
            "701 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&GRM_010, Broken, "final")],
    },
    Story {
        name: "a space before the colon of another field gets 400 in the end",
        entries: &[SPACE_ELSEWHERE, CONTINUE, CONTENT, BAD_REQUEST, FIN],
        shows: &[(&GRM_010, Kept, "400")],
    },
    Story {
        name: "a space before the colon gets another refusal",
        entries: &[SPACE, "1 < HTTP/1.1 404 Not Found|Content-Length: 0|"],
        shows: &[(&GRM_010, Doubtful, "refused")],
    },
    Story {
        name: "a space before the colon gets a close",
        entries: &[SPACE, FIN],
        shows: &[(&GRM_010, Doubtful, "closed")],
    },
    Story {
        name: "a space before the colon gets silence, content and all",
        entries: &[SPACE, CONTENT, WAITED_LONG],
        shows: &[(&GRM_010, Broken, "silence")],
    },
    Story {
        name: "a space before the colon, and the content held back",
        entries: &[SPACE, WAITED],
        shows: &[],
    },
    Story {
        name: "a space before the colon and no Host",
        entries: &[
            "0 > POST / HTTP/1.1|Content-Length: 5|Expect : 100-continue|",
            "1 < HTTP/1.1 421 Misdirected Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&GRM_010, Kept, "refused")],
    },
    Story {
        name: "a space before the colon when the server is overloaded",
        entries: &[SPACE, "1 < HTTP/1.1 503 Busy|Connection: close|Content-Length: 0|", FIN],
        shows: &[],
    },
    Story {
        name: "a fold gets 400",
        entries: &[FOLD, BAD_REQUEST, FIN],
        shows: &[(&GRM_013, Kept, "400")],
    },
    Story {
        name: "a fold is read as a space",
        entries: &[FOLD, CONTINUE],
        shows: &[(&GRM_013, Kept, "continue")],
    },
    Story {
        name: "a fold gets silence",
        entries: &[FOLD, WAITED],
        shows: &[(&GRM_013, Broken, "silence")],
    },
    Story {
        name: "a fold that hides the expectation may get silence",
        entries: &[
            FOLD_WITHIN,
            WAITED,
            "5200 > \"hello\"",
            "5201 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&GRM_013, Kept, "final")],
    },
    Story {
        name: "a fold is deleted",
        entries: &[FOLD_WITHIN, CONTINUE],
        shows: &[(&GRM_013, Doubtful, "continue")],
    },
    Story {
        name: "a fold gets a close",
        entries: &[FOLD, FIN],
        shows: &[(&GRM_013, Doubtful, "closed")],
    },
    Story {
        name: "NUL gets 400",
        entries: &[NUL, BAD_REQUEST, FIN],
        shows: &[(&GRM_015, Kept, "400")],
    },
    Story { name: "NUL gets a close", entries: &[NUL, FIN], shows: &[(&GRM_015, Kept, "closed")] },
    Story {
        name: "NUL is read as a space",
        entries: &[NUL, CONTINUE],
        shows: &[(&GRM_015, Kept, "continue")],
    },
    Story {
        name: "NUL is deleted",
        entries: &[NUL_WITHIN, CONTINUE],
        shows: &[(&GRM_015, Doubtful, "continue")],
    },
    Story {
        name: "NUL gets no answer at all",
        entries: &[NUL_WITHIN, CONTENT, WAITED_LONG],
        shows: &[(&GRM_015, Broken, "silence")],
    },
    Story {
        name: "a bare CR gets 400",
        entries: &[BARE_CR, BAD_REQUEST, FIN],
        shows: &[(&GRM_016, Kept, "400")],
    },
    Story {
        name: "a bare CR gets 100",
        entries: &[BARE_CR, CONTINUE],
        shows: &[(&GRM_016, Kept, "continue")],
    },
    Story {
        name: "lines that end with LF get 100",
        entries: &[LINE_FEEDS, CONTINUE],
        shows: &[(&GRM_024, Chosen, "continue")],
    },
    Story {
        name: "lines that end with LF get silence",
        entries: &[LINE_FEEDS, CONTENT, WAITED_LONG],
        shows: &[(&GRM_024, Chosen, "silence")],
    },
    Story {
        name: "lines that end with LF get a close",
        entries: &[LINE_FEEDS, FIN],
        shows: &[(&GRM_024, Chosen, "closed"), (&CON_013, Chosen, "without-response")],
    },
];
