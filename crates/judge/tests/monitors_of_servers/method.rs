use expectspec_requirements::Outcome::{Broken, Chosen, Kept};
use expectspec_requirements::{FRM_002, MTH_003, MTH_005, MTH_009};

use crate::story::*;

const CONNECT: &str = "0 > CONNECT t:80 HTTP/1.1|Host: t:80|";
const TRACE: &str = "0 > TRACE / HTTP/1.1|Host: t|Expect: 100-continue|";
const LONG: &str =
    "0 > ABCDEFGHIJKLMNOPQRSTUVWXYZ / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "a tunnel",
        entries: &[CONNECT, "1 < HTTP/1.1 200 OK||\"anything\""],
        shows: &[(&MTH_003, Kept, "no-framing-field")],
    },
    Story {
        name: "a tunnel with a length",
        entries: &[CONNECT, "1 < HTTP/1.1 200 OK|Content-Length: 0|"],
        shows: &[(&MTH_003, Broken, "framing-field")],
    },
    Story {
        name: "no tunnel, with a length",
        entries: &[CONNECT, "1 < HTTP/1.1 405 No|Content-Length: 0|"],
        shows: &[],
    },
    Story {
        name: "TRACE is reflected, expectation and all",
        entries: &[
            TRACE,
            "1 < HTTP/1.1 200 OK|Content-Type: message/http|Content-Length: 51||TRACE / HTTP/1.1|Host: t|Expect: 100-continue|",
        ],
        shows: &[(&MTH_005, Kept, "reflected"), (&FRM_002, Kept, "final")],
    },
    Story {
        name: "TRACE is refused",
        entries: &[TRACE, "1 < HTTP/1.1 405 No|Content-Length: 0|"],
        shows: &[(&MTH_005, Kept, "refused")],
    },
    Story {
        name: "TRACE gets 100 first",
        entries: &[TRACE, CONTINUE, SUCCESS],
        shows: &[(&MTH_005, Chosen, "continue")],
    },
    Story {
        name: "TRACE gets silence",
        entries: &[TRACE, WAITED_LONG],
        shows: &[(&MTH_005, Broken, "silence")],
    },
    Story {
        name: "a long method gets 501",
        entries: &[LONG, "1 < HTTP/1.1 501 No|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&MTH_009, Kept, "501")],
    },
    Story {
        name: "a long method gets 100",
        entries: &[LONG, CONTINUE],
        shows: &[(&MTH_009, Chosen, "continue")],
    },
    Story {
        name: "a long method is known after all",
        entries: &[LONG, CONTINUE, CONTENT, SUCCESS],
        shows: &[(&MTH_009, Chosen, "continue")],
    },
    Story {
        name: "a short method that nobody knows",
        entries: &["0 > FOO / HTTP/1.1|Host: t|", "1 < HTTP/1.1 405 No|Content-Length: 0|"],
        shows: &[(&MTH_009, Kept, "4xx")],
    },
];
