//! Final responses in the wrong place, or too many of them.

use expectspec_requirements::{SRV_001, SRV_006, SRV_007, SRV_009, SRV_010, Verdict};

use super::{CONTINUE, EXPECTATION_FAILED, OK};
use crate::request::{accepted, expecting};
use crate::rule::Deviation::{Answers, Final, Rest};
use crate::rule::Sending;
use crate::{Edit, Fault, Request, Rule, Script, rule};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "refusal-with-content",
        breaks: &[&SRV_001],
        what: "Keeps a refusal that the head decides until all content has come.",
        imitates: Some("https://eclipse.org/lists/jetty-users/msg03630.html"),
        script: Script::with(&[Rule { when: refused, then: Final(Sending::WithRequestEnd) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "refusal-and-a-silent-close",
        breaks: &[&SRV_007],
        what: "Closes the connection behind a refusal that does not say so.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: refused, then: Rest(rule::Rest::Ends) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-failed-without-expectation",
        breaks: &[&SRV_009],
        what: "Answers 417 to requests that expect nothing.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.is_http_11() && request.index > 0 && !request.has("expect"),
            then: Answers(EXPECTATION_FAILED),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-failed-after-continue",
        breaks: &[&SRV_009],
        what: "Sends a 100 (Continue) and then refuses the expectation.",
        imitates: Some("https://github.com/javaee/glassfish/issues/5320"),
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Sending::Edited(&[Edit::Whole(EXPECTATION_FAILED)])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "two-final-responses",
        breaks: &[&SRV_010],
        what: "Sends a second final response to a request that was invited to send its content.",
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Sending::Edited(&[Edit::Then(OK)])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-after-final",
        breaks: &[&SRV_010],
        what: "Sends a 100 (Continue) behind the final response, when the content is dropped.",
        imitates: Some("https://github.com/golang/go/pull/66594"),
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Sending::Edited(&[Edit::Then(CONTINUE)])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-as-final",
        breaks: &[&SRV_006],
        what: "Sends a second 100 (Continue) where the final response belongs.",
        imitates: Some("https://github.com/macournoyer/thin/issues/253"),
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Sending::Edited(&[Edit::Whole(CONTINUE)])),
        }]),
        ..Fault::PLAIN
    },
];

fn refused(request: &Request<'_>) -> bool {
    expecting(request) && request.target() == b"/reject"
}
