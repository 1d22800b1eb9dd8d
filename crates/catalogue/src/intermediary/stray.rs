//! Responses that nobody asked for, on an inbound connection that is idle (RFC 9112 §9.2).

use expectspec_requirements::{PRX_020, PRX_022, SRV_010};

use super::{CONTINUE, EXPECTING, KEPT};
use crate::{Case, Need, Service, Step, Until};

// Some time passes before the next request, so that what is stray has come before it.

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/stray/takes-no-stray-100-for-an-answer",
        purpose: "Sends a 100 (Continue) on an idle connection; another client's upload comes \
                  next, and must not take it for its own.",
        exercises: &[&PRX_022, &SRV_010],
        script: &[
            Step::Send(GET_A),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[Step::Send(STRAY_CONTINUE)]),
            Step::Pause(100),
            Step::Open,
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request)]),
            Step::Pause(50),
            Step::AtOrigin(&[Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/stray/takes-no-stray-200-for-an-answer",
        purpose: "Sends a second final response on an idle connection, which another client's \
                  request must not be answered with.",
        exercises: &[&PRX_022, &SRV_010],
        script: &[
            Step::Send(GET_A),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[Step::Send(STRAY)]),
            Step::Pause(100),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/stray/takes-no-stray-408-for-an-answer",
        purpose: "Sends 408 (Request Timeout) on an idle connection and ends it, as some servers \
                  do; another client's request comes next.",
        exercises: &[&PRX_022, &SRV_010],
        script: &[
            Step::Send(GET_A),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[
                Step::Send(
                    b"HTTP/1.1 408 Request Timeout\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 0\r\n\
                      \r\n",
                ),
                Step::Finish,
            ]),
            Step::Pause(100),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/stray/takes-no-second-final-for-the-next-answer",
        purpose: "Sends two final responses to one request in one write; another client's request \
                  comes next.",
        exercises: &[&PRX_022, &SRV_010],
        script: &[
            Step::Send(GET_A),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 200 OK\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 2\r\n\
                      \r\n\
                      ok\
                      HTTP/1.1 200 OK\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 5\r\n\
                      \r\n\
                      stray",
                ),
            ]),
            Step::Await(Until::Final),
            Step::Pause(100),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/stray/takes-no-late-100-for-the-next-upload",
        purpose: "Answers an upload without waiting for the content, and sends the 100 (Continue) \
                  afterwards; another client waits for one of its own next.",
        exercises: &[&PRX_020, &PRX_022, &SRV_010],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Late(KEPT))]),
            Step::Await(Until::Final),
            Step::AtOrigin(&[Step::Send(STRAY_CONTINUE)]),
            Step::Pause(100),
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
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
];

const GET_A: &[u8] = b"GET {target}/a HTTP/1.1\r\n\
    Host: {host}\r\n\
    \r\n";
const GET_B: &[u8] = b"GET {target}/b HTTP/1.1\r\n\
    Host: {host}\r\n\
    \r\n";
const STRAY: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 5\r\n\
    \r\n\
    stray";
const STRAY_CONTINUE: &[u8] = b"HTTP/1.1 100 Go on\r\n\r\n";
