use expectspec_requirements::Outcome::{Broken, Doubtful, Kept, Unclear};
use expectspec_requirements::{FRM_001, PRX_019, PRX_023, SRV_025};

use super::*;

const PLAIN: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"";
const PLAIN_IN: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hello\"";
const CHUNKED: &str =
    "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||2|he|3|llo|0|";
const CUT: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||2|he";
const CUT_IN: &str =
    "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked||2|he";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "content as it was sent",
        entries: &[PLAIN, PLAIN_IN],
        shows: &[(&FRM_001, Kept, "same-content")],
    },
    Story {
        name: "chunked content with a length",
        entries: &[CHUNKED, PLAIN_IN],
        shows: &[(&FRM_001, Kept, "same-content")],
    },
    Story {
        name: "content with a length, in chunks",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Transfer-Encoding: chunked|\
             |5|hello|0|",
        ],
        shows: &[(&FRM_001, Kept, "same-content")],
    },
    Story {
        name: "another octet",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5||\"hallo\"",
        ],
        shows: &[(&FRM_001, Broken, "content-changed")],
    },
    Story {
        name: "one octet less",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 4||\"hell\"",
        ],
        shows: &[(&FRM_001, Broken, "content-changed")],
    },
    Story {
        name: "one octet more",
        entries: &[
            PLAIN,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 6||\"hello!\"",
        ],
        shows: &[(&FRM_001, Broken, "content-changed")],
    },
    Story {
        name: "a POST without its content",
        entries: &[PLAIN, "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|"],
        shows: &[(&FRM_001, Broken, "content-dropped")],
    },
    Story {
        name: "a GET without its content",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5||\"hello\"",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|",
        ],
        shows: &[(&FRM_001, Doubtful, "content-dropped")],
    },
    Story {
        name: "both lengths, read as chunks",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 3\
             |Transfer-Encoding: chunked||5|hello|0|",
            PLAIN_IN,
        ],
        shows: &[(&FRM_001, Kept, "same-content")],
    },
    Story {
        name: "a request that its client breaks off",
        entries: &[CUT, CUT_IN, "2 o > FIN", "3 i < FIN"],
        shows: &[(&SRV_025, Kept, "broken-off")],
    },
    Story {
        name: "a broken request that is completed",
        entries: &[CUT, CUT_IN, "2 o > FIN", "3 i < 0|"],
        shows: &[(&SRV_025, Broken, "completed")],
    },
    Story {
        name: "a broken request that the origin server had answered",
        entries: &[
            CUT,
            CUT_IN,
            "2 i > HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|",
            "3 o < HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|",
            "4 o > FIN",
            "5 i < 0|",
        ],
        shows: &[],
    },
    Story {
        name: "content without a 100, forwarded",
        entries: &[ASKED, PASSED_ON, CONTENT_OUT, CONTENT_IN],
        shows: &[(&PRX_019, Kept, "forwarded")],
    },
    Story {
        name: "content without a 100, forwarded late",
        entries: &[ASKED, PASSED_ON, "2000 o > \"hello\"", "3000 i < \"hello\""],
        shows: &[(&PRX_019, Kept, "forwarded")],
    },
    Story {
        name: "content without a 100, kept back",
        entries: &[ASKED, PASSED_ON, CONTENT_OUT, WAITED_LONG],
        shows: &[(&PRX_019, Doubtful, "withheld")],
    },
    Story {
        name: "content that comes after a refusal",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTENT_OUT,
            "5000 o < HTTP/1.1 504 Gateway Timeout|Content-Length: 0|",
            "36000 o . quiet",
        ],
        shows: &[],
    },
    Story {
        name: "content kept back from a server that has left",
        entries: &[ASKED, PASSED_ON, CONTENT_OUT, "5 i > FIN", WAITED_LONG],
        shows: &[(&PRX_023, Broken, "silence")],
    },
    Story {
        name: "an empty last chunk alone, and no content announced",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||0|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 0|",
        ],
        shows: &[(&FRM_001, Kept, "same-content")],
    },
    Story {
        name: "chunks in HTTP/1.0, which has none",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 15\
             |Transfer-Encoding: chunked||5|hello|0|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 15||5|hello|0|",
        ],
        shows: &[],
    },
    Story {
        name: "another length behind a folded field line",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|X: a| b|Content-Length: 5||\"hello\"",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 3||\"hel\"",
        ],
        shows: &[(&FRM_001, Broken, "content-changed")],
    },
    Story {
        name: "a broken request that was never forwarded",
        entries: &[CUT, "2 o > FIN"],
        shows: &[(&SRV_025, Kept, "not-forwarded")],
    },
    Story {
        name: "a faulty chunk behind which nothing is forwarded",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||2|he|zz|",
            CUT_IN,
            "2 o < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            "3 i < FIN",
        ],
        shows: &[(&SRV_025, Kept, "broken-off")],
    },
    Story {
        name: "a faulty chunk that is read in another way",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||2|he|zz|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 2||\"he\"",
            "2 o > FIN",
        ],
        shows: &[(&SRV_025, Unclear, "read-otherwise")],
    },
    Story {
        name: "content without a 100, and a final response",
        entries: &[ASKED, PASSED_ON, CONTENT_OUT, CONTENT_IN, OK_IN, OK_OUT],
        shows: &[(&PRX_019, Kept, "forwarded")],
    },
    Story {
        name: "content without a 100, kept back until the final response",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTENT_OUT,
            "30100 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "30101 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Connection: close|Content-Length: 0|",
        ],
        shows: &[(&PRX_019, Doubtful, "withheld")],
    },
    Story {
        name: "content without a 100, kept back for a while",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTENT_OUT,
            "6000 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "6001 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Connection: close|Content-Length: 0|",
        ],
        shows: &[(&PRX_019, Doubtful, "withheld-for-a-while")],
    },
    Story {
        name: "content without a 100, forwarded after a while",
        entries: &[
            ASKED,
            PASSED_ON,
            CONTENT_OUT,
            "6000 i < \"hello\"",
            "6001 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
            "6002 o < HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_019, Kept, "forwarded")],
    },
    Story {
        name: "content without a 100, which a head waited for behind another request",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue\
             ||\"hello\"",
            "6000 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
             |Expect: 100-continue|",
            "6001 i > HTTP/1.1 100 Continue|",
            "6002 i < \"hello\"",
        ],
        shows: &[],
    },
];
