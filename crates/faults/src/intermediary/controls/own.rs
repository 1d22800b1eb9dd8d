//! Responses of the intermediary itself.

use super::Control;
use crate::intermediary::rule::Deviation::{Answers, End, Says};
use crate::intermediary::{Moment, OnEnd, Rule, Script, Way};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "fails-every-expectation",
        what: "Answers every expectation in HTTP/1.1 with 417, and closes.",
        why_legal: "A final status code at once is one of the two choices (RFC 9110 §10.1.1).",
        script: Script::proxy(&[Rule {
            on: Way::FromClient,
            when: is_first_and_expects,
            then: Answers(
                b"HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\n\
                  Content-Length: 0\r\n\r\n",
            ),
        }]),
        grade: crate::Grade::Discouraged,
        ..Control::PLAIN
    },
    Control {
        name: "refuses-content-with-413",
        what: "Answers every request with an expectation with 413, and closes.",
        why_legal: "A final status code at once is one of the two choices (RFC 9110 §10.1.1).",
        script: Script::gateway(&[Rule {
            on: Way::FromClient,
            when: is_first_and_expects,
            then: Answers(
                b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            ),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "is-out-of-order",
        what: "As a proxy answers every request with an expectation with 503, and closes.",
        why_legal: "A final status code at once is one of the two choices (RFC 9110 §10.1.1).",
        script: Script::proxy(&[Rule {
            on: Way::FromClient,
            when: is_first_and_expects,
            then: Answers(
                b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\
                  Content-Length: 0\r\n\r\n",
            ),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "says-that-it-is-at-work",
        what: "Sends a 102 (Processing) of its own to every request of HTTP/1.1 that comes by itself.",
        why_legal: "Any server may send interim responses (RFC 9110 §15.2).",
        script: Script::gateway(&[Rule {
            on: Way::FromClient,
            when: |it| it.request.is_http_11() && it.request.is_well_formed() && !it.is_pipelined,
            then: Says(b"HTTP/1.1 102 Processing\r\n\r\n"),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "says-504-for-a-loss",
        what: "Answers 504 when the origin server closes without a final response.",
        why_legal: "No rule demands 502 where there was no response at all (RFC 9110 §15.6).",
        script: Script::gateway(&[Rule {
            on: Way::FromOrigin,
            when: |it| it.answers.is_empty(),
            then: End(OnEnd::Before(b"HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n")),
        }]),
        ..Control::PLAIN
    },
];

/// Whether nothing else is to be answered before.
fn is_first_and_expects(moment: &Moment<'_>) -> bool {
    moment.expects() && moment.request.index == 0 && moment.request.is_well_formed()
}
