//! What an intermediary makes of a next hop that is believed to know HTTP/1.0 only
//! (RFC 9110 §10.1.1; RFC 2616 §8.2.3, §13.11).

use expectspec_message::Version;
use expectspec_requirements::{PRX_003, PRX_012, PRX_033};

use super::{Relayed, Source, is_proxy, relayed};
use crate::{Findings, Monitor, Response, Side, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&PRX_003, &PRX_012],
        role: Watched::AsIntermediary,
        watch: belief_in_http_10,
    },
    Monitor { requirements: &[&PRX_033], role: Watched::AsIntermediary, watch: own_continue },
];

/// What a proxy did about an expectation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Way {
    /// It sent 100 (Continue) itself.
    Continued,
    /// It sent 417 (Expectation Failed) itself.
    Failed,
    /// It sent another final response itself.
    Refused,
    /// It forwarded the head, the content withheld.
    Forwarded,
}

/// PRX-003, PRX-012: toward a server of HTTP/1.0, RFC 9110 allows a 100 of the proxy's own, and
/// RFC 2616 wants 417.
fn belief_in_http_10(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view).iter().filter(|relay| is_owed(relay)) {
        let Some((way, at)) = way_of(relay) else { continue };
        let begins = relay.outbound.request().start;
        let primed = is_primed(view, begins);
        let speaks_10 =
            relay.forwarded().is_some_and(|hop| !hop.request().version().is_11_or_later());
        let mark = match way {
            Way::Continued if !is_proxy(view) => "own-continue-by-gateway",
            _ if !is_proxy(view) => "",
            Way::Continued if !primed && !speaks_10 => "unprimed-continue",
            Way::Continued => "local-continue",
            Way::Failed => "417",
            Way::Forwarded if primed => "forwarded",
            Way::Forwarded | Way::Refused => "",
        };
        if !mark.is_empty() && (mark != "417" || primed) {
            findings.chosen(&PRX_003, mark, at);
        }
        if primed && is_proxy(view) {
            wants_417(way, at, findings);
        }
    }
}

/// PRX-012, of a proxy that has heard nothing later than HTTP/1.0 from the next hop.
fn wants_417(way: Way, at: Stamp, findings: &mut Findings) {
    let expected = "417, and nothing forwarded, toward a next hop known to speak HTTP/1.0";
    match way {
        Way::Failed => findings.kept(&PRX_012, "417", at),
        Way::Refused => findings.chosen(&PRX_012, "refused", at),
        Way::Continued => {
            findings.broken(&PRX_012, "local-continue", at, expected, "a 100 of the proxy's own");
        }
        Way::Forwarded => {
            findings.broken(&PRX_012, "forwarded", at, expected, "the head forwarded");
        }
    }
}

/// PRX-033: RFC 2616 mentions that a caching proxy may send a 100 of its own.
fn own_continue(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view).iter().filter(|relay| is_owed(relay) && is_proxy(view)) {
        if let Some((interim, Source::Own)) = relay.first_continue() {
            findings.chosen(&PRX_033, "local-continue", interim.start);
        }
    }
}

fn is_owed(relay: &Relayed<'_>) -> bool {
    relay.outbound.withholds() && relay.is_beyond_doubt()
}

fn way_of(relay: &Relayed<'_>) -> Option<(Way, Stamp)> {
    let own = relay.own_final();
    if let Some((interim, Source::Own)) = relay.first_continue() {
        return Some((Way::Continued, interim.start));
    }
    let content = relay.outbound.request().content.first;
    let head = relay.head_forwarded().filter(|&head| content.is_none_or(|first| head < first));
    match (head, own) {
        (Some(head), _) => Some((Way::Forwarded, head)),
        (None, Some(answer)) if answer.code() == Some(417) => Some((Way::Failed, answer.start)),
        (None, Some(answer)) => Some((Way::Refused, answer.start)),
        (None, None) => None,
    }
}

/// Whether the last response that the origin server had sent by then was of HTTP/1.0.
pub(super) fn is_primed(view: &View<'_>, before: Stamp) -> bool {
    let inbound = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    let exchanges = inbound.flat_map(|connection| &connection.exchanges);
    let answers = exchanges.flat_map(|exchange| &exchange.responses);
    let last = answers
        .filter(|answer: &&Response| answer.head_end.is_some_and(|end| end < before))
        .max_by_key(|answer| answer.start);
    last.is_some_and(|last| last.head.version() == Some(Version::HTTP_10))
}
