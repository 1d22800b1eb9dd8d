//! Several clients at once: each gets its own answer, and its content goes where it belongs.

use expectspec_requirements::{FRM_001, PRX_001, PRX_004, PRX_022, SRV_010};

use super::{CONTINUE, EXPECTING, KEPT};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/clients/answers-the-quick-before-the-slow",
        purpose: "Lets one client wait while another's handshake begins and ends, and answers the \
                  first one last: order on one side says nothing of the other.",
        exercises: &[&FRM_001, &PRX_001, &PRX_004, &PRX_022],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request)]),
            Step::Open,
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::Use(0),
            Step::AtOrigin(&[Step::Use(0), Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::ServesInParallel],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/clients/continues-one-while-another-holds-back",
        purpose: "Sends one client a 100 (Continue) that it makes no use of until the whole exchange \
                  of another is over, whose handshake began later.",
        exercises: &[&FRM_001, &PRX_001, &PRX_004, &PRX_022],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Open,
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"second"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::Use(0),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Use(0), Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::ServesInParallel],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/clients/keeps-the-content-of-two-apart",
        purpose: "Sends the content of two clients by turns, in halves: each half goes to the \
                  request that it is of.",
        exercises: &[&FRM_001, &PRX_022, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  aaa",
            ),
            Step::Open,
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 8\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  bbbb",
            ),
            Step::Pause(20),
            Step::Use(0),
            Step::Send(b"ccc"),
            Step::Use(1),
            Step::Pause(20),
            Step::Send(b"dddd"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(KEPT))]),
            Step::Await(Until::Final),
            Step::Use(0),
            Step::Await(Until::Final),
        ],
        needs: &[Need::ServesInParallel],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/clients/keeps-the-content-of-four-apart",
        purpose: "Has four clients send their content at once, in the order that is the reverse of \
                  that of their heads, to one origin server.",
        exercises: &[&FRM_001, &PRX_022, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Open,
            Step::Send(
                b"PUT {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Open,
            Step::Send(
                b"POST {target}/c HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 3\r\n\
                  \r\n",
            ),
            Step::Open,
            Step::Send(
                b"PUT {target}/d HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Send(b"dddd"),
            Step::Use(2),
            Step::Send(b"ccc"),
            Step::Use(1),
            Step::Send(b"2\r\nbb\r\n0\r\n\r\n"),
            Step::Use(0),
            Step::Send(b"a"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(KEPT))]),
            Step::Await(Until::Final),
            Step::Use(1),
            Step::Await(Until::Final),
            Step::Use(2),
            Step::Await(Until::Final),
            Step::Use(3),
            Step::Await(Until::Final),
        ],
        needs: &[Need::ServesInParallel],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/clients/answers-each-of-eight",
        purpose: "Has eight clients ask at once, half of them with content, over whatever \
                  connections the intermediary opens or has: eight answers, none for another.",
        exercises: &[&FRM_001, &PRX_022, &SRV_010],
        script: &[
            Step::Send(b"GET {target}/a HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Open,
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 2\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  bb",
            ),
            Step::Open,
            Step::Send(b"GET {target}/c HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Open,
            Step::Send(
                b"POST {target}/d HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  dddd",
            ),
            Step::Open,
            Step::Send(b"GET {target}/e HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Open,
            Step::Send(
                b"POST {target}/f HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  ffffff",
            ),
            Step::Open,
            Step::Send(b"GET {target}/g HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Open,
            Step::Send(
                b"POST {target}/h HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 8\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  hhhhhhhh",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(KEPT))]),
            Step::Await(Until::Final),
            Step::Use(0),
            Step::Await(Until::Final),
        ],
        needs: &[Need::ServesInParallel],
        ..Case::PLAIN
    },
];
