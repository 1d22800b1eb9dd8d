//! Heads on their way, with what may be added, removed or written otherwise.

use expectspec_engine::intermediary::{Policy, Pool};

use super::Control;
use crate::intermediary::rule::Deviation::{Closes, Drops, Edits, Holds};
use crate::intermediary::{Moment, Rule, Script, Until, Way};
use crate::{Edit, Grade};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "adds-fields",
        what: "Adds field lines to every message, interim responses included.",
        why_legal: "An intermediary may add fields (RFC 9110 §7.7).",
        script: Script::proxy(&[
            Rule {
                on: Way::ToOrigin,
                when: |_| true,
                then: Edits(&[Edit::Add("X-Forwarded-For: 192.0.2.1\r\n")]),
            },
            Rule {
                on: Way::ToClient,
                when: |_| true,
                then: Edits(&[Edit::Add("Server: odd\r\nX-Cache: MISS\r\n")]),
            },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "asks-in-http-10",
        what: "Forwards every request as HTTP/1.0 without an expectation, as nginx used to do.",
        why_legal: "HTTP/1.0 is a version that it conforms to (RFC 9110 §6.2).",
        script: Script::of(
            || Policy { pool: Pool::OneRequestAConnection, ..Policy::buffering() },
            &[Rule {
                on: Way::ToOrigin,
                when: |_| true,
                then: Edits(&[
                    Edit::InStartLine("HTTP/1.1", "HTTP/1.0"),
                    Edit::Set("Connection", "close"),
                ]),
            }],
        ),
        grade: Grade::Discouraged,
        ..Control::PLAIN
    },
    Control {
        name: "closes-behind-every-final",
        what: "Treats every client as if it had said `close`.",
        why_legal: "Anybody may close at any time (RFC 9112 §9.5).",
        script: Script::gateway(&[Rule {
            on: Way::FromClient,
            when: |it| it.request.is_well_formed() && !it.request.has("connection"),
            then: Edits(&[Edit::Set("Connection", "close")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "closes-behind-an-early-final",
        what: "Closes behind a final response that comes before the content, and says so.",
        why_legal: "That is one of the two choices (RFC 9110 §10.1.1).",
        script: Script::gateway(&[
            Rule {
                on: Way::ToClient,
                when: is_early_and_empty,
                then: Edits(&[Edit::Set("Connection", "close")]),
            },
            Rule { on: Way::ToClient, when: is_early_and_empty, then: Closes },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-drops-interims",
        what: "As a gateway relays no interim response but 100 (Continue).",
        why_legal: "Only proxies must forward them (RFC 9110 §15.2).",
        script: Script::gateway(&[Rule {
            on: Way::ToClient,
            when: |it| it.is_interim() && !it.is_code(100),
            then: Drops,
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "drops-an-unasked-100",
        what: "As a gateway relays no 100 (Continue) that the client did not ask for.",
        why_legal: "Only proxies must forward them (RFC 9110 §15.2).",
        script: Script::gateway(&[Rule {
            on: Way::ToClient,
            when: |it| it.is_code(100) && !it.expects(),
            then: Drops,
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "writes-expect-in-lower-case",
        what: "Forwards Expect with a name and a value of its own case.",
        why_legal: "Field names and this value are case-insensitive (RFC 9110 §5.1, §10.1.1).",
        script: Script::proxy(&[Rule {
            on: Way::ToOrigin,
            when: |it| {
                it.request.expects_what(|value| value.eq_ignore_ascii_case(b"100-continue"))
                    && !it.request.has_member("connection", "expect")
            },
            then: Edits(&[Edit::Set("expect", "100-CONTINUE")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-without-via",
        what: "As a gateway adds no Via.",
        why_legal: "A gateway need not name itself in responses, and no one else sees requests.",
        script: Script::gateway(&[Rule {
            on: Way::ToOrigin,
            when: |_| true,
            then: Edits(&[Edit::Without("via")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "interims-without-via",
        what: "As a proxy adds no Via to interim responses.",
        why_legal: "Whether these are meant is doubtful, and nobody does it.",
        script: Script::proxy(&[Rule {
            on: Way::ToClient,
            when: |it| it.is_interim(),
            then: Edits(&[Edit::Without("via")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "relays-without-reason-phrases",
        what: "Relays no reason phrase.",
        why_legal: "A reason phrase may be empty (RFC 9112 §4).",
        script: Script::gateway(&[Rule {
            on: Way::ToClient,
            when: |it| it.is_code(100),
            then: Edits(&[Edit::StartLine("HTTP/1.1 100 \r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "thinks-before-it-relays",
        what: "Takes 400 ms for every message.",
        why_legal: "No RFC names a time.",
        script: Script::proxy(&[
            Rule { on: Way::ToOrigin, when: |_| true, then: Holds(Until::Ms(400)) },
            Rule { on: Way::ToClient, when: |_| true, then: Holds(Until::Ms(400)) },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "two-hundreds",
        what: "As a gateway sends a 100 (Continue), and relays that of the origin server as well.",
        why_legal: "A client reads past as many interim responses as come (RFC 9110 §15.2).",
        script: Script::gateway(&[Rule {
            on: Way::ToClient,
            when: |it| it.is_code(100),
            then: Edits(&[Edit::Then(b"HTTP/1.1 100 Continue\r\n\r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "asks-for-close",
        what: "Says `close` in every forwarded request, and opens a connection for each.",
        why_legal: "Nobody has to persist (RFC 9112 §9.3).",
        script: Script::of(
            || Policy { pool: Pool::OneRequestAConnection, ..Policy::proxy() },
            &[Rule {
                on: Way::ToOrigin,
                when: |_| true,
                then: Edits(&[Edit::Set("Connection", "close")]),
            }],
        ),
        ..Control::PLAIN
    },
];

fn is_early_and_empty(moment: &Moment<'_>) -> bool {
    moment.is_early()
        && moment.message.head.values(moment.message.octets, b"content-length").eq([b"0"])
}
