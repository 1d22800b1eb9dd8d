//! Interim responses in number, and of other kinds than 100.

use expectspec_requirements::{
    CON_005, EHT_001, EHT_004, EHT_005, FRM_002, PIP_003, SRV_001, SRV_004, SRV_010,
};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/interim/answers-100-behind-417",
        purpose: "Starts a handshake behind an unknown expectation on the same connection.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: expectspec-unknown\r\n\
                  \r\n\
                  {content}",
            ),
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
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/interim/answers-ten-empty-handshakes",
        purpose: "Sends ten handshakes without content on one connection; each gets its final \
                  response, and at most a 100 before it.",
        exercises: &[&FRM_002, &SRV_010, &CON_005],
        script: &[
            Step::Repeat {
                octets: b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
                times: 9,
            },
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Connection: close\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/interim/answers-ten-whole-handshakes",
        purpose: "Sends ten handshakes with their content on one connection without waiting.",
        exercises: &[&PIP_003, &SRV_010, &CON_005],
        script: &[
            Step::Repeat {
                octets: b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
                times: 9,
            },
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: close\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/interim/sends-100-beside-early-hints",
        purpose: "Asks as a navigation does, which may bring 103; that is welcome and does not \
                  stand for the 100.",
        exercises: &[&SRV_001, &EHT_001],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Accept: text/html\r\n\
                  Sec-Fetch-Dest: document\r\n\
                  Sec-Fetch-Mode: navigate\r\n\
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
        id: "origin-server/interim/sends-100-beside-104",
        purpose: "Asks as a resumable upload does, which may bring 104; that does not stand for \
                  the 100.",
        exercises: &[&SRV_001, &EHT_005],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Upload-Draft-Interop-Version: 8\r\n\
                  Upload-Complete: ?1\r\n\
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
        id: "origin-server/interim/spares-http-10-from-early-hints",
        purpose: "Asks as a navigation does over HTTP/1.0, where no interim response of any kind \
                  may be sent.",
        exercises: &[&SRV_004, &EHT_004],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Accept: text/html\r\n\
                  Sec-Fetch-Dest: document\r\n\
                  Sec-Fetch-Mode: navigate\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
