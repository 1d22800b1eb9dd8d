//! Content of every framing, or of none, under an expectation (RFC 9112 §6).

use expectspec_requirements::{
    FRM_001, FRM_002, FRM_005, FRM_010, MTH_006, PRX_004, SRV_005, TRL_002, TRL_003,
};

use super::{CONTINUE, HEAD_OK, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/framing/forwards-a-length-of-zero",
        purpose: "Announces content of no octets, for which nobody has to wait.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/forwards-a-get-without-content",
        purpose: "Expects something for content that a GET does not have; to forward that \
                  would be the intermediary's fault as well.",
        exercises: &[&FRM_002, &SRV_005],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/relays-100-for-a-get-without-content",
        purpose: "Is invited by the origin server to send content that does not exist.",
        exercises: &[&FRM_002, &PRX_004],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/forwards-a-head-without-content",
        purpose: "Expects something in a HEAD, whose final response has no content whatever \
                  it says.",
        exercises: &[&FRM_002, &MTH_006],
        script: &[
            Step::Send(
                b"HEAD {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(HEAD_OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/forwards-or-refuses-a-post-without-length",
        purpose: "Posts without any framing, which means no content; 411 is allowed.",
        exercises: &[&FRM_002],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/drops-chunk-extensions",
        purpose: "Sends chunks with extensions, which are of one hop and no content.",
        exercises: &[&FRM_001, &PRX_004],
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
            Step::Send(b"3;a=b\r\nhel\r\n2;c=\"d;e\"\r\nlo\r\n0;f\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/reads-zeros-before-a-chunk-size",
        purpose: "Writes chunk sizes with zeros before them.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  000000000000005\r\nhello\r\n000\r\n\r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/ends-behind-a-trailer-section",
        purpose: "Ends the chunks with a trailer section in a write of its own, which may be \
                  dropped and must not be content or a request.",
        exercises: &[&TRL_002, &TRL_003],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Trailer: x-checksum\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n"),
            Step::Send(b"X-Checksum: 1\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/keeps-expect-out-of-the-head",
        purpose: "States the expectation in the trailer section, where it comes too late for \
                  everybody.",
        exercises: &[&TRL_002],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  5\r\nhello\r\n0\r\nExpect: 100-continue\r\n\r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/removes-the-length-beside-chunks",
        purpose: "Announces a length and chunks; who forwards that has to remove the length, \
                  and ends the connection behind it.",
        exercises: &[&FRM_005, &FRM_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5\r\nhello\r\n0\r\n\r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/framing/removes-the-length-beside-withheld-chunks",
        purpose: "Announces a length and chunks, and withholds both: the decision is due \
                  before they come.",
        exercises: &[&FRM_005, &FRM_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 5\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
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
];
