use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    CLI_001, CLI_002, CLI_003, CLI_008, CLI_010, CLI_013, CLI_027, CLI_032, CLI_034, CLI_035,
    CLI_036, GRM_001, GRM_005, O16_006, PIP_005,
};

use super::*;

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "a whole handshake",
        entries: &[HEAD, CONTINUE, CONTENT, OK, TOLD, FIN],
        shows: &[
            (&CLI_001, Kept, "with-content"),
            (&CLI_002, Kept, "asked"),
            (&CLI_003, Chosen, "after-answer"),
            (&CLI_008, Kept, "delivered"),
            (&CLI_010, Kept, "sent"),
            (&CLI_027, Kept, "length"),
            (&CLI_032, Kept, "http-1.1"),
            (&CLI_034, Kept, "no-crlf"),
            (&CLI_035, Kept, "exact"),
            (&CLI_036, Kept, "length"),
            (&GRM_001, Kept, "expect"),
            (&GRM_005, Kept, "no-empty-element"),
            (&O16_006, Kept, "with-content"),
            (&PIP_005, Kept, "content"),
        ],
    },
    Story {
        name: "a success that tells no status code",
        entries: &[HEAD, CONTINUE, CONTENT, OK, "4 = success"],
        shows: &[(&CLI_008, Kept, "delivered")],
    },
    Story {
        name: "a subject that can't tell",
        entries: &[HEAD, CONTINUE, CONTENT, OK, WAITED],
        shows: &[(&CLI_010, Kept, "sent")],
    },
    Story {
        name: "an error told as an error",
        entries: &[HEAD, CONTINUE, CONTENT, "3 > HTTP/1.1 500 Oops|Content-Length: 0|", FAILURE],
        shows: &[],
    },
    Story {
        name: "a success told as an error",
        entries: &[HEAD, CONTINUE, CONTENT, OK, FAILURE],
        shows: &[(&CLI_008, Broken, "failed")],
    },
    Story {
        name: "an error told just before the success came",
        entries: &[HEAD, CONTINUE, CONTENT, "2.5 = failure", OK],
        shows: &[],
    },
    Story {
        name: "an error of a client that had left",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            "2500 < FIN",
            "2501 > HTTP/1.1 200 OK|Content-Length: 0|",
            "2502 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "a success with octets behind it that are no response",
        entries: &[HEAD, CONTINUE, CONTENT, "3 > HTTP/1.1 200 OK|Content-Length: 0||junk", FAILURE],
        shows: &[],
    },
    Story {
        name: "a status code that nobody sent",
        entries: &[HEAD, CONTINUE, CONTENT, OK, "4 = status 599"],
        shows: &[(&CLI_008, Doubtful, "other-status")],
    },
    Story {
        name: "waiting behind the final response",
        entries: &[HEAD, CONTINUE, CONTENT, OK, "31000 = nothing"],
        shows: &[(&CLI_008, Broken, "hung")],
    },
    Story {
        name: "given up too early to say",
        entries: &[HEAD, CONTINUE, CONTENT, OK, "29000 = nothing"],
        shows: &[],
    },
    Story {
        name: "two requests, each with its word",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            OK,
            TOLD,
            "5 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "6 > HTTP/1.1 404 Not Found|Content-Length: 0|",
            "7 < \"aaaaa\"",
            "8 = status 404",
        ],
        shows: &[(&CLI_008, Kept, "delivered"), (&CLI_013, Kept, "delivered")],
    },
    Story {
        name: "two requests, the first word late",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            OK,
            "5 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "6 > HTTP/1.1 404 Not Found|Content-Length: 0|",
            "7 < \"aaaaa\"",
            "8 = status 200",
            "8.1 = status 404",
        ],
        shows: &[(&CLI_008, Kept, "delivered"), (&CLI_013, Kept, "delivered")],
    },
];
