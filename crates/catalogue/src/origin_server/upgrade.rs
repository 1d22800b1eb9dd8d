//! Expect beside Upgrade: 100 comes before 101, and content is read in the old protocol.

use expectspec_requirements::{
    SRV_001, SRV_003, SRV_004, SRV_010, UPG_001, UPG_002, UPG_004, UPG_005, UPG_006,
};

use crate::{Case, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/upgrade/sends-100-before-101",
        purpose: "Offers a protocol that the server switches to and withholds the content.",
        exercises: &[&UPG_006, &UPG_001, &UPG_005],
        script: &[
            Step::Send(
                b"POST {upgrade-path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: {upgrade}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Upgrade],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/sends-100-before-101-for-chunks",
        purpose: "Offers a protocol that the server switches to and withholds chunked content.",
        exercises: &[&UPG_006, &UPG_001, &UPG_005],
        script: &[
            Step::Send(
                b"POST {upgrade-path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: {upgrade}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Upgrade],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/sends-100-before-101-for-content-at-once",
        purpose: "Offers a protocol and sends the content with the head, where one rule asks for \
                  the 100 and another lets it go.",
        exercises: &[&UPG_006, &UPG_001, &UPG_005],
        script: &[
            Step::Send(
                b"POST {upgrade-path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: {upgrade}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Upgrade],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/sends-100-before-101-without-content",
        purpose: "Offers a protocol in a GET with a needless expectation.",
        exercises: &[&UPG_006, &UPG_001, &UPG_005],
        script: &[
            Step::Send(
                b"GET {upgrade-path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: {upgrade}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Upgrade],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/ignores-an-unknown-protocol",
        purpose: "Offers a protocol that nobody speaks; the handshake goes on as if it were not \
                  there.",
        exercises: &[&SRV_001, &UPG_002],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: expectspec-unknown/1\r\n\
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
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/ignores-an-offer-without-the-option",
        purpose: "Names a protocol but leaves Upgrade out of Connection, so that the offer is \
                  void.",
        exercises: &[&SRV_001, &UPG_006],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Upgrade: h2c, websocket\r\n\
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
        id: "origin-server/upgrade/answers-an-offer-of-h2c",
        purpose: "Offers h2c with content withheld; if the server switches, the 100 must come \
                  first.",
        exercises: &[&SRV_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade, HTTP2-Settings\r\n\
                  Upgrade: h2c\r\n\
                  HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\
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
        id: "origin-server/upgrade/answers-a-websocket-handshake-that-expects",
        purpose: "Sends a WebSocket handshake with a needless expectation: 101, or a final \
                  response, and no waiting.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: websocket\r\n\
                  Sec-WebSocket-Version: 13\r\n\
                  Sec-WebSocket-Key: ZXhwZWN0c3BlYy1ub25jZQ==\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/reads-a-preface-as-content",
        purpose: "Sends content that is the preface of HTTP/2, with an offer of h2c; until the \
                  content ends the protocol is the old one.",
        exercises: &[&SRV_001],
        content: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade, HTTP2-Settings\r\n\
                  Upgrade: h2c\r\n\
                  HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\
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
        id: "origin-server/upgrade/reads-a-preface-as-content-without-an-offer",
        purpose: "Sends content that is the preface of HTTP/2 in a plain handshake; a server that \
                  sniffs for it must not find it here.",
        exercises: &[&SRV_001, &SRV_010],
        content: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
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
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/upgrade/ignores-an-offer-under-http-10",
        purpose: "Offers protocols in an HTTP/1.0 request with the expectation: neither 100 nor \
                  101 may come.",
        exercises: &[&UPG_004, &SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Connection: Upgrade\r\n\
                  Upgrade: h2c, websocket\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
