//! Connections that end too soon, too late, or without saying so.

use expectspec_requirements::{
    CON_003, CON_004, CON_005, CON_006, CON_014, CON_015, Profile, Verdict,
};

use crate::request::{always, expecting};
use crate::rule::Deviation::{Continue, Final, Rest};
use crate::rule::Rest::{AnswersOn, Ends, StaysOpen};
use crate::rule::Sending;
use crate::{Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "close-said-and-not-done",
        breaks: &[&CON_003],
        what: "Sends the close connection option and leaves the connection open.",
        script: Script::with(&[Rule { when: says_close, then: Rest(StaysOpen) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "close-said-and-answered-on",
        breaks: &[&CON_004, &CON_003],
        what: "Sends the close connection option and answers the next request all the same.",
        script: Script::with(&[Rule { when: says_close, then: Rest(AnswersOn) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "close-asked-and-not-done",
        breaks: &[&CON_005, &CON_006],
        what: "Does not heed the close connection option of a request.",
        imitates: Some("https://github.com/nodejs/node-v0.x-archive/pull/353"),
        script: Script::with(&[
            Rule { when: asks_to_close, then: KEEPS_QUIET },
            Rule { when: asks_to_close, then: Rest(AnswersOn) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "close-asked-and-not-said",
        breaks: &[&CON_006],
        what: "Closes the connection as the request asked, without saying so.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: asks_to_close, then: KEEPS_QUIET }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "close-behind-continue",
        breaks: &[&CON_005],
        what: "Closes the connection behind the 100 (Continue), as the request asked.",
        script: Script::with(&[Rule { when: asks_to_close, then: Continue(Sending::ThenEnd) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "endless-content",
        breaks: &[&CON_015],
        what: "Sends content without a length and leaves the connection open.",
        script: Script::with(&[
            Rule {
                when: expecting,
                then: Final(Sending::Edited(&[
                    Edit::Without("content-length"),
                    Edit::Without("connection"),
                ])),
            },
            Rule { when: expecting, then: Rest(StaysOpen) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unexpected-content-cut-off",
        breaks: &[&CON_014],
        what: "Closes the connection before it has read content that came without expectation.",
        verdict: Verdict::Discouraged,
        profile: Profile::Rfc2616,
        script: Script::with(&[Rule {
            when: |request| request.has_content() && !request.has("expect"),
            then: Rest(Ends),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "cut-off-behind-every-response",
        breaks: &[&CON_014],
        what: "Closes the connection behind every response, whatever is still to come.",
        verdict: Verdict::Discouraged,
        profile: Profile::Rfc2616,
        script: Script::with(&[Rule { when: always, then: Rest(Ends) }]),
        ..Fault::PLAIN
    },
];

fn asks_to_close(request: &Request<'_>) -> bool {
    request.has_member("connection", "close")
}

/// The reference answers these with the close connection option.
fn says_close(request: &Request<'_>) -> bool {
    asks_to_close(request) || (request.is_http_11() && request.lines("host") != 1)
}

/// The final response has no close connection option.
const KEEPS_QUIET: crate::Deviation = Final(Sending::Edited(&[Edit::Without("connection")]));
