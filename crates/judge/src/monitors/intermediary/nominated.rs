//! What becomes of the fields that `Connection` names (RFC 9110 §7.6.1).

use expectspec_message::octet::list_members;
use expectspec_requirements::PRX_009;

use super::deframed::trailers_of_request;
use super::{Hop, Relayed, relayed};
use crate::monitors::duty::immediate_silence;
use crate::{Findings, Monitor, Place, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_009], role: Watched::AsIntermediary, watch: removes_nominated },
    Monitor { requirements: &[&PRX_009], role: Watched::AsIntermediary, watch: removes_trailers },
];

const REMOVED: &str = "no field that the Connection field names, in the forwarded request";

/// PRX-009: a field that `Connection` names is not forwarded.
fn removes_nominated(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view).iter().filter(|relay| relay.is_beyond_doubt()) {
        let Some(hop) = relay.forwarded() else { continue };
        let at = hop.request().head_end.unwrap_or(hop.request().start);
        let mut names = options(relay.outbound);
        names.retain(|name| relay.outbound.has(name));
        if names.is_empty() {
            continue;
        }
        let survivor = names.iter().find(|name| survives(view, relay, hop, name));
        if let Some(name) = survivor {
            let name = String::from_utf8_lossy(name);
            let found =
                format!("{name} forwarded, although the client's Connection field names it");
            findings.broken(&PRX_009, "forwarded", at, REMOVED, found);
        } else if relay.outbound.nominates_expect()
            && relay.outbound.withholds()
            && let Some(silence) = immediate_silence(view, relay.outbound.index)
        {
            let expected = "somebody to answer the expectation that is not forwarded";
            let at = silence.until;
            let found = silence.text();
            findings.doubtful(&PRX_009, "nobody-answers", at, expected, found).by_clock();
        } else {
            findings.kept(&PRX_009, "removed", at);
        }
    }
}

/// What the `Connection` field of the request names, but fields that an intermediary may send for
/// itself.
fn options(hop: Hop<'_>) -> Vec<Vec<u8>> {
    const REGENERATED: &[&[u8]] = &[
        b"close",
        b"connection",
        b"content-length",
        b"forwarded",
        b"host",
        b"http2-settings",
        b"keep-alive",
        b"max-forwards",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
        b"via",
    ];
    let options = hop
        .values(b"connection")
        .flat_map(|value| list_members(value).map(<[u8]>::to_ascii_lowercase).collect::<Vec<_>>());
    options.filter(|option| !REGENERATED.contains(&option.as_slice())).collect()
}

/// Whether the field was forwarded with a value that the client gave it. An expectation may be the
/// intermediary's own, if it states one without being asked to as well.
fn survives(view: &View<'_>, relay: &Relayed<'_>, hop: Hop<'_>, name: &[u8]) -> bool {
    let given: Vec<_> = relay.outbound.values(name).collect();
    let is_there = hop.values(name).any(|value| given.contains(&value));
    is_there && !(name == b"expect" && states_own_expectations(view))
}

/// Whether a request was forwarded with an expectation that its client had not stated.
fn states_own_expectations(view: &View<'_>) -> bool {
    let connections = &view.reading.connections;
    view.reading.relays.iter().any(|relay| {
        let stated = |place: &Place| place.of(connections).1.request.expect_lines > 0;
        !stated(&relay.outbound) && relay.inbound.iter().any(stated)
    })
}

/// PRX-009, of trailer fields.
fn removes_trailers(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view).iter().filter(|relay| relay.is_beyond_doubt()) {
        let sent = trailers_of_request(relay.outbound);
        let mut names = options(relay.outbound);
        names.retain(|name| has_line(&sent, name));
        let Some(hop) = relay.forwarded().filter(|_| !names.is_empty()) else { continue };
        let Some(at) = hop.request().end else { continue };
        let passed_on = trailers_of_request(hop);
        match names.iter().find(|name| has_line(&passed_on, name)) {
            None => findings.kept(&PRX_009, "trailer-removed", at),
            Some(name) => {
                let name = String::from_utf8_lossy(name);
                let found = format!("the trailer field {name} forwarded, although it is named");
                findings.broken(&PRX_009, "trailer-forwarded", at, REMOVED, found);
            }
        }
    }
}

fn has_line(section: &[u8], name: &[u8]) -> bool {
    section.split(|&octet| octet == b'\n').any(|line| {
        let colon = line.iter().position(|&octet| octet == b':');
        colon.is_some_and(|colon| line[..colon].eq_ignore_ascii_case(name))
    })
}
