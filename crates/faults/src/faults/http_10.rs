//! HTTP/1.0, which knows neither the expectation nor interim responses.

use expectspec_requirements::{SRV_003, SRV_004};

use super::{CONTINUE, EXPECTATION_FAILED};
use crate::rule::Deviation::{Answers, Reads, SendsFirst};
use crate::{Edit, Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "continue-to-http-10",
        breaks: &[&SRV_004, &SRV_003],
        what: "Sends a 100 (Continue) whatever the version of the request.",
        imitates: Some("https://github.com/benoitc/gunicorn/issues/3374"),
        script: Script::with(&[Rule {
            when: |request| request.is_http_10() && request.has("expect"),
            then: Reads(&[Edit::InStartLine("HTTP/1.0", "HTTP/1.1")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-to-kept-http-10",
        breaks: &[&SRV_004, &SRV_003],
        what: "Takes an HTTP/1.0 client that keeps its connection for one of HTTP/1.1.",
        script: Script::with(&[Rule {
            when: |request| request.is_http_10() && request.has_member("connection", "keep-alive"),
            then: Reads(&[Edit::InStartLine("HTTP/1.0", "HTTP/1.1")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-to-http-10-behind-http-11",
        breaks: &[&SRV_004, &SRV_003],
        what: "Takes the version of the first request for that of the connection.",
        script: Script::with(&[Rule {
            when: |request| request.is_http_10() && request.index > 0,
            then: Reads(&[Edit::InStartLine("HTTP/1.0", "HTTP/1.1")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-failed-to-http-10",
        breaks: &[&SRV_003],
        what: "Refuses with 417 an expectation that HTTP/1.0 has it ignore.",
        imitates: Some("https://github.com/oven-sh/bun/pull/33544"),
        script: Script::with(&[Rule {
            when: |request| request.is_http_10() && request.expectations().has_continue(),
            then: Answers(EXPECTATION_FAILED),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "early-hints-to-http-10",
        breaks: &[&SRV_004],
        what: "Sends 103 (Early Hints) whatever the version of the request.",
        script: Script::with(&[Rule {
            when: |request| request.is_http_10() && request.has("sec-fetch-mode"),
            then: SendsFirst(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-to-plain-http-10",
        breaks: &[&SRV_004],
        what: "Sends a 100 (Continue) to every HTTP/1.0 request with content.",
        imitates: Some("https://github.com/mongrel2/mongrel2/issues/153"),
        script: Script::with(&[Rule {
            when: |request| request.is_http_10() && request.has_content(),
            then: SendsFirst(CONTINUE),
        }]),
        ..Fault::PLAIN
    },
];
