//! Fields of one hop next to the expectation: removed or renewed (RFC 9110 §7.6).

use expectspec_requirements::{PRX_007, PRX_015, PRX_016, PRX_029, PRX_031, SRV_005};

use super::{CONTINUE, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/hop-by-hop/removes-upgrade",
        purpose: "Offers another protocol along with the expectation; the offer is for one \
                  hop, whether it is renewed or not.",
        exercises: &[&PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: upgrade\r\n\
                  Upgrade: expectspec/1\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/removes-upgrade-that-is-not-named",
        purpose: "Offers another protocol without the connection option that must go with \
                  it.",
        exercises: &[&PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Upgrade: expectspec/1\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/removes-te",
        purpose: "Says that it takes trailers, which is for one hop.",
        exercises: &[&PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: TE\r\n\
                  TE: trailers\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/removes-keep-alive",
        purpose: "Sends the Keep-Alive field of old and its connection option.",
        exercises: &[&PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Keep-Alive: timeout=5\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/removes-proxy-connection",
        purpose: "Sends Proxy-Connection, which no connection option names and everybody \
                  should know.",
        exercises: &[&PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Proxy-Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/removes-all-of-them-from-chunks",
        purpose: "Sends every field of one hop at once with chunked content, whose coding is \
                  of one hop, too.",
        exercises: &[&PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Connection: keep-alive, TE, upgrade\r\n\
                  Keep-Alive: timeout=5\r\n\
                  Proxy-Connection: keep-alive\r\n\
                  TE: trailers\r\n\
                  Upgrade: expectspec/1\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  5\r\nhello\r\n0\r\n\r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/adds-itself-to-via",
        purpose: "Has come a long way already: a Via field with two others is to be kept, \
                  and continued.",
        exercises: &[&PRX_016],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Via: 1.0 fred, 1.1 p.example.net\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/answers-options-with-no-hops-left",
        purpose: "Asks for options with no hop left and withholds the content: the answer, \
                  100 or final, is the intermediary's own.",
        exercises: &[&PRX_031, &PRX_007],
        script: &[
            Step::Send(
                b"OPTIONS {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Type: text/plain\r\n\
                  Max-Forwards: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/answers-options-with-no-hops-left-and-content",
        purpose: "Asks for options with no hop left and sends the content at once.",
        exercises: &[&PRX_031],
        script: &[
            Step::Send(
                b"OPTIONS {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Type: text/plain\r\n\
                  Max-Forwards: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/answers-trace-with-no-hops-left",
        purpose: "Traces the way with no hop left; the expectation has no content to be for.",
        exercises: &[&PRX_031, &SRV_005],
        script: &[
            Step::Send(
                b"TRACE {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Max-Forwards: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hop-by-hop/sends-its-own-version-for-a-higher-one",
        purpose: "Makes the handshake in HTTP/1.2, which does not exist and is to be taken \
                  for HTTP/1.1, or refused.",
        exercises: &[&PRX_015],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.2\r\n\
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
        ],
        ..Case::PLAIN
    },
];
