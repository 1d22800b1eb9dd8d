use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{PRX_009, PRX_010, PRX_011, PRX_017, PRX_028};

use super::*;

const NOMINATED: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Connection: expect|Expect: 100-continue|";
const TRAILER: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Connection: x-a\
    |Transfer-Encoding: chunked||5|hello|0|X-A: 1|";
const FOO: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: foo|";
const FOO_ON: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: foo|";
const FOO_OFF: &str = "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|";
const FAILED: &str = "1 o < HTTP/1.1 417 Expectation Failed|Content-Length: 0|";
const LIST: &str = "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: foo|Expect: bar=\"a, b\"|";

pub(super) static OF_GATEWAYS: &[Story] = &[
    Story {
        name: "a nominated expectation is removed, and answered",
        entries: &[NOMINATED, STRIPPED, "2 o < HTTP/1.1 100 Continue|"],
        shows: &[(&PRX_009, Kept, "removed")],
    },
    Story {
        name: "a nominated expectation is forwarded, or another one stated",
        entries: &[NOMINATED, PASSED_ON],
        shows: &[(&PRX_009, Chosen, "perhaps-its-own")],
    },
    Story {
        name: "a nominated expectation is forwarded",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Connection: expect\
             |Expect: 100-Continue|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
             |Expect: 100-Continue|",
        ],
        shows: &[(&PRX_009, Broken, "forwarded")],
    },
    Story {
        name: "a nominated expectation is forwarded without content",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Connection: expect|Expect: foo|",
            FOO_ON,
        ],
        shows: &[(&PRX_009, Broken, "forwarded")],
    },
    Story {
        name: "a nominated expectation is removed, and one of its own stated",
        entries: &[
            NOMINATED,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-Continue|Via: 1.1 p|",
            WAITED,
        ],
        shows: &[(&PRX_009, Chosen, "asks-for-itself")],
    },
    Story {
        name: "a nominated expectation is removed, and nobody answers",
        entries: &[NOMINATED, STRIPPED, WAITED],
        shows: &[(&PRX_009, Doubtful, "nobody-answers")],
    },
    Story {
        name: "a nominated expectation, and a gateway that states its own",
        entries: &[
            "0 o#1 > POST /expectspec-1/b HTTP/1.1|Host: t|Content-Length: 5||\"hello\"",
            "0 i#1 < POST /expectspec-1/b HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|",
            NOMINATED,
            PASSED_ON,
        ],
        shows: &[(&PRX_009, Chosen, "perhaps-its-own")],
    },
    Story {
        name: "another nominated field",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Connection: close, x-a|X-A: 1|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|X-A: 1|",
        ],
        shows: &[(&PRX_009, Broken, "forwarded")],
    },
    Story {
        name: "an unknown expectation is forwarded by a gateway",
        entries: &[FOO, FOO_ON],
        shows: &[(&PRX_028, Chosen, "forwarded")],
    },
    Story {
        name: "an unknown expectation is dropped by a gateway",
        entries: &[FOO, FOO_OFF],
        shows: &[(&PRX_028, Chosen, "member-dropped")],
    },
    Story {
        name: "an unknown expectation is refused by a gateway",
        entries: &[FOO, FAILED],
        shows: &[(&PRX_028, Chosen, "417")],
    },
    Story {
        name: "a list out of order behind a gateway",
        entries: &[
            LIST,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: bar=\"a, b\", foo|",
        ],
        shows: &[(&PRX_017, Chosen, "reordered-by-gateway")],
    },
    Story {
        name: "a nominated trailer field is removed",
        entries: &[
            TRAILER,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|",
        ],
        shows: &[(&PRX_009, Kept, "trailer-removed")],
    },
    Story {
        name: "a nominated trailer field is forwarded",
        entries: &[
            TRAILER,
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Transfer-Encoding: chunked||5|hello|0|\
             X-A: 1|",
        ],
        shows: &[(&PRX_009, Broken, "trailer-forwarded")],
    },
    Story {
        name: "an expectation outside the grammar is dropped",
        entries: &["0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: foo;q|", FOO_OFF],
        shows: &[(&PRX_028, Chosen, "malformed-member-dropped")],
    },
    Story {
        name: "a request with a nominated field is refused",
        entries: &[NOMINATED, REFUSED],
        shows: &[(&PRX_009, Chosen, "refused")],
    },
    Story {
        name: "a nominated field of a response is removed",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 403 Forbidden|Connection: x-a|X-A: 1|Expectspec-Tag: 1/a\
             |Content-Length: 0|",
            "3 o < HTTP/1.1 403 Forbidden|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_009, Kept, "response-field-removed")],
    },
    Story {
        name: "a nominated field of a response is relayed",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 403 Forbidden|Connection: x-a|X-A: 1|Expectspec-Tag: 1/a\
             |Content-Length: 0|",
            "3 o < HTTP/1.1 403 Forbidden|X-A: 1|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_009, Broken, "response-field-relayed")],
    },
    Story {
        name: "a nominated field of an interim response is relayed",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 103 Early Hints|Connection: x-a|X-A: 1|",
            "3 o < HTTP/1.1 103 Early Hints|X-A: 1|",
        ],
        shows: &[(&PRX_009, Broken, "response-field-relayed")],
    },
    Story {
        name: "a field that a response nominates, of the intermediary's own",
        entries: &[
            ASKED,
            PASSED_ON,
            "2 i > HTTP/1.1 403 Forbidden|Connection: server|Server: origin|Expectspec-Tag: 1/a\
             |Content-Length: 0|",
            "3 o < HTTP/1.1 403 Forbidden|Server: p|Expectspec-Tag: 1/a|Content-Length: 0|",
        ],
        shows: &[(&PRX_009, Kept, "response-field-removed")],
    },
];

pub(super) static OF_PROXIES: &[Story] = &[
    Story {
        name: "an expectation is forwarded",
        entries: &[ASKED, PASSED_ON],
        shows: &[(&PRX_010, Kept, "forwarded")],
    },
    Story {
        name: "an expectation is kept and answered",
        entries: &[ASKED, STRIPPED, "2 o < HTTP/1.1 100 Continue|"],
        shows: &[(&PRX_010, Chosen, "stripped-and-answered")],
    },
    Story {
        name: "an expectation is kept and not answered",
        entries: &[ASKED, STRIPPED, WAITED],
        shows: &[(&PRX_010, Doubtful, "stripped")],
    },
    Story {
        name: "an unknown expectation is forwarded by a proxy",
        entries: &[FOO, FOO_ON],
        shows: &[(&PRX_011, Broken, "forwarded"), (&PRX_028, Chosen, "forwarded")],
    },
    Story {
        name: "an unknown expectation is dropped by a proxy",
        entries: &[FOO, FOO_OFF],
        shows: &[(&PRX_011, Broken, "member-dropped"), (&PRX_028, Chosen, "member-dropped")],
    },
    Story {
        name: "an unknown expectation is refused by a proxy",
        entries: &[FOO, FAILED],
        shows: &[(&PRX_011, Kept, "417"), (&PRX_028, Chosen, "417")],
    },
    Story {
        name: "a request with an unknown expectation is refused for another reason",
        entries: &[FOO, REFUSED],
        shows: &[(&PRX_011, Chosen, "other-final"), (&PRX_028, Chosen, "other-final")],
    },
    Story {
        name: "a list in order",
        entries: &[
            LIST,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: foo, bar=\"a, b\"|",
        ],
        shows: &[(&PRX_011, Broken, "forwarded"), (&PRX_017, Kept, "in-order")],
    },
    Story {
        name: "a list out of order",
        entries: &[
            LIST,
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: bar=\"a, b\"|Expect: foo|",
        ],
        shows: &[(&PRX_011, Broken, "forwarded"), (&PRX_017, Broken, "reordered")],
    },
    Story {
        name: "an expectation outside the grammar is forwarded by a proxy",
        entries: &[
            "0 o > GET /expectspec-1/a HTTP/1.1|Host: t|Expect: foo;q|",
            "1 i < GET /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Expect: foo;q|",
        ],
        shows: &[(&PRX_028, Chosen, "forwarded")],
    },
    Story {
        name: "an unknown expectation of HTTP/1.0 is forwarded by a proxy",
        entries: &["0 o > GET /expectspec-1/a HTTP/1.0|Host: t|Expect: foo|", FOO_ON],
        shows: &[(&PRX_028, Chosen, "forwarded")],
    },
    Story {
        name: "an expectation of its own behind the members of an old client",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 5\
             |Expect: 100-continue, foo|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.0 p|Content-Length: 5|Expect: foo\
             |Expect: 100-continue|",
        ],
        shows: &[],
    },
    Story {
        name: "the members of an old client out of order",
        entries: &[
            "0 o > POST /expectspec-1/a HTTP/1.0|Host: t|Content-Length: 5|Expect: bar, foo|",
            "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.0 p|Content-Length: 5\
             |Expect: foo, bar|",
        ],
        shows: &[(&PRX_017, Broken, "reordered")],
    },
];
