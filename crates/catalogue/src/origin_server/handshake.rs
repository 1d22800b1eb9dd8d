//! The handshake itself: content held back until the server has spoken.

use expectspec_requirements::{
    CON_005, CON_006, CON_012, FRM_001, SRV_001, SRV_002, SRV_006, SRV_009, SRV_010, SRV_020,
    SRV_021, SRV_023,
};

use crate::{Case, Danger, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/handshake/answers-before-content-with-length",
        purpose: "Holds the content back; the server must speak first, and answer once it has \
                  the content.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006, &SRV_010],
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
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/answers-before-content-of-one-octet",
        purpose: "Announces one octet, the least that is content; a test for \"more than one\" \
                  would keep silent.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006],
        content: b"x",
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
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/answers-before-content-of-64-kib",
        purpose: "Announces more content than one read yields; the 100 must not wait until a \
                  buffer can be filled.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006],
        content: &[b'x'; 65_536],
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
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/answers-before-chunked-content",
        purpose: "Announces content of unknown length; servers that look for Content-Length \
                  alone keep silent.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006, &SRV_023],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/sends-no-100-unasked",
        purpose: "The same request without Expect: a 100 is legal there, but no one waits for it.",
        exercises: &[&SRV_010, &SRV_020, &SRV_021],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/keeps-the-connection-after-a-handshake",
        purpose: "Sends a plain request behind a completed handshake on the same connection.",
        exercises: &[&CON_012, &FRM_001, &SRV_010],
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
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent, Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/answers-a-second-handshake",
        purpose: "Makes a second handshake on the same connection; a 100 sent once per \
                  connection leaves it waiting.",
        exercises: &[&CON_012, &SRV_001, &SRV_002, &SRV_006, &SRV_009],
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
        needs: &[Need::AcceptsContent, Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/sends-no-100-to-the-plain-request-that-follows",
        purpose: "Sends content without Expect behind a handshake; a flag that is not reset \
                  would invite it again.",
        exercises: &[&CON_012, &SRV_010, &SRV_020, &SRV_021],
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
            Step::Await(Until::Final),
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent, Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/answers-a-handshake-behind-a-plain-request",
        purpose: "Makes the handshake second on its connection; a parser that kept the first \
                  request's state misses it.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006],
        script: &[
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
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
        id: "origin-server/handshake/closes-after-the-final-response",
        purpose: "Asks to close: the 100 is no reason to close, the final response is.",
        exercises: &[&CON_005, &CON_006, &SRV_001, &SRV_006],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  Connection: close\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/handshake/keeps-the-connection-that-asks-to-be-kept",
        purpose: "Asks with the keep-alive option to go on, as old clients do, then sends a \
                  plain request.",
        exercises: &[&CON_012, &SRV_001, &SRV_006],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  Connection: keep-alive\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent, Need::Persists],
        ..Case::PLAIN
    },
];
