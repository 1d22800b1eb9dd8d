use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    GRM_007, GRM_008, GRM_022, O16_001, O16_002, O31_001, SRV_001, SRV_002, SRV_008, SRV_009,
};

use crate::story::*;

const UNKNOWN: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo|";
const BESIDE: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo, 100-continue|";
const TWICE: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|Expect: 100-continue|";
const EMPTY: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: ,|";
const FAILED: &str = "1 < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "408 that crosses with an expectation that nobody knows",
        entries: &[
            "0 > \"OPT\"",
            "20000 > \"IONS / HTTP/1.1\\r\\nHost: t\\r\\nExpect: foo\\r\\n\\r\\n\"",
            "20001 < HTTP/1.1 408 Request Timeout|Connection: close|Content-Length: 0|",
            "20002 < FIN",
        ],
        shows: &[],
    },
    Story {
        name: "417 to an unknown expectation",
        entries: &[UNKNOWN, FAILED, FIN],
        shows: &[
            (&SRV_008, Kept, "417"),
            (&SRV_009, Kept, "417"),
            (&O16_001, Kept, "417"),
            (&O16_002, Kept, "417"),
            (&O31_001, Chosen, "417"),
        ],
    },
    Story {
        name: "an unknown expectation ignored, for RFC 2616 alone a fault",
        entries: &[
            UNKNOWN,
            "600 . quiet",
            "700 > \"hello\"",
            "701 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[
            (&SRV_008, Chosen, "final"),
            (&O16_001, Broken, "final"),
            (&O16_002, Broken, "final"),
        ],
    },
    Story {
        name: "400 to an unknown expectation",
        entries: &[
            UNKNOWN,
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&SRV_008, Chosen, "400"), (&O16_001, Kept, "400"), (&O16_002, Doubtful, "400")],
    },
    Story {
        name: "an unknown expectation ignored until the content comes",
        entries: &[UNKNOWN, "4900 . quiet", "31000 . quiet"],
        shows: &[],
    },
    Story {
        name: "no answer to a complete request with an unknown expectation",
        entries: &[UNKNOWN, "1 > \"hello\"", "30200 . quiet"],
        shows: &[(&SRV_008, Broken, "silence")],
    },
    Story {
        name: "closed at an unknown expectation",
        entries: &[UNKNOWN, FIN],
        shows: &[(&SRV_008, Doubtful, "closed")],
    },
    Story {
        name: "100 beside an unknown expectation",
        entries: &[BESIDE, CONTINUE],
        shows: &[(&GRM_008, Chosen, "continue")],
    },
    Story {
        name: "417 beside an unknown expectation",
        entries: &[BESIDE, FAILED, FIN],
        shows: &[(&GRM_008, Kept, "417")],
    },
    Story {
        name: "silence beside an unknown expectation",
        entries: &[BESIDE, WAITED],
        shows: &[(&GRM_008, Broken, "silence"), (&SRV_001, Broken, "silence-to-a-list")],
    },
    Story {
        name: "silence beside an unknown expectation, some content sent",
        entries: &[BESIDE, "1 > \"h\"", WAITED],
        shows: &[],
    },
    Story {
        name: "417 to 100-continue is a legal answer",
        entries: &[HEAD, FAILED, FIN],
        shows: &[(&SRV_009, Kept, "417-to-continue")],
    },
    Story {
        name: "417 without expectation",
        entries: &["0 > GET / HTTP/1.1|Host: t|", FAILED, FIN],
        shows: &[(&SRV_009, Doubtful, "417-without-expectation")],
    },
    Story {
        name: "417 where an expectation may be hidden",
        entries: &["0 > GET / HTTP/1.1|Host: t| Expect: foo|", FAILED, FIN],
        shows: &[],
    },
    Story {
        name: "417 after 100",
        entries: &[
            HEAD,
            CONTINUE,
            CONTENT,
            "3 < HTTP/1.1 417 Expectation Failed|Content-Length: 0|",
        ],
        shows: &[(&SRV_009, Doubtful, "417-after-continue")],
    },
    Story {
        name: "two lines of 100-continue are answered once",
        entries: &[TWICE, CONTINUE],
        shows: &[(&GRM_007, Kept, "continue")],
    },
    Story {
        name: "two lines of 100-continue are answered twice",
        entries: &[TWICE, CONTINUE, "2 < HTTP/1.1 100 Continue|"],
        shows: &[(&GRM_007, Chosen, "repeated-continue")],
    },
    Story {
        name: "two lines of 100-continue are refused",
        entries: &[TWICE, FAILED, FIN],
        shows: &[(&GRM_007, Chosen, "417")],
    },
    Story {
        name: "two lines of 100-continue get silence",
        entries: &[TWICE, WAITED],
        shows: &[(&SRV_001, Broken, "silence-to-a-list")],
    },
    Story {
        name: "an empty field is no expectation",
        entries: &[EMPTY, WAITED, "5200 > \"hello\"", "5201 < HTTP/1.1 200 OK|Content-Length: 0|"],
        shows: &[(&GRM_022, Kept, "final"), (&O31_001, Chosen, "final")],
    },
    Story {
        name: "an empty field gets 417",
        entries: &[EMPTY, FAILED, FIN],
        shows: &[(&GRM_022, Broken, "417"), (&SRV_009, Doubtful, "417-without-expectation")],
    },
    Story {
        name: "an empty field gets 400",
        entries: &[EMPTY, "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|", FIN],
        shows: &[(&GRM_022, Broken, "400")],
    },
    Story {
        name: "two empty fields get 400",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: |Expect: |",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&O31_001, Chosen, "400")],
    },
    Story {
        name: "an empty field gets 100",
        entries: &[EMPTY, CONTINUE],
        shows: &[(&GRM_022, Chosen, "continue")],
    },
    Story {
        name: "an empty field gets no answer to the complete request",
        entries: &[EMPTY, CONTENT, WAITED_LONG],
        shows: &[(&GRM_022, Broken, "silence")],
    },
    Story {
        name: "silence to a line of 100-continue behind an empty one",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: |Expect: 100-continue|",
            WAITED,
        ],
        shows: &[(&SRV_001, Broken, "silence")],
    },
    Story {
        name: "silence to a folded list",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo,| 100-continue|",
            WAITED,
        ],
        shows: &[],
    },
    Story {
        name: "an answer beside an unknown expectation only once content had come",
        entries: &[
            BESIDE,
            "5100 > \"hello\"",
            "5101 < HTTP/1.1 100 Continue||HTTP/1.1 204 No Content|",
        ],
        shows: &[
            (&GRM_008, Broken, "silence"),
            (&SRV_001, Broken, "silence-to-a-list"),
            (&SRV_002, Broken, "after-content-to-a-list"),
            (&O16_001, Broken, "final"),
            (&O16_002, Broken, "final"),
        ],
    },
    Story {
        name: "a very late 100 beside an unknown expectation",
        entries: &[BESIDE, "5200 < HTTP/1.1 100 Continue|"],
        shows: &[(&GRM_008, Chosen, "continue"), (&SRV_001, Doubtful, "late")],
    },
];
