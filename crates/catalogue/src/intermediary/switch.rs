//! A 101 (Switching Protocols) that no client asked for (RFC 9110 §15.2.2).

use expectspec_requirements::{PRX_023, SRV_010};

use super::{CONTINUE, EXPECTING, OK};
use crate::{Case, Service, Step, Until};

// Whoever relays it has no HTTP on either side any more, so the origin server ends its connection.

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/switch/refuses-101-for-the-100",
        purpose: "Sends 101 to a request with an expectation and no Upgrade field: nobody has \
                  offered to switch, and the content is still to come.",
        exercises: &[&PRX_023, &SRV_010],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(SWITCHING)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Finish,
                Step::Await(Until::Request),
                Step::Await(Until::Content),
                Step::Send(SWITCHING),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/switch/refuses-101-for-the-final",
        purpose: "Sends 101 behind the handshake and the content, where the final response is due.",
        exercises: &[&PRX_023, &SRV_010],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(SWITCHING),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/switch/refuses-101-that-names-no-protocol",
        purpose: "Sends 101 without an Upgrade field to a GET that offered none: nobody can tell \
                  which protocol would come next.",
        exercises: &[&PRX_023, &SRV_010],
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.1 101 Switching Protocols\r\n\r\n"),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const SWITCHING: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\n\
    Connection: upgrade\r\n\
    Upgrade: expectspec\r\n\
    \r\n";
