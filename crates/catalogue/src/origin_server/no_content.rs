//! Expect where there is no content, or none at last: nothing to wait for.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{
    CON_005, CON_006, FRM_002, MTH_006, SRV_001, SRV_002, SRV_005, SRV_010, SRV_020, SRV_021,
};

use crate::{Case, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/no-content/answers-get-without-expectation",
        purpose: "Sends a plain GET: what the same request with Expect is compared with.",
        exercises: &[&SRV_010, &SRV_020, &SRV_021],
        script: &[
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-get-with-expectation",
        purpose: "Sends an expectation with a GET that has no content; a server that invites and \
                  then waits never answers.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/no-content/answers-get-without-expectation",
            requirement: &FRM_002,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-post-without-expectation",
        purpose: "Sends a POST without any length: what the same request with Expect is compared \
                  with.",
        exercises: &[&SRV_010, &SRV_020, &SRV_021],
        script: &[
            Step::Send(b"POST {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-post-without-length",
        purpose: "Sends an expectation with a POST that announces nothing; its content is empty \
                  and complete.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/no-content/answers-post-without-expectation",
            requirement: &FRM_002,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-length-zero-without-expectation",
        purpose: "Sends a POST of length 0: what the same request with Expect is compared with.",
        exercises: &[&SRV_010, &SRV_020, &SRV_021],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-length-zero",
        purpose: "Sends an expectation with length 0; a 100 is allowed, waiting is not.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/no-content/answers-length-zero-without-expectation",
            requirement: &FRM_002,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-length-zero-of-put",
        purpose: "Sends an expectation with an empty PUT, as clients of object stores do for \
                  empty objects.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"PUT {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-head-with-expectation",
        purpose: "Sends an expectation with HEAD, then a GET: no octet of a 100 or of content \
                  may be left over.",
        exercises: &[&FRM_002, &MTH_006, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"HEAD {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-options-for-the-server",
        purpose: "Asks for the options of the server as a whole (*); there is no resource to ask \
                  for a decision.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"OPTIONS * HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/closes-after-get-with-expectation",
        purpose: "Asks to close with a GET that has an expectation; the final response ends the \
                  connection, not a 100.",
        exercises: &[&CON_005, &CON_006, &FRM_002],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  Connection: close\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-each-of-three-on-one-connection",
        purpose: "Sends three expectations without content in a row; a handshake left open would \
                  swallow the next request.",
        exercises: &[&FRM_002, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-an-unread-expectation-before-a-handshake",
        purpose: "Sends an expectation without content, then makes a handshake; the first must \
                  not use up the 100 of the second.",
        exercises: &[&FRM_002, &SRV_001, &SRV_005],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/no-content/answers-before-an-empty-chunked-content",
        purpose: "Announces chunked content and holds back its end; content may follow, so an \
                  answer is due.",
        exercises: &[&SRV_001, &SRV_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
