//! A client that ends its connection before its request is complete (RFC 9112 §8).

use expectspec_requirements::{PRX_020, PRX_021, SRV_025};

use super::{CONTINUE, EXPECTING, FORBIDDEN};
use crate::{Case, Need, Step, Until};

// The origin server waits for no more: what must not come is a complete request.

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/client-end/completes-nothing-behind-the-head",
        purpose: "Ends its direction when its head has been forwarded and no 100 (Continue) has \
                  come: the origin server must not take the request for complete.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(PROCESSING)]),
            Step::Finish,
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/completes-nothing-behind-the-100",
        purpose: "Gets the 100 (Continue) that it waited for, and ends its direction without any \
                  content.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Finish,
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/completes-nothing-within-the-content",
        purpose: "Ends its direction when it has sent two of five octets behind the handshake: \
                  no padding may make up for the rest.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"he"),
            Step::Pause(50),
            Step::Finish,
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/completes-nothing-of-a-plain-upload",
        purpose: "States no expectation, sends two of five octets with the head, and ends its \
                  direction.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  he",
            ),
            Step::Pause(50),
            Step::Finish,
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(PROCESSING)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/makes-no-last-chunk",
        purpose: "Ends its direction behind one chunk of the content: the last chunk is the \
                  client's to send, and nobody else's.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(CHUNKED),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n"),
            Step::Pause(50),
            Step::Finish,
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/completes-no-last-chunk",
        purpose: "Ends its direction within the last chunk, whose empty line is still due; a \
                  recipient can't know that no trailer field would have come.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(CHUNKED),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0"),
            Step::Pause(50),
            Step::Finish,
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/ends-the-request-with-a-reset-behind-the-100",
        purpose: "Resets its connection when the 100 (Continue) has come.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Reset,
            Step::Pause(300),
        ],
        needs: &[Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/ends-the-request-with-a-reset-within-chunks",
        purpose: "Resets its connection behind one chunk of the content.",
        exercises: &[&SRV_025],
        script: &[
            Step::Send(CHUNKED),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n"),
            Step::Pause(50),
            Step::Reset,
            Step::Pause(300),
        ],
        needs: &[Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/client-end/completes-nothing-behind-an-early-final",
        purpose: "Takes the refusal that came before the content, and ends its direction without \
                  sending any: what is owed then is owed by nobody.",
        exercises: &[&PRX_020, &PRX_021, &SRV_025],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
            Step::Finish,
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
];

const CHUNKED: &[u8] = b"POST {target}/a HTTP/1.1\r\n\
    Host: {host}\r\n\
    Transfer-Encoding: chunked\r\n\
    Expect: 100-continue\r\n\
    \r\n";
const PROCESSING: &[u8] = b"HTTP/1.1 102 Processing\r\n\r\n";
