use expectspec_requirements::Outcome::{Broken, Chosen, Doubtful, Kept};
use expectspec_requirements::{
    GRM_017, GRM_018, GRM_019, GRM_020, GRM_021, O16_001, O16_002, SRV_008,
};

use crate::story::*;

const FAILED: &str = "1 < HTTP/1.1 417 Expectation Failed|Connection: close|Content-Length: 0|";
const NEAR: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continued|";
const QUOTED_CONTINUE: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: \\\"100-continue\\\"|";
const ADORNED: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue;a=b|";
const SPACED: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo = bar|";
const EMPTY_PARAMETER: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo=bar ; ;a=\\\";\\\"|";
const INSIDE: &str =
    "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo=\\\"a, 100-continue ,b\\\"|";

pub(crate) static STORIES: &[Story] = &[
    Story {
        name: "a near miss is refused",
        entries: &[NEAR, FAILED, FIN],
        shows: &[(&GRM_017, Kept, "417"), (&SRV_008, Kept, "417")],
    },
    Story {
        name: "a near miss is answered with 100",
        entries: &[NEAR, CONTINUE],
        shows: &[(&GRM_017, Broken, "continue")],
    },
    Story {
        name: "a quoted 100-continue is answered with 100",
        entries: &[QUOTED_CONTINUE, CONTINUE],
        shows: &[(&GRM_017, Broken, "continue")],
    },
    Story {
        name: "a quoted 100-continue is ignored",
        entries: &[
            QUOTED_CONTINUE,
            WAITED,
            "5200 > \"hello\"",
            "5201 < HTTP/1.1 200 OK|Content-Length: 0|",
        ],
        shows: &[(&GRM_017, Kept, "final")],
    },
    Story {
        name: "a malformed member closes the connection",
        entries: &[QUOTED_CONTINUE, FIN],
        shows: &[(&GRM_017, Chosen, "closed")],
    },
    Story {
        name: "100 to a plain unknown expectation is no near miss",
        entries: &["0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo|", CONTINUE],
        shows: &[(&SRV_008, Chosen, "continue")],
    },
    Story {
        name: "a near miss beside 100-continue is no near miss",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continued, 100-continue|",
            CONTINUE,
        ],
        shows: &[],
    },
    Story {
        name: "100-continue with parameters gets 100",
        entries: &[ADORNED, CONTINUE],
        shows: &[(&GRM_018, Chosen, "continue")],
    },
    Story {
        name: "100-continue with parameters gets 400",
        entries: &[
            ADORNED,
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&GRM_018, Kept, "400")],
    },
    Story {
        name: "100-continue with parameters gets nothing, content and all",
        entries: &[ADORNED, CONTENT, WAITED_LONG],
        shows: &[(&GRM_018, Broken, "silence")],
    },
    Story {
        name: "100-continue with parameters gets nothing while content is held back",
        entries: &[ADORNED, WAITED_LONG],
        shows: &[],
    },
    Story {
        name: "100-continue with a value is a valid unknown expectation",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue=1|",
            FAILED,
            FIN,
        ],
        shows: &[(&GRM_018, Kept, "417"), (&SRV_008, Kept, "417")],
    },
    Story {
        name: "whitespace around = is refused",
        entries: &[SPACED, FAILED, FIN],
        shows: &[(&GRM_019, Kept, "417")],
    },
    Story {
        name: "whitespace around = gets 100",
        entries: &[SPACED, CONTINUE],
        shows: &[(&GRM_019, Chosen, "continue")],
    },
    Story {
        name: "whitespace around = gets no answer at all",
        entries: &[SPACED, CONTENT, WAITED_LONG],
        shows: &[(&GRM_019, Broken, "silence")],
    },
    Story {
        name: "an empty parameter is valid and unknown",
        entries: &[EMPTY_PARAMETER, FAILED, FIN],
        shows: &[(&GRM_020, Kept, "417")],
    },
    Story {
        name: "an empty parameter gets 400",
        entries: &[
            EMPTY_PARAMETER,
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&GRM_020, Broken, "400"), (&O16_002, Doubtful, "400")],
    },
    Story {
        name: "an empty parameter in two lines gets 400",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: a=b;|Expect: a=b;|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&GRM_020, Kept, "400"), (&O16_002, Doubtful, "400")],
    },
    Story {
        name: "a semicolon in quotes is no empty parameter",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo=bar;a=\\\";\\\"|",
            "1 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|",
            FIN,
        ],
        shows: &[(&O16_002, Doubtful, "400"), (&O16_001, Kept, "400")],
    },
    Story {
        name: "100-continue inside a quoted-string is not seen",
        entries: &[INSIDE, FAILED, FIN],
        shows: &[(&GRM_021, Kept, "417")],
    },
    Story {
        name: "100-continue inside a quoted-string gets 100",
        entries: &[INSIDE, CONTINUE],
        shows: &[(&GRM_021, Broken, "continue")],
    },
    Story {
        name: "100-continue as a value is another expectation",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: foo=100-continue|",
            CONTINUE,
        ],
        shows: &[(&GRM_017, Broken, "continue")],
    },
    Story {
        name: "a form feed is no whitespace",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue\\x0c|",
            BAD_REQUEST,
            FIN,
        ],
        shows: &[(&GRM_017, Kept, "400")],
    },
    Story {
        name: "a member that resembles nothing is ignored",
        entries: &["0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: =|", CONTENT, SUCCESS],
        shows: &[(&GRM_018, Chosen, "final")],
    },
    Story {
        name: "two peculiarities are nobody's fault",
        entries: &[
            "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continued, foo = bar|",
            CONTINUE,
        ],
        shows: &[],
    },
];
