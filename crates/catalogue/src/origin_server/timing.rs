//! When content comes: after the 100 in pieces or late, or without waiting for it.

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{FRM_001, SRV_001, SRV_002, SRV_006, SRV_010};

use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/timing/answers-two-connections-at-once",
        purpose: "Holds content back on two connections, and completes the second first; neither \
                  waits for the other.",
        exercises: &[&SRV_001, &SRV_002, &SRV_006],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Open,
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
            Step::Use(0),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-octet-by-octet",
        purpose: "Sends 64 octets of content one by one after the 100; a 100 for each read would \
                  show.",
        exercises: &[&SRV_001, &SRV_006, &SRV_010],
        content: &[b'x'; 64],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Dribble { octets: b"{content}", octets_each: 1, gap_ms: 5 },
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-with-a-long-gap",
        purpose: "Sends half of the content after the 100 and the rest after a silence; the 100 \
                  is not repeated.",
        exercises: &[&SRV_001, &SRV_006, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 10\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-chunks-octet-by-octet",
        purpose: "Sends chunked content one octet a write, so that every line of the coding is \
                  split.",
        exercises: &[&SRV_001, &SRV_006, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Dribble {
                octets: b"5\r\n\
                    hello\r\n\
                    6;x=y\r\n\
                    \x20again\r\n\
                    0\r\n\
                    \r\n",
                octets_each: 1,
                gap_ms: 5,
            },
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-chunks-one-by-one",
        purpose: "Sends two chunks and the last one with silences between; none of them is \
                  invited again.",
        exercises: &[&SRV_001, &SRV_006, &SRV_010],
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
            Step::Quiet,
            Step::Send(b"5\r\nagain\r\n"),
            Step::Quiet,
            Step::Send(b"0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-that-comes-late",
        purpose: "Sends the content most of a second after the 100; the invitation still stands.",
        exercises: &[&SRV_001, &SRV_006],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Pause(800),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-without-having-seen-a-100",
        purpose: "Sends the content after a silence as if no 100 had come; the answer is the same.",
        exercises: &[&FRM_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &FRM_001,
            agree: Agree::FinalStatus,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-after-1-ms",
        purpose: "Sends the content one millisecond after the head, about when the server writes \
                  its 100: one final response, and no 100 behind it.",
        exercises: &[&FRM_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Pause(1),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &FRM_001,
            agree: Agree::FinalStatus,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-after-10-ms",
        purpose: "Sends the content 10 milliseconds after the head, when the 100 is likely on \
                  its way: one final response, and no 100 behind it.",
        exercises: &[&FRM_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Pause(10),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &FRM_001,
            agree: Agree::FinalStatus,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-after-50-ms",
        purpose: "Sends the content 50 milliseconds after the head, as a client does that tired \
                  of waiting: one final response, and no 100 behind it.",
        exercises: &[&FRM_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Pause(50),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &FRM_001,
            agree: Agree::FinalStatus,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/timing/takes-content-in-a-second-write",
        purpose: "Sends the content right behind the head in a write of its own, which may \
                  arrive with it or not.",
        exercises: &[&FRM_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "origin-server/handshake/answers-before-content-with-length",
            requirement: &FRM_001,
            agree: Agree::FinalStatus,
        }),
        ..Case::PLAIN
    },
];
