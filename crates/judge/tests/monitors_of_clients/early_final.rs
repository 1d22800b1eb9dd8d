use expectspec_requirements::Outcome::{Broken, Chosen, Kept, Unclear};
use expectspec_requirements::{CLI_013, CLI_014, CLI_015, CLI_016, CLI_020, CLI_021, O16_008};

use super::*;

const HALF: &str = "0.5 < \"aa\"";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "a refusal, and the content all the same",
        entries: &[HEAD, REFUSAL, CONTENT, "4 = status 403"],
        shows: &[(&CLI_013, Kept, "delivered"), (&CLI_014, Kept, "sent-in-full")],
    },
    Story {
        name: "a refusal, and the end of the connection",
        entries: &[HEAD, REFUSAL, "2 < FIN", "4 = status 403"],
        shows: &[
            (&CLI_013, Kept, "delivered"),
            (&CLI_014, Chosen, "closed"),
            (&CLI_020, Kept, "closed"),
            (&O16_008, Kept, "ceased"),
        ],
    },
    Story {
        name: "a refusal told as an error",
        entries: &[HEAD, REFUSAL, "2 < FIN", FAILURE],
        shows: &[(&CLI_013, Unclear, "error")],
    },
    Story {
        name: "an early success of a version that the client does not know",
        entries: &[HEAD, "1 > HTTP/1.2 200 OK|Content-Length: 0|", "2 < FIN", FAILURE],
        shows: &[],
    },
    Story {
        name: "an early success told as an error",
        entries: &[HEAD, "1 > HTTP/1.1 200 OK|Content-Length: 0|", "2 < \"aaaaa\"", FAILURE],
        shows: &[(&CLI_013, Broken, "failed")],
    },
    Story {
        name: "an early success from a server that left",
        entries: &[HEAD, "1 > HTTP/1.1 200 OK|Content-Length: 0|", "1.1 > FIN", FAILURE],
        shows: &[],
    },
    Story {
        name: "an early final response that nobody hears of",
        entries: &[HEAD, REFUSAL, "31000 = nothing"],
        shows: &[(&CLI_013, Broken, "hung")],
    },
    Story {
        name: "an early final response to content on its way, cut",
        entries: &[HEAD, HALF, LAST, "2 < FIN", "4 = status 413"],
        shows: &[
            (&CLI_014, Chosen, "cut"),
            (&CLI_015, Kept, "ceased"),
            (&CLI_016, Kept, "noticed"),
            (&O16_008, Kept, "ceased"),
        ],
    },
    Story {
        name: "an early final response to content on its way, finished",
        entries: &[HEAD, HALF, REFUSAL, "2 < \"aaa\"", "4 = status 403"],
        shows: &[(&CLI_014, Kept, "finished"), (&CLI_016, Kept, "noticed-at-the-end")],
    },
    Story {
        name: "an early final response to content on its way, and nobody hears of it",
        entries: &[HEAD, HALF, REFUSAL, "31000 = nothing"],
        shows: &[(&CLI_013, Broken, "hung"), (&CLI_016, Broken, "hung")],
    },
    Story {
        name: "content long after a server said that it closes",
        entries: &[HEAD, HALF, LAST, "900 < \"aa\""],
        shows: &[(&CLI_015, Broken, "kept-sending"), (&O16_008, Broken, "kept-sending")],
    },
    Story {
        name: "the last chunk in place of the content",
        entries: &[
            CHUNKED,
            REFUSAL,
            "2 < 0||GET /next HTTP/1.1|Host: t|",
            "4 > HTTP/1.1 204 No Content|",
            "5 = status 403",
            "5 = status 204",
        ],
        shows: &[
            (&CLI_014, Kept, "ended-by-empty-chunk"),
            (&CLI_020, Kept, "content-first"),
            (&CLI_021, Chosen, "zero-chunk"),
        ],
    },
    Story {
        name: "all chunks behind a refusal",
        entries: &[CHUNKED, REFUSAL, "2 < 5|aaaaa|0|"],
        shows: &[(&CLI_021, Chosen, "finished")],
    },
];
