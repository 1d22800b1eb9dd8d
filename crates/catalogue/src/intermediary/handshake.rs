//! Who answers the expectation, and when the head is forwarded (RFC 9110 §10.1.1).

use expectspec_requirements::{
    CON_005, FRM_001, IR_002, IR_003, PRX_001, PRX_002, PRX_004, PRX_007, PRX_010, PRX_015,
    PRX_016, PRX_019, PRX_027, PRX_033, SRV_005, SRV_010,
};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/handshake/relays-100-and-content",
        purpose: "Holds the content back until a 100 (Continue) has come, which the origin server \
                  sends as soon as it has the head: the plain handshake through an intermediary.",
        exercises: &[&IR_002, &PRX_001, &PRX_002, &PRX_004, &PRX_007, &PRX_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/relays-100-before-chunks",
        purpose: "Announces chunked content and withholds it; without a length the head still has \
                  to reach the origin server first.",
        exercises: &[&IR_003, &PRX_001, &PRX_002, &PRX_004, &PRX_007],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/relays-a-late-100",
        purpose: "Lets the origin server think for a second before its 100; a patient client still \
                  has not sent anything.",
        exercises: &[&PRX_001, &PRX_004, &PRX_007],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Pause(1000), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/answers-or-waits-while-the-origin-server-is-silent",
        purpose: "Has an origin server that sends nothing before the content: who invites the \
                  client, or leaves it without an answer, shows only now.",
        exercises: &[&PRX_001, &PRX_002, &PRX_007, &PRX_019, &PRX_033],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/forwards-content-that-nobody-invited",
        purpose: "Waits for a while and sends the content without a 100, as a client may; what \
                  waits for the origin server's 100 must not wait for ever.",
        exercises: &[&PRX_019],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/forwards-chunks-that-nobody-invited",
        purpose: "Sends the chunks after a while without a 100, which comes later still; their \
                  end is not known beforehand.",
        exercises: &[&FRM_001, &PRX_019],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Pause(200),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/forwards-content-sent-with-the-head",
        purpose: "Sends head and content in one write; the 100 that the origin server sends all \
                  the same does no harm, relayed or dropped.",
        exercises: &[&PRX_004, &SRV_005, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/forwards-content-sent-behind-the-head",
        purpose: "Sends the content in a write of its own, without waiting, to an origin server \
                  that omits the 100 for what it already has.",
        exercises: &[&FRM_001, &PRX_019],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/relays-100-to-a-client-that-closes",
        purpose: "Asks for the connection to be closed, which the final response ends and the 100 \
                  does not.",
        exercises: &[&PRX_001, &PRX_004, &CON_005],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: close\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/repeats-on-one-connection",
        purpose: "Makes two handshakes, one after another; what the first has left behind must not \
                  answer the second.",
        exercises: &[&PRX_001, &PRX_004, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
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
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/handshake/forwards-content-without-an-expectation",
        purpose: "States no expectation: whoever adds one of its own has to see to its end.",
        exercises: &[&PRX_015, &PRX_016, &PRX_027],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
