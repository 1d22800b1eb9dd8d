//! The end of the connection, misjudged.

use expectspec_judge::Said;
use expectspec_requirements::{CLI_029, CLI_030, EHT_002, EHT_003, Verdict};

use crate::Edit;
use crate::client::rule::Deviation::{Does, End, Reads};
use crate::client::rule::{OnEnd, Reaction};
use crate::client::{Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "success-without-a-final",
        breaks: &[&CLI_030],
        what: "Says 200 when the connection ends before the final response.",
        script: Script::with(&[Rule {
            when: |moment| !moment.has_final(),
            then: End(OnEnd::Says(Said::Status(200))),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "success-behind-a-100",
        breaks: &[&CLI_030],
        what: "Takes the end of the connection behind an interim response for success.",
        script: Script::with(&[Rule {
            when: |moment| !moment.interims.is_empty() && moment.final_code.is_none(),
            then: End(OnEnd::Says(Said::Success)),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "part-of-a-final-delivered",
        breaks: &[&CLI_030],
        what: "Delivers a final response whose content is incomplete.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |moment| moment.final_code.is_some(),
            then: End(OnEnd::Says(Said::Success)),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "post-again-after-an-end",
        breaks: &[&CLI_029],
        what: "Repeats an upload whatever its method when the connection ends without a response.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |it| it.repeats == 0 && !it.has_final(),
            then: End(OnEnd::Again),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-of-hints-for-the-final",
        breaks: &[&EHT_003],
        what: "Keeps the Content-Length of 103 (Early Hints) for the final response.",
        script: Script::with(&[Rule {
            when: |moment| {
                moment.is_final() && moment.was_hinted(b"103 Early Hints\r\nContent-Length")
            },
            then: Reads(&[Edit::Set("Content-Length", "1000")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "close-of-hints-for-the-final",
        breaks: &[&EHT_002],
        what: "Fails at the final response behind 103 (Early Hints) with fields that it knows.",
        script: Script::with(&[Rule {
            when: |moment| moment.is_final() && moment.was_hinted(b"HTTP/1.1 103"),
            then: Does(Reaction::BreaksOff),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-of-hints",
        breaks: &[&EHT_003],
        what: "Reads content where 103 (Early Hints) has a Content-Length.",
        script: Script::with(&[Rule {
            when: |it| it.is_code(103) && it.answers(|it| it.has("content-length")),
            then: Does(Reaction::ReadsContent),
        }]),
        ..Fault::PLAIN
    },
];
