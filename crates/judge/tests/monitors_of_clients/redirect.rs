use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{CLI_001, O16_006, RED_001, RED_002, RED_003};

use super::*;

const SEE_OTHER: &str = "1 > HTTP/1.1 303 See Other|Location: /v|Content-Length: 0|";
const TEMPORARY: &str = "1 > HTTP/1.1 307 Temporary Redirect|Location: /v|Content-Length: 0|";
const PERMANENT: &str = "1 > HTTP/1.1 308 Permanent Redirect|Location: /v|Content-Length: 0|";
const LEFT: &str = "2 < FIN";
const SAID: &str = "50 = failure";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "307, and the same method",
        entries: &[
            POST,
            TEMPORARY,
            LEFT,
            "9#1 < POST /v HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            SAID,
        ],
        shows: &[(&RED_001, Kept, "same-method"), (&RED_002, Chosen, "with-expectation")],
    },
    Story {
        name: "307, and another method",
        entries: &[POST, TEMPORARY, LEFT, "9#1 < GET /v HTTP/1.1|Host: t|", SAID],
        shows: &[(&RED_001, Broken, "method-changed")],
    },
    Story {
        name: "308, and another method",
        entries: &[POST, PERMANENT, LEFT, "9#1 < GET /v HTTP/1.1|Host: t|", SAID],
        shows: &[(&RED_001, Doubtful, "method-changed")],
    },
    Story {
        name: "303, and a clean GET",
        entries: &[POST, SEE_OTHER, LEFT, "9#1 < GET /v HTTP/1.1|Host: t|", SAID],
        shows: &[(&RED_003, Kept, "clean")],
    },
    Story {
        name: "303, and a GET that expects",
        entries: &[
            POST,
            SEE_OTHER,
            LEFT,
            "9#1 < GET /v HTTP/1.1|Host: t|Expect: 100-continue|",
            SAID,
        ],
        shows: &[
            (&RED_003, Broken, "expectation"),
            (&CLI_001, Broken, "without-content"),
            (&O16_006, Broken, "without-content"),
        ],
    },
    Story {
        name: "303, and a GET with a content type",
        entries: &[
            POST,
            SEE_OTHER,
            LEFT,
            "9#1 < GET /v HTTP/1.1|Host: t|Content-Type: text/plain|",
            SAID,
        ],
        shows: &[(&RED_003, Doubtful, "content-fields")],
    },
    Story {
        name: "303, and a GET for something else",
        entries: &[
            POST,
            SEE_OTHER,
            LEFT,
            "9#1 < GET /w HTTP/1.1|Host: t|Content-Type: text/plain|",
            SAID,
        ],
        shows: &[],
    },
];
