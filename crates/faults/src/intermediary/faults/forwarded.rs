//! What a forwarded message must have, and must not.

use expectspec_requirements::{FRM_010, PRX_015, PRX_016, PRX_029, PRX_031, Verdict};

use super::{always, from_client, is_final, to_client, to_origin};
use crate::Edit;
use crate::edit::edited_head;
use crate::intermediary::rule::Deviation::{Edits, Rewrites};
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "forwards-the-version-of-the-client",
        breaks: &[&PRX_015],
        what: "Forwards a request with the HTTP-version that it came with.",
        script: Script::gateway(&[to_origin(always, Rewrites(with_version_of_client))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-the-version-of-the-origin-server",
        breaks: &[&PRX_015],
        what: "Relays a final response with the HTTP-version that it came with.",
        script: Script::gateway(&[to_client(is_final, Rewrites(with_version_of_origin))]),
        verdict: Verdict::Discouraged,
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-without-via",
        breaks: &[&PRX_016],
        what: "As a proxy adds no Via to requests.",
        script: Script::proxy(&[to_origin(always, Edits(&[Edit::Without("via")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-without-via",
        breaks: &[&PRX_016],
        what: "As a proxy adds no Via to final responses.",
        script: Script::proxy(&[to_client(is_final, Edits(&[Edit::Without("via")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-fields-of-the-connection",
        breaks: &[&PRX_029],
        what: "Forwards Keep-Alive, Proxy-Connection, TE and Upgrade as they came.",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[to_origin(always, Rewrites(with_hop_by_hop))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-proxy-connection",
        breaks: &[&PRX_029],
        what: "As a proxy forwards Proxy-Connection.",
        verdict: Verdict::Discouraged,
        script: Script::proxy(&[to_origin(
            |it| it.request.has("proxy-connection"),
            Edits(&[Edit::Set("Proxy-Connection", "keep-alive")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-at-zero",
        breaks: &[&PRX_031],
        what: "Forwards a request whose Max-Forwards is zero.",
        script: Script::gateway(&[super::from_client(
            is_at_zero,
            Edits(&[Edit::Set("Max-Forwards", "1")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-length-and-chunks",
        breaks: &[&FRM_010],
        what: "Forwards both Content-Length and Transfer-Encoding where both came.",
        script: Script::gateway(&[
            from_client(has_both, Edits(&[Edit::Without("content-length")])),
            to_origin(has_both, Edits(&[Edit::Set("Content-Length", "5")])),
        ]),
        ..Fault::PLAIN
    },
];

/// The octets with the first HTTP-version in the start-line replaced by that of `other`.
fn with_version(octets: &[u8], other: &[u8]) -> Vec<u8> {
    let of = |octets: &[u8]| {
        let line_end = octets.iter().position(|&it| it == b'\n').unwrap_or(octets.len());
        octets[..line_end].windows(5).position(|it| it == b"HTTP/").filter(|at| at + 8 <= line_end)
    };
    match (of(octets), of(other)) {
        (Some(at), Some(from)) => {
            [&octets[..at], &other[from..from + 8], &octets[at + 8..]].concat()
        }
        _ => octets.to_vec(),
    }
}

fn with_version_of_client(moment: &Moment<'_>) -> Vec<u8> {
    with_version(moment.message.octets, moment.request.octets)
}

fn with_version_of_origin(moment: &Moment<'_>) -> Vec<u8> {
    let answer = moment.answer().map_or(moment.message.octets, |answer| &answer.octets);
    with_version(moment.message.octets, answer)
}

fn with_hop_by_hop(moment: &Moment<'_>) -> Vec<u8> {
    let mut octets = edited_head(&[], moment.message.octets);
    octets.truncate(octets.len() - 2);
    for name in ["Keep-Alive", "Proxy-Connection", "TE", "Upgrade"] {
        for value in moment.request.head.values(moment.request.octets, name.as_bytes()) {
            octets.extend_from_slice(&[name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
    }
    octets.extend_from_slice(b"\r\n");
    octets
}

fn is_at_zero(moment: &Moment<'_>) -> bool {
    moment.request.head.values(moment.request.octets, b"max-forwards").eq([&b"0"[..]])
}

fn has_both(moment: &Moment<'_>) -> bool {
    moment.request.has("content-length") && moment.request.has("transfer-encoding")
}
