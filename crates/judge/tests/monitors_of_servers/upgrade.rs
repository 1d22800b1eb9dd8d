use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{UPG_001, UPG_002, UPG_004, UPG_005, UPG_006};

use crate::story::*;

const OFFER: &str = "0 > POST / HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: a/1, b|Content-Length: 5|Expect: 100-continue|";
const SWITCH: &str =
    "3 < HTTP/1.1 101 Switching Protocols|Connection: Upgrade|Upgrade: B||\"anything\"";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "100 before 101",
        entries: &[OFFER, CONTINUE, CONTENT, SWITCH],
        shows: &[
            (&UPG_001, Kept, "continue-first"),
            (&UPG_002, Chosen, "switched"),
            (&UPG_005, Kept, "offered"),
            (&UPG_006, Kept, "option"),
        ],
    },
    Story {
        name: "101 without 100",
        entries: &[OFFER, SWITCH],
        shows: &[(&UPG_001, Broken, "no-continue")],
    },
    Story {
        name: "101 without 100 when content was sent",
        entries: &[OFFER, CONTENT, SWITCH],
        shows: &[(&UPG_001, Doubtful, "content-was-sent")],
    },
    Story {
        name: "101 without 100 to a request without content",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: b|Expect: 100-continue|",
            SWITCH,
        ],
        shows: &[(&UPG_001, Doubtful, "without-content")],
    },
    Story {
        name: "101 without expectation",
        entries: &["0 > GET / HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: b|", SWITCH],
        shows: &[(&UPG_005, Kept, "offered")],
    },
    Story {
        name: "an offer is ignored",
        entries: &[OFFER, CONTINUE, CONTENT, SUCCESS],
        shows: &[(&UPG_002, Chosen, "ignored")],
    },
    Story {
        name: "an offer in HTTP/1.0 is ignored",
        entries: &[
            "0 > GET / HTTP/1.0|Host: t|Connection: Upgrade|Upgrade: b|",
            "1 < HTTP/1.0 200 OK|Content-Length: 0|",
        ],
        shows: &[(&UPG_004, Kept, "ignored")],
    },
    Story {
        name: "an offer in HTTP/1.0 is accepted",
        entries: &["0 > GET / HTTP/1.0|Host: t|Connection: Upgrade|Upgrade: b|", SWITCH],
        shows: &[(&UPG_004, Broken, "101")],
    },
    Story {
        name: "101 that names nothing",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: b|",
            "1 < HTTP/1.1 101 Switching Protocols|",
        ],
        shows: &[(&UPG_005, Broken, "no-upgrade")],
    },
    Story {
        name: "101 to what was not offered",
        entries: &["0 > GET / HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: c|", SWITCH],
        shows: &[(&UPG_005, Broken, "not-offered")],
    },
    Story {
        name: "Upgrade without its option",
        entries: &[
            "0 > GET / HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 426 Upgrade|Upgrade: c|Content-Length: 0|",
        ],
        shows: &[(&UPG_006, Broken, "no-option")],
    },
    Story {
        name: "101 to an offer without the option",
        entries: &["0 > GET / HTTP/1.1|Host: t|Upgrade: b|", SWITCH],
        shows: &[(&UPG_006, Doubtful, "void-offer")],
    },
    Story {
        name: "an offer without the option is left alone",
        entries: &["0 > GET / HTTP/1.1|Host: t|Upgrade: b|", SUCCESS],
        shows: &[(&UPG_006, Kept, "void-offer-ignored")],
    },
];
