//! Requests that are never completed: half-closed, reset, or left alone.

use expectspec_requirements::{
    FRM_001, SRV_001, SRV_005, SRV_006, SRV_010, SRV_015, SRV_024, SRV_025,
};

use crate::{Case, Danger, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/incomplete/answers-a-request-complete-before-the-half-close",
        purpose: "Ends its direction behind the content; that is no loss of interest, so the \
                  final response still comes.",
        exercises: &[&SRV_006, &SRV_015],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Finish,
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/answers-content-at-once-before-the-half-close",
        purpose: "Sends all in one write and ends its direction; closing at once would lose the \
                  response.",
        exercises: &[&SRV_005, &SRV_015],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Finish,
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/ends-after-a-half-close-behind-the-head",
        purpose: "Ends its direction behind the head; the content can no longer come, so waiting \
                  for it is in vain.",
        exercises: &[&SRV_015, &SRV_025],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/ends-after-a-half-close-behind-the-100",
        purpose: "Ends its direction after the 100 and sends no content; the request stays \
                  incomplete.",
        exercises: &[&SRV_001, &SRV_025],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Finish,
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/ends-after-a-half-close-within-content",
        purpose: "Ends its direction after two octets of five; a server that pads or accepts the \
                  rest takes a cut request for whole.",
        exercises: &[&SRV_001, &SRV_025],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"he"),
            Step::Finish,
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/ends-after-a-half-close-within-chunks",
        purpose: "Ends its direction behind a chunk but before the last one; chunked content is \
                  complete only with that.",
        exercises: &[&SRV_001, &SRV_025],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n"),
            Step::Finish,
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/survives-a-reset-behind-the-100",
        purpose: "Resets the connection after the 100, then sends a plain request on another one.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Reset,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/survives-a-reset-within-content",
        purpose: "Resets the connection in the middle of the content, then sends a plain request \
                  on another one.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"he"),
            Step::Reset,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/waits-or-ends-when-no-content-comes",
        purpose: "Sends nothing after the 100; 408, closing and patience are all allowed.",
        exercises: &[&SRV_001, &SRV_024],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Pause(700),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/waits-or-ends-when-part-of-the-content-comes",
        purpose: "Sends two octets of five after the 100 and then nothing; 408, closing and \
                  patience are all allowed.",
        exercises: &[&SRV_001, &SRV_024],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"he"),
            Step::Pause(700),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/incomplete/keeps-a-request-within-content-as-content",
        purpose: "Sends, where content was invited, octets that read as a request; they are \
                  content, whatever they say.",
        exercises: &[&FRM_001, &SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 65536\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
