use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{CLI_002, CLI_003, CLI_004, CLI_010, CLI_037, O16_005};

use super::*;

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "content after a second of silence",
        entries: &[HEAD, "1000 < \"aaaaa\""],
        shows: &[
            (&CLI_003, Chosen, "after-waiting"),
            (&CLI_004, Kept, "sent-unprompted"),
            (&O16_005, Kept, "sent-unprompted"),
        ],
    },
    Story {
        name: "content with the head",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue||\"aaaaa\""],
        shows: &[(&CLI_003, Chosen, "with-the-head"), (&CLI_004, Kept, "sent-unprompted")],
    },
    Story {
        name: "content right behind the head",
        entries: &[HEAD, CONTENT],
        shows: &[(&CLI_003, Chosen, "at-once")],
    },
    Story {
        name: "waiting for ever",
        entries: &[HEAD, WAITED],
        shows: &[(&CLI_004, Broken, "for-ever"), (&O16_005, Broken, "for-ever")],
    },
    Story {
        name: "waiting for ever behind early hints",
        entries: &[HEAD, "1 > HTTP/1.1 103 Early Hints|Link: </a>|", WAITED],
        shows: &[(&CLI_004, Broken, "for-ever"), (&O16_005, Broken, "for-ever")],
    },
    Story { name: "waiting longer than the tester", entries: &[HEAD, "29000 . quiet"], shows: &[] },
    Story {
        name: "waiting for a server that left",
        entries: &[HEAD, "1 > FIN", WAITED],
        shows: &[],
    },
    Story {
        name: "giving up",
        entries: &[HEAD, "5000 < FIN", "5001 = failure"],
        shows: &[
            (&CLI_004, Chosen, "gave-up"),
            (&O16_005, Chosen, "gave-up"),
            (&CLI_037, Kept, "fin"),
        ],
    },
    Story {
        name: "giving up by a reset",
        entries: &[HEAD, "5000 < RST", "5001 = failure"],
        shows: &[(&CLI_004, Chosen, "gave-up"), (&CLI_037, Broken, "reset")],
    },
    Story {
        name: "given up by the tester",
        entries: &[HEAD, "3000 = nothing", "3000 < RST"],
        shows: &[],
    },
    Story {
        name: "no content behind a 100",
        entries: &[HEAD, CONTINUE, WAITED],
        shows: &[(&CLI_010, Broken, "withheld")],
    },
    Story {
        name: "no content behind a 100 that the final response follows",
        entries: &[HEAD, CONTINUE, "2 > HTTP/1.1 403 Forbidden|Content-Length: 0|", WAITED],
        shows: &[],
    },
    Story {
        name: "content at once without an expectation",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|", CONTENT],
        shows: &[(&CLI_002, Kept, "sent-at-once")],
    },
    Story {
        name: "content late without an expectation",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|", "900 < \"aaaaa\""],
        shows: &[(&CLI_002, Kept, "slow")],
    },
    Story {
        name: "content at the 100 that was not asked for",
        entries: &[
            "0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|",
            "3000 > HTTP/1.1 100 Continue|",
            "3001 < \"aaaaa\"",
        ],
        shows: &[(&CLI_002, Doubtful, "released-by-100")],
    },
    Story {
        name: "content that crosses a 100",
        entries: &["0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|", CONTINUE, CONTENT],
        shows: &[],
    },
    Story {
        name: "waiting until the server answers at last",
        entries: &[
            HEAD,
            "30100 > HTTP/1.1 201 Created|Content-Length: 0|",
            "30101 < \"aaaaa\"",
            "30102 = status 201",
        ],
        shows: &[(&CLI_004, Broken, "for-ever"), (&O16_005, Broken, "for-ever")],
    },
    Story {
        name: "waiting behind a 100 until the server answers at last",
        entries: &[
            HEAD,
            CONTINUE,
            "30102 > HTTP/1.1 201 Created|Content-Length: 0|",
            "30103 < \"aaaaa\"",
            "30104 = status 201",
        ],
        shows: &[(&CLI_010, Broken, "withheld")],
    },
    Story {
        name: "giving up after long patience",
        entries: &[HEAD, "40000 < FIN", "40001 = failure"],
        shows: &[(&CLI_004, Chosen, "gave-up")],
    },
    Story {
        name: "content after long patience",
        entries: &[HEAD, "40000 < \"aaaaa\""],
        shows: &[(&CLI_004, Kept, "sent-unprompted")],
    },
];
