//! Requests sent without waiting, through an intermediary that may answer or forward them at once.

use expectspec_requirements::{
    MTH_006, PIP_001, PIP_002, PIP_003, PRX_004, PRX_018, PRX_020, PRX_023, PRX_030, SRV_005,
    SRV_010,
};

use super::{CONTINUE, FORBIDDEN, HEAD_OK, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/pipelining/relays-a-handshake-behind-a-get",
        purpose: "Sends GET and a handshake in one write: the 100 is for the second, once \
                  the first has its final response.",
        exercises: &[&PIP_001, &PIP_002, &PRX_004],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/sends-no-100-before-a-slow-final",
        purpose: "Sends GET and a handshake in one write to an origin server that takes its \
                  time with the GET, so that a 100 can overtake.",
        exercises: &[&PIP_001, &PIP_002],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Pause(300), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/keeps-three-in-order",
        purpose: "Sends a request with expected content between two others in one write; \
                  whatever order they are forwarded in, the final responses have this one.",
        exercises: &[&PIP_001],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}\
                  GET {target}/c HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/keeps-contents-apart",
        purpose: "Sends two requests with expected content in one write, each octet of which \
                  belongs to one of them.",
        exercises: &[&PIP_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}\
                  POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  world!",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/answers-four-lengths-of-zero",
        purpose: "Expects something four times for content of no octets, for which an \
                  interim response may come but no wait.",
        exercises: &[&PIP_001, &SRV_010, &SRV_005],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  POST {target}/c HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  POST {target}/d HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/tells-get-from-head",
        purpose: "Sends GET with an expectation and HEAD behind it: an interim response must \
                  not use up the place of the GET, whose content would be the HEAD's.",
        exercises: &[&MTH_006, &PIP_001],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  HEAD {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(HEAD_OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/answers-behind-refused-content",
        purpose: "Has content refused that was sent with the head, and a GET behind it in \
                  the same write.",
        exercises: &[&PIP_001, &PIP_003, &PRX_020],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}\
                  GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pipelining/survives-an-origin-server-that-leaves",
        purpose: "Loses the origin server between its 100 and the final response, with a GET \
                  still waiting behind.",
        exercises: &[&PRX_018, &PRX_023, &PRX_030],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}\
                  GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(CONTINUE),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
];
