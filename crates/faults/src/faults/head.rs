//! Heads that must be refused, or must not.

use expectspec_message::{AnomalyKind, Version};
use expectspec_requirements::{FRM_011, GRM_010, SRV_013, SRV_016, SRV_017, Verdict};

use super::{BAD_REQUEST, CONTINUE};
use crate::rule::Deviation::{Answers, FallsSilent, Reads, SendsFirst};
use crate::{Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "space-before-colon-accepted",
        breaks: &[&GRM_010],
        what: "Removes whitespace before a colon and reads the field.",
        script: Script::with(&[Rule {
            when: |request| request.has_anomaly(AnomalyKind::SpaceBeforeColon),
            then: Reads(&[Edit::TrimNames]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-space-before-colon",
        breaks: &[&GRM_010],
        what: "Never answers a request with whitespace before a colon.",
        script: Script::with(&[Rule {
            when: |request| request.has_anomaly(AnomalyKind::SpaceBeforeColon),
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "missing-host-accepted",
        breaks: &[&SRV_016],
        what: "Serves an HTTP/1.1 request without Host.",
        script: Script::with(&[Rule {
            when: |request| request.is_http_11() && request.lines("host") == 0,
            then: SETS_HOST,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "second-host-accepted",
        breaks: &[&SRV_016],
        what: "Reads one of two Host field lines.",
        script: Script::with(&[Rule {
            when: |request| request.lines("host") > 1,
            then: SETS_HOST,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "bad-host-accepted",
        breaks: &[&SRV_016],
        what: "Never looks at the value of Host.",
        script: Script::with(&[Rule {
            when: |request| request.lines("host") == 1,
            then: SETS_HOST,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-without-host",
        breaks: &[&SRV_016],
        what: "Never answers an HTTP/1.1 request without Host.",
        script: Script::with(&[Rule {
            when: |request| request.is_http_11() && request.lines("host") == 0,
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-to-a-malformed-head",
        breaks: &[&SRV_017],
        what: "Sends a 100 (Continue) to a head that is no HTTP, and only then refuses it.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: is_malformed, then: SendsFirst(CONTINUE) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "malformed-line-overlooked",
        breaks: &[&SRV_017],
        what: "Skips field lines that are none.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: is_malformed, then: Answers(super::OK) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "http-12-refused",
        breaks: &[&SRV_013],
        what: "Refuses HTTP/1.2 with 505.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: is_beyond_http_11,
            then: Answers(b"HTTP/1.1 505 HTTP Version Not Supported\r\nContent-Length: 0\r\n\r\n"),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-http-12",
        breaks: &[&SRV_013],
        what: "Sends a 100 (Continue) to HTTP/1.1 only, and not to what is later.",
        script: Script::with(&[Rule { when: is_beyond_http_11, then: super::OVERLOOKS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "empty-line-refused",
        breaks: &[&FRM_011],
        what: "Takes an empty line before the request-line for a request.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.octets.starts_with(b"\r\n"),
            then: Answers(BAD_REQUEST),
        }]),
        ..Fault::PLAIN
    },
];

const SETS_HOST: crate::Deviation = Reads(&[Edit::Set("Host", "a")]);

fn is_malformed(request: &Request<'_>) -> bool {
    [AnomalyKind::MissingColon, AnomalyKind::FieldName, AnomalyKind::StartLineSpacing]
        .into_iter()
        .any(|kind| request.has_anomaly(kind))
}

fn is_beyond_http_11(request: &Request<'_>) -> bool {
    request.head.version() > Some(Version::HTTP_11)
}
