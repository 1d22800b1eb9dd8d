//! What one client leaves behind on an inbound connection must not reach another (RFC 9112 §9.3).

use expectspec_requirements::{FRM_001, PRX_001, PRX_004, PRX_020, PRX_021, PRX_022, SRV_025};

use super::{CONTINUE, EXPECTING, KEPT};
use crate::{Case, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/pool/owes-no-content-of-a-silent-client",
        purpose: "Refuses the request of a client that keeps its content for ever, on a connection \
                  that may persist; the request of another must not be read as that content.",
        exercises: &[&PRX_020, &PRX_021],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN_AND_KEPT)]),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools, Need::ServesInParallel],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/owes-no-content-of-a-client-that-left",
        purpose: "Refuses the request of a client that then ends its connection with all of the \
                  content unsent; another client's request comes next.",
        exercises: &[&PRX_020, &PRX_021, &SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN_AND_KEPT)]),
            Step::Await(Until::Answer),
            Step::Finish,
            Step::Pause(50),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/brings-late-content-to-nobody-else",
        purpose: "Refuses a request; the client sends its content only when another client's \
                  request is under way, where it must not turn up.",
        exercises: &[&FRM_001, &PRX_020, &PRX_021, &PRX_022],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN_AND_KEPT)]),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(
                b"POST {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  \r\n\
                  wo",
            ),
            Step::Use(0),
            Step::Send(b"{content}"),
            Step::Use(1),
            Step::Pause(50),
            Step::Send(b"rld"),
            // A gateway that collects content has two requests to forward now.
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(KEPT),
                Step::Await(Until::Content),
                Step::Send(KEPT),
            ]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools, Need::ServesInParallel],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/leaves-a-connection-that-waits-for-content",
        purpose: "Asks for the content of a client that leaves when it has the 100 (Continue); the \
                  request of another must not be read as what is still awaited.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Finish,
            Step::Pause(50),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/leaves-a-connection-within-content",
        purpose: "Asks for content, of which a client sends two octets of five before it leaves; \
                  another client's request must not make up for the rest.",
        exercises: &[&FRM_001, &SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"he"),
            Step::Pause(50),
            Step::Finish,
            Step::Open,
            Step::Send(GET_B),
            // Whoever opens its connection only for the content may be seen here for the first time.
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(KEPT),
                Step::Await(Until::Request),
                Step::Send(KEPT),
            ]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/leaves-a-connection-within-a-response",
        purpose: "Has sent half of a final response when its client leaves, and sends the rest \
                  while another client waits for its own.",
        exercises: &[&FRM_001, &PRX_022],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 200 OK\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 10\r\n\
                      \r\n\
                      01234",
                ),
            ]),
            Step::Pause(50),
            Step::Finish,
            Step::Pause(50),
            Step::Open,
            Step::Send(GET_B),
            Step::AtOrigin(&[Step::Send(b"56789"), Step::Await(Until::Request), Step::Send(KEPT)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/repeats-the-handshake-on-pooled-connections",
        purpose: "Completes three handshakes for one client on connections that persist: what the \
                  first has settled says nothing of the next.",
        exercises: &[&FRM_001, &PRX_001, &PRX_004, &PRX_022],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::Send(EXPECTING_B),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {target}/c HTTP/1.1\r\n\
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
        needs: &[Need::Persists, Need::Pools],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/pool/keeps-a-handshake-apart-from-the-request-before",
        purpose: "Answers a plain upload of one client, and asks for the content of another on \
                  what may be the same connection.",
        exercises: &[&FRM_001, &PRX_001, &PRX_004, &PRX_022],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  \r\n\
                  first",
            ),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(KEPT)]),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(EXPECTING_B),
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

const GET_B: &[u8] = b"GET {target}/b HTTP/1.1\r\n\
    Host: {host}\r\n\
    \r\n";
const EXPECTING_B: &[u8] = b"POST {target}/b HTTP/1.1\r\n\
    Host: {host}\r\n\
    Content-Length: {length}\r\n\
    Expect: 100-continue\r\n\
    \r\n";
const FORBIDDEN_AND_KEPT: &[u8] = b"HTTP/1.1 403 Forbidden\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
