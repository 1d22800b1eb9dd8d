use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{UPG_003, UPG_006, UPG_007};

use super::*;

const OFFER: &str = "0 < PUT /u HTTP/1.1|Host: t|Connection: upgrade|Upgrade: x|Content-Length: 5|Expect: 100-continue|";
const SWITCH: &str = "1 > HTTP/1.1 101 Switching Protocols|Connection: upgrade|Upgrade: x|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "an offer, and the content before the new protocol",
        entries: &[OFFER, SWITCH, "2 < \"aaaaaXXXX\""],
        shows: &[
            (&UPG_003, Kept, "content-first"),
            (&UPG_006, Kept, "option"),
            (&UPG_007, Chosen, "with-content"),
        ],
    },
    Story {
        name: "an offer, and the new protocol in place of the content",
        entries: &[OFFER, SWITCH, "2 < \"aaXXXX\""],
        shows: &[(&UPG_003, Broken, "switched-early")],
    },
    Story {
        name: "an offer taken too early, and the end",
        entries: &[OFFER, SWITCH, FIN],
        shows: &[(&UPG_003, Chosen, "closed")],
    },
    Story {
        name: "an offer that is no connection option",
        entries: &["0 < GET /u HTTP/1.1|Host: t|Upgrade: x|"],
        shows: &[(&UPG_006, Broken, "no-option"), (&UPG_007, Chosen, "without-content")],
    },
];
