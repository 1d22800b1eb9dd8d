//! Who answers the expectation, and when the head is forwarded (RFC 9110 §10.1.1).

use expectspec_requirements::{PRX_001, PRX_002, PRX_004, PRX_007};

use super::{CONTINUE, OK};
use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[Case {
    id: "intermediary/handshake/relays-100-and-content",
    purpose: "Holds the content back until a 100 (Continue) has come, which the origin server sends \
              as soon as it has the head: the plain handshake through an intermediary.",
    exercises: &[&PRX_001, &PRX_002, &PRX_004, &PRX_007],
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
    ],
    ..Case::PLAIN
}];
