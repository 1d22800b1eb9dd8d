//! Trailer sections.

use expectspec_requirements::{TRL_002, TRL_003};

use super::EXPECTATION_FAILED;
use crate::rule::Deviation::{Content, Final};
use crate::rule::OnContent::EndsAtLastChunk;
use crate::rule::Sending::Edited;
use crate::{Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "trailer-expectation-refused",
        breaks: &[&TRL_002],
        what: "Takes an Expect field in the trailer section for one in the head, and refuses it.",
        script: Script::with(&[Rule {
            when: has_trailer_expectation,
            then: Final(Edited(&[Edit::Whole(EXPECTATION_FAILED)])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "trailer-section-overlooked",
        breaks: &[&TRL_003],
        what: "Takes the last chunk for the end of the content, and what follows for a request.",
        script: Script::with(&[Rule {
            when: |request| request.is_chunked(),
            then: Content(EndsAtLastChunk),
        }]),
        ..Fault::PLAIN
    },
];

fn has_trailer_expectation(request: &Request<'_>) -> bool {
    request.trailers.to_ascii_lowercase().windows(7).any(|octets| octets == b"expect:")
}
