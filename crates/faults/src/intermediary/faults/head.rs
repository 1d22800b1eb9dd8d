//! Octets in a request's head that must be repaired or refused, and go on.

use expectspec_message::AnomalyKind;
use expectspec_requirements::{GRM_013, GRM_015, GRM_016};

use super::{from_client, to_origin};
use crate::intermediary::rule::Deviation::Rewrites;
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "forwards-folded-lines",
        breaks: &[&GRM_013],
        what: "Forwards a folded field line as it came.",
        script: Script::gateway(&[
            from_client(is_folded, Rewrites(without_odd_lines)),
            to_origin(is_folded, Rewrites(with_odd_lines)),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-nul",
        breaks: &[&GRM_015],
        what: "Forwards NUL in a field value.",
        script: Script::gateway(&[
            from_client(|it| it.request_has(AnomalyKind::Nul), Rewrites(without_odd_lines)),
            to_origin(|it| it.request_has(AnomalyKind::Nul), Rewrites(with_odd_lines)),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-a-bare-cr",
        breaks: &[&GRM_016],
        what: "Forwards a CR without LF in a field value.",
        script: Script::gateway(&[
            from_client(|it| it.request_has(AnomalyKind::BareCr), Rewrites(without_odd_lines)),
            to_origin(|it| it.request_has(AnomalyKind::BareCr), Rewrites(with_odd_lines)),
        ]),
        ..Fault::PLAIN
    },
];

fn is_folded(moment: &Moment<'_>) -> bool {
    moment.request_has(AnomalyKind::ObsFold)
}

/// The lines of the client's head that are folded, or hold NUL or CR, with their line ends.
fn odd_lines<'a>(moment: &Moment<'a>) -> Vec<&'a [u8]> {
    let request = moment.request;
    let mut lines = request.head.fields.iter().map(|line| {
        let end = line.value.end as usize;
        let behind = request.octets[end..].iter().position(|&octet| octet == b'\n');
        &request.octets[line.name.start as usize..behind.map_or(end, |at| end + at + 1)]
    });
    let is_odd = |line: &&[u8]| {
        let text = line.strip_suffix(b"\r\n").unwrap_or(line);
        text.iter().any(|octet| matches!(octet, b'\r' | b'\n' | 0))
    };
    lines.by_ref().filter(is_odd).collect()
}

fn without_odd_lines(moment: &Moment<'_>) -> Vec<u8> {
    let mut octets = moment.message.octets.to_vec();
    for line in odd_lines(moment) {
        if let Some(at) = octets.windows(line.len()).position(|window| window == line) {
            octets.drain(at..at + line.len());
        }
    }
    octets
}

fn with_odd_lines(moment: &Moment<'_>) -> Vec<u8> {
    let mut octets = moment.message.octets.to_vec();
    octets.truncate(octets.len() - 2);
    octets.extend(odd_lines(moment).concat());
    octets.extend_from_slice(b"\r\n");
    octets
}
