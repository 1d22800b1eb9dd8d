//! 101 (Switching Protocols), which nobody asked for (RFC 9110 §7.8, §15.2.2).

use expectspec_requirements::{CLI_027, CLI_035, UPG_003, UPG_007};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/switch/switches-nothing-instead-of-the-100",
        purpose: "Switches protocols where a 100 (Continue) is awaited, and closes: the content \
                  has not been asked for.",
        exercises: &[&CLI_035, &UPG_003, &UPG_007, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 101 Switching Protocols\r\n\
                  Connection: upgrade\r\n\
                  Upgrade: t\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/switch/switches-nothing-behind-the-100",
        purpose: "Sends 100 (Continue) and 101 at once: the request has to be completed first, in \
                  any case.",
        exercises: &[&CLI_035, &UPG_003, &UPG_007, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 101 Switching Protocols\r\n\
                  Connection: upgrade\r\n\
                  Upgrade: t\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/switch/switches-nothing-within-the-content",
        purpose: "Switches protocols in the middle of the content.",
        exercises: &[&CLI_035, &UPG_003, &UPG_007, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 101 Switching Protocols\r\n\
                  Connection: upgrade\r\n\
                  Upgrade: t\r\n\
                  \r\n",
            ),
            Step::Await(Until::Content),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/switch/tells-101-from-a-final",
        purpose: "Switches protocols, and refuses behind that as if nothing had been.",
        exercises: &[&UPG_003, &CLI_027],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 101 Switching Protocols\r\n\
                  Connection: upgrade\r\n\
                  Upgrade: t\r\n\
                  \r\n\
                  HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
