//! Ways to send that are odd and legal.

use core::time::Duration;

use expectspec_engine::client::{EarlyFinal, Patience, Policy, Timers};

use super::Control;
use crate::client::rule::Deviation::{Content, Sends};
use crate::client::rule::OnContent;
use crate::client::{Moment, Rule, Script};
use crate::{Edit, Grade};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "capital-expectation",
        what: "Writes `100-Continue`.",
        why_legal: "The value is case-insensitive (RFC 9110 §10.1.1).",
        reported: Some("https://github.com/boto/boto/issues/840"),
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "100-Continue")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "small-names",
        what: "Writes its field names in small letters, and no space behind the colon.",
        why_legal: "Field names are case-insensitive, and whitespace is optional (RFC 9110 §5.1).",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Without("expect"), Edit::Add("expect:100-continue\r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "spacious-expectation",
        what: "Writes whitespace around the expectation.",
        why_legal: "Whitespace around a field value is optional (RFC 9112 §5).",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", " \t100-continue \t ")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "two-expectation-lines",
        what: "Writes the expectation on two field lines.",
        why_legal: "The value is a list, which may stand on several lines (RFC 9110 §5.3).",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Add("Expect: 100-continue\r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "expectation-first",
        what: "Writes the expectation before all other fields.",
        why_legal: "The order of fields with different names means nothing (RFC 9110 §5.3).",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Without("expect"), Edit::AddFirst("Expect: 100-continue\r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "parameters-behind-another-member",
        what: "States a second expectation that has a parameter.",
        why_legal: "Such is the grammar, and an unknown expectation is the server's to refuse.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "100-continue, speed=\"very, very\";unit=knots")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "half-a-minute",
        what: "Waits for a 100 (Continue) for half a minute.",
        why_legal: "RFC 9110 §10.1.1 names no time.",
        script: Script::of(half_a_minute),
        ..Control::PLAIN
    },
    Control {
        name: "half-a-second",
        what: "Waits for a 100 (Continue) for half a second.",
        why_legal: "RFC 9110 §10.1.1 names no time.",
        script: Script::of(half_a_second),
        ..Control::PLAIN
    },
    Control {
        name: "chunks-cut-off",
        what: "Ends chunked content with the last chunk when a final response comes before it.",
        why_legal: "The framing is sound, and RFC 2616 §8.2.2 suggested it.",
        grade: Grade::Quiet,
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |moment| moment.has_final() && moment.request.is_chunked(),
                then: Content(OnContent::LastChunkAlone),
            }],
            ..Script::PLAIN
        },
        ..Control::PLAIN
    },
    Control {
        name: "much-content-finished",
        what: "Sends more than a megabyte to the end after an early final response.",
        why_legal: "RFC 9110 §7.5 has a client go on sending.",
        script: Script::of(finishing_much),
        ..Control::PLAIN
    },
    Control {
        name: "small-pieces",
        what: "Sends its content in pieces of 100 octets.",
        why_legal: "Messages are independent of the transport's segments (RFC 9112 §9).",
        script: Script::of(small_pieces),
        ..Control::PLAIN
    },
    Control {
        name: "keep-alive-said",
        what: "Says `keep-alive` in HTTP/1.1, where it means nothing.",
        why_legal: "A connection option that is not needed does no harm (RFC 9112 §9.3).",
        script: Script::with(&[Rule {
            when: |_| true,
            then: Sends(&[Edit::Add("Connection: keep-alive\r\n")]),
        }]),
        ..Control::PLAIN
    },
];

fn expects(moment: &Moment<'_>) -> bool {
    moment.expects()
}

fn half_a_minute() -> Policy {
    let patience = Patience::Bounded(Duration::from_secs(30));
    let timers = Timers { response: Duration::from_secs(90), ..Timers::default() };
    Policy { patience, timers, ..Policy::default() }
}

fn half_a_second() -> Policy {
    Policy { patience: Patience::Bounded(Duration::from_millis(500)), ..Policy::default() }
}

fn finishing_much() -> Policy {
    let early_final = EarlyFinal::FinishContent { octets_max: u64::MAX };
    Policy { early_final, ..Policy::threshold() }
}

fn small_pieces() -> Policy {
    Policy { piece_octets_max: 100, ..Policy::default() }
}
