use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{AUT_001, AUT_002, AUT_006, RED_004, SRV_019};

use crate::story::*;

const UNAUTHORIZED: &str =
    "3 < HTTP/1.1 401 Unauthorized|WWW-Authenticate: Basic realm=\\\"t\\\"|Content-Length: 0|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "401 at once",
        entries: &[HEAD, UNAUTHORIZED],
        shows: &[(&AUT_001, Kept, "at-once"), (&AUT_002, Kept, "challenge")],
    },
    Story {
        name: "401 behind the content",
        entries: &[HEAD, CONTINUE, CONTENT, UNAUTHORIZED],
        shows: &[(&AUT_001, Chosen, "after-continue"), (&AUT_002, Kept, "challenge")],
    },
    Story {
        name: "401 without challenge",
        entries: &[HEAD, "1 < HTTP/1.1 401 Unauthorized|Content-Length: 0|"],
        shows: &[(&AUT_001, Broken, "no-challenge"), (&AUT_002, Broken, "no-challenge")],
    },
    Story {
        name: "403 needs no challenge",
        entries: &[HEAD, "1 < HTTP/1.1 403 Forbidden|Content-Length: 0|"],
        shows: &[],
    },
    Story {
        name: "413 with a time",
        entries: &[HEAD, "1 < HTTP/1.1 413 Large|Retry-After: 9|Content-Length: 0|"],
        shows: &[(&AUT_006, Chosen, "retry-after")],
    },
    Story {
        name: "413 without a time",
        entries: &[HEAD, "1 < HTTP/1.1 413 Large|Content-Length: 0|"],
        shows: &[(&AUT_006, Chosen, "no-retry-after")],
    },
    Story {
        name: "a redirection at once",
        entries: &[HEAD, "1 < HTTP/1.1 307 Else|Location: /b|Content-Length: 0|"],
        shows: &[(&RED_004, Chosen, "at-once")],
    },
    Story {
        name: "a precondition failed at once",
        entries: &[
            "0 > PUT / HTTP/1.1|Host: t|If-Match: \\\"x\\\"|Content-Length: 5|Expect: 100-continue|",
            "1 < HTTP/1.1 412 No|Content-Length: 0|",
        ],
        shows: &[(&SRV_019, Chosen, "at-once")],
    },
    Story {
        name: "a precondition failed behind the content",
        entries: &[
            "0 > PUT / HTTP/1.1|Host: t|If-Match: \\\"x\\\"|Content-Length: 5|Expect: 100-continue|",
            CONTINUE,
            CONTENT,
            "3 < HTTP/1.1 412 No|Content-Length: 0|",
        ],
        shows: &[(&SRV_019, Chosen, "after-continue")],
    },
];
