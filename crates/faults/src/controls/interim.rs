//! Interim responses that are odd and legal.

use expectspec_engine::origin_server::Policy;

use crate::request::{always, expecting};
use crate::rule::Deviation::{Continue, Final, Reads, SendsFirst};
use crate::rule::Sending::{Dripping, Edited, Late};
use crate::{Control, Edit, Grade, Request, Rule, Script};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "continue-with-content-at-hand",
        what: "Sends every 100 (Continue) that it could omit: content is at hand, or none will \
               come.",
        why_legal: "RFC 9110 §10.1.1 lets a server omit it; it does not ask for that.",
        reported: Some("https://github.com/netty/netty/issues/7170"),
        script: Script { policy: Policy::generous, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "continue-omitted-with-content-at-hand",
        what: "Omits the 100 (Continue) when content came with the head.",
        why_legal: "RFC 9110 §10.1.1 allows that in so many words.",
        reported: Some("https://github.com/MDA2AV/Http11Probe/issues/113"),
        ..Control::PLAIN
    },
    Control {
        name: "continue-omitted-without-content",
        what: "Omits the 100 (Continue) when the length is zero.",
        why_legal: "RFC 9110 §10.1.1 allows that in so many words.",
        reported: Some("https://github.com/golang/go/issues/16799"),
        ..Control::PLAIN
    },
    Control {
        name: "continue-as-the-head-ends",
        what: "Sends the 100 (Continue) before the application sees the request.",
        why_legal: "A 100 says that the request is not rejected yet (RFC 9110 §15.2.1).",
        reported: Some("https://github.com/aio-libs/aiohttp/issues/8877"),
        script: Script { policy: Policy::at_once, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "continue-when-content-is-wanted",
        what: "Sends the 100 (Continue) when the application reads content, or after a quarter \
               second.",
        why_legal: "That is immediate enough: RFC 9110 names no number.",
        script: Script { policy: Policy::lazy, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "two-continues",
        what: "Sends two 100 (Continue) responses to one request.",
        why_legal: "Zero or more interim responses precede a final one (RFC 9110 §15).",
        reported: Some("https://github.com/gevent/gevent/issues/93"),
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Then(CONTINUE)])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-unasked",
        what: "Sends a 100 (Continue) to every sound request of HTTP/1.1 without Expect, GET \
               included.",
        why_legal: "Interim responses can be sent at any time after a request (RFC 9110 §7.5).",
        script: Script::with(&[Rule {
            when: |request| is_sound(request) && !request.has("expect"),
            then: SendsFirst(CONTINUE),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-then-refused",
        what: "Sends a 100 (Continue) and then refuses the request.",
        why_legal: "It had not been rejected by then (RFC 9110 §15.2.1).",
        reported: Some("https://github.com/oven-sh/bun/pull/34960"),
        script: Script::with(&[Rule {
            when: |request| expecting(request) && is_sound(request) && refused(request),
            then: SendsFirst(CONTINUE),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-with-date-and-server",
        what: "Sends Date and Server in the 100 (Continue).",
        why_legal: "An origin server may date interim responses (RFC 9110 §6.6.1).",
        reported: Some("https://github.com/akka/akka-http/issues/524"),
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Add(
                "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nServer: odd/1\r\n",
            )])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-with-another-reason",
        what: "Writes \"Go ahead, please\" for Continue.",
        why_legal: "Reason phrases are recommendations (RFC 9110 §15.1).",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::InStartLine("Continue", "Go ahead, please")])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-without-reason",
        what: "Leaves out the reason phrase but not the SP before it.",
        why_legal: "status-line = HTTP-version SP status-code SP [ reason-phrase ] (RFC 9112 §4).",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::InStartLine("Continue", "")])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "early-hints-before-continue",
        what: "Sends 103 (Early Hints) before the 100 (Continue).",
        why_legal: "Any interim response may precede another (RFC 8297 §2).",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Before(EARLY_HINTS)])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "early-hints-behind-continue",
        what: "Sends 103 (Early Hints) behind the 100 (Continue).",
        why_legal: "Any interim response may follow another (RFC 8297 §2).",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Then(EARLY_HINTS)])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "slow-but-in-time",
        what: "Sends everything 300 ms late.",
        why_legal: "RFC 9110 names no number for \"immediate\".",
        script: Script::with(&[
            Rule { when: always, then: Continue(Late(300)) },
            Rule { when: always, then: Final(Late(300)) },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "octet-by-octet",
        what: "Sends every response octet by octet, one a millisecond.",
        why_legal: "Recipients can't rely on how octets are delivered (RFC 9110 §7.6).",
        script: Script::with(&[
            Rule { when: always, then: Continue(Dripping(1)) },
            Rule { when: always, then: Final(Dripping(1)) },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-for-a-list-with-an-unknown-member",
        what: "Sends a 100 (Continue) where 100-continue is one of several members.",
        why_legal: "It may, and need not, refuse the other member (RFC 9110 §10.1.1).",
        script: Script { policy: Policy::ignore_unknown, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "continue-with-close",
        what: "Sends the close connection option in the 100 (Continue).",
        why_legal: "No sentence forbids it; RFC 9112 §9.3 only does not ask for it.",
        grade: Grade::Discouraged,
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Add("Connection: close\r\n")])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "continue-for-anything",
        what: "Takes every expectation of HTTP/1.1 for 100-continue.",
        why_legal: "A 100 that nobody asked for is allowed, even if the value was misread.",
        grade: Grade::Discouraged,
        script: Script::with(&[Rule {
            when: |request| {
                request.is_http_11() && request.is_well_formed() && request.has("expect")
            },
            then: Reads(&[Edit::Set("Expect", "100-continue")]),
        }]),
        ..Control::PLAIN
    },
];

const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

const EARLY_HINTS: &[u8] = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";

/// Whether nothing in the head is a reason to refuse it.
fn is_sound(request: &Request<'_>) -> bool {
    let expectations = request.expectations();
    request.is_http_11()
        && request.is_well_formed()
        && expectations.others == 0
        && expectations.malformed == 0
}

fn refused(request: &Request<'_>) -> bool {
    request.target().starts_with(b"/reject")
}
