//! What only RFC 2616 forbids.

use expectspec_engine::origin_server::Policy;
use expectspec_requirements::{O16_001, O16_002, O16_004, O16_010, Profile, SRV_021, Verdict};

use super::{BAD_REQUEST, CONTINUE};
use crate::request::expecting;
use crate::rule::Deviation::{Answers, FallsSilent, SendsFirst};
use crate::{Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "unknown-expectation-ignored",
        breaks: &[&O16_001, &O16_002],
        what: "Ignores expectations that it does not know.",
        imitates: Some("https://github.com/nodejs/node-v0.x-archive/issues/4651"),
        profile: Profile::Rfc2616,
        script: Script { policy: Policy::ignore_unknown, rules: &[] },
        ..Fault::PLAIN
    },
    Fault {
        name: "unknown-expectation-a-bad-request",
        breaks: &[&O16_002],
        what: "Answers 400 to expectations that it does not know.",
        verdict: Verdict::Discouraged,
        profile: Profile::Rfc2616,
        script: Script {
            policy: Policy::rfc2616,
            rules: &[Rule {
                when: |request| request.expectations().others > 0,
                then: Answers(BAD_REQUEST),
            }],
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "neither-continue-nor-final",
        breaks: &[&O16_004],
        what: "Never answers a request that expects a 100 (Continue), not even with its content.",
        profile: Profile::Rfc2616,
        script: Script {
            policy: Policy::rfc2616,
            rules: &[Rule { when: expecting, then: FallsSilent }],
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "interim-to-http-10",
        breaks: &[&O16_010],
        what: "Sends a 100 (Continue) whatever the version of the request.",
        profile: Profile::Rfc2616,
        script: Script {
            policy: Policy::rfc2616,
            rules: &[Rule {
                when: |request| request.is_http_10() && request.has_content(),
                then: SendsFirst(CONTINUE),
            }],
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-to-get",
        breaks: &[&SRV_021],
        what: "Sends a 100 (Continue) to a GET that did not ask for it.",
        verdict: Verdict::Discouraged,
        profile: Profile::Rfc2616,
        script: Script {
            policy: Policy::rfc2616,
            rules: &[Rule { when: is_plain_get, then: SendsFirst(CONTINUE) }],
        },
        ..Fault::PLAIN
    },
];

fn is_plain_get(request: &Request<'_>) -> bool {
    request.is_http_11() && request.method() == b"GET" && !request.has("expect")
}
