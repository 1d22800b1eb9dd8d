//! Methods and status codes with rules of their own.

use expectspec_requirements::{AUT_001, AUT_002, MTH_003, MTH_005, MTH_006, MTH_009, Verdict};

use crate::rule::Deviation::{Answers, FallsSilent, Final, Rest};
use crate::rule::Rest::StaysOpen;
use crate::rule::Sending::Edited;
use crate::{Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "content-to-head",
        breaks: &[&MTH_006],
        what: "Sends content in the response to HEAD.",
        script: Script::with(&[Rule {
            when: |request| request.method() == b"HEAD",
            then: Final(Edited(&[Edit::Content("no content\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-to-connect",
        breaks: &[&MTH_003],
        what: "Sends Content-Length in a 200 to CONNECT.",
        script: Script::with(&[
            Rule {
                when: is_connect,
                then: Answers(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
            },
            Rule { when: is_connect, then: Rest(StaysOpen) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-trace",
        breaks: &[&MTH_005],
        what: "Waits for content of TRACE, which has none.",
        script: Script::with(&[Rule {
            when: |request| request.method() == b"TRACE",
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-long-methods",
        breaks: &[&MTH_009],
        what: "Never answers a method that is longer than those it knows.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.method().len() > 17,
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unauthorized-without-challenge",
        breaks: &[&AUT_002, &AUT_001],
        what: "Sends 401 without WWW-Authenticate.",
        script: Script::with(&[Rule {
            when: is_protected,
            then: Final(Edited(&[Edit::Without("www-authenticate")])),
        }]),
        ..Fault::PLAIN
    },
];

fn is_connect(request: &Request<'_>) -> bool {
    request.method() == b"CONNECT"
}

fn is_protected(request: &Request<'_>) -> bool {
    request.target() == b"/reject-401"
}
