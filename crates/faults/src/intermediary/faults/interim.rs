//! Interim responses on their way: lost, late, in another order, or to those who know none.

use expectspec_requirements::{PRX_004, PRX_005, PRX_014, PRX_025, Profile, SRV_010, Verdict};

use super::{CONTINUE, expects, from_client, from_origin, to_client};
use crate::Edit;
use crate::intermediary::rule::Deviation::{Drops, Edits, End, GoesBehind, Holds, PassesOn, Says};
use crate::intermediary::{Fault, Moment, OnEnd, Script, Until};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "drops-102",
        breaks: &[&PRX_004],
        what: "Relays no 102 (Processing).",
        script: Script::proxy(&[to_client(|it| it.is_code(102), Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "drops-103",
        breaks: &[&PRX_004],
        what: "Relays no 103 (Early Hints).",
        script: Script::proxy(&[to_client(|it| it.is_code(103), Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "drops-unknown-interims",
        breaks: &[&PRX_004],
        what: "Relays no interim response that it does not know.",
        script: Script::proxy(&[to_client(
            |it| it.is_interim() && !matches!(it.message.code, Some(100..=103)),
            Drops,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "drops-the-100",
        breaks: &[&PRX_004],
        what: "Relays no 100 (Continue), although it forwarded the expectation.",
        script: Script::proxy(&[to_client(|it| it.is_code(100), Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-one-interim-only",
        breaks: &[&PRX_004],
        what: "Relays the first interim response, and no other.",
        script: Script::proxy(&[to_client(|it| it.is_interim() && !it.given.is_empty(), Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-interims-with-the-final",
        breaks: &[&PRX_004],
        what: "Keeps interim responses until the final one has come.",
        script: Script::proxy(&[to_client(|it| it.is_interim(), Holds(Until::Final))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "swaps-interims",
        breaks: &[&PRX_004],
        what: "Relays the second interim response before the first.",
        script: Script::proxy(&[to_client(
            |it| it.is_interim() && it.given.is_empty() && !it.is_code(100),
            GoesBehind,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-interims-to-http-10",
        breaks: &[&PRX_005],
        what: "Relays interim responses to HTTP/1.0 clients.",
        script: Script::gateway(&[from_origin(
            |it| it.is_interim() && it.request.is_http_10(),
            PassesOn,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "proxy-relays-interims-to-http-10",
        breaks: &[&PRX_005],
        what: "As a proxy relays interim responses to HTTP/1.0 clients.",
        script: Script::proxy(&[from_origin(
            |it| it.is_interim() && it.request.is_http_10(),
            PassesOn,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-an-unasked-100-to-http-10",
        breaks: &[&PRX_014],
        what: "As a proxy of RFC 2616 relays a 100 (Continue) to an HTTP/1.0 client that did not \
               ask for it.",
        profile: Profile::Rfc2616,
        script: Script::proxy(&[from_origin(
            |it| it.is_code(100) && it.request.is_http_10(),
            PassesOn,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-the-length-of-an-interim",
        breaks: &[&PRX_025],
        what: "Relays interim responses with the Content-Length or Transfer-Encoding they had.",
        profile: Profile::Strict,
        script: Script::gateway(&[from_origin(announces, PassesOn)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-for-the-content-of-an-interim",
        breaks: &[&PRX_025],
        what: "Takes what follows an interim response with a length for its content.",
        script: Script::gateway(&[
            from_origin(announces, Edits(&[Edit::Without("content-length")])),
            from_origin(|it| it.is_final() && had_framing(it), Drops),
            from_origin(had_framing, End(OnEnd::Ignored)),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continues-twice",
        breaks: &[&SRV_010],
        what: "Sends a 100 (Continue) itself and relays the other one behind it.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::gateway(&[from_client(expects, Says(CONTINUE))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "answers-twice",
        breaks: &[&SRV_010],
        what: "Sends a final response of its own behind an early one.",
        script: Script::gateway(&[to_client(
            |it| it.is_early() && it.expects(),
            Edits(&[
                Edit::Without("content-length"),
                Edit::Without("transfer-encoding"),
                Edit::Without("connection"),
                Edit::Set("Content-Length", "0"),
                Edit::Then(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
            ]),
        )]),
        ..Fault::PLAIN
    },
];

fn announces(moment: &Moment<'_>) -> bool {
    moment.is_interim()
        && (moment.message.has("content-length") || moment.message.has("transfer-encoding"))
}

/// Whether an interim response of the next hop announced content.
fn had_framing(moment: &Moment<'_>) -> bool {
    let mut interims = moment.answers.iter().filter(|answer| answer.code < 200);
    interims.any(|answer| {
        let octets = answer.octets.to_ascii_lowercase();
        let has = |name: &[u8]| octets.windows(name.len()).any(|window| window == name);
        has(b"content-length:") || has(b"transfer-encoding:")
    })
}
