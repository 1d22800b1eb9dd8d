//! Several requests at once.

use expectspec_requirements::{GRM_001, PIP_001, PIP_002, PIP_003, Verdict};

use super::{CONTINUE, OVERLOOKS};
use crate::request::expecting;
use crate::rule::Deviation::{Continue, Final, Rest, SendsFirst};
use crate::rule::{Rest::LosesInput, Sending};
use crate::{Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "pipelined-responses-swapped",
        breaks: &[&PIP_001],
        what: "Answers the second of two requests first.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| is_pipelined(request) && request.index == 0,
            then: Final(Sending::BehindNext),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelined-continue-too-early",
        breaks: &[&PIP_001],
        what: "Sends the 100 (Continue) for a second request before the final response to the \
               first.",
        imitates: Some("https://github.com/playframework/playframework/pull/1152"),
        script: Script::with(&[
            Rule {
                when: |request| is_pipelined(request) && request.index == 0,
                then: SendsFirst(CONTINUE),
            },
            Rule {
                when: |request| expecting(request) && request.index == 1,
                then: Continue(Sending::Edited(&[Edit::Whole(b"")])),
            },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelined-expectation-overlooked",
        breaks: &[&PIP_002],
        what: "Sends no 100 (Continue) to a request that came before its predecessor was answered.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.index > 0,
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelined-request-lost",
        breaks: &[&PIP_003],
        what: "Loses what came behind a handshake in the same segment.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.followed,
            then: Rest(LosesInput),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelined-head-takes-the-slot-of-get",
        breaks: &[&GRM_001],
        what: "Takes the method of the next request for that of this one, once a 100 was due.",
        imitates: Some("https://github.com/netty/netty/issues/17181"),
        script: Script::with(&[
            Rule {
                when: |request| {
                    request.method() == b"GET" && request.followed && request.has("expect")
                },
                then: Final(Sending::Edited(&[Edit::Content("")])),
            },
            Rule {
                when: |request| request.method() == b"HEAD" && request.index > 0,
                then: Final(Sending::Edited(&[Edit::Content("no content\n")])),
            },
        ]),
        ..Fault::PLAIN
    },
];

fn is_pipelined(request: &Request<'_>) -> bool {
    request.followed && !request.has_content()
}
