//! What only a proxy in absolute-form is asked for: the ways of its clients, and tunnels.

use expectspec_requirements::{
    EXT_002, MTH_002, PRX_001, PRX_002, PRX_004, PRX_011, PRX_016, PRX_018, PRX_020, PRX_028,
    PRX_029, PRX_032, SRV_005,
};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/forward/relays-100-to-a-client-of-proxies",
        purpose: "Makes the handshake as clients do that know of the proxy, with Proxy- \
                  Connection and a target in absolute-form.",
        exercises: &[&PRX_001, &PRX_004, &PRX_016, &PRX_029],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  User-Agent: expectspec\r\n\
                  Accept: */*\r\n\
                  Proxy-Connection: Keep-Alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/relays-100-before-chunks",
        purpose: "Makes the handshake with chunks, knowing of the proxy.",
        exercises: &[&PRX_001, &PRX_002, &PRX_004],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Proxy-Connection: Keep-Alive\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"5\r\nhello\r\n0\r\n\r\n"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/relays-the-417-of-the-origin-server",
        purpose: "Lets the origin server refuse the expectation, which is no refusal by the \
                  proxy.",
        exercises: &[&PRX_018, &PRX_020],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Proxy-Connection: Keep-Alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(FAILED)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::AtOnce(FAILED))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/forwards-or-refuses-an-unknown-expectation",
        purpose: "States an unknown expectation to the proxy, knowing of it.",
        exercises: &[&PRX_011, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Proxy-Connection: Keep-Alive\r\n\
                  Expect: foo\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/opens-a-tunnel-under-an-expectation",
        purpose: "Expects something in a CONNECT, which has no content; the tunnel, or its \
                  refusal, has to come all the same.",
        exercises: &[&EXT_002, &MTH_002, &SRV_005],
        script: &[
            Step::Send(
                b"CONNECT {host} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Proxy-Connection: Keep-Alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/opens-or-refuses-a-tunnel-under-an-unknown-expectation",
        purpose: "States an unknown expectation in a CONNECT.",
        exercises: &[&MTH_002],
        script: &[
            Step::Send(
                b"CONNECT {host} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/relays-a-handshake-within-a-tunnel",
        purpose: "Makes a handshake through a tunnel, where every octet is for the origin \
                  server and every 100 is its own.",
        exercises: &[&PRX_032],
        script: &[
            Step::Send(
                b"CONNECT {host} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Quiet,
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/forward/sends-no-100-within-a-tunnel",
        purpose: "Makes a handshake through a tunnel with an origin server that sends no \
                  100, so that any 100 is the proxy's.",
        exercises: &[&PRX_032],
        script: &[
            Step::Send(
                b"CONNECT {host} HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::Await(Until::Final),
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Quiet,
        ],
        needs: &[Need::Forwards],
        ..Case::PLAIN
    },
];

/// The refusal of an expectation by the origin server.
const FAILED: &[u8] = b"HTTP/1.1 417 Expectation Failed\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
