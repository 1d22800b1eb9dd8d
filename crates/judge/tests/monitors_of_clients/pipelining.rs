use expectspec_requirements::Outcome::{Broken, Kept};
use expectspec_requirements::{PIP_004, PIP_005, PIP_006, PIP_007};

use super::*;

const NEXT: &str = "2 < GET /next HTTP/1.1|Host: t|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "a request behind an answered POST",
        entries: &[POST, CONTINUE, CONTENT, OK, TOLD, "5 < GET /next HTTP/1.1|Host: t|"],
        shows: &[(&PIP_004, Kept, "waited")],
    },
    Story {
        name: "a request behind a POST without an answer",
        entries: &[POST, CONTINUE, CONTENT, "2.5 < GET /next HTTP/1.1|Host: t|"],
        shows: &[(&PIP_004, Broken, "pipelined")],
    },
    Story {
        name: "a request where content is due",
        entries: &[HEAD, NEXT],
        shows: &[(&PIP_005, Broken, "head-for-content")],
    },
    Story {
        name: "responses to a pipeline in order",
        entries: &[
            GET,
            NEXT,
            OK,
            "4 > HTTP/1.1 404 Not Found|Content-Length: 0|",
            "5 = status 200",
            "6 = status 404",
        ],
        shows: &[(&PIP_007, Kept, "in-order")],
    },
    Story {
        name: "responses to a pipeline mixed up",
        entries: &[
            GET,
            NEXT,
            OK,
            "4 > HTTP/1.1 404 Not Found|Content-Length: 0|",
            "5 = status 404",
            "6 = status 200",
        ],
        shows: &[(&PIP_007, Broken, "out-of-order")],
    },
    Story {
        name: "one request at a time after a lost pipeline",
        entries: &[
            GET,
            NEXT,
            "3 > FIN",
            "4#1 < GET /u HTTP/1.1|Host: t|",
            "5#1 > HTTP/1.1 204 No Content|",
            "6#1 < GET /next HTTP/1.1|Host: t|",
        ],
        shows: &[(&PIP_006, Kept, "one-at-a-time")],
    },
    Story {
        name: "another pipeline after a lost one",
        entries: &[
            GET,
            NEXT,
            "3 > FIN",
            "4#1 < GET /u HTTP/1.1|Host: t||GET /next HTTP/1.1|Host: t|",
            "5#1 > HTTP/1.1 204 No Content|",
        ],
        shows: &[(&PIP_006, Broken, "pipelined-again")],
    },
];
