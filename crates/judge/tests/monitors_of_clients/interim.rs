use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    CLI_008, CLI_009, CLI_011, CLI_012, CLI_023, CLI_024, CLI_025, CLI_033, EHT_002, EHT_003,
    GRM_014,
};

use super::*;

const HINTS: &str = "1 > HTTP/1.1 103 Early Hints|Link: </a>|";
const PROCESSING: &str = "1 > HTTP/1.1 102 Processing|";
const UNKNOWN: &str = "1 > HTTP/1.1 199 What|";

pub(super) static STORIES: &[Story] = &[
    Story {
        name: "an unrequested 100",
        entries: &[GET, CONTINUE, OK, TOLD],
        shows: &[
            (&CLI_008, Kept, "delivered"),
            (&CLI_009, Kept, "ignored"),
            (&CLI_011, Kept, "discarded"),
        ],
    },
    Story {
        name: "an unrequested 100 told",
        entries: &[GET, CONTINUE, OK, "4 = status 100"],
        shows: &[
            (&CLI_008, Broken, "interim-delivered"),
            (&CLI_009, Broken, "interim-delivered"),
            (&CLI_011, Broken, "interim-delivered"),
        ],
    },
    Story {
        name: "102, and an error from the tunnel behind it",
        entries: &[
            "0 < CONNECT t:80 HTTP/1.1|Host: t:80|",
            PROCESSING,
            "3 > HTTP/1.1 200 OK|",
            "30000 < FIN",
            "30000 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "a status code of no class, and a 100 behind it",
        entries: &[
            "0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "0 > HTTP/1.1 099 |Content-Length: 0||HTTP/1.1 200 OK|\"Content-Length\"",
            "0 < \"hello\"",
            "0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            "500 > : 0|",
            "500 > HTTP/1.1 100 Continue|",
            "500 < FIN",
            "500 = status 99",
            "500 = status 200",
            "500 = failure",
        ],
        shows: &[],
    },
    Story {
        name: "102 when a client's patience has come to its end",
        entries: &[GET, "31000 > HTTP/1.1 102 Processing|", "31000 < FIN", "31000 = failure"],
        shows: &[],
    },
    Story {
        name: "102, and the connection dropped",
        entries: &[GET, PROCESSING, "2 < FIN", FAILURE],
        shows: &[(&CLI_008, Broken, "dropped"), (&CLI_009, Broken, "dropped")],
    },
    Story {
        name: "102, and the client gives up after a while",
        entries: &[GET, PROCESSING, "2000 < FIN", "2001 = failure"],
        shows: &[],
    },
    Story {
        name: "102, and the server leaves",
        entries: &[GET, PROCESSING, "2 > FIN", "3 < FIN", FAILURE],
        shows: &[],
    },
    Story {
        name: "several interim responses",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 103 Early Hints|Link: </a>||HTTP/1.1 100 Continue||HTTP/1.1 102 Processing|",
            CONTENT,
            OK,
            TOLD,
        ],
        shows: &[(&CLI_008, Kept, "delivered")],
    },
    Story {
        name: "an error behind a 100 of HTTP/1.0, which may end the connection",
        entries: &[HEAD, "1 > HTTP/1.0 100 Continue|", CONTENT, OK, "3.5 < FIN", FAILURE],
        shows: &[],
    },
    Story {
        name: "content awaited behind a 204 that has a length",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            "3 > HTTP/1.1 204 No Content|Content-Length: 5|",
            "90000 . quiet",
            "90000 = nothing",
        ],
        shows: &[],
    },
    Story {
        name: "a 103 of another exchange told",
        entries: &[GET, OK, "3.5 > HTTP/1.1 103 Early Hints|", TOLD, "5 = status 103"],
        shows: &[],
    },
    Story {
        name: "a 100 in pieces",
        entries: &[HEAD, "1 > \"HTTP/1.1 10\"", "1.5 > 0 Continue|", CONTENT, OK, TOLD],
        shows: &[(&CLI_025, Kept, "in-pieces")],
    },
    Story {
        name: "a 100 in pieces, and an error",
        entries: &[HEAD, "1 > \"HTTP/1.1 10\"", "1.5 > 0 Continue|", CONTENT, OK, FAILURE],
        shows: &[(&CLI_008, Broken, "failed"), (&CLI_025, Broken, "failed")],
    },
    Story {
        name: "more interim responses than a client need bear",
        entries: &[GET, "1 > \"HTTP/1.1 102 Processing\\r\\n\\r\\n\" * 101", OK, FAILURE],
        shows: &[(&CLI_008, Chosen, "capped")],
    },
    Story {
        name: "more interim responses than a client need bear, borne",
        entries: &[GET, "1 > \"HTTP/1.1 102 Processing\\r\\n\\r\\n\" * 101", OK, TOLD],
        shows: &[(&CLI_008, Kept, "flood")],
    },
    Story {
        name: "an unknown interim response",
        entries: &[
            HEAD,
            UNKNOWN,
            "2000 < \"aaaaa\"",
            "2001 > HTTP/1.1 200 OK|Content-Length: 0|",
            "2002 = status 200",
        ],
        shows: &[(&CLI_012, Kept, "skipped")],
    },
    Story {
        name: "an unknown interim response taken for a 100",
        entries: &[HEAD, UNKNOWN, CONTENT, OK, TOLD],
        shows: &[(&CLI_012, Chosen, "content-released")],
    },
    Story {
        name: "an unknown interim response taken for the final one",
        entries: &[HEAD, UNKNOWN, "4 = status 199"],
        shows: &[
            (&CLI_008, Broken, "interim-delivered"),
            (&CLI_009, Broken, "interim-delivered"),
            (&CLI_012, Broken, "interim-delivered"),
        ],
    },
    Story {
        name: "a 100 with a length",
        entries: &[HEAD, "1 > HTTP/1.1 100 Continue|Content-Length: 5|", CONTENT, OK, TOLD],
        shows: &[(&CLI_023, Kept, "content-length")],
    },
    Story {
        name: "a 100 with a length that was waited for",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 100 Continue|Content-Length: 5|",
            CONTENT,
            OK,
            "31000 = nothing",
        ],
        shows: &[(&CLI_023, Broken, "hung")],
    },
    Story {
        name: "a 100 that says chunked",
        entries: &[
            HEAD,
            "1 > HTTP/1.1 100 Continue|Transfer-Encoding: chunked|",
            CONTENT,
            OK,
            FAILURE,
        ],
        shows: &[(&CLI_023, Broken, "failed")],
    },
    Story {
        name: "another reason phrase",
        entries: &[HEAD, "1 > HTTP/1.1 100 Go on|", CONTENT, OK, TOLD],
        shows: &[(&CLI_024, Kept, "ignored"), (&CLI_008, Kept, "delivered")],
    },
    Story {
        name: "no reason phrase that a client can do without",
        entries: &[HEAD, "1 > HTTP/1.1 100 |", CONTENT, OK, FAILURE],
        shows: &[(&CLI_024, Broken, "failed"), (&CLI_008, Broken, "failed")],
    },
    Story {
        name: "no space behind the status code",
        entries: &[HEAD, "1 > HTTP/1.1 100|", CONTENT, OK, FAILURE],
        shows: &[(&CLI_024, Chosen, "refused-without-space")],
    },
    Story {
        name: "no space behind the status code, and no matter",
        entries: &[HEAD, "1 > HTTP/1.1 100|", CONTENT, OK, TOLD],
        shows: &[(&CLI_024, Kept, "without-space")],
    },
    Story {
        name: "a 100 with the close option",
        entries: &[HEAD, "1 > HTTP/1.1 100 Continue|Connection: close|", CONTENT, OK, TOLD],
        shows: &[(&CLI_033, Kept, "interim-read-on")],
    },
    Story {
        name: "a 100 with the close option, obeyed",
        entries: &[HEAD, "1 > HTTP/1.1 100 Continue|Connection: close|", "2 < FIN", FAILURE],
        shows: &[(&CLI_033, Doubtful, "closed-at-interim")],
    },
    Story {
        name: "early hints with the close option",
        entries: &[GET, "1 > HTTP/1.1 103 Early Hints|Connection: close|", OK, TOLD],
        shows: &[(&EHT_003, Kept, "delivered")],
    },
    Story {
        name: "early hints with the close option, obeyed",
        entries: &[GET, "1 > HTTP/1.1 103 Early Hints|Connection: close|", "2 < FIN", FAILURE],
        shows: &[(&CLI_033, Doubtful, "closed-at-interim")],
    },
    Story {
        name: "early hints with fields of the final response",
        entries: &[GET, "1 > HTTP/1.1 103 Early Hints|Location: /other|Set-Cookie: a=b|", OK, TOLD],
        shows: &[(&EHT_002, Kept, "delivered")],
    },
    Story {
        name: "early hints with fields that spoil the final response",
        entries: &[
            GET,
            "1 > HTTP/1.1 103 Early Hints|Content-Encoding: gzip|Content-Length: 9|",
            OK,
            FAILURE,
        ],
        shows: &[(&EHT_002, Broken, "failed"), (&EHT_003, Broken, "failed")],
    },
    Story {
        name: "early hints",
        entries: &[GET, HINTS, OK, TOLD],
        shows: &[(&CLI_008, Kept, "delivered"), (&CLI_009, Kept, "ignored")],
    },
    Story {
        name: "a folded field in a 100",
        entries: &[HEAD, "1 > HTTP/1.1 100 Continue|X: a| b|", CONTENT, OK, TOLD],
        shows: &[(&GRM_014, Kept, "unfolded")],
    },
    Story {
        name: "a folded field in a 100, and an error",
        entries: &[HEAD, "1 > HTTP/1.1 100 Continue|X: a| b|", CONTENT, OK, FAILURE],
        shows: &[(&GRM_014, Broken, "failed")],
    },
    Story {
        name: "a field without a colon in a 100, and an error",
        entries: &[HEAD, "1 > HTTP/1.1 100 Continue|X|", CONTENT, OK, FAILURE],
        shows: &[],
    },
    Story {
        name: "an unknown final response",
        entries: &[GET, "3 > HTTP/1.1 299 What|Content-Length: 0|", "4 = status 299"],
        shows: &[(&CLI_012, Kept, "class-known")],
    },
    Story {
        name: "an unknown final response, and an error",
        entries: &[GET, "3 > HTTP/1.1 299 What|Content-Length: 0|", FAILURE],
        shows: &[(&CLI_012, Broken, "failed")],
    },
    Story {
        name: "an unknown refusal, and an error",
        entries: &[GET, "3 > HTTP/1.1 499 What|Content-Length: 0|", FAILURE],
        shows: &[],
    },
];
