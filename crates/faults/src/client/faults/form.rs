//! The form of responses, taken too seriously or not seriously enough.

use expectspec_requirements::{CLI_024, CLI_025, FRM_008, FRM_009, Verdict};

use super::{BREAKS_OFF, FALLS_SILENT};
use crate::Edit;
use crate::client::rule::Deviation::Reads;
use crate::client::{Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "reason-phrase-compared",
        breaks: &[&CLI_024],
        what: "Knows a 100 (Continue) by its reason phrase.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |it| it.is_code(100) && it.answers(|it| it.reason() != b"Continue"),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "reason-phrase-missed",
        breaks: &[&CLI_024],
        what: "Fails when the reason phrase is empty.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |moment| moment.answers(|it| it.reason().is_empty()),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "status-in-the-reason-phrase",
        breaks: &[&CLI_024],
        what: "Takes a reason phrase that begins with a number for the status.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |it| it.answers(|it| it.reason().first().is_some_and(u8::is_ascii_digit)),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "one-read-a-response",
        breaks: &[&CLI_025],
        what: "Takes what one read yields for a whole head.",
        imitates: Some("https://github.com/probelabs/goreplay/pull/562"),
        script: Script::with(&[Rule {
            when: |moment| moment.answers(|it| it.pieces > 1),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "one-response-a-read",
        breaks: &[&CLI_025],
        what: "Drops what came in one read with an interim response, and hangs.",
        imitates: Some("https://github.com/eclipse-ee4j/glassfish-grizzly/issues/1019"),
        script: Script::with(&[Rule {
            when: |it| it.is_interim() && it.answers(|it| it.followed),
            then: FALLS_SILENT,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-64-bits",
        breaks: &[&FRM_009],
        what: "Counts content in 64 bits, and does not mind the overflow.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |it| it.answers(|it| it.octets.len() > 20 && has_long_number(it.octets)),
            then: Reads(&[Edit::Set("Content-Length", "1")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chunk-size-in-64-bits",
        breaks: &[&FRM_008],
        what: "Counts a chunk in 64 bits, so that a size of a one and 16 noughts is none.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |it| it.is_final() && it.answers(|it| it.has("transfer-encoding")),
            then: Reads(&[Edit::Without("transfer-encoding"), Edit::Set("Content-Length", "0")]),
        }]),
        ..Fault::PLAIN
    },
];

/// Whether a number of more than 18 digits stands there.
fn has_long_number(octets: &[u8]) -> bool {
    octets.split(|octet| !octet.is_ascii_digit()).any(|digits| digits.len() > 18)
}
