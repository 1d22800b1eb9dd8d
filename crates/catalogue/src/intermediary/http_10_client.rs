//! Clients of HTTP/1.0, to which nobody may send an interim response (RFC 9110 §15.2).

use expectspec_requirements::{
    CON_011, FRM_001, PRX_005, PRX_006, PRX_014, PRX_015, PRX_016, PRX_019, PRX_020, PRX_028,
};

use super::{CONTINUE, FORBIDDEN, OK, UNASKED};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/http-10-client/sends-no-100-before-content",
        purpose: "Holds the content back for a while, as the expectation would have it, but \
                  in HTTP/1.0: the 100 of the origin server must not come through.",
        exercises: &[&PRX_005, &PRX_006],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/sends-no-100-with-content",
        purpose: "Sends head and content at once, while the origin server sends a 100.",
        exercises: &[&PRX_005, &PRX_006],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/invents-no-100",
        purpose: "Holds the content back for a while and meets nobody who sends a 100, nor \
                  should anyone.",
        exercises: &[&PRX_005, &PRX_006, &PRX_019],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/sends-no-103",
        purpose: "Gets a resource for which the origin server has early hints.",
        exercises: &[&PRX_005],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/sends-none-of-many-interim-responses",
        purpose: "Expects nothing, while the origin server sends 102, 103 and 100 before the \
                  final response.",
        exercises: &[&PRX_005, &PRX_014],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.1 102 Processing\r\n\r\n"),
                Step::Send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"),
                Step::Send(UNASKED),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/relays-a-final-response-before-content",
        purpose: "Holds the content back for a while, which the origin server refuses; the \
                  refusal needs none of it.",
        exercises: &[&PRX_005, &PRX_006, &PRX_020],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FORBIDDEN)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FORBIDDEN))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/keeps-no-connection-of-a-client-that-asks",
        purpose: "Asks for a persistent connection, which a proxy has to deny, and sends \
                  another request on it.",
        exercises: &[&CON_011, &PRX_005],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
            Step::Send(
                b"GET {target}/b HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/forwards-its-own-version",
        purpose: "Gets a resource in HTTP/1.0, which is the version of the client and of \
                  nobody else.",
        exercises: &[&PRX_015, &PRX_016],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/forwards-or-refuses-an-unknown-expectation",
        purpose: "States an unknown expectation in HTTP/1.0, where only 100-continue must be \
                  ignored.",
        exercises: &[&FRM_001, &PRX_005, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/http-10-client/forgets-the-version-of-the-request-before",
        purpose: "Makes a handshake in HTTP/1.1 and another in HTTP/1.0 on the same \
                  connection, so that a remembered version shows.",
        exercises: &[&PRX_005, &PRX_006],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {target}/b HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Send(OK),
            ]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Persists],
        ..Case::PLAIN
    },
];
