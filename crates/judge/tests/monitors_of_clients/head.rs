use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{GRM_001, GRM_012, IR_007, IR_008, MTH_004, MTH_007, MTH_008};

use super::*;

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "an ordinary head",
        entries: &[GET],
        shows: &[
            (&GRM_001, Kept, "head"),
            (&GRM_012, Kept, "head"),
            (&IR_007, Kept, "head"),
            (&IR_008, Kept, "head"),
            (&MTH_007, Kept, "no-content"),
        ],
    },
    Story {
        name: "lines that end with LF",
        entries: &["0 < \"GET /u HTTP/1.1\\nHost: t\\n\\n\""],
        shows: &[(&IR_007, Broken, "syntax")],
    },
    Story {
        name: "space before the first field",
        entries: &["0 < GET /u HTTP/1.1| X: y|Host: t|"],
        shows: &[(&IR_008, Broken, "syntax")],
    },
    Story {
        name: "a folded field",
        entries: &["0 < GET /u HTTP/1.1|Host: t|X: y| z|"],
        shows: &[(&GRM_012, Broken, "syntax")],
    },
    Story {
        name: "space before a colon",
        entries: &["0 < GET /u HTTP/1.1|Host : t|"],
        shows: &[(&GRM_001, Broken, "syntax")],
    },
    Story {
        name: "TRACE without content",
        entries: &["0 < TRACE /u HTTP/1.1|Host: t|"],
        shows: &[(&MTH_004, Kept, "no-content")],
    },
    Story {
        name: "TRACE with content",
        entries: &["0 < TRACE /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\""],
        shows: &[(&MTH_004, Broken, "content")],
    },
    Story {
        name: "GET with content",
        entries: &["0 < GET /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\""],
        shows: &[(&MTH_007, Chosen, "content")],
    },
    Story {
        name: "OPTIONS with content of a type",
        entries: &[
            "0 < OPTIONS /u HTTP/1.1|Host: t|Content-Type: a/b|Content-Length: 5||\"aaaaa\"",
        ],
        shows: &[(&MTH_008, Kept, "content-type")],
    },
    Story {
        name: "OPTIONS with content of no type",
        entries: &["0 < OPTIONS /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\""],
        shows: &[(&MTH_008, Broken, "no-content-type")],
    },
];
