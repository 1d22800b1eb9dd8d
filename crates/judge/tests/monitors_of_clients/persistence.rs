use expectspec_requirements::Outcome::{Broken, Kept};
use expectspec_requirements::{CLI_033, CON_008, FRM_006};

use super::*;

const LAST_GET: &str = "0 < GET /u HTTP/1.1|Host: t|Connection: close|";
const CLOSE: &str = "3 > HTTP/1.1 200 OK|Connection: close|Content-Length: 0|";
const FAULTY: &str = "3 > HTTP/1.0 200 OK|Transfer-Encoding: chunked||0||";
const NEXT: &str = "5 < GET /next HTTP/1.1|Host: t|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "the close option received",
        entries: &[GET, CLOSE, TOLD, FIN],
        shows: &[(&CLI_033, Kept, "closed")],
    },
    Story {
        name: "the close option received, and another request",
        entries: &[GET, CLOSE, TOLD, NEXT],
        shows: &[(&CLI_033, Broken, "reused")],
    },
    Story {
        name: "the close option received behind another request",
        entries: &[GET, "1 < GET /next HTTP/1.1|Host: t|", CLOSE, FIN],
        shows: &[],
    },
    Story {
        name: "the close option received, and the connection left open",
        entries: &[GET, CLOSE, TOLD, "5100 . quiet"],
        shows: &[(&CLI_033, Broken, "open")],
    },
    Story {
        name: "the close option received, and a reset",
        entries: &[GET, CLOSE, "3 > RST", TOLD, "5100 . quiet"],
        shows: &[],
    },
    Story {
        name: "the close option sent",
        entries: &[LAST_GET, OK, TOLD, FIN],
        shows: &[(&CON_008, Kept, "closed")],
    },
    Story {
        name: "the close option sent, and another request",
        entries: &[LAST_GET, OK, TOLD, NEXT],
        shows: &[(&CON_008, Broken, "reused")],
    },
    Story {
        name: "a faulty framing, and the end",
        entries: &[GET, FAULTY, TOLD, FIN],
        shows: &[(&FRM_006, Kept, "closed")],
    },
    Story {
        name: "a faulty framing, and another request",
        entries: &[GET, FAULTY, TOLD, NEXT],
        shows: &[(&FRM_006, Broken, "reused")],
    },
];
