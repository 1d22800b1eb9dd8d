//! Requests sent without waiting for responses: interim responses must keep the order too.

use expectspec_requirements::{
    FRM_002, GRM_001, MTH_006, PIP_001, PIP_002, PIP_003, SRV_001, SRV_005, SRV_010, SRV_016,
};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/pipelining/answers-a-handshake-behind-a-get",
        purpose: "Sends GET and a handshake in one write; the answer to the expectation is due \
                  once the GET is answered, not before.",
        exercises: &[&PIP_001, &PIP_002, &SRV_001],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-a-handshake-behind-five-gets",
        purpose: "Queues five GETs before the handshake, so that an early 100 has many chances to \
                  overtake.",
        exercises: &[&PIP_001, &PIP_002],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-a-handshake-behind-a-head",
        purpose: "Queues HEAD before the handshake; a response without content must not be waited \
                  on for any.",
        exercises: &[&PIP_001, &PIP_002, &MTH_006],
        script: &[
            Step::Send(
                b"HEAD {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-both-sides-of-a-handshake",
        purpose: "Sends GET with the handshake, and another GET with its content.",
        exercises: &[&PIP_001, &PIP_002, &PIP_003],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Answer),
            Step::Send(b"{content}GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-a-whole-handshake-and-a-get",
        purpose: "Sends the head, the content and a GET in one write: two final responses are due, \
                  and a 100 is optional.",
        exercises: &[&PIP_003, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-whole-chunked-content-and-a-get",
        purpose: "Sends the head, the chunks and a GET in one write; the reader must stop at the \
                  last chunk.",
        exercises: &[&PIP_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5\r\nhello\r\n0\r\n\r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-three-whole-handshakes",
        purpose: "Sends three handshakes with their content in one write; contents must not mix, \
                  nor interim responses overtake.",
        exercises: &[&PIP_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-four-empty-handshakes",
        purpose: "Sends four handshakes with a length of zero in one write; each needs its own \
                  final response and no content.",
        exercises: &[&FRM_002, &PIP_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/matches-head-behind-a-get-that-expects",
        purpose: "Sends GET with a needless expectation, HEAD and GET in one write; a 100 that \
                  uses up a place in the queue gives HEAD the content of GET.",
        exercises: &[&MTH_006, &FRM_002, &SRV_010, &GRM_001],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  HEAD {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-in-order-behind-a-refusal",
        purpose: "Sends a handshake without Host, its content and a GET in one write: the GET is \
                  served aligned, or the connection ends.",
        exercises: &[&SRV_016, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}\
                  GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/pipelining/answers-a-head-that-shares-a-segment-with-content",
        purpose: "Sends the content of one handshake and the head of the next in one write; the \
                  octet where the content ends must be found.",
        exercises: &[&PIP_002, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"{content}POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
