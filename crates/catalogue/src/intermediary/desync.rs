//! Refused content that reads as a request, which nobody may answer or hand on (RFC 9112 §9.3).

use expectspec_requirements::{CON_001, CON_002, PRX_021};

use super::{FORBIDDEN, OK};
use crate::{Case, Danger, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/desync/discards-late-content-after-a-refusal",
        purpose: "Sends a whole request as the content, but only after the origin server has \
                  refused it: whoever counts on no content answers it.",
        exercises: &[&PRX_021, &CON_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-content-sent-with-a-refused-head",
        purpose: "Sends a whole request as the content in one write with the head, so that \
                  it lies in the buffer when the refusal passes.",
        exercises: &[&PRX_021, &CON_001, &CON_002],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-content-that-meets-its-refusal",
        purpose: "Sends a whole request as the content, which meets the refusal of the \
                  origin server half-way.",
        exercises: &[&PRX_021, &CON_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request)]),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Pause(20),
                Step::Send(FORBIDDEN),
                Step::Serve(Service::AtOnce(FORBIDDEN)),
            ]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-the-rest-of-refused-content",
        purpose: "Sends the beginning of the content with the head and a whole request as \
                  its end, after the refusal.",
        exercises: &[&PRX_021, &CON_001],
        content: b"helloGET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  hello",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Quiet,
            Step::Send(
                b"GET {target}/hidden HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-content-that-a-persistent-origin-server-refuses",
        purpose: "Refuses with a connection that stays open, on which a whole request is still \
                  owed as content: nobody may take it for one.",
        exercises: &[&PRX_021, &CON_001, &CON_002],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(STAYING))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-a-hidden-handshake",
        purpose: "Hides a request with an expectation of its own in refused content.",
        exercises: &[&PRX_021, &CON_001, &CON_002],
        content: b"POST {target}/hidden HTTP/1.1\r\n\
              Host: {host}\r\n\
              Content-Length: 5\r\n\
              Expect: 100-continue\r\n\
              \r\n\
              hello",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-late-chunks-after-a-refusal",
        purpose: "Sends a whole request as the data of a chunk after the refusal, to be read \
                  as that.",
        exercises: &[&PRX_021, &CON_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
            Step::Send(
                b"3c\r\n\
                  GET /expectspec-canary/hidden HTTP/1.1\r\n\
                  Host: expectspec\r\n\
                  \r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/discards-chunks-sent-with-a-refused-head",
        purpose: "Sends a whole request as the data of a chunk in one write with the head \
                  that is refused.",
        exercises: &[&PRX_021, &CON_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  3c\r\n\
                  GET /expectspec-canary/hidden HTTP/1.1\r\n\
                  Host: expectspec\r\n\
                  \r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/desync/counts-careless-requests-as-content",
        purpose: "Leaves out the content that the origin server refuses and sends two \
                  requests at once; both are content, and neither is to be answered or \
                  handed on.",
        exercises: &[&PRX_021, &CON_002],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4096\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Await(Until::Answer),
            Step::Send(
                b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  GET {target}/hidden-too HTTP/1.1\r\nHost: {host}\r\n\r\n",
            ),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];

/// A refusal on a connection that stays open.
const STAYING: &[u8] = b"HTTP/1.1 413 Content Too Large\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
