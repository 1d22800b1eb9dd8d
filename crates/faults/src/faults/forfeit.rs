//! Content that is taken for a request, and requests that are taken for content.

use expectspec_message::AnomalyKind;
use expectspec_requirements::{CON_001, CON_002, FRM_001};

use super::EXPECTATION_FAILED;
use crate::request::{always, expecting};
use crate::rule::Deviation::{Answers, Reads, Rest};
use crate::rule::Rest::{Forfeits, Miscounts};
use crate::{Edit, Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "refused-content-becomes-a-request",
        breaks: &[&CON_001, &CON_002],
        what: "Sent no 100 (Continue), so it expects no content and reads it as the next request.",
        imitates: Some("https://github.com/oven-sh/bun/pull/35285"),
        script: Script::with(&[Rule { when: expecting, then: Rest(Forfeits) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-with-a-refused-head-becomes-a-request",
        breaks: &[&CON_001],
        what: "Reads content that came with a refused head as the next request.",
        imitates: Some("https://github.com/gevent/gevent/issues/2075"),
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.followed,
            then: Rest(Forfeits),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "refused-chunks-become-a-request",
        breaks: &[&CON_001],
        what: "Drops refused content that has a length, and reads chunks as the next request.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.is_chunked(),
            then: Rest(Forfeits),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unauthorized-content-becomes-a-request",
        breaks: &[&CON_001],
        what: "Reads the content behind a 401 as the next request.",
        imitates: Some("https://www.cve.org/CVERecord?id=CVE-2025-55702"),
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.target() == b"/reject-401",
            then: Rest(Forfeits),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-behind-417-becomes-a-request",
        breaks: &[&CON_001],
        what: "Reads the content behind a 417 as the next request.",
        imitates: Some("https://github.com/gevent/gevent/issues/2075"),
        script: Script::with(&[
            Rule {
                when: |request| request.expectations().others > 0,
                then: Answers(EXPECTATION_FAILED),
            },
            Rule { when: |request| request.expectations().others > 0, then: Rest(Forfeits) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "careless-request-answered",
        breaks: &[&CON_002],
        what: "Takes what follows a refusal for the next request if it looks like one.",
        imitates: Some("https://github.com/netty/netty/pull/9011"),
        script: Script::with(&[Rule {
            when: |request| expecting(request) && !request.followed,
            then: Rest(Forfeits),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-of-get-becomes-a-request",
        breaks: &[&FRM_001],
        what: "Takes GET to have no content, whatever its Content-Length.",
        script: Script::with(&[Rule {
            when: |request| request.method() == b"GET",
            then: Reads(&[Edit::Without("content-length"), Edit::Without("transfer-encoding")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "one-octet-too-few-dropped",
        breaks: &[&CON_001],
        what: "Drops all of the content but the last octet.",
        script: Script::with(&[Rule { when: always, then: Rest(Miscounts(-1)) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "ten-octets-too-many-dropped",
        breaks: &[&CON_001],
        what: "Drops ten octets more than the content has.",
        imitates: Some("https://github.com/golang/go/issues/11549"),
        script: Script::with(&[Rule { when: always, then: Rest(Miscounts(10)) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-forgotten-behind-a-junk-word",
        breaks: &[&CON_001],
        what: "Loses the Content-Length where words stand beside 100-continue.",
        imitates: Some("https://portswigger.net/research/http1-must-die"),
        script: Script::with(&[Rule {
            when: |request| {
                request.expects_what(|value| {
                    value.ends_with(b" 100-continue") && !value.contains(&b',')
                })
            },
            then: Reads(&[Edit::Without("content-length"), Edit::Without("expect")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-forgotten-behind-a-fold",
        breaks: &[&CON_001],
        what: "Loses the Content-Length of OPTIONS where the Expect field is folded.",
        imitates: Some("https://www.cve.org/CVERecord?id=CVE-2025-32094"),
        script: Script::with(&[Rule {
            when: |request| {
                request.method() == b"OPTIONS" && request.has_anomaly(AnomalyKind::ObsFold)
            },
            then: Reads(&[Edit::Without("content-length"), Edit::Without("expect")]),
        }]),
        ..Fault::PLAIN
    },
];
