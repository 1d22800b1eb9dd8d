//! CONNECT and tunnels.

use expectspec_engine::intermediary::Policy;
use expectspec_requirements::{MTH_001, MTH_002, MTH_003, PRX_032, Verdict};

use super::{from_client, to_client, to_origin};
use crate::Edit;
use crate::intermediary::rule::Deviation::{Drops, Edits};
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "waits-for-content-of-connect",
        breaks: &[&MTH_002],
        what: "Leaves CONNECT with an expectation without an answer.",
        script: Script::of(Policy::forward, &[from_client(connects, Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-the-answer-to-connect",
        breaks: &[&MTH_003],
        what: "Opens a tunnel with a 200 that has a Content-Length.",
        script: Script::of(
            Policy::forward,
            &[to_client(
                |it| connects(it) && matches!(it.message.code, Some(200..300)),
                Edits(&[Edit::Add("Content-Length: 0\r\n")]),
            )],
        ),
        ..Fault::PLAIN
    },
    Fault {
        name: "expects-with-connect",
        breaks: &[&MTH_001],
        what: "Forwards a request without content as CONNECT with an expectation.",
        script: Script::gateway(&[to_origin(
            |it| it.request.method() == b"GET" && !it.request.has_content(),
            Edits(&[Edit::InStartLine("GET", "CONNECT"), Edit::Set("Expect", "100-continue")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "speaks-in-the-tunnel",
        breaks: &[&PRX_032],
        what: "Sends an octet of its own into the tunnel.",
        script: Script::of(
            Policy::forward,
            &[to_client(
                |it| connects(it) && matches!(it.message.code, Some(200..300)),
                Edits(&[Edit::Then(b"\n")]),
            )],
        ),
        verdict: Verdict::Discouraged,
        ..Fault::PLAIN
    },
];

fn connects(moment: &Moment<'_>) -> bool {
    moment.request.method() == b"CONNECT"
}
