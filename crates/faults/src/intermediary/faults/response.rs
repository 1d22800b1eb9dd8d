//! Final responses that must be repaired or replaced, and go on as they came.

use expectspec_message::AnomalyKind;
use expectspec_message::framing::of_response;
use expectspec_message::{BadFraming, Framing};
use expectspec_requirements::{AUT_003, GRM_011, PRX_024, PRX_026};

use super::{from_client, from_origin};
use crate::intermediary::rule::Deviation::{Answers, End, PassesOn};
use crate::intermediary::{Fault, Moment, OnEnd, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "relays-an-invalid-length",
        breaks: &[&PRX_024],
        what: "As a proxy relays a final response whose Content-Length is invalid.",
        script: Script::proxy(&[from_origin(has_bad_length, PassesOn)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "hangs-on-an-invalid-length",
        breaks: &[&PRX_024],
        what: "As a proxy says nothing when the Content-Length of a final response is invalid.",
        script: Script::proxy(&[
            from_origin(has_bad_length, super::Deviation::Drops),
            from_origin(|it| !it.answers.is_empty(), End(OnEnd::Ignored)),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-folded-lines",
        breaks: &[&PRX_026],
        what: "As a proxy relays a response with a folded field line as it came.",
        script: Script::proxy(&[from_origin(
            |it| it.message.has_anomaly(AnomalyKind::ObsFold),
            PassesOn,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-a-space-before-the-colon",
        breaks: &[&GRM_011],
        what: "As a proxy relays a response with whitespace before a colon as it came.",
        script: Script::proxy(&[from_origin(
            |it| it.message.has_anomaly(AnomalyKind::SpaceBeforeColon),
            PassesOn,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "asks-for-credentials-of-no-kind",
        breaks: &[&AUT_003],
        what: "As a proxy sends a 407 (Proxy Authentication Required) without a challenge.",
        script: Script::proxy(&[from_client(
            |it| it.expects() && it.request.index == 0,
            Answers(
                b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\
                Connection: close\r\n\r\n",
            ),
        )]),
        ..Fault::PLAIN
    },
];

fn has_bad_length(moment: &Moment<'_>) -> bool {
    let framing = of_response(moment.message.head, moment.message.octets, b"GET");
    moment.is_final() && framing == Framing::Bad(BadFraming::ContentLength)
}
