//! The form of the 100 itself, provoked in the ways that have spoilt it.

use expectspec_requirements::{
    CON_005, GRM_001, GRM_012, IR_001, IR_002, IR_003, IR_004, IR_005, IR_006, IR_007, IR_008,
    IR_009, SRV_010, SRV_012, SRV_014,
};

use crate::{Case, Need, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "origin-server/format/sends-a-whole-status-line",
        purpose: "Provokes a 100 in the plainest way: a status line with its space, an empty line, \
                  and nothing behind it.",
        exercises: &[
            &GRM_001, &GRM_012, &IR_001, &IR_002, &IR_003, &IR_009, &SRV_014, &IR_006, &IR_007,
            &IR_008, &SRV_012,
        ],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/keeps-framing-fields-out-of-the-100",
        purpose: "Sends chunked content, whose coding must not come back in the 100.",
        exercises: &[&IR_001, &IR_002, &IR_003, &IR_009, &SRV_014],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Quiet,
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/keeps-persistence-fields-apart",
        purpose: "Asks to keep the connection, which has made servers add fields of a final \
                  response to the 100.",
        exercises: &[&IR_001, &IR_002, &IR_003, &IR_009, &SRV_014],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/keeps-close-out-of-the-100",
        purpose: "Asks to close the connection; the option belongs to the final response.",
        exercises: &[&IR_001, &IR_002, &IR_005, &CON_005],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Connection: close\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/keeps-compression-off-the-100",
        purpose: "Accepts content codings; a compressing layer must let the 100 pass untouched and \
                  still encode the final response.",
        exercises: &[&IR_001, &IR_002, &IR_003, &IR_009, &SRV_014, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Accept-Encoding: gzip, br\r\n\
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
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/sends-the-same-100-for-chunks",
        purpose: "Provokes a second 100 on the same connection for chunks, which must be as whole \
                  as the first.",
        exercises: &[&GRM_001, &IR_001, &IR_002, &IR_003, &IR_009, &SRV_014],
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
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/sends-a-whole-100-behind-a-pipelined-get",
        purpose: "Provokes a 100 whose octets follow the content of another response directly.",
        exercises: &[&IR_001, &IR_002, &IR_003, &IR_009, &SRV_014, &SRV_010],
        script: &[
            Step::Send(
                b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n\
                  POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/keeps-trailers-out-of-the-100",
        purpose: "Announces trailers and accepts them; the 100 ends with its header section.",
        exercises: &[&IR_001, &IR_002, &IR_003, &SRV_010],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  TE: trailers\r\n\
                  Connection: TE\r\n\
                  Trailer: X-Checksum\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Send(
                b"5\r\n\
                  hello\r\n\
                  0\r\n\
                  X-Checksum: 1\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
    Case {
        id: "origin-server/format/dates-the-100-or-not",
        purpose: "Provokes a 100 with the content withheld for a while, to read which fields it \
                  has.",
        exercises: &[&IR_001, &IR_004],
        script: &[
            Step::Send(
                b"POST {path} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Accept: text/html\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Answer),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::Await(Until::Final),
        ],
        needs: &[Need::AcceptsContent],
        ..Case::PLAIN
    },
];
