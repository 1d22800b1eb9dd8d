//! HTTP versions in turn, later and unknown ones.

use expectspec_requirements::{SRV_001, SRV_002, SRV_003, SRV_004, SRV_010, SRV_013, SRV_017};

use crate::{Case, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/version/forgets-http-11-for-the-next-request",
        purpose: "Makes a handshake in HTTP/1.1, then holds content back in HTTP/1.0: the \
                  version is that of each request.",
        exercises: &[&SRV_003, &SRV_004],
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
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent, Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/version/forgets-http-10-for-the-next-request",
        purpose: "Sends HTTP/1.0 with keep-alive, then makes a handshake in HTTP/1.1, which must \
                  be answered.",
        exercises: &[&SRV_001, &SRV_002, &SRV_003, &SRV_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
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
        id: "origin-server/version/treats-http-12-as-http-11",
        purpose: "Makes the handshake in HTTP/1.2, which is \"HTTP/1.1 or later\"; comparing for \
                  equality keeps silent.",
        exercises: &[&SRV_001, &SRV_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.2\r\n\
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
        id: "origin-server/version/treats-http-19-as-http-11",
        purpose: "Makes the handshake in HTTP/1.9, the highest minor version that one digit can \
                  name.",
        exercises: &[&SRV_001, &SRV_013],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.9\r\n\
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
        id: "origin-server/version/refuses-http-20-in-a-request-line",
        purpose: "Names HTTP/2.0 in a request-line; another major version is refused, not \
                  invited to send content.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/2.0\r\n\
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
        id: "origin-server/version/refuses-http-110",
        purpose: "Names HTTP/1.10; a version has one digit on each side, and ten is not later \
                  than nine.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.10\r\n\
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
        id: "origin-server/version/refuses-a-version-in-lower-case",
        purpose: "Names http/1.1 in lower case; the name of the protocol is case-sensitive.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {path} http/1.1\r\n\
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
];
