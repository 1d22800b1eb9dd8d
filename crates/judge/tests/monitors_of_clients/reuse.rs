use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use expectspec_requirements::{CLI_013, CLI_020, CLI_022, CLI_033, CON_009, RED_005};

use super::*;

const NEXT: &str = "5 < GET /next HTTP/1.1|Host: t|";
const LATE_NEXT: &str = "1005 < GET /next HTTP/1.1|Host: t|";
const STRAY: &str = "5 > HTTP/1.1 404 Not Found|Content-Length: 0|";
const FOUND: &str = "1 > HTTP/1.1 302 Found|Location: /v|Content-Length: 0|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "the next request in place of the content",
        entries: &[HEAD, REFUSAL, "4 = status 403", NEXT],
        shows: &[(&CLI_020, Broken, "content-missing")],
    },
    Story {
        name: "the next request within the content",
        entries: &[HEAD, "0.5 < \"aa\"", REFUSAL, "4 = status 403", NEXT],
        shows: &[(&CLI_020, Broken, "content-missing")],
    },
    Story {
        name: "the next request in place of a chunk",
        entries: &[CHUNKED, REFUSAL, "4 = status 403", NEXT],
        shows: &[(&CLI_020, Broken, "content-missing")],
    },
    Story {
        name: "the next request on a connection that had to end",
        entries: &[HEAD, LAST, "4 = status 413", NEXT],
        shows: &[(&CLI_020, Broken, "content-missing"), (&CLI_033, Broken, "reused")],
    },
    Story {
        name: "the next request behind the content",
        entries: &[HEAD, REFUSAL, CONTENT, "4 = status 403", NEXT],
        shows: &[(&CLI_020, Kept, "content-first")],
    },
    Story {
        name: "the next request on another connection",
        entries: &[HEAD, REFUSAL, "4 = status 403", "5#1 < GET /next HTTP/1.1|Host: t|"],
        shows: &[(&CLI_020, Kept, "new-connection"), (&CLI_013, Kept, "delivered")],
    },
    Story {
        name: "content that speaks of HTTP/1.1",
        entries: &[
            "0 < PUT /u HTTP/1.1|Host: t|Content-Length: 25|Expect: 100-continue|",
            REFUSAL,
            "2 < \"GET /a HTTP/1.1 is a line\"",
        ],
        shows: &[],
    },
    Story {
        name: "a redirection, and its request in place of the content",
        entries: &[HEAD, FOUND, "2 < GET /v HTTP/1.1|Host: t|"],
        shows: &[(&CLI_020, Broken, "content-missing"), (&RED_005, Broken, "content-missing")],
    },
    Story {
        name: "a redirection, and its request behind the content",
        entries: &[HEAD, FOUND, CONTENT, "3 < GET /v HTTP/1.1|Host: t|"],
        shows: &[(&RED_005, Kept, "content-first")],
    },
    Story {
        name: "a response that nobody asked for, and the end",
        entries: &[GET, OK, TOLD, STRAY, FIN],
        shows: &[(&CLI_022, Kept, "closed")],
    },
    Story {
        name: "a response that nobody asked for, and a new connection",
        entries: &[GET, OK, TOLD, STRAY, "1005#1 < GET /next HTTP/1.1|Host: t|"],
        shows: &[(&CLI_022, Kept, "new-connection")],
    },
    Story {
        name: "a response that nobody asked for, and a request that it crossed",
        entries: &[GET, OK, TOLD, STRAY, "6 < GET /next HTTP/1.1|Host: t|"],
        shows: &[(&CLI_022, Unclear, "crossed")],
    },
    Story {
        name: "a response that nobody asked for, and the connection used again",
        entries: &[GET, OK, TOLD, STRAY, LATE_NEXT],
        shows: &[(&CLI_022, Doubtful, "reused")],
    },
    Story {
        name: "a response that nobody asked for told as the next one",
        entries: &[
            GET,
            OK,
            TOLD,
            STRAY,
            LATE_NEXT,
            "1006 > HTTP/1.1 204 No Content|",
            "1007 = status 404",
        ],
        shows: &[(&CLI_022, Broken, "stray-delivered")],
    },
    Story {
        name: "a server that takes its leave",
        entries: &[
            GET,
            OK,
            TOLD,
            "5 > HTTP/1.1 408 Request Timeout|Connection: close|",
            "5 > FIN",
            FIN,
        ],
        shows: &[],
    },
    Story {
        name: "content of a response read before the next request",
        entries: &[
            GET,
            "3 > HTTP/1.1 401 Unauthorized|Content-Length: 2||\"no\"",
            "4 = status 401",
            NEXT,
            "6 > HTTP/1.1 204 No Content|",
            "7 = status 204",
        ],
        shows: &[(&CON_009, Kept, "read")],
    },
    Story {
        name: "two framings refused, behind content that was read",
        entries: &[
            GET,
            "3 > HTTP/1.1 200 OK|Content-Length: 2||\"ok\"",
            "4 = status 200",
            NEXT,
            "6 > HTTP/1.1 200 OK|Content-Length: 5|Transfer-Encoding: chunked||0|",
            "6 > RST",
            "7 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "content of a response left unread",
        entries: &[
            GET,
            "3 > HTTP/1.1 401 Unauthorized|Content-Length: 2||\"no\"",
            "4 = status 401",
            NEXT,
            "6 > HTTP/1.1 204 No Content|",
            "7 = failure",
        ],
        shows: &[(&CON_009, Doubtful, "unread")],
    },
    Story {
        name: "the next request before the content of the response has come",
        entries: &[GET, "3 > HTTP/1.1 200 OK|Content-Length: 2||\"n\"", NEXT, "6 > \"o\""],
        shows: &[(&CON_009, Chosen, "pipelined")],
    },
];
