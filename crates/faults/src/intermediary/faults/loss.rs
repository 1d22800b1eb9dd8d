//! Connections to the origin server that are lost.

use expectspec_requirements::{PRX_018, PRX_023, PRX_030, Verdict};

use super::from_origin;
use crate::intermediary::rule::Deviation::End;
use crate::intermediary::{Fault, Moment, OnEnd, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "sends-again-what-may-have-been-applied",
        breaks: &[&PRX_018],
        what: "As a proxy sends a POST request again when the connection is lost.",
        script: Script::proxy(&[from_origin(is_first_post, End(OnEnd::Again))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "sends-again-behind-a-100",
        breaks: &[&PRX_018],
        what: "As a proxy sends a POST request again when the connection is lost behind a 100 \
               (Continue).",
        script: Script::proxy(&[from_origin(
            |it| is_first_post(it) && it.was_answered(100),
            End(OnEnd::Again),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "leaves-the-client-behind-a-loss",
        breaks: &[&PRX_023],
        what: "Says nothing when the origin server closes without a final response.",
        script: Script::proxy(&[from_origin(|_| true, End(OnEnd::Ignored))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "leaves-the-client-behind-a-100",
        breaks: &[&PRX_023],
        what: "As a gateway says nothing when the origin server closes behind a 100 (Continue).",
        script: Script::gateway(&[from_origin(|it| it.was_answered(100), End(OnEnd::Ignored))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "leaves-a-pipeline-behind-a-loss",
        breaks: &[&PRX_030],
        what: "Says nothing to a pipelined request when the connection is lost.",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[from_origin(
            |it| it.request.index > 0 || it.request.followed,
            End(OnEnd::Ignored),
        )]),
        ..Fault::PLAIN
    },
];

fn is_first_post(moment: &Moment<'_>) -> bool {
    moment.request.method() == b"POST" && moment.forwards == 1
}
