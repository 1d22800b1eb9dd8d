//! Very much of something: announced lengths, targets, fields and content.

use expectspec_requirements::{AUT_006, CON_007, GRM_023, SRV_001, SRV_010, SRV_016, SRV_022};

use crate::{Case, Danger, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/limits/answers-a-length-of-a-terabyte",
        purpose: "Announces a million million octets and sends none; an answer is due, and no \
                  memory for them.",
        exercises: &[&SRV_001, &SRV_022],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1000000000000\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/answers-the-length-of-the-rfc-example",
        purpose: "Announces the length in the example of RFC 9110 to a resource that refuses it.",
        exercises: &[&SRV_001, &SRV_022],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1234567890987\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/answers-413-before-content",
        purpose: "Announces eleven million octets, which is over many limits; 413 belongs before \
                  the content and without a 100.",
        exercises: &[&SRV_001, &AUT_006],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 11534536\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Quiet,
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/lets-the-refusal-be-read",
        purpose: "Sends 1 MiB without waiting behind a head without Host; the refusal must be \
                  readable, not lost to a reset.",
        exercises: &[&CON_007, &SRV_016],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Content-Length: 1048576\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Repeat {
                octets: b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                times: 16384,
            },
            Step::Await(Until::Final),
        ],
        needs: &[Need::Resets],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/lets-a-late-refusal-be-read",
        purpose: "Waits for the refusal and sends 1 MiB all the same, then another request.",
        exercises: &[&CON_007, &SRV_001],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1048576\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Repeat {
                octets: b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                times: 16384,
            },
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Resets],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/lets-a-refusal-of-chunks-be-read",
        purpose: "Sends 1 MiB of chunks without waiting to a resource that refuses them.",
        exercises: &[&CON_007, &SRV_010],
        content: &[b'a'; 4096],
        script: &[
            Step::Send(
                b"POST {reject} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Repeat { octets: b"1000\r\n{content}\r\n", times: 256 },
            Step::Send(b"0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Resets],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/reads-a-mebibyte-after-the-100",
        purpose: "Sends 1 MiB after the 100; nothing but the final response may come then.",
        exercises: &[&SRV_001, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 1048576\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Repeat {
                octets: b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                times: 16384,
            },
            Step::Await(Until::Final),
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/answers-a-long-target",
        purpose: "Asks for a target of 64 KiB with the expectation: 414 at once, or as any other.",
        exercises: &[&SRV_010],
        script: &[
            Step::Send(b"POST {path}?"),
            Step::Repeat {
                octets: b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                times: 1024,
            },
            Step::Send(
                b" HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/limits/answers-a-head-over-the-limit",
        purpose: "States the expectation first and sends 128 KiB of fields behind it; no 100 \
                  before the head has been judged.",
        exercises: &[&GRM_023, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n",
            ),
            Step::Repeat {
                octets: b"X-Expectspec: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n",
                times: 2048,
            },
            Step::Send(b"\r\n"),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
            Step::Open,
            Step::Send(b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        danger: Danger::Load,
        ..Case::PLAIN
    },
];
