//! Requests that end too soon.

use core::time::Duration;

use expectspec_engine::origin_server::{Policy, Timers};
use expectspec_requirements::{SRV_015, SRV_022, SRV_025, Verdict};

use crate::request::{accepted, always, expecting};
use crate::rule::Deviation::{End, FallsSilent, Final, Reads, Rest};
use crate::rule::{OnEnd, Sending};
use crate::{Edit, Fault, Request, Rule, Script, rule};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "half-close-drops-the-response",
        breaks: &[&SRV_015],
        what: "Takes the end of what the client sends for the end of the connection.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[
            Rule { when: expecting, then: Final(Sending::Late(10)) },
            Rule { when: always, then: End(OnEnd::Drops) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "half-close-ignored",
        breaks: &[&SRV_015],
        what: "Goes on waiting for content that can no longer come.",
        imitates: Some("https://github.com/valyala/fasthttp/issues/1834"),
        script: Script::with(&[
            Rule { when: always, then: End(OnEnd::Ignores) },
            Rule { when: expecting, then: Reads(&[Edit::Without("expect")]) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "cut-content-left-open",
        breaks: &[&SRV_025],
        what: "Keeps a connection open on which the content was cut.",
        script: Script::with(&[Rule { when: always, then: End(OnEnd::Ignores) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "timeout-forgotten",
        breaks: &[&SRV_025],
        what: "Answers 408 to withheld content and keeps the connection for the next request.",
        script: Script {
            policy: impatient,
            rules: &[
                Rule { when: kept, then: Rest(rule::Rest::AnswersOn) },
                Rule { when: kept, then: Final(Sending::Edited(&[Edit::Without("connection")])) },
            ],
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-a-terabyte",
        breaks: &[&SRV_022],
        what: "Says nothing to content of a terabyte.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.length() > Some(1_000_000_000),
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
];

fn kept(request: &Request<'_>) -> bool {
    accepted(request) && !request.has("connection")
}

/// Gives the content one second.
fn impatient() -> Policy {
    let timers = Timers { content: Duration::from_secs(1), ..Timers::default() };
    Policy { timers, ..Policy::default() }
}
