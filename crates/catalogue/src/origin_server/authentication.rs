//! Credentials that are wanted: a 401 that the head decides, and what becomes of the content.

use expectspec_requirements::{AUT_001, AUT_002, CON_001, CON_002, SRV_001, SRV_007, SRV_010};

use crate::{Case, Danger, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/authentication/answers-401-before-content",
        purpose: "Withholds the content from a resource that wants credentials.",
        exercises: &[&AUT_001, &AUT_002, &SRV_001],
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
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
        needs: &[Need::Protected],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/answers-401-before-chunks",
        purpose: "Withholds chunked content from a resource that wants credentials.",
        exercises: &[&AUT_001, &AUT_002, &SRV_001],
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Protected],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/answers-401-to-bad-credentials",
        purpose: "Sends credentials of a scheme that nobody knows with the expectation.",
        exercises: &[&AUT_002, &SRV_001],
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Authorization: Expectspec {nonce}\r\n\
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
        needs: &[Need::Protected],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/answers-401-to-content-at-once",
        purpose: "Sends the content with the head to a resource that wants credentials.",
        exercises: &[&AUT_001, &AUT_002, &SRV_010],
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Protected],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/challenges-again-on-the-same-connection",
        purpose: "Repeats the handshake on the connection of a 401, as clients of connection-bound \
                  schemes must.",
        exercises: &[&AUT_001, &AUT_002, &SRV_001],
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Protected],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/discards-content-after-401",
        purpose: "Sends a whole request as the content after the 401; it must not be answered.",
        exercises: &[&AUT_001, &AUT_002, &CON_001],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Protected],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/discards-content-sent-with-an-unauthorized-head",
        purpose: "Sends a whole request as the content in one write with a head that lacks \
                  credentials.",
        exercises: &[&AUT_001, &AUT_002, &CON_001],
        content: b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Protected],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/authentication/counts-a-careless-request-after-401",
        purpose: "Leaves out the content after the 401 and sends a request at once; by the framing \
                  it is content.",
        exercises: &[&AUT_002, &CON_002, &SRV_007],
        script: &[
            Step::Send(
                b"POST {protected} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4096\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"GET {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Quiet,
        ],
        needs: &[Need::Protected],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
