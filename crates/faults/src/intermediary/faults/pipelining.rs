//! Requests that came before the answer to the one before.

use expectspec_requirements::{PIP_001, PIP_002, PIP_003, Verdict};

use super::{CONTINUE, from_client, silent_gateway, to_client};
use crate::intermediary::rule::Deviation::{Drops, Says};
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "continues-out-of-turn",
        breaks: &[&PIP_001],
        what: "Sends the 100 (Continue) to a pipelined request before the response to the one \
               before.",
        verdict: Verdict::Discouraged,
        script: Script::of(
            silent_gateway,
            &[
                from_client(is_behind_and_expects, Says(CONTINUE)),
                to_client(|it| is_behind_and_expects(it) && it.is_code(100), Drops),
            ],
        ),
        ..Fault::PLAIN
    },
    Fault {
        name: "forgets-the-expectation-behind-another-request",
        breaks: &[&PIP_002],
        what: "Relays neither a 100 (Continue) nor an early final response to a pipelined request.",
        script: Script::of(silent_gateway, &[to_client(is_behind_and_expects, Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "loses-the-answer-behind-content",
        breaks: &[&PIP_003],
        what: "Gives no answer to a request behind one with content.",
        script: Script::gateway(&[to_client(|it| it.is_final() && it.is_pipelined, Drops)]),
        ..Fault::PLAIN
    },
];

fn is_behind_and_expects(moment: &Moment<'_>) -> bool {
    moment.expects() && moment.is_pipelined
}
