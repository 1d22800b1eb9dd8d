//! Deadlocks and delays in the handshake itself.

use expectspec_requirements::{SRV_001, SRV_002, SRV_005, SRV_006, Verdict};

use super::OVERLOOKS;
use crate::request::{accepted, expecting};
use crate::rule::Deviation::{Continue, FallsSilent, Final};
use crate::rule::{Rest, Sending};
use crate::{Deviation, Edit, Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "silence-until-content",
        breaks: &[&SRV_001, &SRV_002],
        what: "Knows nothing of Expect and waits for the content.",
        imitates: Some("https://github.com/nodejs/node-v0.x-archive/pull/316"),
        script: Script::with(&[Rule { when: expecting, then: OVERLOOKS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-good",
        breaks: &[&SRV_001],
        what: "Never answers a request that expects a 100 (Continue), not even with its content.",
        imitates: Some("https://github.com/couchbase/couchbase-lite-java-listener/issues/8"),
        script: Script::with(&[Rule { when: expecting, then: FallsSilent }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-content",
        breaks: &[&SRV_002, &SRV_001],
        what: "Sends the 100 (Continue) only once content has come.",
        imitates: Some("https://github.com/puma/puma/issues/1210"),
        script: Script::with(&[Rule { when: expecting, then: Continue(Sending::WithContent) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-six-seconds-late",
        breaks: &[&SRV_001],
        what: "Sends the 100 (Continue) after six seconds.",
        script: Script::with(&[Rule { when: expecting, then: Continue(Sending::Late(6000)) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-two-seconds-late",
        breaks: &[&SRV_001],
        what: "Sends the 100 (Continue) after two seconds, when many clients have given it up.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: expecting, then: Continue(Sending::Late(2000)) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-chunks",
        breaks: &[&SRV_001, &SRV_002],
        what: "Sends a 100 (Continue) only where there is a Content-Length.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.is_chunked(),
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-on-a-used-connection",
        breaks: &[&SRV_001, &SRV_002],
        what: "Sends a 100 (Continue) only to the first request of a connection.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.index > 0,
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-one-octet",
        breaks: &[&SRV_001, &SRV_002],
        what: "Takes content of one octet for none.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.length() == Some(1),
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-for-long-content",
        breaks: &[&SRV_001, &SRV_002],
        what: "Fills a buffer with content before it looks at the request.",
        imitates: Some("https://github.com/OpenLiberty/open-liberty/issues/33446"),
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.length() >= Some(16 * 1024),
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-but-for-post-and-put",
        breaks: &[&SRV_001, &SRV_002],
        what: "Sends a 100 (Continue) for POST and PUT only, whatever content is announced.",
        script: Script::with(&[Rule {
            when: |request| expecting(request) && !matches!(request.method(), b"POST" | b"PUT"),
            then: OVERLOOKS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-after-continue",
        breaks: &[&SRV_006],
        what: "Sends a 100 (Continue) and then nothing.",
        imitates: Some("https://github.com/playframework/playframework/pull/1152"),
        script: Script::with(&[Rule { when: accepted, then: Final(Sending::Never) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "hangs-up-after-content",
        breaks: &[&SRV_006],
        what: "Closes the connection when the invited content has come.",
        imitates: Some("https://github.com/aio-libs/aiohttp/pull/8876"),
        verdict: Verdict::Discouraged,
        script: Script::with(&[
            Rule { when: accepted, then: Final(Sending::Edited(&[Edit::Whole(b"")])) },
            Rule { when: accepted, then: Deviation::Rest(Rest::Ends) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-with-content-at-hand",
        breaks: &[&SRV_005],
        what: "Never answers where the content came with the head.",
        imitates: Some("https://github.com/jetty/jetty.project/issues/204"),
        script: Script::with(&[Rule {
            when: |request| expecting(request) && request.followed,
            then: FallsSilent,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "hangs-up-behind-continue",
        breaks: &[&SRV_006],
        what: "Closes the connection behind the 100 (Continue).",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: expecting, then: Continue(Sending::ThenEnd) }]),
        ..Fault::PLAIN
    },
];
