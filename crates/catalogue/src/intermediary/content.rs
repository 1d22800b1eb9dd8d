//! Content goes through as it is, whatever it looks like (RFC 9110 §7.7).

use expectspec_requirements::{FRM_001, PRX_021, TRL_002};

use super::{CONTINUE, EXPECTING, OK};
use crate::{Case, Danger, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/content/relays-64-kib-behind-the-100",
        purpose: "Sends 64 KiB of content when the 100 (Continue) has come: more than one read, \
                  and more than most buffers hold.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 65536\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Repeat { octets: b"0123456789abcdef", times: 4096 },
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/relays-64-kib-without-a-100",
        purpose: "States an expectation and sends 64 KiB of content without waiting for anything.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 65536\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Repeat { octets: b"fedcba9876543210", times: 4096 },
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/relays-many-chunks",
        purpose: "Sends 2048 chunks of four octets each when the 100 (Continue) has come: whatever \
                  becomes of the chunks, the octets in them stay.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(CHUNKED),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Repeat { octets: b"4\r\nabcd\r\n", times: 2048 },
            Step::Send(b"0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/relays-chunks-of-odd-sizes",
        purpose: "Writes chunk sizes with leading zeros and in both cases, and cuts the writes \
                  where no chunk ends.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(CHUNKED),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Dribble {
                octets: b"1\r\na\r\n\
                          007\r\nbcdefgh\r\n\
                          000D\r\nijklmnopqrstu\r\n\
                          0b\r\nvwxyz012345\r\n\
                          00\r\n\r\n",
                octets_each: 5,
                gap_ms: 2,
            },
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/relays-octet-by-octet",
        purpose: "Sends the content behind the 100 (Continue) octet by octet, with time between \
                  them: none is lost, and none comes twice.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Dribble { octets: b"{content}", octets_each: 1, gap_ms: 5 },
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        content: b"0123456789",
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/keeps-octets-that-are-no-text",
        purpose: "Sends control characters, line ends of all kinds and octets beyond ASCII as \
                  content: it is for nobody on the way to read.",
        exercises: &[&FRM_001],
        content: b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x7f\x80\x81\xfe\xff\
                   \n\n\r\r\n\r\n\xef\xbb\xbf\x00\x00\xc3\x28\x1a\x1b",
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/keeps-a-request-within-content-as-content",
        purpose: "Sends content that reads like a request, behind a proper handshake: it must not \
                  become one on the way.",
        exercises: &[&FRM_001, &PRX_021],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/keeps-a-last-chunk-within-content-as-content",
        purpose: "Sends content of known length that reads like a last chunk and a request behind \
                  it: the length says where the content ends, and nothing else does.",
        exercises: &[&FRM_001, &PRX_021],
        content: b"0\r\n\r\nGET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/content/keeps-trailer-fields-apart",
        purpose: "Ends chunked content with trailer fields that would change the message if they \
                  came in its head; they may be dropped, but not moved there.",
        exercises: &[&FRM_001, &TRL_002],
        script: &[
            Step::Send(CHUNKED),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  X-Trailer: 1\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const CHUNKED: &[u8] = b"POST {target}/a HTTP/1.1\r\n\
    Host: {host}\r\n\
    Transfer-Encoding: chunked\r\n\
    Expect: 100-continue\r\n\
    \r\n";
