//! Framing that can't be trusted: refused at the first hop, not handed on (RFC 9112 §6.3).

use expectspec_requirements::{
    FRM_003, FRM_004, FRM_006, FRM_007, FRM_008, FRM_009, PRX_005, SRV_022, SRV_025,
};

use super::{CONTINUE, FORBIDDEN, OK};
use crate::{Case, Danger, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/faulty-framing/refuses-a-length-with-a-letter",
        purpose: "Announces a length that is no number; 400 is due before any content.",
        exercises: &[&FRM_003],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5x\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"hello"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/refuses-a-length-with-a-sign",
        purpose: "Writes a plus before the length, which lenient number parsers take.",
        exercises: &[&FRM_003],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: +5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"hello"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/refuses-two-lengths",
        purpose: "Announces two lengths, of which each hop might take another.",
        exercises: &[&FRM_003],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  Content-Length: 6\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"hello"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/refuses-a-length-beyond-all-counting",
        purpose: "Announces a length of thirty digits, which wraps around in fixed integers, and \
                  sends a whole request: there is no length that leaves it out.",
        exercises: &[&FRM_009, &SRV_022],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 100000000000000000000000000005\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Quiet,
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/counts-a-length-beyond-32-bits",
        purpose: "Announces a length that is five in 32 bits, and sends five octets and a whole \
                  request behind them, which are content all the same.",
        exercises: &[&FRM_009, &SRV_022],
        content: b"helloGET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4294967301\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::ContentBegun), Step::Send(FORBIDDEN)]),
            Step::Quiet,
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/refuses-a-chunk-size-beyond-all-counting",
        purpose: "Sends a chunk size of seventeen digits, which is five in 64 bits, and behind \
                  five octets the end of the chunks and a whole request.",
        exercises: &[&FRM_008],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
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
            Step::Send(b"10000000000000005\r\nhello\r\n0\r\n\r\n{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/answers-501-for-an-unknown-coding",
        purpose: "Names an unknown coding before chunked: where the content ends is certain, and \
                  what it is nobody knows.",
        exercises: &[&FRM_007],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: x-expectspec, chunked\r\n\
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
        id: "intermediary/faulty-framing/refuses-a-coding-other-than-chunked",
        purpose: "Names gzip as the only transfer coding, so that nobody can know where the \
                  content ends.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: gzip\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"hello"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/refuses-a-name-that-ends-in-chunked",
        purpose: "Names a coding whose name ends in chunked, which a search for the word \
                  finds.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: xchunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/refuses-chunked-before-another-coding",
        purpose: "Names chunked before gzip, where it delimits nothing.",
        exercises: &[&FRM_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked, gzip\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Quiet,
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/closes-behind-chunks-in-http-10",
        purpose: "Sends chunks in HTTP/1.0, whose framing is not to be trusted.",
        exercises: &[&FRM_006, &PRX_005],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/faulty-framing/ends-the-request-at-a-faulty-chunk",
        purpose: "Breaks the chunks off with a size that is none, after the 100: the origin \
                  server must not see an end that nobody sent.",
        exercises: &[&SRV_025],
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
            Step::Send(b"3\r\nhel\r\nzz\r\nlo\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
