use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept, Unclear};
use expectspec_requirements::{
    CON_001, CON_002, FRM_001, FRM_008, PIP_003, SRV_006, SRV_007, SRV_009, SRV_010, TRL_002,
    TRL_003,
};

use crate::story::*;

const BEYOND_64: &str = "2 > 10000000000000005|hello|0||GET /x HTTP/1.1|Host: t|";
const BEYOND_32: &str = "2 > 100000005|hello|0||GET /x HTTP/1.1|Host: t|";
const WITHOUT: &str = "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked|";
const TRAILERS: &str = "600 > 5|hello|0|Expect: foo|";
const DONE: &str = "601 < HTTP/1.1 200 OK|Content-Length: 0|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "a chunk beyond 64 bits is refused",
        entries: &[CHUNKED, CONTINUE, BEYOND_64, BAD_REQUEST, FIN],
        shows: &[(&FRM_008, Kept, "400")],
    },
    Story {
        name: "a chunk beyond 64 bits gets a close",
        entries: &[CHUNKED, CONTINUE, BEYOND_64, FIN],
        shows: &[(&FRM_008, Kept, "closed")],
    },
    Story {
        name: "a chunk beyond 64 bits is read as five octets",
        entries: &[
            CHUNKED,
            CONTINUE,
            BEYOND_64,
            SUCCESS,
            "4 < HTTP/1.1 404 Not Found|Content-Length: 0|",
        ],
        shows: &[
            (&FRM_008, Broken, "wrapped"),
            (&CON_001, Broken, "content-answered"),
            (&CON_002, Broken, "content-answered"),
        ],
    },
    Story {
        name: "a chunk beyond 32 bits is read on",
        entries: &[CHUNKED, CONTINUE, BEYOND_32, "5000 . quiet"],
        shows: &[(&FRM_008, Chosen, "reads-on")],
    },
    Story {
        name: "a chunk beyond 32 bits is read as five octets",
        entries: &[
            CHUNKED,
            CONTINUE,
            BEYOND_32,
            SUCCESS,
            "4 < HTTP/1.1 404 Not Found|Content-Length: 0|",
        ],
        shows: &[
            (&FRM_008, Broken, "wrapped"),
            (&CON_001, Broken, "content-answered"),
            (&CON_002, Broken, "content-answered"),
        ],
    },
    Story {
        name: "success before a large chunk has ended",
        entries: &[CHUNKED, CONTINUE, BEYOND_32, SUCCESS],
        shows: &[(&FRM_008, Chosen, "success")],
    },
    Story {
        name: "success before the large chunk came",
        entries: &[CHUNKED, "1 < HTTP/1.1 200 OK|Content-Length: 0|", BEYOND_32, "5000 . quiet"],
        shows: &[(&FRM_001, Kept, "final")],
    },
    Story {
        name: "an expectation in trailers is ignored",
        entries: &[WITHOUT, TRAILERS, DONE],
        shows: &[(&TRL_002, Kept, "ignored")],
    },
    Story {
        name: "an expectation in trailers gets 417",
        entries: &[WITHOUT, TRAILERS, "601 < HTTP/1.1 417 No|Content-Length: 0|"],
        shows: &[(&TRL_002, Broken, "417"), (&SRV_009, Doubtful, "417-without-expectation")],
    },
    Story {
        name: "an expectation in trailers gets 100",
        entries: &[
            WITHOUT,
            "600 > 5|hello|0|Expect: 100-continue|",
            "601 < HTTP/1.1 100 Continue|",
            "602 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&TRL_002, Doubtful, "continue")],
    },
    Story {
        name: "a 100 that nobody asked for may cross the trailers",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|Expect: 100-continue|",
            CONTINUE,
            SUCCESS,
        ],
        shows: &[(&TRL_002, Chosen, "unsolicited-continue")],
    },
    Story {
        name: "trailers come late",
        entries: &[
            CHUNKED,
            CONTINUE,
            "2 > 5|hello|0",
            "600 > X: 1||GET /next HTTP/1.1|Host: t|",
            "601 < HTTP/1.1 200 OK|Content-Length: 0||HTTP/1.1 204 No Content|",
        ],
        shows: &[(&TRL_003, Kept, "read"), (&PIP_003, Kept, "final-each")],
    },
    Story {
        name: "trailers come late, and the next request names a host that can't be one",
        entries: &[
            CHUNKED,
            CONTINUE,
            "2 > 5|hello|0",
            SUCCESS,
            "600 > X: 1||GET http://{t}/next HTTP/1.1|Host: t|",
            "601 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "602 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "trailers come late and are taken for a request",
        entries: &[
            CHUNKED,
            CONTINUE,
            "2 > 5|hello|0",
            SUCCESS,
            "600 > X: 1||GET /next HTTP/1.1|Host: t|",
            "601 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "602 < FIN",
        ],
        shows: &[
            (&TRL_003, Broken, "next-request-refused"),
            (&CON_001, Broken, "next-request-refused"),
        ],
    },
    Story {
        name: "an empty line that comes late is answered too",
        entries: &[
            CHUNKED,
            CONTINUE,
            "2 > 5|hello|0",
            SUCCESS,
            "600 > |GET /next HTTP/1.1|Host: t|",
            "601 < HTTP/1.1 400 Bad Request|Content-Length: 0||HTTP/1.1 204 No Content|",
        ],
        shows: &[(&TRL_003, Broken, "surplus"), (&SRV_010, Broken, "second-final")],
    },
    Story {
        name: "a server may answer before the trailers",
        entries: &[
            CHUNKED,
            CONTINUE,
            "2 > 5|hello|0",
            SUCCESS,
            "600 > X: 1||GET /next HTTP/1.1|Host: t|",
            "601 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&TRL_003, Kept, "read")],
    },
    Story {
        name: "chunks that only a lenient reader understands",
        entries: &[
            WITHOUT,
            "2 > \"5\\nhello\\n0\\n\\n\"",
            SUCCESS,
            GET,
            "5 < HTTP/1.1 204 No Content|",
        ],
        shows: &[(&SRV_010, Unclear, "no-certain-end")],
    },
    Story {
        name: "a length in trailers is no length",
        entries: &[CHUNKED, CONTINUE, "2 > 5|hello|0|Content-Length: 99|", SUCCESS],
        shows: &[(&TRL_002, Kept, "ignored")],
    },
    Story {
        name: "a length in trailers is waited for",
        entries: &[CHUNKED, CONTINUE, "2 > 5|hello|0|Content-Length: 99|", WAITED_LONG],
        shows: &[(&TRL_002, Broken, "silence"), (&SRV_006, Broken, "silence")],
    },
    Story {
        name: "an early refusal, and chunks that can't be read on",
        entries: &[CHUNKED, "1 < HTTP/1.1 403 No|Content-Length: 0|", BEYOND_64, "3 < FIN"],
        shows: &[(&SRV_007, Kept, "open")],
    },
];
