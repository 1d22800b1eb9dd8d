use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{AUT_004, AUT_005, CLI_029, CLI_030, CLI_031, O16_007};

use super::*;

const LOST: &str = "3 > FIN";
const POST_AGAIN: &str = "9#1 < POST /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
const PUT_AGAIN: &str = "9#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
const SAID: &str = "50 = failure";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "a lost POST told as an error",
        entries: &[POST, CONTINUE, CONTENT, LOST, FAILURE],
        shows: &[(&CLI_029, Kept, "reported"), (&CLI_030, Kept, "reported")],
    },
    Story {
        name: "an empty line told as a response of HTTP/0.9",
        entries: &[POST, CONTINUE, CONTENT, "3 > \"\\r\\n\"", LOST, "4 = success"],
        shows: &[],
    },
    Story {
        name: "a lost POST told as a success",
        entries: &[POST, CONTINUE, CONTENT, LOST, "4 = success"],
        shows: &[(&CLI_030, Broken, "success")],
    },
    Story {
        name: "a lost request, and its 100 told",
        entries: &[POST, CONTINUE, CONTENT, LOST, "4 = status 200"],
        shows: &[(&CLI_030, Broken, "invented-status")],
    },
    Story {
        name: "a lost request told as the client's own 503",
        entries: &[POST, CONTINUE, CONTENT, LOST, "4 = status 503"],
        shows: &[],
    },
    Story {
        name: "a lost request that is waited for",
        entries: &[POST, CONTINUE, CONTENT, LOST, "31000 = nothing"],
        shows: &[(&CLI_030, Broken, "hung")],
    },
    Story {
        name: "a lost request, and a response that came before the request was there again",
        entries: &[
            GET,
            "1 > RST",
            "2#1 > HTTP/1.1 200 OK|Content-Length: 0|",
            "2#1 > RST",
            "3 = status 200",
        ],
        shows: &[],
    },
    Story {
        name: "a lost request told by a response that came before it, and was another one",
        entries: &[
            GET,
            "1 > RST",
            "2#1 > HTTP/1.1 201 Created|Content-Length: 0|",
            "2#1 > RST",
            "3 = status 200",
        ],
        shows: &[(&CLI_030, Broken, "invented-status")],
    },
    Story {
        name: "a lost POST repeated",
        entries: &[POST, CONTINUE, CONTENT, LOST, POST_AGAIN, SAID],
        shows: &[(&CLI_029, Broken, "non-idempotent-retried"), (&CLI_030, Chosen, "repeated")],
    },
    Story {
        name: "a lost POST repeated that had sent nothing",
        entries: &[POST, LOST, POST_AGAIN, SAID],
        shows: &[(&CLI_029, Chosen, "retried-unapplied")],
    },
    Story {
        name: "a lost POST repeated that has a key",
        entries: &[
            "0 < POST /u HTTP/1.1|Host: t|Idempotency-Key: 1|Content-Length: 5||\"aaaaa\"",
            LOST,
            POST_AGAIN,
            SAID,
        ],
        shows: &[(&CLI_029, Chosen, "retried-with-key"), (&O16_007, Chosen, "at-once")],
    },
    Story {
        name: "a lost PUT repeated",
        entries: &[HEAD, CONTINUE, CONTENT, LOST, PUT_AGAIN, SAID],
        shows: &[(&CLI_029, Chosen, "idempotent-retried")],
    },
    Story {
        name: "a 408 told",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 408 Request Timeout|Connection: close|",
            "1 > FIN",
            "2 < FIN",
            "4 = status 408",
        ],
        shows: &[(&CLI_031, Chosen, "delivered")],
    },
    Story {
        name: "a 408, and the request again",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 408 Request Timeout|Connection: close|",
            "1 > FIN",
            "2 < FIN",
            PUT_AGAIN,
            SAID,
        ],
        shows: &[(&CLI_031, Chosen, "repeated")],
    },
    Story {
        name: "a 401 answered with credentials",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 401 Unauthorized|WWW-Authenticate: Basic realm=r|Content-Length: 0|",
            "2 < FIN",
            "9#1 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Authorization: Basic YTpi|Expect: 100-continue|",
            SAID,
        ],
        shows: &[(&AUT_004, Chosen, "repeated-with-credentials")],
    },
    Story {
        name: "a 401 told",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 401 Unauthorized|Content-Length: 0|",
            "2 < FIN",
            "4 = status 401",
        ],
        shows: &[(&AUT_004, Chosen, "delivered")],
    },
    Story {
        name: "a 403 told",
        entries: &[HEAD, REFUSAL, "2 < FIN", "4 = status 403"],
        shows: &[(&AUT_005, Kept, "not-repeated")],
    },
    Story {
        name: "a 403, and the request again",
        entries: &[HEAD, REFUSAL, "2 < FIN", PUT_AGAIN, SAID],
        shows: &[(&AUT_005, Broken, "repeated")],
    },
    Story {
        name: "part of a response told",
        entries: &[GET, "3 > HTTP/1.1 200 OK|Content-Length: 9||\"no\"", "3.5 > FIN", TOLD],
        shows: &[(&CLI_030, Doubtful, "part-told")],
    },
    Story {
        name: "part of a response reported",
        entries: &[GET, "3 > HTTP/1.1 200 OK|Content-Length: 9||\"no\"", "3.5 > FIN", FAILURE],
        shows: &[(&CLI_030, Kept, "reported")],
    },
];
