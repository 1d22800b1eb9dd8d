//! What binds any client, where our own client gave the reason, and where it did not.

use expectspec_requirements::Outcome::{Broken, Doubtful, Kept};
use expectspec_requirements::{
    CLI_001, CLI_010, CLI_028, CLI_032, CLI_033, CLI_035, CON_008, FRM_001, GRM_001, GRM_005,
    GRM_012, GRM_019, IR_007, O16_006, TRL_001, TRL_002,
};

use super::*;

const GET: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|";
const GET_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const NEXT: &str = "1010 o > GET /expectspec-1/b HTTP/1.1|Host: t|";
const NEXT_ON: &str = "1011 i < GET /expectspec-1/b HTTP/1.1|Host: t|Via: 1.1 p|";
const LAST_IN: &str =
    "6 i > HTTP/1.1 200 OK|Connection: close|Expectspec-Tag: 1/a|Content-Length: 0|";
const PLAIN: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"";
const PLAIN_ON: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a handshake relayed, seen as any client's",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTINUE_IN,
            CONTINUE_OUT,
            CONTENT_OUT,
            CONTENT_IN,
            OK_IN,
            OK_OUT,
        ],
        shows: &[
            (&CLI_001, Kept, "with-content"),
            (&O16_006, Kept, "with-content"),
            (&CLI_028, Kept, "one"),
            (&CLI_032, Kept, "http-1.1"),
            (&CLI_035, Kept, "exact"),
            (&FRM_001, Kept, "signaled"),
            (&GRM_001, Kept, "expect"),
            (&GRM_012, Kept, "head"),
        ],
    },
    Story {
        name: "an expectation added to a request without content",
        entries: &[
            GET,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: 100-continue|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&CLI_001, Broken, "without-content"), (&O16_006, Broken, "without-content")],
    },
    Story {
        name: "an expectation without content passed on",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: 100-continue|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: 100-continue|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "an expectation of CONNECT passed on",
        entries: &[
            "0 o > CONNECT t:80 HTTP/1.1|Host: t:80|Expect: 100-continue|",
            "1 i < CONNECT t:80 HTTP/1.1|Host: t:80|Via: 1.1 p|Expect: 100-continue|",
        ],
        shows: &[],
    },
    Story {
        name: "an expectation in a request that became one of HTTP/1.0",
        entries: &[
            PLAIN_EXPECTING,
            "1 i < POST /expectspec-1/a HTTP/1.0|Host: t|Via: 1.1 p|Expect: 100-continue\
             |Content-Length: 5||\"hello\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&CLI_032, Doubtful, "http-1.0")],
    },
    Story {
        name: "a malformed Expect passed on",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: a b,||\"hello\"",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
             |Expect: a b,||\"hello\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[],
    },
    Story {
        name: "an Expect that was sound, malformed",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: a=b||\"hello\"",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
             |Expect: a = b, ,||\"hello\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[
            (&GRM_001, Broken, "malformed"),
            (&GRM_005, Broken, "empty-element"),
            (&GRM_019, Broken, "space"),
        ],
    },
    Story {
        name: "a head whose lines end with LF",
        entries: &[
            GET,
            "1 i < \"GET /expectspec-1/a HTTP/1.1\\nHost: t\\nVia: 1.1 p\\n\\n\"",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&IR_007, Broken, "syntax")],
    },
    Story {
        name: "two lengths made of one",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked\
             |Content-Length: 5||5|hello|0|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&CLI_028, Broken, "both")],
    },
    Story {
        name: "the content twice",
        entries: &[PLAIN, PLAIN_ON, "2 i < \"hello\"", OK_IN, OK_OUT],
        shows: &[(&CLI_010, Broken, "sent-twice"), (&CLI_035, Broken, "sent-twice")],
    },
    Story {
        name: "another request behind the close option of the origin server",
        entries: &[GET, GET_ON, LAST_IN, OK_OUT, NEXT, NEXT_ON],
        shows: &[(&CLI_033, Broken, "reused")],
    },
    Story {
        name: "the close option of the origin server, and the end",
        entries: &[GET, GET_ON, LAST_IN, "6.1 i > FIN", OK_OUT, "8 i < FIN"],
        shows: &[(&CLI_033, Kept, "closed")],
    },
    Story {
        name: "the close option of the origin server, and an end that comes late",
        entries: &[GET, GET_ON, LAST_IN, "6.1 i > FIN", OK_OUT, WAITED],
        shows: &[],
    },
    Story {
        name: "another request behind a close option of its own",
        entries: &[
            GET,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Connection: close|",
            OK_IN,
            OK_OUT,
            NEXT,
            NEXT_ON,
        ],
        shows: &[(&CON_008, Broken, "reused")],
    },
    Story {
        name: "an expectation among the trailers passed on",
        entries: &[TRAILER, TRAILER_ON, OK_IN, OK_OUT],
        shows: &[(&TRL_002, Kept, "ignored")],
    },
    Story {
        name: "a length among trailers of its own",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked||\
             5|hello|0|Content-Length: 5|",
            OK_IN,
            OK_OUT,
        ],
        shows: &[(&TRL_001, Broken, "misplaced")],
    },
];

/// Expects, and does not wait.
const PLAIN_EXPECTING: &str =
    "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Expect: 100-continue|Content-Length: 5||\"hello\"";
const TRAILER: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||\
    5|hello|0|Expect: 100-continue|";
const TRAILER_ON: &str = "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p\
    |Transfer-Encoding: chunked||5|hello|0|Expect: 100-continue|";
