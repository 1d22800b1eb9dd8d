use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{CLI_001, CLI_032, GRM_001, GRM_005, GRM_019, MTH_001, O16_006};

use super::*;

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "nothing expected, nothing to send",
        entries: &[GET],
        shows: &[(&CLI_001, Kept, "no-content"), (&O16_006, Kept, "no-content")],
    },
    Story {
        name: "nothing expected, something to send",
        entries: &[PLAIN],
        shows: &[(&CLI_001, Kept, "no-expectation")],
    },
    Story {
        name: "an expectation without content",
        entries: &["0 < GET /u HTTP/1.1|Host: t|Expect: 100-continue|"],
        shows: &[(&CLI_001, Broken, "without-content"), (&O16_006, Broken, "without-content")],
    },
    Story {
        name: "an expectation with a length of 0",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 0|Expect: 100-continue|"],
        shows: &[(&CLI_001, Broken, "length-0"), (&O16_006, Broken, "length-0")],
    },
    Story {
        name: "chunks that turned out to be none",
        entries: &[CHUNKED, CONTINUE, "2 < 0|"],
        shows: &[(&CLI_001, Chosen, "turned-out-empty")],
    },
    Story {
        name: "CONNECT that expects",
        entries: &["0 < CONNECT t:1 HTTP/1.1|Host: t:1|Content-Length: 5|Expect: 100-continue|"],
        shows: &[(&MTH_001, Broken, "expects")],
    },
    Story {
        name: "CONNECT that does not",
        entries: &["0 < CONNECT t:1 HTTP/1.1|Host: t:1|"],
        shows: &[(&MTH_001, Kept, "no-expectation")],
    },
    Story {
        name: "an empty element",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: ,100-continue|"],
        shows: &[(&GRM_005, Broken, "empty-element")],
    },
    Story {
        name: "no element at all",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect:|"],
        shows: &[(&GRM_005, Kept, "no-empty-element"), (&GRM_001, Kept, "expect")],
    },
    Story {
        name: "a parameter without a value",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue;q|"],
        shows: &[(&GRM_001, Broken, "malformed")],
    },
    Story {
        name: "space around an equals sign",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: a = b|"],
        shows: &[(&GRM_019, Broken, "space"), (&GRM_001, Broken, "malformed")],
    },
    Story {
        name: "an expectation with a value",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: a=b|"],
        shows: &[(&GRM_019, Kept, "no-space")],
    },
    Story {
        name: "HTTP/1.0 that expects nothing",
        entries: &["0 < PUT /u HTTP/1.0|Content-Length: 5||\"aaaaa\""],
        shows: &[(&CLI_032, Kept, "http-1.0-without-expectation")],
    },
    Story {
        name: "HTTP/1.0 that expects",
        entries: &["0 < PUT /u HTTP/1.0|Content-Length: 5|Expect: 100-continue||\"aaaaa\""],
        shows: &[(&CLI_032, Doubtful, "http-1.0")],
    },
    Story {
        name: "HTTP/1.0 that expects and waits",
        entries: &[
            "0 < PUT /u HTTP/1.0|Content-Length: 5|Expect: 100-continue|",
            "1000 < \"aaaaa\"",
        ],
        shows: &[(&CLI_032, Broken, "http-1.0-waits")],
    },
];
