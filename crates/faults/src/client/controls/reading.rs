//! Ways to read, and to say what was read, that are odd and legal.

use expectspec_judge::Said;

use super::Control;
use crate::Edit;
use crate::client::rule::Deviation::{Does, Reads};
use crate::client::rule::{Link, Reaction};
use crate::client::{Moment, Rule, Script, Sent};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "408-repeated",
        what: "Repeats a request after 408 on a fresh connection, once.",
        why_legal: "RFC 9110 §15.5.9 lets a client do so.",
        script: Script::with(&[Rule {
            when: |moment| moment.is_code(408) && moment.repeats == 0,
            then: Does(Reaction::Again(Link::Fresh)),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "connection-left-after-an-early-final",
        what: "Closes behind every early final response, whatever the server says.",
        why_legal: "A client may close at any time (RFC 9112 §9.5).",
        script: Script::with(&[Rule {
            when: |moment| moment.is_early(),
            then: Reads(&[Edit::Set("Connection", "close")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "connection-left-after-every-final",
        what: "Closes behind every final response, whatever the server says.",
        why_legal: "A client may close at any time (RFC 9112 §9.5).",
        script: Script::with(&[Rule {
            when: |moment| moment.is_final(),
            then: Reads(&[Edit::Set("Connection", "close")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "released-by-150",
        what: "Takes an interim response that it does not know for a 100 (Continue).",
        why_legal: "An unknown status code is as good as the x00 of its class (RFC 9110 §15).",
        script: Script::with(&[Rule {
            when: |moment| moment.is_interim() && moment.answers(|it| it.code > 103),
            then: Reads(&[Edit::StartLine("HTTP/1.1 100 Continue\r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "released-by-102-and-103",
        what: "Takes 102 (Processing) and 103 (Early Hints) for a 100 (Continue).",
        why_legal: "Content may be sent before anything has come (RFC 9110 §10.1.1).",
        script: Script::with(&[Rule {
            when: |moment| moment.is_code(102) || moment.is_code(103),
            then: Reads(&[Edit::StartLine("HTTP/1.1 100 Continue\r\n")]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "responses-heeded-at-the-end",
        what: "Looks for the final response when its content is out, once it has begun.",
        why_legal: "RFC 9110 §7.5 has a client go on sending; to watch meanwhile is a SHOULD.",
        grade: crate::Grade::Discouraged,
        script: Script::with(&[Rule {
            when: |moment| moment.is_early() && moment.sent == Sent::SomeContent,
            then: Does(Reaction::Waits),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "101-told",
        what: "Tells its user of a 101 (Switching Protocols) that it did not ask for.",
        why_legal: "No RFC says what becomes of it, and it is no interim response as others are.",
        script: Script::with(&[Rule {
            when: |moment| moment.is_code(101),
            then: Reads(&[
                Edit::StartLine("HTTP/1.1 200 OK\r\n"),
                Edit::Set("Content-Length", "0"),
            ]),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "error-for-every-refusal",
        what: "Reports an error for every 4xx and 5xx, and no status code.",
        why_legal: "How a client tells its user is not HTTP's business.",
        script: Script::with(&[Rule {
            when: |moment: &Moment<'_>| moment.answers(|it| it.code >= 400),
            then: Does(Reaction::Says(Said::Failure)),
        }]),
        ..Control::PLAIN
    },
];
